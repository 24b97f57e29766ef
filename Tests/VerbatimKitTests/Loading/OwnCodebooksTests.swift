import Foundation
import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

/// The codebooks that come with the program.
@Suite struct OwnCodebooksTests {
    @Test(arguments: ["migration-partnerships", "gcm-objectives", "patient-experience", "usability-think-aloud"])
    func everyExamplePasses(name: String) throws {
        let path = RepositoryFiles.url("Codebooks/\(name).codebook").path
        let codebook = try LoadedCodebook.load(path)
        #expect(codebook.exampleFailures(threads: 2).map(\.rendered) == [])
        let codes = codebook.codebook.codes.filter(\.isCodable)
        #expect(codes.allSatisfy { $0.definition != nil && $0.useWhen != nil && $0.notWhen != nil })
        for language in codebook.codebook.languages where name == "migration-partnerships" {
            for code in codes {
                let examples = code.examples.filter { ($0.language ?? "en") == language }
                #expect(examples.count(where: \.isCoded) >= 5, "\(code.id) \(language)")
                #expect(examples.count { !$0.isCoded } >= 5, "\(code.id) \(language)")
            }
        }
    }
}
