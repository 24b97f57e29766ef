import Foundation
import GRDB
import VerbatimModel

/// A transcript that is in the database.
struct RecordedTranscript {
    /// The key of its row.
    var key: Int64
    /// The length of its text, in Unicode scalars.
    var scalarCount: Int

    /// Whether a span lies within the text.
    func holds(_ span: TextSpan) -> Bool {
        0 <= span.start && span.start <= span.end && span.end <= scalarCount
    }
}

/// Writes transcripts and their sources.
///
/// A reading that the study already holds is not written again.
struct TranscriptRecorder {
    private let database: Database
    private let insertAttribute: Statement
    private let insertRespondent: Statement
    private let insertPerson: Statement
    private let insertSpeaker: Statement
    private let insertTurn: RowInsertion
    private let insertParagraph: RowInsertion

    init(database: Database) throws {
        self.database = database
        insertAttribute = try database.makeStatement(
            sql: "INSERT INTO transcript_attribute (transcript, position, name, value) VALUES (?, ?, ?, ?)")
        insertRespondent = try database.makeStatement(
            sql: "INSERT INTO transcript_respondent (transcript, position, respondent) VALUES (?, ?, ?)")
        insertPerson = try database.makeStatement(
            sql: "INSERT INTO respondent (id, is_listed) VALUES (?, 0) ON CONFLICT (id) DO NOTHING")
        insertSpeaker = try database.makeStatement(
            sql: """
                INSERT INTO speaker (transcript, position, label, role, confidence, reasons, respondent, is_collective)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertTurn = try RowInsertion(
            into: "turn",
            ["transcript", "number", "speaker", "respondent", "start", "end", "time", "section", "question"],
            database: database)
        insertParagraph = try RowInsertion(
            into: "paragraph", ["transcript", "turn", "position", "start", "end", "language"], database: database)
    }

    /// Writes the transcript, or finds the row that already holds the same reading of the same source.
    func record(_ item: RunTranscript) throws -> RecordedTranscript {
        let transcript = item.transcript
        let offsets = OffsetMap(transcript.text)
        let source = try upsertSource(transcript.source, bytes: item.bytes)
        let fingerprint = Fingerprint.of(item)
        let known = try Int64.fetchOne(
            database,
            sql: """
                SELECT key FROM transcript
                WHERE id = ? AND is_current = 1 AND source = ? AND fingerprint = ? AND text = ?
                """,
            arguments: [transcript.id, source, fingerprint, transcript.text])
        if let known { return RecordedTranscript(key: known, scalarCount: offsets.scalarCount) }
        try database.execute(
            sql: "UPDATE transcript SET is_current = 0 WHERE id = ? AND is_current = 1", arguments: [transcript.id])
        try database.execute(
            sql: """
                INSERT INTO transcript (id, is_current, source, path, format, encoding, newlines, kind, language, text,
                    words, unattributed_turns, warnings, fingerprint)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                transcript.id, source, transcript.source.path, transcript.source.format, transcript.source.encoding,
                transcript.source.newlines, transcript.kind.rawValue, transcript.language.code, transcript.text,
                item.words, item.unattributedTurns, try json(transcript.warnings), fingerprint,
            ])
        let key = database.lastInsertedRowID
        for (position, name) in transcript.attributes.names.enumerated() {
            try insertAttribute.execute(arguments: [key, position, name, transcript.attributes[name]])
        }
        try insertSpeech(of: item, transcript: key, offsets: offsets)
        return RecordedTranscript(key: key, scalarCount: offsets.scalarCount)
    }

    private func upsertSource(_ source: TranscriptSource, bytes: [UInt8]) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: """
                INSERT INTO source (sha256, path, format, encoding, newlines, byte_count, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, format = excluded.format,
                    encoding = excluded.encoding, newlines = excluded.newlines
                RETURNING key
                """,
            arguments: [
                source.sha256, source.path, source.format, source.encoding, source.newlines, source.byteCount,
                Data(bytes),
            ])
    }

    private func insertSpeech(of item: RunTranscript, transcript key: Int64, offsets: OffsetMap) throws {
        let transcript = item.transcript
        var people = item.respondents + transcript.speakers.compactMap(\.respondent)
        people += transcript.turns.compactMap(\.respondent)
        for person in Set(people.map(ExactKey.init)) { try insertPerson.execute(arguments: [person.string]) }
        for (position, respondent) in item.respondents.enumerated() {
            try insertRespondent.execute(arguments: [key, position, respondent])
        }
        for (position, speaker) in transcript.speakers.enumerated() {
            try insertSpeaker.execute(arguments: [
                key, position, speaker.label, speaker.role.rawValue, speaker.confidence, try json(speaker.reasons),
                speaker.respondent, speaker.isCollective,
            ])
        }
        var paragraphs: [(turn: Int, position: Int, paragraph: Paragraph)] = []
        paragraphs.reserveCapacity(transcript.turns.count)
        try insertTurn.insert(transcript.turns) { turn, row in
            let span = offsets.span(of: turn.range)
            row.add(key)
            row.add(turn.number)
            row.add(turn.speaker)
            row.add(turn.respondent)
            row.add(span.start)
            row.add(span.end)
            row.add(turn.time)
            row.add(turn.section)
            row.add(turn.question)
            for (position, paragraph) in turn.paragraphs.enumerated() {
                paragraphs.append((turn.number, position, paragraph))
            }
        }
        try insertParagraph.insert(paragraphs) { item, row in
            let span = offsets.span(of: item.paragraph.range)
            row.add(key)
            row.add(item.turn)
            row.add(item.position)
            row.add(span.start)
            row.add(span.end)
            row.add(item.paragraph.language?.code)
        }
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
