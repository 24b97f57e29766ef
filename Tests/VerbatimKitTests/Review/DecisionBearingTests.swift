import Testing
import VerbatimKit
import VerbatimModel

@Suite struct DecisionBearingTests {
    let text = ReviewText(["One is here.", "Two is there.", "Three is gone."])
    let codebook = ReviewText.codebook(["a", "b"])

    private func apply(_ decisions: [Decision], to codings: [Coding], codebook: Codebook? = nil) -> DecisionBearing {
        DecisionBearing(
            decisions, to: codings, transcripts: text.transcripts, codebook: codebook ?? self.codebook)
    }

    @Test func acceptedAndRejectedBecomeTheStatus() {
        let result = apply(
            [
                text.decision(1, "anna", "One is here.", "a", .accepted),
                text.decision(2, "anna", "Two is there.", "a", .rejected),
            ],
            to: [
                text.coding("One is here.", "a"), text.coding("Two is there.", "a"), text.coding("Two is there.", "b"),
            ])
        #expect(result.codings.map(\.status) == [.accepted, .rejected, .proposed])
        #expect(result.ruleStatuses == [.proposed, .proposed, .proposed])
    }

    @Test func whatIsAcceptedAndNotProposedIsThePersonsOwn() throws {
        let result = apply(
            [text.decision(1, "anna", "Two is there.", "a", .accepted)], to: [text.coding("Three is gone.", "a")])
        let own = try #require(result.codings.first)
        #expect(own.coder == "anna")
        #expect(own.rules.isEmpty)
        #expect(own.status == .accepted)
        #expect(own.quote == "Two is there.")
        #expect(own.turn == 2)
        #expect(own.respondent == "r")
        #expect(result.ruleStatuses == [nil, .proposed])
    }

    @Test func aPersonsOwnCodingIsAssertedAsTheRulesSawItThen() throws {
        var decision = text.decision(1, "anna", "Two is there.", "a", .accepted)
        decision.assertion = Assertion(polarity: .negated, modality: .hedged)
        decision.assertionKinds = [.negated, .hedged]
        let own = try #require(apply([decision], to: []).codings.first)
        #expect(own.assertion == Assertion(polarity: .negated, modality: .hedged))
        #expect(own.assertionKinds == [.negated, .hedged])
    }

    @Test func aChangedCodeIsRejectedAndTheOtherIsThePersons() {
        let result = apply(
            [text.decision(1, "anna", "One is here.", "a", .changed, to: "b")], to: [text.coding("One is here.", "a")])
        #expect(result.codings.map(\.code) == ["a", "b"])
        #expect(result.codings.map(\.status) == [.rejected, .accepted])
        #expect(result.codings.map(\.coder) == ["b 1", "anna"])
    }

    @Test func takingAChangeBackTakesTheOtherCodeBackToo() {
        let result = apply(
            [
                text.decision(1, "anna", "One is here.", "a", .changed, to: "b"),
                text.decision(2, "anna", "One is here.", "a", .accepted),
            ], to: [text.coding("One is here.", "a")])
        #expect(result.codings.map(\.code) == ["a"])
        #expect(result.codings.map(\.status) == [.accepted])
    }

    @Test func unsureBearsOnNothingAndTakesBack() {
        let result = apply(
            [
                text.decision(1, "anna", "One is here.", "a", .rejected),
                text.decision(2, "anna", "One is here.", "a", .unsure),
            ], to: [text.coding("One is here.", "a")])
        #expect(result.codings.map(\.status) == [.proposed])
    }

    @Test func aSuppressedCodingThatIsAcceptedCountsAndIsSuppressedAgainWhenThatIsTakenBack() {
        let coding = text.coding("One is here.", "a", status: .suppressed)
        let accepted = text.decision(1, "anna", "One is here.", "a", .accepted)
        let result = apply([accepted], to: [coding])
        #expect(result.codings.map(\.status) == [.accepted])
        #expect(result.ruleStatuses == [.suppressed])
        let undone = apply([accepted, text.decision(2, "anna", "One is here.", "a", .unsure)], to: [coding])
        #expect(undone.codings.map(\.status) == [.suppressed])
    }

