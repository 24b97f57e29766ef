import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

/// The hand-written files that the tests read.
enum Fixture {
    static let names = [
        "interview.txt", "timed.txt", "focus-group.md", "session.xml", "tokenised.xml", "corpus.xml", "interview.xml",
        "letter.txt",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: RepositoryFiles.url("Tests/VerbatimIngestTests/Fixtures/\(name)")))
    }

    static func transcripts(_ name: String) throws -> [Transcript] {
        try TranscriptReader().read(bytes(name), path: "fixtures/\(name)", id: "fixtures/\(name)")
    }

    static func transcript(_ name: String) throws -> Transcript {
        try #require(try transcripts(name).first)
    }

    /// The transcript of a text that stands in a test.
    static func read(_ text: String, path: String = "talk.txt", id: String = "talk") throws -> Transcript {
        try #require(try TranscriptReader().read(Array(text.utf8), path: path, id: id).first)
    }

    /// The identifiers of what is wrong with a text; empty if it can be read.
    static func faults(_ bytes: [UInt8], path: String = "talk.txt") -> [Diagnostic] {
        do {
            _ = try TranscriptReader().read(bytes, path: path, id: "talk")
            return []
        } catch {
            return error.diagnostics
        }
    }

    static func faults(_ text: String, path: String = "talk.txt") -> [Diagnostic] {
        faults(Array(text.utf8), path: path)
    }
}

extension Transcript {
    /// `label: first paragraph | second paragraph` for each turn.
    var script: [String] {
        let utf8 = Array(text.utf8)
        return turns.map { turn in
            let paragraphs = turn.paragraphs.map { String(decoding: utf8[$0.range], as: UTF8.self) }
            return "\(speaker(of: turn)?.label ?? "-"): \(paragraphs.joined(separator: " | "))"
        }
    }

    func role(_ label: String) -> SpeakerRole? {
        speakers.first { $0.label == label }?.role
    }
}
