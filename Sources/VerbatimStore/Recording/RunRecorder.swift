import GRDB
import VerbatimModel

/// Writes one run into the database, inside the transaction that its owner opened.
struct RunRecorder {
    /// What has been written when a checkpoint is called.
    enum Stage: CaseIterable {
        /// The codebook version.
        case codebook
        /// Respondents and their attributes.
        case respondents
        /// Sources and transcripts.
        case transcripts
        /// The line of the run and what it read.
        case run
        /// Codings and evidence.
        case codings
        /// What is no longer kept has been deleted; nothing is left to do but to commit.
        case pruned
    }

    /// How many runs keep their codings: the latest, and the one it is compared with.
    static let runsWithCodings = 2

    /// How much of the study SQLite may keep in memory while a run is written.
    private static let cacheKibibytes = 65_536

    let database: Database
    let path: String

    /// Writes the run and returns its number.
    func record(_ run: StudyRun, checkpoint: (Stage) throws -> Void) throws -> Int {
        guard Set(run.transcripts.map { ExactKey($0.transcript.id) }).count == run.transcripts.count else {
            throw StudyError(.inconsistent, path: path, detail: "two transcripts have one id")
        }
        // A run writes pages by the ten thousand; those that do not fit into memory are written twice.
        try database.execute(sql: "PRAGMA cache_size = -\(Self.cacheKibibytes)")
        let codebook = try insertCodebook(run.codebook)
        try checkpoint(.codebook)
        try upsertRespondents(of: run)
        try checkpoint(.respondents)
        let recorder = try TranscriptRecorder(database: database)
        var keys: [ExactKey: RecordedTranscript] = [:]
        keys.reserveCapacity(run.transcripts.count)
        for transcript in run.transcripts {
            keys[ExactKey(transcript.transcript.id)] = try recorder.record(transcript)
        }
        try checkpoint(.transcripts)
        let number = try insertRun(run, codebook: codebook, transcripts: keys)
        try GuideRecorder(database: database).record(run, number: number)
        try checkpoint(.run)
        try CodingRecorder(database: database, path: path)
            .insert(run.codings, ruleStatuses: run.ruleStatuses, run: number, transcripts: keys)
        try ReviewRecorder(database: database, path: path).insert(run.handCodings)
        try checkpoint(.codings)
        try prune()
        try checkpoint(.pruned)
        return number
    }

    private func insertCodebook(_ codebook: CodebookVersion) throws -> Int64 {
        let known = try Int64.fetchOne(
            database, sql: "SELECT key FROM codebook_version WHERE sha256 = ?", arguments: [codebook.sha256])
        if let known {
            // The same text under another path is the same version; the last path is the one to look for it at.
            try database.execute(
                sql: "UPDATE codebook_version SET path = ? WHERE key = ?", arguments: [codebook.path, known])
            return known
        }
        try database.execute(
            sql: "INSERT INTO codebook_version (id, version, sha256, path, text) VALUES (?, ?, ?, ?, ?)",
            arguments: [codebook.id, codebook.version, codebook.sha256, codebook.path, codebook.text])
        let key = database.lastInsertedRowID
        for (position, inclusion) in codebook.inclusions.enumerated() {
            try database.execute(
                sql: "INSERT INTO codebook_inclusion (codebook_version, position, path, text) VALUES (?, ?, ?, ?)",
                arguments: [key, position, inclusion.path, inclusion.text])
        }
        return key
    }

    private func upsertRespondents(of run: StudyRun) throws {
        let upsert = try database.makeStatement(
            sql: """
                INSERT INTO respondent (id, is_listed) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET is_listed = excluded.is_listed
                """)
        let forget = try database.makeStatement(sql: "DELETE FROM respondent_attribute WHERE respondent = ?")
        let insert = try database.makeStatement(
            sql: "INSERT INTO respondent_attribute (respondent, position, name, value) VALUES (?, ?, ?, ?)")
        for respondent in run.respondents {
            try upsert.execute(arguments: [respondent.id, respondent.isListed])
            try forget.execute(arguments: [respondent.id])
            for (position, name) in respondent.attributes.names.enumerated() {
                try insert.execute(arguments: [respondent.id, position, name, respondent.attributes[name]])
            }
        }
    }

    private func insertRun(
        _ run: StudyRun, codebook: Int64, transcripts: [ExactKey: RecordedTranscript]
    ) throws -> Int {
        try database.execute(
            sql: """
                INSERT INTO run (codebook_version, engine_version, started, transcripts, turns, respondents, codings,
                    has_codings)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1)
                """,
            arguments: [
                codebook, run.engineVersion, run.started, run.transcripts.count,
                run.transcripts.reduce(0) { $0 + $1.transcript.turns.count }, run.respondents.count, run.codings.count,
            ])
        let number = Int(database.lastInsertedRowID)
        for (position, name) in run.options.names.enumerated() {
            try database.execute(
                sql: "INSERT INTO run_option (run, position, name, value) VALUES (?, ?, ?, ?)",
                arguments: [number, position, name, run.options[name]])
        }
        let transcript = try database.makeStatement(
            sql: "INSERT INTO run_transcript (run, position, transcript) VALUES (?, ?, ?)")
        for (position, item) in run.transcripts.enumerated() {
            try transcript.execute(
                arguments: [number, position, transcripts[ExactKey(item.transcript.id)]?.key])
        }
        try database.execute(
            sql: "UPDATE run SET readings = ? WHERE number = ?",
            arguments: [try RunReader(database: database).readings(ofRun: number), number])
        let respondent = try database.makeStatement(
            sql: "INSERT INTO run_respondent (run, position, respondent) VALUES (?, ?, ?)")
        for (position, item) in run.respondents.enumerated() {
            try respondent.execute(arguments: [number, position, item.id])
        }
        return number
    }

    /// Deletes the codings of older runs, and the replaced transcripts that no kept run stands on.
    private func prune() throws {
        try database.execute(
            sql: """
                CREATE TEMPORARY TABLE kept_run AS SELECT number FROM run ORDER BY number DESC LIMIT \(Self.runsWithCodings);
                DELETE FROM coding WHERE run NOT IN (SELECT number FROM kept_run);
                DELETE FROM run_transcript WHERE run NOT IN (SELECT number FROM kept_run);
                DELETE FROM run_respondent WHERE run NOT IN (SELECT number FROM kept_run);
                DELETE FROM run_asked WHERE run NOT IN (SELECT number FROM kept_run);
                DELETE FROM run_question WHERE run NOT IN (SELECT number FROM kept_run);
                UPDATE run SET has_codings = 0 WHERE number NOT IN (SELECT number FROM kept_run);
                DELETE FROM transcript WHERE is_current = 0 AND key NOT IN (SELECT transcript FROM run_transcript);
                DROP TABLE temp.kept_run;
                """)
    }
}
