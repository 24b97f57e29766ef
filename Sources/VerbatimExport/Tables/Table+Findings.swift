package import VerbatimModel

extension Table {
    /// The columns of `verbatim import --check`, which has a row for each transcript.
    package static let findingColumns = [
        Column("path"), Column("transcript"), Column("format"), Column("encoding"), Column("kind"),
        Column("language"), Column("turns", .integer), Column("speakers"), Column("respondents", .integer),
        Column("words", .integer), Column("sections", .integer), Column("warnings"),
    ]

    /// What was found in one transcript, as a row below ``findingColumns``.
    /// - Parameters:
    ///   - transcript: The transcript.
    ///   - words: The number of word tokens in all turns.
    /// - Returns: The cells, in the order of the columns.
    package static func findings(of transcript: Transcript, words: Int) -> [Cell] {
        [
            .text(transcript.source.path), .text(transcript.id), .text(transcript.source.format),
            .text(transcript.source.encoding), .text(transcript.kind.rawValue),
            .text(transcript.languages.map(\.code).joined(separator: " ")),
            .integer(transcript.turns.count), .text(transcript.speakers.map(role).joined(separator: "; ")),
            .integer(Set(transcript.turns.compactMap(\.respondent)).count), .integer(words),
            .integer(Set(transcript.turns.compactMap { $0.section ?? $0.question }).count),
            .text(transcript.warnings.map(\.identifier).joined(separator: "; ")),
        ]
    }

    /// A speaker's label and role, with a question mark where the role is not sure.
    private static func role(_ speaker: Speaker) -> String {
        "\(speaker.label) (\(speaker.role.rawValue)\(speaker.confidence < 0.7 ? "?" : ""))"
    }
}

extension Transcript {
    /// The language of the transcript, then those of paragraphs in another, in the order of the text.
    fileprivate var languages: [Language] {
        var languages = [language]
        for turn in turns {
            for paragraph in turn.paragraphs {
                if let other = paragraph.language, !languages.contains(other) { languages.append(other) }
            }
        }
        return languages
    }
}
