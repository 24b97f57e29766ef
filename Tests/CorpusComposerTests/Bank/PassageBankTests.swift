import CorpusComposer
import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct PassageBankTests {
    @Test func everyMissingFileIsNamed() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: DiagnosticsError.self) { try PassageBank(folder: folder.path("")) }
        #expect(error?.diagnostics.map(\.identifier) == Array(repeating: "bank-missing", count: 10))
    }

    @Test func anIdStandsOnce() throws {
        let folder = try TemporaryFolder()
        for language in ["en", "nl", "fr", "ar", "tr"] {
            try folder.write("@ \(language)-1 migrant\n? q\na\n", to: "\(language).txt")
            let id = language == "fr" ? "fr-1" : "\(language)-n1"
            try folder.write("@ \(id) migrant\n? q\na\n", to: "\(language)-neutral.txt")
        }
        let error = #expect(throws: DiagnosticsError.self) { try PassageBank(folder: folder.path("")) }
        #expect(error?.diagnostics.map(\.identifier) == ["bank-duplicate"])
    }
}
