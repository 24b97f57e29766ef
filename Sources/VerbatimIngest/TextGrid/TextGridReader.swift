import VerbatimFiles
import VerbatimModel

/// Reads a Praat TextGrid, in its long or its short text form: tiers of intervals, one for each speaker.
enum TextGridReader {
    /// A silence from which on a speaker's next interval is a paragraph of its own, in seconds.
    static let paragraphPause = 2.0

    /// Whether the beginning of a file, behind a byte-order mark, is that of a Praat object in a text form.
    ///
    /// The short form of early versions has the type without the words before it.
    static func matches(_ start: String) -> Bool {
        let line = start.prefix { !$0.isNewline }
        return line.hasPrefix("File type = \"ooTextFile") || line.hasPrefix("\"ooTextFile")
    }

    /// The transcript of a file.
    /// - Throws: what the decoder throws; `malformed-textgrid` with line and column; `no-speech-tier`; `no-text` if nothing is said.
    /// - Complexity: O(n log n) for n intervals.
    static func read(_ file: SourceFile) throws(DiagnosticsError) -> Transcript {
        let decoded = try file.decoded()
        var parser = TextGridParser(utf8: decoded.utf8, path: file.path)
        let tiers = try parser.tiers()
        let speech = TextGridSpeech(tiers)
        var text = SpokenText()
        if !speech.skipped.isEmpty { text.warnings.append(skipped(speech.skipped, path: file.path)) }
        guard !speech.tiers.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-speech-tier",
                    "No tier of intervals holds speech. Put what is said on an interval tier that has the speaker's name.",
                    path: file.path)
            ])
        }
        var times = MediaTime()
        var events: [TierEvent] = []
        for (number, tier) in speech.tiers.enumerated() {
            let key = SpeakerLabel.key(tier.speaker)
            text.list(SpokenText.Person(label: tier.speaker), as: key)
            for interval in tiers[tier.index].intervals where !isSilence(interval.text) {
                let time = times.seconds(String(interval.start))
                events.append(
                    TierEvent(
                        speaker: key, start: interval.start, end: interval.end, tier: number,
                        content: Array(interval.text.utf8), time: time))
            }
        }
        text.turns = TierEvent.turns(of: events, isTouchingJoined: false, pause: paragraphPause)
        if let warning = times.warning(path: file.path) { text.warnings.append(warning) }
        return try text.transcript(of: file, decoded: decoded, format: "textgrid")
    }

    /// Whether an interval is empty or says by a sign that nobody speaks.
    private static func isSilence(_ text: String) -> Bool {
        let sign = text.trimmingSpaces.lowercased()
        return sign.isEmpty || silences.contains(sign)
    }

    private static let silences: Set<String> = [
        "sil", "<sil>", "sp", "<sp>", "<p:>", "<p>", "#", "##", "_", "-", "…", "...", "<silence>", "<usb>",
    ]

    private static func skipped(_ names: [String], path: String) -> Diagnostic {
        let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        let rest = names.count > 12 ? " and \(names.count - 12) more" : ""
        return Diagnostic(
            .warning, "skipped-tiers",
            "Not read as speech: the \(names.count == 1 ? "tier" : "tiers") \(shown)\(rest). If one holds what is said, "
                + "make it an interval tier and give it the speaker's name.", path: path)
    }
}
