import GRDB

/// The schema of the study file, as numbered migrations that are never edited once released.
///
/// Positions (`start`, `end`) are half-open Unicode-scalar offsets from 0, so that
/// `substr(text, start + 1, end - start)` gives the words. Memos and the journal will be migrations of their own.
enum StudyMigrator {
    /// What the header of a study file says it is: "VBTM", as SQLite's `application_id`.
    static let applicationID = 0x5642_544D

    /// The migrations, in order.
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            for statements in [sources, transcripts, respondents, runs, codings] {
                try database.execute(sql: statements)
            }
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: guides)
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: ReviewSchema.statements)
        }
        migrator.registerMigration("4") { database in
            try database.execute(sql: readings)
        }
        return migrator
    }()

    /// Files as they were given.
    ///
    /// A source is never deleted, so any transcript can be read again.
    private static let sources = """
        CREATE TABLE source (
            key INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
            path TEXT NOT NULL,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            newlines TEXT NOT NULL,
            byte_count INTEGER NOT NULL CHECK (byte_count = length(bytes)),
            bytes BLOB NOT NULL
        ) STRICT;
        """

    /// Canonical texts, who speaks in them, and what they say.
    ///
    /// An id has one current row. A row that was replaced stays as long as a run whose codings stand on it.
    private static let transcripts = """
        CREATE TABLE transcript (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
            source INTEGER NOT NULL REFERENCES source (key),
            path TEXT NOT NULL,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            newlines TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('interview', 'focus-group', 'document')),
            language TEXT NOT NULL,
            text TEXT NOT NULL,
            words INTEGER NOT NULL,
            unattributed_turns INTEGER NOT NULL,
            warnings TEXT NOT NULL CHECK (json_valid(warnings)),
            fingerprint TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX transcript_current ON transcript (id) WHERE is_current = 1;
        CREATE INDEX transcript_source ON transcript (source);
        CREATE TABLE transcript_attribute (
            transcript INTEGER NOT NULL REFERENCES transcript (key) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (transcript, position),
            UNIQUE (transcript, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE transcript_respondent (
            transcript INTEGER NOT NULL REFERENCES transcript (key) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            respondent TEXT NOT NULL REFERENCES respondent (id),
            PRIMARY KEY (transcript, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE speaker (
            transcript INTEGER NOT NULL REFERENCES transcript (key) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            label TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('interviewer', 'moderator', 'respondent', 'interpreter', 'observer')),
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            reasons TEXT NOT NULL CHECK (json_valid(reasons)),
            respondent TEXT REFERENCES respondent (id),
            is_collective INTEGER NOT NULL CHECK (is_collective IN (0, 1)),
            PRIMARY KEY (transcript, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE turn (
            transcript INTEGER NOT NULL REFERENCES transcript (key) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 1),
            speaker INTEGER,
            respondent TEXT REFERENCES respondent (id),
            start INTEGER NOT NULL CHECK (start >= 0),
            end INTEGER NOT NULL CHECK (end >= start),
            time REAL,
            section TEXT,
            question TEXT,
            PRIMARY KEY (transcript, number),
            FOREIGN KEY (transcript, speaker) REFERENCES speaker (transcript, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE paragraph (
            transcript INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            position INTEGER NOT NULL,
            start INTEGER NOT NULL CHECK (start >= 0),
            end INTEGER NOT NULL CHECK (end >= start),
            language TEXT,
            PRIMARY KEY (transcript, turn, position),
            FOREIGN KEY (transcript, turn) REFERENCES turn (transcript, number) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """

    /// People, with what the last run knew of them.
    private static let respondents = """
        CREATE TABLE respondent (
            id TEXT PRIMARY KEY,
            is_listed INTEGER NOT NULL CHECK (is_listed IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE respondent_attribute (
            respondent TEXT NOT NULL REFERENCES respondent (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (respondent, position),
            UNIQUE (respondent, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// Codebook versions and runs, which are kept for ever.
    private static let runs = """
        CREATE TABLE codebook_version (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            version TEXT,
            sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
            path TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE codebook_inclusion (
            codebook_version INTEGER NOT NULL REFERENCES codebook_version (key) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            path TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (codebook_version, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE run (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            codebook_version INTEGER NOT NULL REFERENCES codebook_version (key),
            engine_version TEXT NOT NULL,
            started TEXT,
            transcripts INTEGER NOT NULL,
            turns INTEGER NOT NULL,
            respondents INTEGER NOT NULL,
            codings INTEGER NOT NULL,
            has_codings INTEGER NOT NULL CHECK (has_codings IN (0, 1))
        ) STRICT;
        CREATE TABLE run_option (
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE run_transcript (
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            transcript INTEGER NOT NULL REFERENCES transcript (key),
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX run_transcript_transcript ON run_transcript (transcript);
        CREATE TABLE run_respondent (
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            respondent TEXT NOT NULL REFERENCES respondent (id),
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;
        """

    /// A digest of what a run read, which tells whether another read the same when neither's transcripts are kept any
    /// more; NULL for runs that were recorded before there was one.
    private static let readings = "ALTER TABLE run ADD COLUMN readings TEXT CHECK (readings <> '')"

    /// The interview guide of a run, and which respondents were asked which of its questions.
    private static let guides = """
        CREATE TABLE run_question (
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            codes TEXT NOT NULL,
            PRIMARY KEY (run, position),
            UNIQUE (run, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE run_asked (
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            question TEXT NOT NULL,
            respondent TEXT NOT NULL REFERENCES respondent (id),
            transcript TEXT NOT NULL,
            turn INTEGER NOT NULL CHECK (turn >= 1),
            matched TEXT NOT NULL CHECK (matched IN ('number', 'wording')),
            similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
            PRIMARY KEY (run, position),
            FOREIGN KEY (run, question) REFERENCES run_question (run, id)
        ) STRICT, WITHOUT ROWID;
        """

    /// Codings of the two latest runs, and a view that shows them with their words.
    private static let codings = """
        CREATE TABLE coding (
            key INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
            id TEXT NOT NULL,
            transcript INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            speaker TEXT,
            respondent TEXT REFERENCES respondent (id),
            code TEXT NOT NULL,
            rules TEXT NOT NULL,
            polarity TEXT NOT NULL,
            modality TEXT NOT NULL,
            holder TEXT NOT NULL,
            assertion_kinds TEXT NOT NULL,
            start INTEGER NOT NULL CHECK (start >= 0),
            end INTEGER NOT NULL CHECK (end >= start),
            -- Written out, since SQLite makes a temporary table of an IN list for every row that is checked.
            status TEXT NOT NULL CHECK (
                status = 'proposed' OR status = 'suppressed' OR status = 'accepted' OR status = 'rejected'),
            coder TEXT NOT NULL,
            UNIQUE (run, id),
            FOREIGN KEY (transcript, turn) REFERENCES turn (transcript, number)
        ) STRICT;
        CREATE INDEX coding_turn ON coding (transcript, turn);
        CREATE TABLE evidence (
            coding INTEGER NOT NULL REFERENCES coding (key) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            start INTEGER NOT NULL CHECK (start >= 0),
            end INTEGER NOT NULL CHECK (end >= start),
            PRIMARY KEY (coding, position)
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW latest_coding AS
            SELECT coding.id AS coding, transcript.id AS transcript, coding.turn, coding.speaker, coding.respondent,
                coding.code, coding.rules, coding.polarity, coding.modality, coding.holder, coding.start, coding.end,
                substr(transcript.text, coding.start + 1, coding.end - coding.start) AS quote,
                coding.status, coding.coder
            FROM coding JOIN transcript ON transcript.key = coding.transcript
            WHERE coding.run = (SELECT max(number) FROM run)
            ORDER BY coding.key;
        """
}
