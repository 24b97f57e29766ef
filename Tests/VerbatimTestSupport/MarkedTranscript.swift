public import VerbatimModel

/// A transcript written in a test, one turn a line.
///
///     R: I went home.
///
/// The label gives the role: `I` interviewer, `M` moderator, `O` observer, `T` interpreter (for respondent `r`, or
/// `T(a)` for `a`), `Some` a collective label; any other label is a respondent whose id is the label in lower case. A
/// label may be followed by a language (`R/fr:`), and a heading in braces (`R{Return}:`) is the section. A line without
/// a label is a further paragraph of the turn. Without any label the text is a document.
public struct MarkedTranscript: Sendable {
    /// The transcript.
    public let transcript: Transcript

    /// The transcript of the given lines.
    public init(
        _ text: String, language: Language = "en", kind: TranscriptKind? = nil, attributes: Attributes = Attributes()
    ) {
        var speakers: [Speaker] = []
        var turns: [Turn] = []
        var offset = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = offset + line.utf8.count
            defer { offset = end + 1 }
            guard let head = Head(line) else {
                if line.isEmpty { continue }
                let paragraph = Paragraph(range: offset..<end)
                if turns.isEmpty {
                    turns.append(Turn(number: 1, speaker: nil, paragraphs: [paragraph]))
                } else {
                    turns[turns.count - 1].paragraphs.append(paragraph)
                }
                continue
            }
            let speaker = speakers.firstIndex { $0.label == head.label } ?? speakers.count
            if speaker == speakers.count { speakers.append(head.speaker) }
            turns.append(
                Turn(
                    number: turns.count + 1, speaker: speaker, respondent: head.respondent,
                    paragraphs: [
                        Paragraph(range: offset + head.length..<end, language: head.language)
                    ], section: head.section))
        }
        transcript = Transcript(
            id: "marked", source: TranscriptSource(path: "marked.txt", format: "text"),
            kind: kind ?? (speakers.isEmpty ? .document : .interview), language: language, attributes: attributes,
            text: text, speakers: speakers, turns: turns)
    }

    /// What stands before the words of a turn.
    private struct Head {
        var label: String
        var language: Language?
        var section: String?
        var respondent: Respondent.ID?
        var role: SpeakerRole
        /// The number of UTF-8 code units up to the first word.
        var length: Int

        var speaker: Speaker {
            Speaker(
                label: label, role: role, respondent: role == .interpreter ? nil : respondent,
                isCollective: label == "Some")
        }

        init?(_ line: Substring) {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].count < 20,
                !line[..<colon].contains(where: \.isWhitespace)
            else { return nil }
            var head = line[..<colon]
            length = line[...colon].utf8.count + line[colon...].dropFirst().prefix { $0 == " " }.utf8.count
            if let slash = head.firstIndex(of: "/") {
                language = Language(tag: String(head[head.index(after: slash)...]))
                head = head[..<slash]
            }
            if head.last == "}", let brace = head.firstIndex(of: "{") {
                section = String(head[head.index(after: brace)...].dropLast())
                head = head[..<brace]
            }
            var spokenFor = "r"
            if head.last == ")", let bracket = head.firstIndex(of: "(") {
                spokenFor = String(head[head.index(after: bracket)...].dropLast())
                head = head[..<bracket]
            }
            label = String(head)
            switch label {
            case "I": role = .interviewer
            case "M": role = .moderator
            case "O": role = .observer
            case "T":
                role = .interpreter
                respondent = spokenFor
            case "Some": role = .respondent
            default:
                role = .respondent
                respondent = label.lowercased()
            }
        }
    }
}
