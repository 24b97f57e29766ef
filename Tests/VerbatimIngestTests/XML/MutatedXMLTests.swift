import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

/// Whatever happens to the bytes of a file, reading gives transcripts whose ranges hold, or says what is wrong.
@Suite struct MutatedXMLTests {
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
            let bytes = mutated(original, &random)
            do {
                let transcripts =
                    try mapping?.read(bytes, path: name, id: name, defaultLanguage: "en")
                    ?? TranscriptReader(defaultLanguage: "en").read(bytes, path: name, id: name)
                for transcript in transcripts where !isSound(transcript) {
                    Issue.record("A range of \(name) does not hold.")
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

    /// A byte flipped, a number or an attribute's end changed, a run cut, doubled or moved.
    private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes[place] = UInt8.random(in: 0x30...0x39, using: &random)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4:
                let run = Array(bytes[place..<end])
                bytes.insert(contentsOf: run, at: Int.random(in: 0...bytes.count, using: &random))
            case 5: bytes[place] = UInt8.random(in: 0x61...0x7A, using: &random)
            default: swapLines(&bytes, &random)
            }
        }
        return bytes
    }

    private func swapLines(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        guard lines.count > 2 else { return }
        lines.swapAt(Int.random(in: 1..<lines.count, using: &random), Int.random(in: 1..<lines.count, using: &random))
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private func isSound(_ transcript: Transcript) -> Bool {
        let utf8 = Array(transcript.text.utf8)
        var end = 0
        for (index, turn) in transcript.turns.enumerated() {
            guard turn.number == index + 1, !turn.paragraphs.isEmpty else { return false }
            if let speaker = turn.speaker, !transcript.speakers.indices.contains(speaker) { return false }
            if let time = turn.time, !(time >= 0 && time.isFinite) { return false }
            for paragraph in turn.paragraphs {
                guard paragraph.range.lowerBound >= end, !paragraph.range.isEmpty else { return false }
                end = paragraph.range.upperBound
                guard end <= utf8.count, utf8[paragraph.range.lowerBound] & 0xC0 != 0x80 else { return false }
                guard end == utf8.count || utf8[end] & 0xC0 != 0x80 else { return false }
            }
        }
        return !transcript.turns.isEmpty
    }
}
