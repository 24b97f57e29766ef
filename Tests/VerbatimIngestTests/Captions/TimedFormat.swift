import Testing
import VerbatimModel

@testable import VerbatimIngest

/// The readers of formats with times and of tables.
enum TimedFormat: String, CaseIterable, CustomTestStringConvertible {
    case vtt
    case srt
    case chat
    case textGrid
    case table

    var testDescription: String { rawValue }

    func transcripts(_ bytes: [UInt8], id: String = "talk") throws(DiagnosticsError) -> [Transcript] {
        let file = SourceFile(path: "talk.\(rawValue)", id: id, bytes: bytes, defaultLanguage: nil)
        switch self {
        case .vtt: return [try WebVTTReader.read(file)]
        case .srt: return [try SRTReader.read(file)]
        case .chat: return [try CHATReader.read(file)]
        case .textGrid: return [try TextGridReader.read(file)]
        case .table: return try TableTranscripts.read(file)
        }
    }

    /// The first transcript of a text that stands in a test.
    func read(_ text: String) throws -> Transcript {
        try #require(try transcripts(Array(text.utf8)).first)
    }

    /// What is wrong with a text; empty if it can be read.
    func faults(_ text: String) -> [Diagnostic] {
        do {
            _ = try transcripts(Array(text.utf8))
            return []
        } catch {
            return error.diagnostics
        }
    }
}
