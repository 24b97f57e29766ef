import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

/// Whatever the bytes, reading gives transcripts whose ranges hold, or an error.
@Suite struct MutationTests {
    @Test(arguments: Fixture.names) func mutatedFilesNeverBreakTheReader(name: String) throws {
        let original = try Fixture.bytes(name)
        var random = SeededGenerator(seed: UInt64(original.count))
        for _ in 0..<150 {
            let bytes = mutated(original, &random)
            do {
                for transcript in try TranscriptReader().read(bytes, path: name, id: name) { check(transcript) }
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }

    private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2:
                bytes.insert(
                    contentsOf: Array("[]():<>&;?#*-\n\t 0:9".utf8).shuffled(using: &random).prefix(3), at: place)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + 20))
            case 4: bytes = Array(bytes.prefix(place))
            default:
                let end = min(bytes.count, place + 30)
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return bytes
    }

    private func check(_ transcript: Transcript) {
        let utf8 = Array(transcript.text.utf8)
        var end = 0
        #expect(!transcript.turns.isEmpty)
        for (index, turn) in transcript.turns.enumerated() {
            #expect(turn.number == index + 1)
            #expect(!turn.paragraphs.isEmpty)
            if let speaker = turn.speaker { #expect(transcript.speakers.indices.contains(speaker)) }
            for paragraph in turn.paragraphs {
                #expect(paragraph.range.lowerBound >= end && !paragraph.range.isEmpty)
                end = paragraph.range.upperBound
                #expect(end <= utf8.count)
                guard end <= utf8.count else { return }
                // A range never cuts a character.
                #expect(utf8[paragraph.range.lowerBound] & 0xC0 != 0x80)
                #expect(end == utf8.count || utf8[end] & 0xC0 != 0x80)
            }
        }
    }
}
