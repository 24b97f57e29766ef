package import VerbatimAnalysis
package import VerbatimModel

/// How well the rules found one code, at one level and in one group: a row of `verbatim evaluate`.
package struct EvaluationRow: Hashable, Sendable {
    /// What is counted.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        /// Respondents who have the code.
        case respondent
        /// Segments that have the code.
        case segment
    }

    /// The code's id.
    package var code: Code.ID
    /// What is counted.
    package var level: Level
    /// The group, such as a language; `nil` where none is known, or all are counted together.
    package var group: String?
    /// How many there are in truth.
    package var truth: Int
    /// How many of these the rules found; of segments that can be another number than ``correct``.
    package var found: Int
    /// How many the rules proposed.
    package var proposed: Int
    /// How many of these are true.
    package var correct: Int

    /// A row; see the properties of the same names.
    package init(
        code: Code.ID, level: Level, group: String? = nil, truth: Int = 0, found: Int = 0, proposed: Int = 0,
        correct: Int = 0
    ) {
        self.code = code
        self.level = level
        self.group = group
        self.truth = truth
        self.found = found
        self.proposed = proposed
        self.correct = correct
    }

    /// Of what was proposed, the share that is true; `noUnits` where nothing was proposed.
    package var precision: Estimate<IntervalEstimate> { IntervalEstimate.share(correct, of: proposed) }

    /// Of what is true, the share that was found; `noUnits` where nothing is true.
    package var recall: Estimate<IntervalEstimate> { IntervalEstimate.share(found, of: truth) }

    /// The harmonic mean of precision and recall; 0 where one of them is 0, or there is nothing on one side; `noUnits`
    /// where there is nothing on either.
    package var f1: Estimate<Double> {
        if truth == 0, proposed == 0 { return .undefined(.noUnits) }
        guard let precision = precision.value?.value, let recall = recall.value?.value, precision + recall > 0 else {
            return .value(0)
        }
        return .value(2 * precision * recall / (precision + recall))
    }
}

/// The means over codes at one level and in one group: what a study is judged by as a whole.
package struct EvaluationMeans: Hashable, Sendable {
    /// What is counted.
    package let level: EvaluationRow.Level
    /// The group; `nil` where none is known, or all are counted together.
    package let group: String?
    /// How many codes are in truth or were proposed: those that the mean of F1 is taken over.
    package let codes: Int
    /// The mean precision over the codes of which anything was proposed.
    package let precision: Estimate<Double>
    /// The mean recall over the codes that occur in truth.
    package let recall: Estimate<Double>
    /// The mean F1 over ``codes``: each code counts the same.
    package let f1: Estimate<Double>
    /// The counts of all codes together: each coding counts the same.
    package let together: EvaluationRow

    /// The means of rows of one level and group.
    package init(_ rows: [EvaluationRow], level: EvaluationRow.Level, group: String?) {
        self.level = level
        self.group = group
        codes = rows.count { $0.f1.value != nil }
        precision = .mean(rows.map { $0.precision.map(\.value) })
        recall = .mean(rows.map { $0.recall.map(\.value) })
        f1 = .mean(rows.map(\.f1))
        together = rows.reduce(into: EvaluationRow(code: "", level: level, group: group)) { sum, row in
            sum.truth += row.truth
            sum.found += row.found
            sum.proposed += row.proposed
            sum.correct += row.correct
        }
    }
}

/// A place where rules and truth do not agree.
package struct EvaluationFinding: Hashable, Sendable {
    /// In what they do not agree.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The truth has the code, and the rules do not find it.
        case miss
        /// The rules find the code, and the truth does not have it.
        case falseHit = "false-hit"
        /// Both have the code, and assert it differently.
        case assertion
    }

    /// In what they do not agree.
    package var kind: Kind
    /// Where.
    package var level: EvaluationRow.Level
    /// The transcript's id; `nil` for a respondent.
    package var transcript: Transcript.ID?
    /// The segment, in Unicode scalars of the canonical text; `nil` for a respondent.
    package var span: TextSpan?
    /// Whose words they are; several ids are joined by a space.
    package var respondent: String?
    /// The code's id.
    package var code: Code.ID
    /// How the truth asserts it.
    package var truth: String?
    /// How the rules assert it.
    package var proposed: String?
    /// The ids of the rules that hit.
    package var rules: [String]
    /// The words of the segment.
    package var quote: String?

    /// A finding; see the properties of the same names.
    package init(
        _ kind: Kind, level: EvaluationRow.Level, transcript: Transcript.ID? = nil, span: TextSpan? = nil,
        respondent: String? = nil, code: Code.ID, truth: String? = nil, proposed: String? = nil,
        rules: [String] = [], quote: String? = nil
    ) {
        self.kind = kind
        self.level = level
        self.transcript = transcript
        self.span = span
        self.respondent = respondent
        self.code = code
        self.truth = truth
        self.proposed = proposed
        self.rules = rules
        self.quote = quote
    }
}

