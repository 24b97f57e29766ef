import VerbatimFiles
import VerbatimModel

/// Reads SubRip captions: a number, a line of times, and lines of text.
///
/// The format has no standard. What many programs write is read: a point for the comma, no numbers, blank lines within a text.
enum SRTReader {
    /// Whether the beginning of a file, behind a byte-order mark and white space, is that of SubRip captions.
    static func matches(_ start: String) -> Bool {
        let lines = start.split(maxSplits: 4, whereSeparator: \.isNewline).prefix(2).map(\.trimmingSpaces)
        guard let first = lines.first else { return false }
        // Speech on the line of times is how some transcripts write a label with its times.
        let isBare = first.contains("-->") && !first.contains(where: \.isLetter)
        let timing = isBare ? first : lines.count > 1 && isNumber(first) ? lines[1] : ""
        let utf8 = Array(timing.utf8)
        guard CaptionCue.isTiming(utf8.indices, in: utf8) else { return false }
        let cue = CaptionCue(timing: utf8.indices, in: utf8)
        return cue.start != nil && cue.end != nil
    }

    /// The transcript of a file of captions.
    /// - Throws: what the decoder throws; `no-text` if nothing is said.
    /// - Complexity: O(number of bytes).
    static func read(_ file: SourceFile) throws(DiagnosticsError) -> Transcript {
        let decoded = try file.decoded()
        let utf8 = decoded.utf8
        var cues: [CaptionCue] = []
        for line in CaptionCue.lines(of: utf8) {
            if CaptionCue.isTiming(line, in: utf8) {
                // The line above is the number of this cue.
                if let last = cues.indices.last, let number = cues[last].lines.last(where: { !isBlank($0, utf8) }),
                    isNumber(String(decoding: utf8[number], as: UTF8.self).trimmingSpaces)
                {
                    cues[last].lines.removeAll { $0 == number }
                }
                cues.append(CaptionCue(timing: line, in: utf8))
            } else if !cues.isEmpty {
                cues[cues.count - 1].lines.append(line)
            }
        }
        return try Captions(cues: cues, utf8: utf8).transcript(of: file, decoded: decoded, format: "srt")
    }

    private static func isBlank(_ line: ByteRange, _ utf8: [UInt8]) -> Bool { TextLine.trim(line, in: utf8).isEmpty }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
