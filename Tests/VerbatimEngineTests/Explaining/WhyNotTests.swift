import Testing
import VerbatimCodebook
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// Each way in which a rule can miss a place is named as what it is.
@Suite struct WhyNotTests {
    /// The obstacles of the first rule of code `c` at the first word `at`, or in a turn.
    private func misses(
        _ statements: String, _ text: String, at word: String? = nil, turn: Int = 1, languages: String = "en nl",
        cues: Bool = false, respondents: [Respondent] = []
    ) throws -> PlaceTrace {
        let study = try Study(statements, languages: languages, respondents: respondents)
        let transcript = MarkedTranscript(text).transcript
        var reader = try Explainer(study.codebook, cues: cues ? AssertionPacks.cues() : [], codes: ["c"]).read(
            transcript, respondents: study.respondents, coder: "test")
        var place = TranscriptExplainer.Place.turn(turn)
        if let word, let range = transcript.text.firstRange(of: word) {
            let scalars = transcript.text.unicodeScalars
            place = .offset(scalars.distance(from: scalars.startIndex, to: range.lowerBound))
        }
        let trace = reader.whyNot(code: "c", at: place)
        return try #require(trace)
    }

    private func obstacles(
        _ rule: String, _ text: String, at word: String? = nil, turn: Int = 1, cues: Bool = false,
        respondents: [Respondent] = []
    ) throws -> [Obstacle] {
        try misses("code c\n  \(rule)", text, at: word, turn: turn, cues: cues, respondents: respondents)
            .rules.first?.obstacles ?? []
    }

    /// The finding at the one node where the expression fails.
    private func finding(_ rule: String, _ text: String, at word: String? = nil) throws -> TraceFinding? {
        let trace = try misses("code c\n  rule: \(rule)", text, at: word)
        #expect(trace.rules.first?.obstacles == [.expression])
        let failures = trace.rules.first?.tree?.failures ?? []
        #expect(failures.count == 1)
        return failures.first?.finding
    }

    private func words(_ run: TracedRun?) -> String { (run?.words ?? []).map(\.text).joined(separator: " ") }

    @Test func wordsTooFarApartAreNamedWithTheirDistance() throws {
        guard
            case .tooFar(let pair, let atMost)? = try finding(
                "return near/3 iraq", "R: I return one two three four to Iraq.")
        else {
            Issue.record("not too far")
            return
        }
        #expect((words(pair.left), words(pair.right)) == ("return", "Iraq"))
        #expect(pair.between == 5)
        #expect(atMost == 2)
    }

    @Test func wordsInTheOtherOrderAreNamed() throws {
        guard case .wrongOrder(let pair)? = try finding("return before/3 iraq", "R: Iraq is where I return.") else {
            Issue.record("not the order")
            return
        }
        #expect(pair.between == 3)
    }

    @Test func aMissingTermSaysWhereItStandsInstead() throws {
        guard
            case .missing(let elsewhere, let away)? = try finding(
                "return and home", "R: I return now. Then I see my home.", at: "return")
        else {
            Issue.record("not missing")
            return
        }
        #expect(words(elsewhere) == "home")
        #expect(away == 5)
    }

    @Test func aTermThatIsNowhereIsMissingAltogether() throws {
        #expect(try finding("return and boat", "R: I return.") == .missing(elsewhere: nil, tokensAway: nil))
    }

    @Test func whatMustNotBeThereIsNamed() throws {
        guard case .unwanted(let run)? = try finding("return and not ticket", "R: A return ticket.") else {
            Issue.record("not unwanted")
            return
        }
        #expect(words(run) == "ticket")
        guard case .tooNear(let pair, within: 2)? = try finding("return not near/2 tax", "R: My tax return.") else {
            Issue.record("not too near")
            return
        }
        #expect(words(pair.right) == "tax")
        guard case .inside(_, let outer)? = try finding("return not in \"tax return\"", "R: My tax return.") else {
            Issue.record("not inside")
            return
        }
        #expect(words(outer) == "tax return")
    }

    @Test func theSpeakerIsNamedAlthoughTheWordsAreThere() throws {
        let found = try obstacles("rule: return", "I: Do you return?\nR: Yes.")
        #expect(found == [.speaker(.interviewer, [])])
    }

    @Test func respondentsChosenByAttributesAreNamedWithTheirValue() throws {
        let found = try obstacles(
            "rule: return, speakers country = Iraq", "R: I return.",
            respondents: [Respondent(id: "r", attributes: ["country": "Turkey"])])
        guard case .speaker(.respondent?, let filters)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(filters.map(\.value) == ["Turkey"])
    }

