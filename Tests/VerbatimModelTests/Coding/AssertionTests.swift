import Testing
import VerbatimModel

@Suite struct AssertionTests {
    @Test func withoutCuesAHitIsAffirmedStatedAndTheSpeakersOwn() {
        let assertion = Assertion()
        #expect(assertion.polarity == .affirmed)
        #expect(assertion.modality == .stated)
        #expect(assertion.holder == .self)
    }

    @Test func whatDiffersIsMixedAndWhatAgreesStays() {
        let combined = Assertion(polarity: .negated, modality: .hedged)
            .combined(with: Assertion(polarity: .affirmed, modality: .hedged, holder: .other))
        #expect(combined == Assertion(polarity: .mixed, modality: .hedged, holder: .mixed))
    }

    @Test func combiningIsTheSameInAnyOrderAndStaysMixed() {
        let all = Polarity.allCases.flatMap { polarity in
            Modality.allCases.flatMap { modality in
                Holder.allCases.map { Assertion(polarity: polarity, modality: modality, holder: $0) }
            }
        }
        for left in all {
            #expect(left.combined(with: left) == left)
            for right in all {
                #expect(left.combined(with: right) == right.combined(with: left))
                #expect(left.combined(with: right).combined(with: right) == left.combined(with: right))
            }
        }
    }

    @Test(arguments: [
        (AssertionKind.affirmed, Assertion()), (.negated, Assertion(polarity: .negated)),
        (.hedged, Assertion(modality: .hedged)), (.conditional, Assertion(modality: .conditional)),
        (.question, Assertion(modality: .question)), (.reported, Assertion(holder: .other)),
    ])
    func everyKindAsksForOneThing(kind: AssertionKind, assertion: Assertion) {
        #expect(assertion.isOf(kind))
        let opposite = Assertion(polarity: kind == .affirmed ? .negated : .affirmed)
        #expect(!opposite.isOf(kind))
    }
}
