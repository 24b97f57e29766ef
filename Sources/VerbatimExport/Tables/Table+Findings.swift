package import VerbatimModel

/// What was found in one transcript before anything is coded.
package struct TranscriptFinding: Hashable, Sendable {
    /// The transcript.
    package var transcript: Transcript
    /// The number of word tokens in all turns.
    package var words: Int

    /// The transcript, with the number of its word tokens.
    package init(_ transcript: Transcript, words: Int) {
        self.transcript = transcript
        self.words = words
    }
}

extension Table {
    /// The table of `verbatim import --check`: one row for each transcript.
    package static func findings(_ findings: [TranscriptFinding]) -> Table {
        Table(
            columns: [
                Column("path"), Column("transcript"), Column("format"), Column("encoding"), Column("kind"),
                Column("language"), Column("turns", .integer), Column("speakers"), Column("respondents", .integer),
                Column("words", .integer), Column("sections", .integer), Column("warnings"),
            ],
            rows: findings.map { finding in
                let transcript = finding.transcript
                return [
                    .text(transcript.source.path), .text(transcript.id), .text(transcript.source.format),
                    .text(transcript.source.encoding), .text(transcript.kind.rawValue),
                    .text(transcript.languages.map(\.code).joined(separator: " ")),
                    .integer(transcript.turns.count), .text(transcript.speakers.map(words).joined(separator: "; ")),
                    .integer(Set(transcript.turns.compactMap(\.respondent)).count), .integer(finding.words),
                    .integer(Set(transcript.turns.compactMap { $0.section ?? $0.question }).count),
                    .text(transcript.warnings.map(\.identifier).joined(separator: "; ")),
                ]
            })
    }

    /// A speaker's label and role, with a question mark where the role is not sure.
    private static func words(_ speaker: Speaker) -> String {
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
