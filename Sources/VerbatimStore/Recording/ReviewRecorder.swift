import GRDB
import VerbatimModel

/// Writes decisions, samples and hand codings, inside the transaction that its owner opened; it only ever adds.
struct ReviewRecorder {
    private typealias Value = any DatabaseValueConvertible

    /// The columns that a subject takes.
    private static let subject = ["transcript", "start", "end", "quote", "before", "after", "respondent"]

    let database: Database
    let path: String

    /// Writes decisions in their order, which numbers them.
    func insert(_ decisions: [Decision]) throws {
        let insert = try statement(
            into: "decision",
            ["coder"] + Self.subject + [
                "code", "outcome", "changed_code", "polarity", "modality", "holder", "assertion_kinds", "reason",
                "note", "sample", "sample_row",
            ])
        for decision in decisions {
            let assertion = decision.assertion
            let kinds = decision.assertionKinds.map(\.rawValue).joined(separator: " ")
            let judged: [Value?] = [decision.code, decision.outcome.rawValue, decision.changedCode]
            let asserted: [Value?] = [
                assertion?.polarity.rawValue, assertion?.modality.rawValue, assertion?.holder.rawValue, kinds,
            ]
            let written: [Value?] = [decision.reason, decision.note, decision.row?.sample, decision.row?.number]
            try insert.execute(
                arguments: StatementArguments(
                    [decision.coder] + values(of: decision.subject) + judged + asserted + written))
        }
    }

    /// Writes a sample, and returns its number.
    func insert(_ sample: SampleDraw) throws -> Int {
        try database.execute(
            sql: "INSERT INTO sample (run, unit, seed, is_blind) VALUES (?, ?, ?, ?)",
            arguments: [sample.run, sample.unit.rawValue, String(sample.seed), sample.isBlind])
        let number = Int(database.lastInsertedRowID)
        let reviewer = try statement(into: "sample_reviewer", ["sample", "position", "name"])
        for (position, name) in sample.reviewers.enumerated() {
            try reviewer.execute(arguments: [number, position, name])
        }
        let stratum = try statement(
            into: "sample_stratum", ["sample", "position", "code", "name", "members", "drawn"])
        let respondent = try statement(
            into: "sample_respondent", ["sample", "stratum", "position", "respondent"])
        for (position, item) in sample.strata.enumerated() {
            try stratum.execute(arguments: [number, position, item.code, item.name, item.members, item.drawn])
            for (index, id) in item.respondents.enumerated() {
                try respondent.execute(arguments: [number, position, index, id])
            }
        }
        try insertUnits(of: sample, number: number)
        return number
    }

    private func insertUnits(of sample: SampleDraw, number: Int) throws {
        let insert = try statement(
            into: "sample_unit",
            ["sample", "row", "stratum"] + Self.subject + [
                "code", "is_coded", "earlier_sample", "earlier_row", "digest",
            ])
        let assign = try statement(into: "sample_assignment", ["sample", "row", "position", "reviewer"])
        for unit in sample.units {
            let place: [Value?] = [number, unit.row, unit.stratum]
            let judged: [Value?] = [
                unit.code, unit.isCoded, unit.earlier?.sample, unit.earlier?.number, unit.digest,
            ]
            try insert.execute(arguments: StatementArguments(place + values(of: unit.subject) + judged))
            for (position, reviewer) in unit.reviewers.enumerated() {
                try assign.execute(arguments: [number, unit.row, position, reviewer])
            }
        }
    }

    /// Writes hand codings, without those that the study has already from the same coder.
    ///
    /// - Returns: How many were added.
    @discardableResult
    func insert(_ codings: [HandCoding]) throws -> Int {
        guard !codings.isEmpty else { return 0 }
        let known = try database.makeStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM hand_coding WHERE transcript IS ? AND start IS ? AND end IS ?
                    AND respondent IS ? AND quote IS ? AND code = ? AND coder = ? AND applies = ? AND memo = ?)
                """)
        let insert = try statement(
            into: "hand_coding", ["coder"] + Self.subject + ["code", "applies", "memo", "source"])
        var added = 0
        for coding in codings {
            let place = coding.subject.place
            let isKnown = try Bool.fetchOne(
                known,
                arguments: [
                    place?.transcript, place?.span.start, place?.span.end, coding.subject.respondent, place?.quote,
                    coding.code, coding.coder, coding.applies, coding.memo,
                ])
            if isKnown == true { continue }
            let coded: [Value?] = [coding.code, coding.applies, coding.memo, coding.source]
            try insert.execute(
                arguments: StatementArguments([coding.coder] + values(of: coding.subject) + coded))
            added += 1
        }
        return added
    }

    /// Replaces the codings of the latest run by what decisions made of them.
    func replaceCodings(with review: ReviewedCodings) throws {
        let latest = try Int.fetchOne(database, sql: "SELECT max(number) FROM run")
        guard latest == review.run else {
            throw StudyError(.inconsistent, path: path, detail: "a newer run was recorded in the meantime")
        }
        let entries = try Row.fetchAll(
            database,
            sql: """
                SELECT transcript.key, transcript.id, length(transcript.text) AS length
                FROM run_transcript JOIN transcript ON transcript.key = run_transcript.transcript
                WHERE run_transcript.run = ?
                """,
            arguments: [review.run])
        var transcripts: [ExactKey: RecordedTranscript] = [:]
        for row in entries {
            transcripts[ExactKey(row["id"])] = RecordedTranscript(key: row["key"], scalarCount: row["length"])
        }
        try database.execute(sql: "DELETE FROM coding WHERE run = ?", arguments: [review.run])
        try CodingRecorder(database: database, path: path)
            .insert(
                review.codings, ruleStatuses: review.ruleStatuses, run: review.run, transcripts: transcripts)
        try database.execute(
            sql: "UPDATE run SET codings = ? WHERE number = ?", arguments: [review.codings.count, review.run])
    }

    private func statement(into table: String, _ columns: [String]) throws -> Statement {
        let values = columns.map { _ in "?" }.joined(separator: ", ")
        return try database.makeStatement(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(values))")
    }

    /// The values of the columns that a subject takes, in their order.
    private func values(of subject: ReviewSubject) -> [Value?] {
        let place = subject.place
        return [
            place?.transcript, place?.span.start, place?.span.end, place?.quote, place?.before, place?.after,
            subject.respondent,
        ]
    }
}
