import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

/// Whatever the bytes, reading gives transcripts whose ranges hold, or an error.
@Suite struct MutationTests {
    private let mutation = Mutation(signs: "[]():<>&;?#*-\n\t 0:9")

    @Test(arguments: Fixture.names) func mutatedFilesNeverBreakTheReader(name: String) throws {
        let original = try Fixture.bytes(name)
        var random = SeededGenerator(seed: UInt64(original.count))
        for _ in 0..<150 {
            let bytes = mutation.mutated(original, &random)
            do {
                for transcript in try TranscriptReader().read(bytes, path: name, id: name) {
                    #expect(transcript.fault == nil)
                }
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }
}
