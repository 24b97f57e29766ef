import VerbatimFiles
import VerbatimModel

/// Reads WebVTT.
///
/// Source: W3C, "WebVTT: The Web Video Text Tracks Format" (2019), section 6.1. Unlike a player, the reader keeps the words of a cue
/// whose times cannot be read.
struct WebVTTReader {
    /// Whether the beginning of a file, behind a byte-order mark, is that of WebVTT.
    static func matches(_ start: String) -> Bool {
        guard start.hasPrefix("WEBVTT") else { return false }
        return start.unicodeScalars.dropFirst(6).first.map(\.isSpace) ?? true
    }

    /// The transcript of a file of captions.
    /// - Throws: what the decoder throws; `no-text` if nothing is said.
    /// - Complexity: O(number of bytes).
    static func read(_ file: SourceFile) throws(DiagnosticsError) -> Transcript {
        let decoded = try file.decoded()
        var reader = WebVTTReader(utf8: decoded.utf8)
        reader.run()
        var captions = Captions(cues: reader.cues, utf8: decoded.utf8)
        captions.language = reader.language
        captions.attributes = reader.attributes
        if let line = reader.strayLine {
            captions.warnings.append(
                Diagnostic(
                    .warning, "text-outside-cues",
                    "Lines that stand in no cue were left out, first this one. Put a line with times above them if they are speech.",
                    path: file.path, position: SourcePosition(line: line + 1, column: 1)))
        }
        return try captions.transcript(of: file, decoded: decoded, format: "vtt")
    }

    private let utf8: [UInt8]
    private let lines: [ByteRange]
    private var cues: [CaptionCue] = []
    private var language: Language?
    private var attributes = Attributes()
    /// The first line of text that no cue holds.
    private var strayLine: Int?

    private init(utf8: [UInt8]) {
        self.utf8 = utf8
        lines = CaptionCue.lines(of: utf8)
    }

    private mutating func run() {
        var index = 0
        // White space above the mark is more than the standard allows.
        while index < lines.count, isBlank(index) { index += 1 }
        index = readHeader(from: index)
        while index < lines.count {
            if lines[index].isEmpty {
                index += 1
            } else {
                index = readBlock(from: index)
            }
        }
    }

    /// The mark, a title behind it, and lines such as `Language: en`; gives the line behind.
    private mutating func readHeader(from first: Int) -> Int {
        guard first < lines.count else { return first }
        let title = text(first).dropFirst(6).drop { $0 == "-" || $0.isWhitespace }
        if !title.isEmpty { attributes["title"] = title.trimmingSpaces }
        var index = first + 1
        while index < lines.count, !lines[index].isEmpty, !CaptionCue.isTiming(lines[index], in: utf8) {
            let parts = text(index).split(separator: ":", maxSplits: 1).map(\.trimmingSpaces)
            index += 1
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[0].utf8.count <= 60 else { continue }
            switch parts[0].lowercased() {
            case "language": language = LanguageNames.language(of: parts[1])
            case "kind", "x-timestamp-map": break
            default: attributes[parts[0]] = parts[1]
            }
        }
        return index
    }

    /// A cue, a note, a style or a region; gives the line behind.
    private mutating func readBlock(from first: Int) -> Int {
        var index = first
        if !CaptionCue.isTiming(lines[first], in: utf8) {
            let opening = text(first)
            if isComment(opening) {
                while index < lines.count, !lines[index].isEmpty { index += 1 }
                return index
            }
            // A name for the cue.
            guard first + 1 < lines.count, CaptionCue.isTiming(lines[first + 1], in: utf8) else {
                while index < lines.count, !lines[index].isEmpty, !CaptionCue.isTiming(lines[index], in: utf8) {
                    if !isBlank(index) { strayLine = strayLine ?? index }
                    index += 1
                }
                return index
            }
            index += 1
        }
        var cue = CaptionCue(timing: lines[index], in: utf8)
        index += 1
        while index < lines.count, !lines[index].isEmpty, !CaptionCue.isTiming(lines[index], in: utf8) {
            cue.lines.append(lines[index])
            index += 1
        }
        cues.append(cue)
        return index
    }

    private mutating func isComment(_ opening: String) -> Bool {
        if opening.hasPrefix("NOTE"), opening.unicodeScalars.dropFirst(4).first.map(\.isSpace) ?? true {
            // Microsoft Stream names the language in a note.
            let note = opening.dropFirst(4).trimmingSpaces.lowercased()
            if note.hasPrefix("language:"), language == nil {
                language = LanguageNames.language(of: String(note.dropFirst(9)))
            }
            return true
        }
        return ["STYLE", "REGION"].contains(opening.trimmingSpaces)
    }

    private func text(_ line: Int) -> String { String(decoding: utf8[lines[line]], as: UTF8.self) }

    private func isBlank(_ line: Int) -> Bool { TextLine.trim(lines[line], in: utf8).isEmpty }
}
