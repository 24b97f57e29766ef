import Testing
import VerbatimIngest
import VerbatimModel

@testable import CorpusComposer

@Suite struct InterviewGuideTests {
    @Test func theGuideIsReadWithAllItsWordings() throws {
        let guide = try GuideParser.parse(Array(InterviewGuide.file().utf8), path: "partnerships.guide")
        #expect(guide.questions.map(\.id) == (1...12).map { "Q\($0)" })
        #expect(guide.questions.allSatisfy { Set($0.wordings.map(\.language.code)) == ["en", "nl", "fr", "ar", "tr"] })
        #expect(Set(guide.questions.flatMap(\.codes)) == Set(StudyCodes.ids))
    }
}
