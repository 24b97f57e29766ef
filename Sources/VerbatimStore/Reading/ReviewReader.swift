import GRDB
import VerbatimModel

/// Reads decisions, samples and hand codings back.
struct ReviewReader {
    let database: Database

    /// All decisions, in their order.
    func decisions() throws -> [Decision] {
        try Row.fetchAll(database, sql: "SELECT * FROM decision ORDER BY number").map { row in
            let kinds: String = row["assertion_kinds"]
            return Decision(
                number: row["number"], subject: try subject(row, table: "decision"), code: row["code"],
                outcome: try value(row["outcome"], column: "decision.outcome"), changedCode: row["changed_code"],
                assertion: try assertion(row),
                assertionKinds: try kinds.split(separator: " ").map {
                    try value(String($0), column: "decision.assertion_kinds")
                },
                reason: row["reason"], note: row["note"], coder: row["coder"],
                row: self.row(row["sample"], row["sample_row"]))
        }
    }

    /// All hand codings, in the order in which they were added.
    func handCodings() throws -> [HandCoding] {
        try Row.fetchAll(database, sql: "SELECT * FROM hand_coding ORDER BY number").map { row in
            HandCoding(
                subject: try subject(row, table: "hand_coding"), code: row["code"], applies: row["applies"],
                coder: row["coder"], memo: row["memo"], source: row["source"])
        }
    }

    /// All samples, the first first.
    func samples() throws -> [SampleDraw] {
        try Row.fetchAll(database, sql: "SELECT * FROM sample ORDER BY number").map { row in
            let number: Int = row["number"]
            guard let seed = UInt64(row["seed"] as String) else { throw UnreadableValue(column: "sample.seed") }
            return SampleDraw(
                number: number, run: row["run"], unit: try value(row["unit"], column: "sample.unit"), seed: seed,
                isBlind: row["is_blind"],
                reviewers: try String.fetchAll(
                    database, sql: "SELECT name FROM sample_reviewer WHERE sample = ? ORDER BY position",
                    arguments: [number]),
                strata: try strata(ofSample: number), units: try units(ofSample: number))
        }
    }

    private func strata(ofSample sample: Int) throws -> [SampleDraw.Stratum] {
        let respondents = try database.makeStatement(
            sql: "SELECT respondent FROM sample_respondent WHERE sample = ? AND stratum = ? ORDER BY position")
        return try Row.fetchAll(
            database, sql: "SELECT * FROM sample_stratum WHERE sample = ? ORDER BY position", arguments: [sample]
        ).map { row in
            let position: Int = row["position"]
            return SampleDraw.Stratum(
                code: row["code"], name: row["name"], members: row["members"], drawn: row["drawn"],
                respondents: try String.fetchAll(respondents, arguments: [sample, position]))
        }
    }

    private func units(ofSample sample: Int) throws -> [SampledUnit] {
        var reviewers: [Int: [Int]] = [:]
        let assignments = try Row.fetchCursor(
            database, sql: "SELECT row, reviewer FROM sample_assignment WHERE sample = ? ORDER BY row, position",
            arguments: [sample])
        while let row = try assignments.next() { reviewers[row["row"], default: []].append(row["reviewer"]) }
        return try Row.fetchAll(
            database, sql: "SELECT * FROM sample_unit WHERE sample = ? ORDER BY row", arguments: [sample]
        ).map { row in
            let number: Int = row["row"]
            return SampledUnit(
                row: number, stratum: row["stratum"], subject: try subject(row, table: "sample_unit"),
                code: row["code"], isCoded: row["is_coded"],
                earlier: self.row(row["earlier_sample"], row["earlier_row"]), reviewers: reviewers[number] ?? [],
                digest: row["digest"])
        }
    }

    private func subject(_ row: GRDB.Row, table: String) throws -> ReviewSubject {
        if let respondent: String = row["respondent"] { return .respondent(respondent) }
        guard let transcript: String = row["transcript"], let start: Int = row["start"], let end: Int = row["end"],
            let quote: String = row["quote"], let before: String = row["before"], let after: String = row["after"]
        else { throw UnreadableValue(column: "\(table).transcript") }
        return .segment(
            QuotedPlace(
                transcript: transcript, span: TextSpan(start: start, end: end), quote: quote, before: before,
                after: after))
    }

    private func assertion(_ row: GRDB.Row) throws -> Assertion? {
        guard let polarity: String = row["polarity"], let modality: String = row["modality"],
            let holder: String = row["holder"]
        else { return nil }
        return Assertion(
            polarity: try value(polarity, column: "decision.polarity"),
            modality: try value(modality, column: "decision.modality"),
            holder: try value(holder, column: "decision.holder"))
    }

    private func row(_ sample: Int?, _ number: Int?) -> Decision.Row? {
        guard let sample, let number else { return nil }
        return Decision.Row(sample: sample, number: number)
    }
}
