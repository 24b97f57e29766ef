/// The part of the schema that people write: decisions, samples and hand codings.
///
/// Triggers keep the promise that what a person decided is never changed and never deleted. Nothing of it refers to
/// rows of transcripts or codings, which runs replace: a segment is kept with its words and what stands around them.
enum ReviewSchema {
    /// All statements, in order.
    static let statements = codings + decisions + samples + handCodings + kept

    /// What the rules alone made of a coding, so that a decision can be taken back; NULL for a person's own coding.
    private static let codings = """
        ALTER TABLE coding ADD COLUMN rule_status TEXT CHECK (rule_status = 'proposed' OR rule_status = 'suppressed');
        UPDATE coding SET rule_status = status WHERE status = 'proposed' OR status = 'suppressed';
        """

    private static let decisions = """
        CREATE TABLE decision (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            coder TEXT NOT NULL CHECK (coder <> ''),
            transcript TEXT,
            start INTEGER CHECK (start >= 0),
            end INTEGER CHECK (end >= start),
            quote TEXT,
            before TEXT,
            after TEXT,
            respondent TEXT,
            code TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'changed', 'unsure')),
            changed_code TEXT,
            polarity TEXT,
            modality TEXT,
            holder TEXT,
            assertion_kinds TEXT NOT NULL,
            reason TEXT NOT NULL,
            note TEXT NOT NULL,
            sample INTEGER,
            sample_row INTEGER,
            CHECK ((outcome = 'changed') = (changed_code IS NOT NULL)),
            CHECK ((respondent IS NULL) = (transcript IS NOT NULL AND start IS NOT NULL AND end IS NOT NULL
                AND quote IS NOT NULL AND before IS NOT NULL AND after IS NOT NULL)),
            FOREIGN KEY (sample, sample_row) REFERENCES sample_unit (sample, row)
        ) STRICT;
        CREATE INDEX decision_transcript ON decision (transcript);
        CREATE INDEX decision_sample ON decision (sample, sample_row);
        """

    private static let samples = """
        CREATE TABLE sample (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            run INTEGER NOT NULL REFERENCES run (number),
            unit TEXT NOT NULL CHECK (unit IN ('segment', 'respondent')),
            seed TEXT NOT NULL,
            is_blind INTEGER NOT NULL CHECK (is_blind IN (0, 1))
        ) STRICT;
        CREATE TABLE sample_reviewer (
            sample INTEGER NOT NULL REFERENCES sample (number),
            position INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            PRIMARY KEY (sample, position),
            UNIQUE (sample, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sample_stratum (
            sample INTEGER NOT NULL REFERENCES sample (number),
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            members INTEGER NOT NULL CHECK (members >= 0),
            drawn INTEGER NOT NULL CHECK (drawn BETWEEN 0 AND members),
            PRIMARY KEY (sample, position),
            UNIQUE (sample, code, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sample_respondent (
            sample INTEGER NOT NULL,
            stratum INTEGER NOT NULL,
            position INTEGER NOT NULL,
            respondent TEXT NOT NULL,
            PRIMARY KEY (sample, stratum, position),
            FOREIGN KEY (sample, stratum) REFERENCES sample_stratum (sample, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sample_unit (
            sample INTEGER NOT NULL,
            row INTEGER NOT NULL CHECK (row >= 1),
            stratum INTEGER NOT NULL,
            transcript TEXT,
            start INTEGER CHECK (start >= 0),
            end INTEGER CHECK (end >= start),
            quote TEXT,
            before TEXT,
            after TEXT,
            respondent TEXT,
            code TEXT NOT NULL,
            is_coded INTEGER NOT NULL CHECK (is_coded IN (0, 1)),
            earlier_sample INTEGER,
            earlier_row INTEGER,
            digest TEXT NOT NULL,
            PRIMARY KEY (sample, row),
            CHECK ((respondent IS NULL) = (transcript IS NOT NULL AND start IS NOT NULL AND end IS NOT NULL
                AND quote IS NOT NULL AND before IS NOT NULL AND after IS NOT NULL)),
            FOREIGN KEY (sample, stratum) REFERENCES sample_stratum (sample, position),
            FOREIGN KEY (earlier_sample, earlier_row) REFERENCES sample_unit (sample, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sample_assignment (
            sample INTEGER NOT NULL,
            row INTEGER NOT NULL,
            position INTEGER NOT NULL,
            reviewer INTEGER NOT NULL,
            PRIMARY KEY (sample, row, position),
            FOREIGN KEY (sample, row) REFERENCES sample_unit (sample, row),
            FOREIGN KEY (sample, reviewer) REFERENCES sample_reviewer (sample, position)
        ) STRICT, WITHOUT ROWID;
        """

    private static let handCodings = """
        CREATE TABLE hand_coding (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            coder TEXT NOT NULL CHECK (coder <> ''),
            transcript TEXT,
            start INTEGER CHECK (start >= 0),
            end INTEGER CHECK (end >= start),
            quote TEXT,
            before TEXT,
            after TEXT,
            respondent TEXT,
            code TEXT NOT NULL,
            applies INTEGER NOT NULL CHECK (applies IN (0, 1)),
            memo TEXT NOT NULL,
            source TEXT NOT NULL,
            CHECK ((respondent IS NULL) = (transcript IS NOT NULL AND start IS NOT NULL AND end IS NOT NULL
                AND quote IS NOT NULL AND before IS NOT NULL AND after IS NOT NULL))
        ) STRICT;
        CREATE INDEX hand_coding_subject ON hand_coding (transcript, start, end);
        """

    private static let kept = [
        "decision", "sample", "sample_reviewer", "sample_stratum", "sample_respondent", "sample_unit",
        "sample_assignment", "hand_coding",
    ].map { table in
        """
        CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'what people decided is never deleted'); END;
        CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'what people decided is never changed'); END;
        """
    }.joined(separator: "\n")
}
