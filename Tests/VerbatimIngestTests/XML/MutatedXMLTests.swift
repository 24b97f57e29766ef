import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

/// Whatever happens to the bytes of a file, reading gives transcripts whose ranges hold, or says what is wrong.
@Suite struct MutatedXMLTests {
    private let mutation = Mutation(signs: "<>/\"=&;:# 0-9", changes: 1...2)
    static let names = [
        "XMLInterview.exb", "XMLInterview.exs", "XMLInterview.eaf", "XMLInterview.trs", "XMLDebate.akn.xml",
        "XMLRecord.ohms.xml", "XMLOverlap.tei.xml", "XMLMapped-archive.xml", "XMLMapped-forum.xml",
    ]

    @Test(.timeLimit(.minutes(1)), arguments: names) func thousandMutatedFilesAreReadOrRefused(name: String) throws {
        let original = try Fixture.bytes(name)
        let mapping = try mapping(of: name)
        var random = SeededGenerator(seed: UInt64(original.count))
        var read = 0
        for _ in 0..<1_000 {
            let bytes = mutation.mutated(original, &random)
            do {
                let transcripts =
                    try mapping?.read(bytes, path: name, id: name, defaultLanguage: "en")
                    ?? TranscriptReader(defaultLanguage: "en").read(bytes, path: name, id: name)
                for transcript in transcripts {
                    if let fault = transcript.fault { Issue.record("\(name): \(fault)") }
                }
                read += 1
            } catch let error as DiagnosticsError {
                // Every fault is in this file or its mapping, and says something.
                if error.diagnostics.isEmpty
                    || error.diagnostics.contains(where: { $0.path == nil || $0.message.isEmpty })
                {
                    Issue.record("\(name) is refused without a reason.")
                }
            }
        }
        // Some changes only touch words: if none could be read, nothing but refusals were tried.
        #expect(read > 50)
    }

    private func mapping(of name: String) throws -> TranscriptMapping? {
        guard name.hasPrefix("XMLMapped") else { return nil }
        let path = String(name.dropLast(4)) + ".mapping"
        return try TranscriptMapping.parse(String(decoding: Fixture.bytes(path), as: UTF8.self), path: path)
    }
}
