/// What kind of session a transcript records.
public enum TranscriptKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// One or a few respondents, questioned.
    case interview
    /// A group that talks under a moderator.
    case focusGroup = "focus-group"
    /// A text without speakers: searched whole, without respondents.
    case document
}

/// What is known of the file a transcript was read from.
public struct TranscriptSource: Hashable, Sendable, Codable {
    /// The path, as the user gave the folder and what follows below it.
    public var path: String
    /// The format that was recognised: `text`, `tei`, `verbatim`, ...
    public var format: String
    /// The encoding that was recognised, by its IANA name in lower case: `utf-8`, `utf-16le`, `windows-1252`, ...
    public var encoding: String
    /// The line ends: `lf`, `crlf`, `cr` or `mixed`.
    public var newlines: String
    /// The SHA-256 of the original bytes, in lower-case hexadecimal.
    public var sha256: String
    /// The number of original bytes.
    public var byteCount: Int

    /// A source; see the properties of the same names.
    public init(
        path: String, format: String, encoding: String = "utf-8", newlines: String = "lf", sha256: String = "",
        byteCount: Int = 0
    ) {
        self.path = path
        self.format = format
        self.encoding = encoding
        self.newlines = newlines
        self.sha256 = sha256
        self.byteCount = byteCount
    }
}

/// One session: a canonical text and its turns.
///
/// The canonical text of a plain-text source is that source's scalars with newlines as LF and no byte-order mark. Of an
/// XML source it is the speech, whitespace collapsed, a paragraph a line and an empty line between turns.
public struct Transcript: Hashable, Sendable, Codable, Identifiable {
    /// The path below the folder that was given, without extension, unless the file itself names one.
    public var id: String
    /// The file it was read from.
    public var source: TranscriptSource
    /// What kind of session it is.
    public var kind: TranscriptKind
    /// The language that was declared, else detected, else ``Language/unknown``.
    public var language: Language
    /// What the header says: country, date, ...
    public var attributes: Attributes
    /// The canonical text.
    public var text: String
    /// Those who speak, in the order of their first turn.
    public var speakers: [Speaker]
    /// What they say, in order.
    public var turns: [Turn]
    /// What a researcher should look at.
    public var warnings: [Diagnostic]

    /// A transcript; see the properties of the same names.
    public init(
        id: String, source: TranscriptSource, kind: TranscriptKind, language: Language,
        attributes: Attributes = Attributes(), text: String, speakers: [Speaker] = [], turns: [Turn] = [],
        warnings: [Diagnostic] = []
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.language = language
        self.attributes = attributes
        self.text = text
        self.speakers = speakers
        self.turns = turns
        self.warnings = warnings
    }

    /// Who speaks in a turn; `nil` in a text without speakers.
    public func speaker(of turn: Turn) -> Speaker? {
        turn.speaker.map { speakers[$0] }
    }

    /// The language of a paragraph: its own, else the transcript's.
    public func language(of paragraph: Paragraph) -> Language {
        paragraph.language ?? language
    }
}
