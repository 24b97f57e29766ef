/// How a session is written down.
enum TranscriptForm: String, Sendable, CaseIterable {
    /// Text with a header, `Name: speech`.
    case named
    /// Text with a title, `INT: speech` and `R: speech`.
    case initials
    /// Text with a title, `Q: speech` and `A: speech`, or the letters of the language.
    case questionAnswer
    /// Text with a header, `[hh:mm:ss] Name: speech`.
    case timed
    /// Text with a title, labels alone on a line.
    case ownLine
    /// Text with a header, the questions of the guide as numbered lines, `Interviewer: speech`.
    case numbered
    /// Markdown with a header, headings as sections, `**Name:** speech`.
    case markdown
    /// TEI P5, `u who`.
    case tei
    /// Verbatim's transcript XML.
    case verbatim

    /// The extension of the files.
    var fileExtension: String {
        switch self {
        case .markdown: "md"
        case .tei, .verbatim: "xml"
        default: "txt"
        }
    }

    /// Whether it is plain text, so that it can stand in any encoding.
    var isText: Bool { self != .tei && self != .verbatim }
}
