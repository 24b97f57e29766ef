import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct ExampleRunnerTests {
    private func reasons(_ book: String) throws -> [ExampleFailure.Reason] {
        let study = try Study(book, languages: "en fr")
        return ExampleRunner.run(study.codebook, rules: study.rules).map(\.reason)
    }

    @Test func examplesThatComeOutAreNoFailures() throws {
        let book = """
            cue negation before en: not
            cue negation before fr: pas
            code c
              rule street en: "(sleep*|slept) ... (outside|street*|station)" or homeless*
              rule fr: "dormi* ... dehors"
              rule yes: yes, asked (homeless*)
              rule who: street, where country = Iraq
              +   "We [[slept outside the station]] for two weeks."
              +fr "On a [[dormi]] trois nuits [[dehors]]."
              +   asked "Were you homeless?" "Yes."
              +   with country = Iraq "On the street."
              +   negated "I was not homeless."
              -   negated "I was homeless."
              -   "Yes."
              -   "On the street."
              -   "On a dormi trois nuits dehors."
              -   as interviewer "Did you sleep outside?"
            """
        #expect(try reasons(book) == [])
    }

    @Test func failuresSayWhatMatched() throws {
        let book = """
            cue negation before en: not
            code c
              rule r: rent near/3 high
              +   "The food is bad."
              -   "A high rent."
              +   "The rent is high, [[very much]]."
              +   negated "The rent is high."
            """
        #expect(
            try reasons(book) == [
                .notCoded, .coded(rules: ["r"], evidence: ["high", "rent"]),
                .evidenceMissing(words: ["very much"], found: ["rent", "high"]),
                .assertion(expected: [.negated], found: [.affirmed]),
            ])
    }

    @Test func aFailurePrintsItsPlace() throws {
        let study = try Study("code c\n  rule r: rent\n  - \"The rent.\"")
        let failure = try #require(ExampleRunner.run(study.codebook, rules: study.rules).first)
        #expect(failure.diagnostic.description.hasPrefix("test.codebook:5:3: error: [example-failed]"))
        #expect(failure.diagnostic.message.contains("rule r hits on 'rent'"))
    }

    @Test func theQuestionOfAnExampleIsNotTheExample() throws {
        let book = """
            code c
              speakers any
              rule: rent
              - asked "What of the rent?" "It is fine."
            """
        #expect(try reasons(book) == [])
    }
}
