import Testing
import VerbatimEngine
import VerbatimModel

@Suite struct RuleVocabularyTests {
    @Test func aWordBelongsToEveryCodeWhoseRulesLookForIt() throws {
        let study = try Study(
            """
            list @home
              en: home, "my country"
            code first
              rule: rent or hous* or "sleep* outside"
            code second
              rule: @home near/3 rent
            code third
              status retired
              rule: rent
            """)
        var vocabulary = RuleVocabulary(study.rules)
        #expect(vocabulary.codes(of: "rent") == [0, 1])
        #expect(vocabulary.codes(of: "houses") == [0])
        #expect(vocabulary.codes(of: "sleeping") == [0])
        #expect(vocabulary.codes(of: "country") == [1])
        #expect(vocabulary.codes(of: "work").isEmpty)
    }
}
