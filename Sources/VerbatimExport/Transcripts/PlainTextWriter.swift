package import VerbatimModel

/// A transcript as plain text that a person can read and `verbatim` reads back: a header, `Name: speech`, `#` sections.
package struct PlainTextWriter: Sendable {
    /// A writer.
    package init() {}

    /// The bytes of a transcript, with the roles of its speakers declared in the header.
    /// - Complexity: O(length of the text).
    package func bytes(of transcript: Transcript) -> [UInt8] {
        let text = ParagraphText(transcript)
        var lines = ["---", "transcript: \(transcript.id)", "kind: \(transcript.kind.rawValue)"]
        if transcript.language != .unknown { lines.append("language: \(transcript.language.code)") }
        for role in SpeakerRole.allCases where role != .respondent {
            let labels = transcript.speakers.filter { $0.role == role }.map(\.label)
            if !labels.isEmpty { lines.append("\(role.rawValue): \(labels.joined(separator: "; "))") }
        }
        for name in transcript.attributes.names where !Self.ownKeys.contains(name.lowercased()) {
            let value = transcript.attributes[name] ?? ""
            lines.append("\(name): \(value.split(separator: "\n").joined(separator: " "))")
        }
        lines.append("---")
        var (section, question): (String?, String?) = (nil, nil)
        for turn in transcript.turns {
            if turn.section != section, let title = turn.section { lines += ["", "# \(title)"] }
            if turn.question != question, let id = turn.question { lines += ["", questionLine(id)] }
            (section, question) = (turn.section, turn.question)
            lines.append("")
            let paragraphs = turn.paragraphs.map(text.words)
            guard let speaker = transcript.speaker(of: turn) else {
                lines.append(paragraphs.joined(separator: "\n\n"))
                continue
            }
            let time = turn.time.map { "[\(Self.clock($0))] " } ?? ""
            lines.append("\(time)\(speaker.label): \(paragraphs.joined(separator: "\n\n"))")
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// A numbered question as a line of its own; ids that are no number are left as they are.
    private func questionLine(_ id: String) -> String {
        let number = id.hasPrefix("Q") ? id.dropFirst() : Substring(id)
        return number.first?.isNumber == true ? "Question \(number)." : "## \(id)"
    }

    /// Hours, minutes and whole seconds.
    private static func clock(_ time: Double) -> String {
        let seconds = max(0, Int(time.rounded(.down)))
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
    }

    /// Keys of the header that say something else than an attribute.
    private static let ownKeys: Set<String> = [
        "transcript", "kind", "language", "respondent", "interviewer", "moderator", "interpreter", "observer",
    ]
}
