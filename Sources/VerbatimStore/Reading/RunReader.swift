import GRDB
import VerbatimModel

/// Reads runs back.
struct RunReader {
    let database: Database

    /// All runs, the first first.
    func summaries() throws -> [RunSummary] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT run.*, codebook_version.id AS codebook, codebook_version.version, codebook_version.sha256
                FROM run JOIN codebook_version ON codebook_version.key = run.codebook_version ORDER BY run.number
                """
        ).map { row in
            RunSummary(
                number: row["number"], codebook: row["codebook"], codebookVersion: row["version"],
                codebookSHA256: row["sha256"], engineVersion: row["engine_version"], started: row["started"],
                transcripts: row["transcripts"], turns: row["turns"], respondents: row["respondents"],
                codings: row["codings"], hasCodings: row["has_codings"])
        }
    }

    /// The run with the highest number; `nil` where there is none.
    func latestRun() throws -> RecordedRun? {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM run ORDER BY number DESC LIMIT 1") else {
            return nil
        }
        let number: Int = row["number"]
        let options = try database.makeStatement(
            sql: "SELECT name, value FROM run_option WHERE run = ? ORDER BY position")
        let entries = try TranscriptReader(database: database).entries(ofRun: number)
        return RecordedRun(
            number: number, codebook: try codebookVersion(key: row["codebook_version"]),
            engineVersion: row["engine_version"], options: try AttributeRows.fetch(options, of: number.databaseValue),
            started: row["started"], transcripts: entries.map(\.summary), respondents: try respondents(ofRun: number),
            codings: try codings(ofRun: number, transcripts: entries),
            guide: try GuideReader(database: database).guide(ofRun: number),
            asked: try GuideReader(database: database).asked(ofRun: number))
    }

    /// What a run was made from; `nil` where there is no run of that number.
    func basis(ofRun number: Int) throws -> RunBasis? {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
        else {
            return nil
        }
        let options = try database.makeStatement(
            sql: "SELECT name, value FROM run_option WHERE run = ? ORDER BY position")
        let isKept: Bool = row["has_codings"]
        let recorded: String? = row["readings"]
        return RunBasis(
            codebook: try codebookVersion(key: row["codebook_version"]), engineVersion: row["engine_version"],
            options: try AttributeRows.fetch(options, of: number.databaseValue),
            readings: try recorded ?? (isKept ? readings(ofRun: number) : nil))
    }

    /// A digest of what a run read, whose transcripts are kept still.
    func readings(ofRun number: Int) throws -> String {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT transcript.id, source.sha256, transcript.fingerprint
                FROM run_transcript JOIN transcript ON transcript.key = run_transcript.transcript
                    JOIN source ON source.key = transcript.source
                WHERE run_transcript.run = ? ORDER BY transcript.id
                """,
            arguments: [number])
        return Fingerprint.of(rows.map { (id: $0[0], sha256: $0[1], fingerprint: $0[2]) })
    }

    private func codebookVersion(key: Int64) throws -> CodebookVersion {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM codebook_version WHERE key = ?", arguments: [key])
        else { throw UnreadableValue(column: "run.codebook_version") }
        let inclusions = try Row.fetchAll(
            database, sql: "SELECT * FROM codebook_inclusion WHERE codebook_version = ? ORDER BY position",
            arguments: [key])
        return CodebookVersion(
            id: row["id"], version: row["version"], sha256: row["sha256"], path: row["path"], text: row["text"],
            inclusions: inclusions.map { CodebookVersion.Inclusion(path: $0["path"], text: $0["text"]) })
    }

    private func respondents(ofRun run: Int) throws -> [Respondent] {
        let attributes = try database.makeStatement(
            sql: "SELECT name, value FROM respondent_attribute WHERE respondent = ? ORDER BY position")
        return try Row.fetchAll(
            database,
            sql: """
                SELECT respondent.id, respondent.is_listed
                FROM run_respondent JOIN respondent ON respondent.id = run_respondent.respondent
                WHERE run_respondent.run = ? ORDER BY run_respondent.position
                """,
            arguments: [run]
        ).map { row in
            let id: String = row["id"]
            return Respondent(
                id: id, attributes: try AttributeRows.fetch(attributes, of: id.databaseValue),
                isListed: row["is_listed"])
        }
    }

    /// What the rules alone made of the codings of the latest run; none where there is no run.
    func codingsByRules() throws -> [Coding] {
        guard let run = try Int.fetchOne(database, sql: "SELECT max(number) FROM run") else { return [] }
        return try codings(
            ofRun: run, transcripts: TranscriptReader(database: database).entries(ofRun: run), byRules: true)
    }

    /// The codings of a run; their words are cut from the texts, which is what the positions are for.
    ///
    /// With `byRules` those of people are left out, and the others have the status that the rules gave them.
    private func codings(
        ofRun run: Int, transcripts: [TranscriptReader.Entry], byRules: Bool = false
    ) throws -> [Coding] {
        var texts: [Int64: CodedText] = [:]
        for entry in transcripts { texts[entry.key] = CodedText(id: entry.summary.id, offsets: OffsetMap(entry.text)) }
        let evidence = try EvidenceRows(database: database, run: run)
        // Columns by number: this is the one table with hundreds of thousands of rows.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT key, transcript, turn, speaker, respondent, code, rules, polarity, modality, holder,
                    assertion_kinds, start, end, \(byRules ? "rule_status" : "status"), coder
                FROM coding WHERE run = ? \(byRules ? "AND rule_status IS NOT NULL" : "") ORDER BY key
                """,
            arguments: [run])
        var codings: [Coding] = []
        while let row = try rows.next() {
            guard let text = texts[row[1]] else { throw UnreadableValue(column: "coding.transcript") }
            let span = TextSpan(start: row[11], end: row[12])
            let spans = try evidence.spans(of: row[0])
            codings.append(
                Coding(
                    transcript: text.id, turn: row[2], speaker: row[3], respondent: row[4], code: row[5],
                    rules: words(row[6]),
                    assertion: Assertion(
                        polarity: try value(row[7], column: "coding.polarity"),
                        modality: try value(row[8], column: "coding.modality"),
                        holder: try value(row[9], column: "coding.holder")),
                    assertionKinds: try words(row[10]).map { try value($0, column: "coding.assertion_kinds") },
                    span: span, quote: text.words(of: span), evidence: spans, evidenceWords: spans.map(text.words),
                    status: try value(row[13], column: "coding.status"), coder: row[14]))
        }
        return codings
    }

    private func words(_ list: String) -> [String] {
        list.split(separator: " ").map(String.init)
    }
}

/// A text from which codings cut their words.
private struct CodedText {
    var id: Transcript.ID
    var offsets: OffsetMap

    /// The words of a span.
    func words(of span: TextSpan) -> String {
        offsets.text(in: offsets.byteRange(of: span))
    }
}

/// The evidence of a run's codings, read side by side with them.
private final class EvidenceRows {
    private let rows: RowCursor
    private var next: (coding: Int64, span: TextSpan)?

    init(database: Database, run: Int) throws {
        rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence.coding, evidence.start, evidence.end
                FROM coding JOIN evidence ON evidence.coding = coding.key
                WHERE coding.run = ? ORDER BY coding.key, evidence.position
                """,
            arguments: [run])
        try advance()
    }

    /// The evidence of a coding; codings are asked for in the order of their keys.
    func spans(of coding: Int64) throws -> [TextSpan] {
        var spans: [TextSpan] = []
        // Codings that are not asked for are passed over.
        while let row = next, row.coding <= coding {
            if row.coding == coding { spans.append(row.span) }
            try advance()
        }
        return spans
    }

    private func advance() throws {
        next = try rows.next().map { (coding: $0[0], span: TextSpan(start: $0[1], end: $0[2])) }
    }
}
