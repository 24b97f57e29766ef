import Foundation
import Testing
import VerbatimCodebook
import VerbatimModel
import VerbatimTestSupport

@Suite struct AssertionPacksTests {
    @Test func embeddedPacksAreThoseOfTheRepository() throws {
        let folder = RepositoryFiles.url("Codebooks/Assertion")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".codebook") }.sorted()
        #expect(!names.isEmpty)
        #expect(AssertionPacks.files.map(\.path) == names.map { "Codebooks/Assertion/" + $0 })
        for (name, file) in zip(names, AssertionPacks.files) {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            #expect(file.text == text, "\(name) changed: run Scripts/generate-assertion-packs")
        }
    }

    @Test func packsHaveNoFaults() {
        #expect(AssertionPacks.diagnostics.map(\.rendered) == [])
    }

    @Test func englishPackNegatesBeforeTheHit() throws {
        let cue = try #require(AssertionPacks.cues().first { $0.language == "en" && $0.term == .word("never") })
        #expect(cue.kind == .negation)
        #expect(cue.direction == .before)
    }
}