    @Test func theLanguageIsNamed() throws {
        let found = try obstacles("rule nl: return", "R: I return.")
        #expect(found == [.language(rule: "nl", text: "en"), .expression])
    }

    @Test func aGuardIsNamedWithTheAssertionItSaw() throws {
        let found = try obstacles("rule: return, only negated", "R: I return.", cues: true)
        guard case .guarded(.only([.negated]), let hit)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(hit.assertion == Assertion())
        let denied = try obstacles("rule: return, unless negated", "R: I will never return.", cues: true)
        guard case .guarded(_, let negated)? = denied.first else {
            Issue.record("\(denied)")
            return
        }
        #expect(negated.cues.filter(\.applies).map { $0.words.map(\.text) } == [["never"]])
    }

    @Test func aFilterIsNamedWithTheValueItSaw() throws {
        let found = try obstacles(
            "rule: return, where country = Iraq", "R: I return.",
            respondents: [Respondent(id: "r", attributes: ["country": "Turkey"])])
        guard case .filter(let filters)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(filters.map(\.value) == ["Turkey"])
        #expect(filters.map(\.isMet) == [false])
    }

    @Test func aQuestionThatDoesNotFitIsToldFromNoQuestion() throws {
        #expect(try obstacles("rule: yes, asked (return)", "R: Yes.") == [.nothingAsked])
        let found = try obstacles("rule: yes, asked (return)", "I: Do you stay?\nR: Yes.", turn: 2)
        guard case .notAsked(let tree)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(!tree.isMet)
    }

    @Test func aThresholdSaysWhatWasReached() throws {
        let found = try obstacles("threshold 2\n  rule: return\n  rule: home", "R: I return.")
        guard case .threshold(let threshold)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(threshold.sum == 1)
    }

    @Test func evidenceAgainstACodeNeverCodes() throws {
        #expect(try obstacles("rule: return, weight -1", "R: I return.") == [.negativeWeight])
    }

    @Test func aSuppressedCodingNamesWhatSuppressesIt() throws {
        let trace = try misses(
            "code c\n  exclusive g 1\n  rule: return\ncode d\n  exclusive g 2\n  rule: iraq", "R: I return to Iraq.")
        guard case .suppressed(let coding, let higher)? = trace.rules.first?.obstacles.first else {
            Issue.record("\(trace.rules)")
            return
        }
        #expect(coding.status == .suppressed)
        #expect(higher?.code == "d")
    }

    @Test func aPlaceThatIsCodedSaysSo() throws {
        let trace = try misses("code c\n  rule: return", "R: I return to Iraq.", at: "Iraq")
        #expect(trace.codings.count == 1)
        #expect(trace.rules.first?.obstacles == [])
    }

    @Test func aHitWhoseCodingDoesNotReachThePlaceSaysWhereItIs() throws {
        let trace = try misses("code c\n  mark match\n  rule: return", "R: I return to Iraq.", at: "Iraq")
        #expect(trace.codings.isEmpty)
        guard case .codedElsewhere(let coding)? = trace.rules.first?.obstacles.first else {
            Issue.record("\(trace.rules)")
            return
        }
        #expect(coding.quote == "return")
    }

    @Test func theNearestMissComesFirst() throws {
        let trace = try misses(
            """
            code c
              rule far: return near/2 iraq
              rule nothing: boat
              rule near: return near/4 iraq
              rule half: return and boat
              rule guarded: return, only negated
            """, "R: I return one two three four to Iraq.")
        #expect(trace.rules.map(\.rule.id) == ["guarded", "near", "far", "half", "nothing"])
    }

    @Test func ofAnOrTheNearestPartIsTheOneThatFailed() throws {
        let trace = try misses("code c\n  rule: (boat and ship) or (return and boat)", "R: I return.")
        let failures = trace.rules.first?.tree?.failures ?? []
        #expect(failures.map(\.role) == [.evidence])
        #expect(trace.rules.first?.nearness.found == 1)
        #expect(trace.rules.first?.nearness.all == 2)
    }

    @Test func offsetsCountScalarsAndLabelsLeadToTheNextWord() throws {
        let trace = try misses("code c\n  rule: boat", "R: 👩‍👩‍👧 Élan. The ship.", at: "ship")
        #expect(trace.quote == "The ship.")
        #expect(try misses("code c\n  rule: boat", "R: The ship.", at: "R").quote == "The ship.")
    }
}
