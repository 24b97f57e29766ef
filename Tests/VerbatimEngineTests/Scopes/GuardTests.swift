import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct GuardTests {
    @Test func guardsChooseAmongHits() throws {
        let cues = "cue negation before en: not\ncue hedge before en: maybe\n"
        let text = "R: I go. I do not go. Maybe I go. Go?"
        func count(_ guards: String) throws -> Int { try Study.hits("go\(guards)", text, before: cues).count }
        #expect(try count("") == 4)
        #expect(try count(", only negated") == 1)
        #expect(try count(", unless negated") == 3)
        #expect(try count(", only negated|hedged") == 2)
        #expect(try count(", unless negated|question") == 2)
        #expect(try count(", only affirmed, unless question") == 2)
        #expect(try count(", only reported") == 0)
    }

    @Test func askedLooksAtTheQuestionBeforeTheAnswer() throws {
        let rule = "\"next year\", asked (return or \"go back\")"
        #expect(try Study.hits(rule, "I: Will you go back?\nR: Yes, next year.") == ["next year"])
        #expect(try Study.hits(rule, "I: How are you?\nR: Next year I return.").isEmpty)
        #expect(try Study.hits(rule, "I: Will you return?\nI: Or not?\nR: Well.\nT: Next year.") == ["Next year"])
        #expect(try Study.hits(rule, "I: Return?\nR: No.\nI: Sure?\nR: Next year.").isEmpty)
        #expect(try Study.hits(rule, "M: Return?\nA: No.\nB: Next year.") == ["Next year"])
        #expect(try Study.hits(rule, "Return. Next year.").isEmpty)
        #expect(try Study.hits(rule, "R: Next year.\nI: Return?").isEmpty)
    }
}
