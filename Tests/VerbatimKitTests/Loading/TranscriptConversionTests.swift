import Foundation
import Testing
import VerbatimExport
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

@Suite struct TranscriptConversionTests {
    /// What must be the same in every form of a transcript.
    private struct Essence: Equatable {
        var turns: [String]
        var speakers: [String]
        var kind: TranscriptKind
        var language: Language
    }

    private func essence(of transcript: Transcript, times: Bool) -> Essence {
        let utf8 = Array(transcript.text.utf8)
        return Essence(
            turns: transcript.turns.map { turn in
                let words = turn.paragraphs.map { paragraph in
                    String(decoding: utf8[paragraph.range], as: UTF8.self)
                        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                let time = times ? turn.time.map { String(Int($0)) } ?? "" : ""
                return "\(transcript.speaker(of: turn)?.label ?? "") \(turn.section ?? "") \(time) \(words)"
            },
            speakers: transcript.speakers.map { "\($0.label) \($0.role) \($0.isCollective)" },
            kind: transcript.kind, language: transcript.language)
    }

    @Test(arguments: [TranscriptConversion.Form.xml, .tei, .text])
    func whatIsWrittenIsReadBack(form: TranscriptConversion.Form) throws {
        let folder = try TemporaryFolder()
        let before = try TranscriptCollection.read(RepositoryFiles.url("Transcripts").path, threads: 2).transcripts
        #expect(try TranscriptConversion(to: form).write(before, into: folder.path("out")) == before.count)
        let after = try TranscriptCollection.read(folder.path("out"), threads: 2).transcripts
        #expect(after.map(\.id) == before.map(\.id))
        for (old, new) in zip(before, after) {
            #expect(essence(of: new, times: form != .text) == essence(of: old, times: form != .text), "\(old.id)")
        }
    }

    @Test func positionsInJSONGiveTheWords() throws {
        let path = RepositoryFiles.url("Transcripts/interviews/turkey-widow-02.xml").path
        let transcript = try #require(try TranscriptCollection.read(path, threads: 1).transcripts.first)
        let json = TranscriptConversion(to: .json, withTokens: true).bytes(of: transcript)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let text = Array(try #require(object["text"] as? String).unicodeScalars)
        let turns = try #require(object["turns"] as? [[String: Any]])
        #expect(turns.count == transcript.turns.count)
        #expect(turns[0]["speaker"] as? String == "Marijke" && turns[0]["role"] as? String == "interviewer")
        let start = try #require(turns[3]["start"] as? Int), end = try #require(turns[3]["end"] as? Int)
        #expect(String(String.UnicodeScalarView(text[start..<end])) == "من ألفين وأربعطعش.")
        let tokens = try #require(object["tokens"] as? [[Int]])
        let words = tokens.map { String(String.UnicodeScalarView(text[$0[0]..<$0[1]])) }
        #expect(words.starts(with: ["Please", "tell", "her", "that", "she"]))
        #expect(words.allSatisfy { !$0.contains(" ") })
    }

    @Test func idThatLeadsOutOfTheFolderIsRefused() throws {
        let folder = try TemporaryFolder()
        let transcript = Transcript(
            id: "../../escape", source: TranscriptSource(path: "a.xml", format: "tei"), kind: .document,
            language: "en", text: "Words.")
        #expect(throws: DiagnosticsError.self) {
            try TranscriptConversion(to: .text).write([transcript], into: folder.path("out"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("escape.txt")))
    }
}
