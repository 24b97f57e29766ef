import Foundation
import VerbatimFiles
import VerbatimIngest
import VerbatimModel

/// The fuzz targets of ingest, one for each parser, under libFuzzer; `Scripts/fuzz` builds and runs them.
///
/// The environment variable `VERBATIM_FUZZ_TARGET` names the parser. An input may be refused, with diagnostics; what is
/// read must hold together: that is what ``check(_:)`` looks at. A crash, an endless loop or an overflow is a finding.
private enum Target {
    /// Transcripts of one format.
    case transcript(TranscriptReader)
    /// The mapping language.
    case mapping
    /// XML through a fixed mapping.
    case mapped(TranscriptMapping)
    /// Interview guides.
    case guide
    /// Respondents and speakers tables.
    case tables
    /// Text in any encoding.
    case encodings

    static let chosen: Target = {
        switch ProcessInfo.processInfo.environment["VERBATIM_FUZZ_TARGET"] ?? "text" {
        case "mapping": return .mapping
        case "mapped":
            let text = "mapping m\nroot //talk\nturn //u\nspeaker @who\nparagraph p\n"
            if let mapping = try? TranscriptMapping.parse(text, path: "m.mapping") { return .mapped(mapping) }
            return .mapping
        case "guide": return .guide
        case "tables": return .tables
        case "encodings": return .encodings
        case let name: return .transcript(TranscriptReader(format: SourceFormat(name: name)))
        }
    }()

    func run(_ bytes: [UInt8]) throws {
        switch self {
        case .transcript(let reader): try reader.read(bytes, path: "f", id: "f").forEach(check)
        case .mapping: _ = try TranscriptMapping.parse(String(decoding: bytes, as: UTF8.self), path: "f")
        case .mapped(let mapping): try mapping.read(bytes, path: "f", id: "f")?.forEach(check)
        case .guide: _ = try GuideParser.parse(bytes, path: "f")
        case .tables:
            _ = try? RespondentTable.parse(bytes, path: "f")
            _ = try SpeakerTable.parse(bytes, path: "f")
        case .encodings: _ = try SourceDecoder.decode(bytes, path: "f")
        }
    }
}

/// Stops the program where a transcript does not hold together.
private func check(_ transcript: Transcript) {
    let length = transcript.text.utf8.count
    var end = 0
    for (index, turn) in transcript.turns.enumerated() {
        precondition(turn.number == index + 1, "turns are numbered from 1")
        precondition(turn.speaker.map { transcript.speakers.indices.contains($0) } ?? true, "speakers exist")
        precondition(!turn.paragraphs.isEmpty, "a turn has words")
        for paragraph in turn.paragraphs {
            precondition(paragraph.range.lowerBound >= end, "paragraphs are in order and do not overlap")
            precondition(paragraph.range.upperBound <= length, "paragraphs lie in the text")
            end = paragraph.range.upperBound
        }
    }
}

private func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    do { try Target.chosen.run(bytes) } catch {}
    return 0
}

/// libFuzzer's own driver; it calls the function for each input and does not return before it is done.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry point: the package manager links `main` to the name of the product.
@_cdecl("fuzz_ingest_main")
public func fuzzIngestMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { testOneInput($0, $1) }
}
