import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct RuleYieldTests {
    /// The warnings, each as `identifier: rule | ...`.
    private func warnings(_ statements: String, _ text: String, searched: Set<Language> = ["en"]) throws -> [String] {
        let study = try Study(statements, languages: "en nl")
        let codings = study.codings(MarkedTranscript(text))
        return RuleYield.warnings(study.codebook, codings: codings) { $0.map(searched.contains) ?? true }
            .map { warning in
                let names = warning.message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset % 2 == 1 }.map { String($0.element) }
                return "\(warning.identifier): \(names.joined(separator: " "))"
            }
    }

    @Test func aRuleThatCodesNothingIsDead() throws {
        let statements = "code c\n  rule one: rent\n  rule two: rent near/1 house"
        #expect(try warnings(statements, "R: The rent of the house.") == ["dead-rule: two c verbatim search"])
    }

    @Test func aRuleThatAddsNothingIsShadowed() throws {
        let statements = "code c\n  rule narrow: \"slept outside\"\n  rule wide: slept\n  rule other: rent"
        #expect(
            try warnings(statements, "R: I slept outside. He slept. The rent.") == ["shadowed-rule: narrow c wide"])
    }

    @Test func aRuleThatOnceCodesAloneIsNotShadowed() throws {
        let statements = "code c\n  rule a: slept\n  rule b: outside"
        #expect(try warnings(statements, "R: I slept outside. I slept. We were outside.").isEmpty)
    }

    @Test func ofTwoRulesThatAlwaysGoTogetherTheLaterIsNamed() throws {
        let statements = "code c\n  rule a: slept\n  rule b: outside"
        #expect(try warnings(statements, "R: I slept outside.") == ["shadowed-rule: b c a"])
    }

    @Test func rulesOfOtherCodesCastNoShadow() throws {
        #expect(try warnings("code c\n  rule: slept\ncode d\n  rule: slept", "R: I slept.").isEmpty)
    }

    @Test func rulesThatWeighAgainstACodeAreLeftAlone() throws {
        let statements = "code c\n  threshold 1\n  rule a: rent\n  rule b: friend, weight -2\n  rule d: rent or house"
        #expect(try warnings(statements, "R: The rent.").isEmpty)
    }

    @Test func rulesOfALanguageThatNobodySpeaksAreLeftAlone() throws {
        let statements = "code c\n  rule a: rent\n  rule b nl: huur"
        #expect(try warnings(statements, "R: The rent.").isEmpty)
        #expect(
            try warnings(statements, "R: The rent.", searched: ["en", "nl"]) == ["dead-rule: b c verbatim search"])
    }
}
