import Foundation
import GRDB
import VerbatimModel

/// Reads transcripts back, whole or as the summaries that tables need.
struct TranscriptReader {
    let database: Database

    /// A transcript's row: what its summary, its text and its codings are read from.
    struct Entry {
        /// The key of the row.
        var key: Int64
        /// The canonical text.
        var text: String
        /// The summary.
        var summary: TranscriptSummary
    }

    /// The transcripts of a run, in the order in which they were recorded.
    func entries(ofRun run: Int) throws -> [Entry] {
        try entries(
            joining: "JOIN run_transcript ON run_transcript.transcript = transcript.key",
            where: "run_transcript.run = ? ORDER BY run_transcript.position", arguments: [run])
    }

    /// The current transcript with the given id.
    func currentTranscript(_ id: Transcript.ID) throws -> Transcript? {
        let found = try entries(where: "transcript.id = ? AND transcript.is_current = 1", arguments: [id])
        guard let entry = found.first else { return nil }
        let summary = entry.summary
        return Transcript(
            id: summary.id, source: summary.source, kind: summary.kind, language: summary.language,
            attributes: summary.attributes, text: entry.text, speakers: try speakers(of: entry.key),
            turns: try turns(of: entry), warnings: summary.warnings)
    }

    private func entries(
        joining join: String = "", where condition: String, arguments: StatementArguments
    ) throws -> [Entry] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT transcript.key, transcript.id, transcript.path, transcript.format, transcript.encoding,
                    transcript.newlines, source.sha256, source.byte_count, transcript.kind, transcript.language,
                    transcript.text, transcript.words, transcript.unattributed_turns, transcript.warnings,
                    (SELECT count(*) FROM turn WHERE turn.transcript = transcript.key) AS turns
                FROM transcript JOIN source ON source.key = transcript.source \(join)
                WHERE \(condition)
                """,
            arguments: arguments)
        let attributes = try database.makeStatement(
            sql: "SELECT name, value FROM transcript_attribute WHERE transcript = ? ORDER BY position")
        let respondents = try database.makeStatement(
            sql: "SELECT respondent FROM transcript_respondent WHERE transcript = ? ORDER BY position")
        return try rows.map { row in
            let key: Int64 = row["key"]
            let source = TranscriptSource(
                path: row["path"], format: row["format"], encoding: row["encoding"], newlines: row["newlines"],
                sha256: row["sha256"], byteCount: row["byte_count"])
            let summary = TranscriptSummary(
                id: row["id"], source: source, kind: try value(row["kind"], column: "transcript.kind"),
                language: Language(tag: row["language"]),
                attributes: try AttributeRows.fetch(attributes, of: key.databaseValue), turns: row["turns"],
                words: row["words"], respondents: try String.fetchAll(respondents, arguments: [key]),
                unattributedTurns: row["unattributed_turns"],
                warnings: try decoded([Diagnostic].self, row["warnings"], column: "transcript.warnings"))
            return Entry(key: key, text: row["text"], summary: summary)
        }
    }

    private func speakers(of key: Int64) throws -> [Speaker] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM speaker WHERE transcript = ? ORDER BY position", arguments: [key]
        ).map { row in
            Speaker(
                label: row["label"], role: try value(row["role"], column: "speaker.role"),
                confidence: row["confidence"],
                reasons: try decoded([String].self, row["reasons"], column: "speaker.reasons"),
                respondent: row["respondent"], isCollective: row["is_collective"])
        }
    }

    private func turns(of entry: Entry) throws -> [Turn] {
        let offsets = OffsetMap(entry.text)
        var paragraphs: [Int: [Paragraph]] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM paragraph WHERE transcript = ? ORDER BY turn, position",
            arguments: [entry.key])
        while let row = try rows.next() {
            let range = offsets.byteRange(of: TextSpan(start: row["start"], end: row["end"]))
            let language = (row["language"] as String?).map { Language(tag: $0) }
            paragraphs[row["turn"], default: []].append(Paragraph(range: range, language: language))
        }
        return try Row.fetchAll(
            database, sql: "SELECT * FROM turn WHERE transcript = ? ORDER BY number", arguments: [entry.key]
        ).map { row in
            let number: Int = row["number"]
            return Turn(
                number: number, speaker: row["speaker"], respondent: row["respondent"],
                paragraphs: paragraphs[number] ?? [], time: row["time"], section: row["section"],
                question: row["question"])
        }
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ json: String, column: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw UnreadableValue(column: column)
        }
    }
}

/// The case of an enumeration that a column names.
func value<Value: RawRepresentable>(
    _ raw: String, column: String
) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: raw) else { throw UnreadableValue(column: column) }
    return value
}

/// Rows of `name, value`, as attributes.
enum AttributeRows {
    /// The attributes that a statement with one parameter gives for `owner`.
    static func fetch(_ statement: Statement, of owner: DatabaseValue) throws -> Attributes {
        var attributes = Attributes()
        let rows = try Row.fetchCursor(statement, arguments: [owner])
        while let row = try rows.next() { attributes[row["name"]] = row["value"] as String }
        return attributes
    }
}