extension Table {
    /// The table of `verbatim evaluate`: one row for each code and level, behind a column with the group where there is
    /// one.
    ///
    /// `correct` counts what was proposed and is true: `precision` is of `proposed`. Of segments, `recall` is the share of
    /// true segments that any coding overlaps.
    package static func evaluation(_ rows: [EvaluationRow], by group: String? = nil) -> Table {
        Table(
            columns: (group.map { [Column($0)] } ?? []) + [
                Column("code"), Column("level"), Column("truth", .integer), Column("proposed", .integer),
                Column("correct", .integer), share("precision"), share("precision_low"), share("precision_high"),
                share("recall"), share("recall_low"), share("recall_high"), share("f1"),
            ],
            rows: rows.map { row in
                (group == nil ? [] : [.text(row.group)]) + [
                    .text(row.code), .text(row.level.rawValue), .integer(row.truth), .integer(row.proposed),
                    .integer(row.correct),
                ] + cells(row.precision) + cells(row.recall) + [.number(row.f1.value)]
            })
    }

    /// The means over codes, one row for each level and group: `mean_...` counts each code the same, `all_...` each
    /// coding.
    package static func evaluationMeans(_ means: [EvaluationMeans], by group: String? = nil) -> Table {
        Table(
            columns: (group.map { [Column($0)] } ?? []) + [
                Column("level"), Column("codes", .integer), share("mean_precision"), share("mean_recall"),
                share("mean_f1"), Column("truth", .integer), Column("proposed", .integer), Column("correct", .integer),
                share("all_precision"), share("all_recall"), share("all_f1"), Column("reason"),
            ],
            rows: means.map { mean in
                (group == nil ? [] : [.text(mean.group)]) + [
                    .text(mean.level.rawValue), .integer(mean.codes), .number(mean.precision.value),
                    .number(mean.recall.value), .number(mean.f1.value), .integer(mean.together.truth),
                    .integer(mean.together.proposed), .integer(mean.together.correct),
                    .number(mean.together.precision.value?.value), .number(mean.together.recall.value?.value),
                    .number(mean.together.f1.value),
                    .text((mean.f1.reason ?? mean.precision.reason ?? mean.recall.reason)?.rawValue),
                ]
            })
    }

    /// Where rules and truth do not agree; `start` and `end` are half-open Unicode-scalar offsets, from 0.
    package static func evaluationFindings(_ findings: [EvaluationFinding]) -> Table {
        Table(
            columns: [
                Column("kind"), Column("level"), Column("transcript"), Column("start", .integer),
                Column("end", .integer), Column("respondent"), Column("code"), Column("truth"), Column("proposed"),
                Column("rules"), Column("quote"),
            ],
            rows: findings.map { finding in
                [
                    .text(finding.kind.rawValue), .text(finding.level.rawValue), .text(finding.transcript),
                    finding.span.map { .integer($0.start) } ?? .undefined,
                    finding.span.map { .integer($0.end) } ?? .undefined, .text(finding.respondent),
                    .text(finding.code), .text(finding.truth), .text(finding.proposed),
                    .text(finding.rules.isEmpty ? nil : finding.rules.joined(separator: " ")), .text(finding.quote),
                ]
            })
    }

    private static func share(_ name: String) -> Column { Column(name, .number(decimals: 4)) }

    /// A share and the ends of its interval.
    private static func cells(_ estimate: Estimate<IntervalEstimate>) -> [Cell] {
        [
            .number(estimate.value?.value), .number(estimate.value?.interval.low),
            .number(estimate.value?.interval.high),
        ]
    }
}
