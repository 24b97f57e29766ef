package import VerbatimAnalysis
package import VerbatimModel

/// How well the rules of one code find what people find: a row of `verbatim audit`.
package struct AuditRow: Hashable, Sendable {
    /// The code's id.
    package let code: Code.ID
    /// Its name for people.
    package let name: String
    /// The number of the sample whose segments people judged.
    package let sample: Int
    /// The number of the run that it was drawn from.
    package let run: Int
    /// Whether the rules of the latest run make the same strata as those of that run.
    package let isCurrent: Bool
    /// The strata that the rules coded.
    package let coded: [ReviewedStratum]
    /// Those that they did not, near misses among them.
    package let uncoded: [ReviewedStratum]
    /// Of what the rules coded, the share that people code too.
    package let precision: Estimate<IntervalEstimate>
    /// Of what people code, the share that the rules coded.
    package let recall: Estimate<IntervalEstimate>
    /// The harmonic mean of the two.
    package let f1: Estimate<IntervalEstimate>

    /// A row; see the properties of the same names.
    package init(
        code: Code.ID, name: String, sample: Int, run: Int, isCurrent: Bool, coded: [ReviewedStratum],
        uncoded: [ReviewedStratum]
    ) {
        self.code = code
        self.name = name
        self.sample = sample
        self.run = run
        self.isCurrent = isCurrent
        self.coded = coded
        self.uncoded = uncoded
        let audit = CodeAudit(coded: coded, uncoded: uncoded)
        precision = audit.precision
        recall = audit.recall
        f1 = audit.f1
    }

    /// How many units of all strata people judged.
    package var judged: Int { (coded + uncoded).reduce(0) { $0 + $1.reviewed } }

    /// Why what is empty is so: one reason, or, where measures have different ones, each with its measures.
    package var reason: String? {
        var reasons: [(reason: UndefinedReason, measures: [String])] = []
        for (name, measure) in [("precision", precision), ("recall", recall), ("f1", f1)] {
            guard let reason = measure.reason else { continue }
            if let place = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[place].measures.append(name)
            } else {
                reasons.append((reason, [name]))
            }
        }
        if reasons.count < 2 { return reasons.first?.reason.rawValue }
        return reasons.map { "\($0.measures.joined(separator: ", ")): \($0.reason.rawValue)" }.joined(separator: "; ")
    }
}

extension Table {
    /// The table of `verbatim audit`: one row for each code.
    ///
    /// `coded` and `uncoded` count the segments that the rules coded and did not when the sample was drawn, `..._read`
    /// those that people judged, `..._true` those in which they found the code. `rules` is `current` where the figures
    /// are of the rules of the latest run, `changed` where they are of the rules as they were.
    package static func audit(_ rows: [AuditRow]) -> Table {
        Table(
            columns: [Column("code"), Column("name"), Column("sample", .integer), Column("rules")]
                + ["coded", "coded_read", "coded_true", "uncoded", "uncoded_read", "uncoded_true"]
                .map { Column($0, .integer) }
                + ["precision", "recall", "f1"].flatMap { name in
                    ["", "_low", "_high"].map { Column(name + $0, .number(decimals: 4)) }
                } + [Column("reason")],
            rows: rows.map { row in
                [
                    .text(row.code), .text(row.name), .integer(row.sample),
                    .text(row.isCurrent ? "current" : "changed"),
                ] + counts(row.coded) + counts(row.uncoded)
                    + [row.precision, row.recall, row.f1].flatMap { measure -> [Cell] in
                        [
                            .number(measure.value?.value), .number(measure.value?.interval.low),
                            .number(measure.value?.interval.high),
                        ]
                    } + [.text(row.reason)]
            })
    }

    private static func counts(_ strata: [ReviewedStratum]) -> [Cell] {
        [\ReviewedStratum.members, \.reviewed, \.positive].map { count in
            .integer(strata.reduce(0) { $0 + $1[keyPath: count] })
        }
    }
}