    @Test func peopleWhoDisagreeLeaveTheCodingAsItWasAndAreListed() {
        let decisions = [
            text.decision(1, "anna", "One is here.", "a", .accepted),
            text.decision(2, "ben", "One is here.", "a", .rejected),
        ]
        let result = apply(decisions, to: [text.coding("One is here.", "a")])
        #expect(result.codings.map(\.status) == [.proposed])
        #expect(result.conflicts.map(\.accepting) == [["anna"]])
        #expect(result.conflicts.map(\.rejecting) == [["ben"]])
        #expect(result.diagnostics(path: "s").map(\.identifier) == ["conflicting-decisions"])
        let settled = apply(
            decisions + [text.decision(3, "ben", "One is here.", "a", .accepted)],
            to: [text.coding("One is here.", "a")])
        #expect(settled.codings.map(\.status) == [.accepted])
        #expect(settled.conflicts.isEmpty)
    }

    @Test func aDivisionWhereNothingIsProposedMakesNoCoding() {
        let result = apply(
            [
                text.decision(1, "anna", "One is here.", "a", .accepted),
                text.decision(2, "ben", "One is here.", "a", .rejected),
            ], to: [])
        #expect(result.codings.isEmpty)
        #expect(result.conflicts.count == 1)
    }

    @Test func aDecisionFollowsACodeToItsNewName() {
        let result = apply(
            [text.decision(1, "anna", "One is here.", "old", .rejected)], to: [text.coding("One is here.", "a")],
            codebook: ReviewText.codebook(["a"], was: ["a": "old"]))
        #expect(result.codings.map(\.status) == [.rejected])
    }

    @Test func aCodeThatIsGoneIsListed() {
        let result = apply(
            [text.decision(1, "anna", "One is here.", "gone", .accepted)], to: [text.coding("One is here.", "a")])
        #expect(result.unplaced.map(\.obstacle) == [.noCode("gone")])
        #expect(result.codings.map(\.status) == [.proposed])
    }

    @Test func aWiderSegmentIsReachedWhereItsEvidenceLiesInTheWords() {
        let wide = text.coding("One is here. Two is there.", "a", evidence: "Two")
        let rejected = apply([text.decision(1, "anna", "Two is there.", "a", .rejected)], to: [wide])
        #expect(rejected.codings.map(\.status) == [.rejected])
        let other = apply([text.decision(1, "anna", "One is here.", "a", .rejected)], to: [wide])
        #expect(other.codings.map(\.status) == [.proposed])
    }

    @Test func theLatestOfOnePersonOnOverlappingWordsHolds() {
        let result = apply(
            [
                text.decision(1, "anna", "One is here. Two is there.", "a", .rejected),
                text.decision(2, "anna", "Two is there.", "a", .accepted),
            ], to: [text.coding("One is here.", "a"), text.coding("Two is there.", "a")])
        #expect(result.codings.map(\.status) == [.rejected, .accepted])
    }

    @Test func aDecisionAboutARespondentBearsOnNoCoding() {
        let result = apply(
            [Decision(number: 1, subject: .respondent("r"), code: "a", outcome: .rejected, coder: "anna")],
            to: [text.coding("One is here.", "a")])
        #expect(result.codings.map(\.status) == [.proposed])
        #expect(result.unplaced.isEmpty)
    }

    @Test func decisionsAboutAbsentTranscriptsAreToldOnceEach() {
        let decisions = [
            text.decision(1, "anna", "One is here.", "a", .accepted),
            text.decision(2, "anna", "Two is there.", "a", .accepted),
        ]
        let result = DecisionBearing(decisions, to: [], transcripts: [:], codebook: codebook)
        #expect(result.unplaced.count == 2)
        let messages = result.diagnostics(path: "s")
        #expect(messages.map(\.identifier) == ["unplaced-decision"])
        #expect(messages.allSatisfy { !$0.message.contains("here") })
    }
}
