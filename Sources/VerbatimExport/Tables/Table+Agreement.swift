package import VerbatimAnalysis
package import VerbatimModel

/// How far two coders, or all, agree on one code: a row of `verbatim agreement`.
package struct AgreementRow: Hashable, Sendable {
    /// What stands in place of a code where all codes are taken together.
    package static let pooled = "(pooled)"
    /// What stands in place of both coders where all coders are taken together.
    package static let allCoders = "all"

    /// The code's id, or ``pooled``.
    package var code: Code.ID
    /// The first coder, or ``allCoders``.
    package var first: String
    /// The second coder, or ``allCoders``.
    package var second: String
    /// How many units at least two of them saw.
    package var units: Int
    /// The share of units in which they agree; of more than two coders the mean over units.
    package var percent: Estimate<Double>
    /// Cohen's kappa; of more than two coders Fleiss's; of all codes the pooled kappa of De Vries and others.
    package var kappa: Estimate<Double>
    /// Krippendorff's alpha; of all codes that of sets of codes, with Jaccard's distance.
    package var alpha: Estimate<Double>
    /// Its interval over transcripts; `nil` for sets of codes.
    package var alphaInterval: Estimate<ConfidenceInterval>?
    /// Gwet's AC1; `nil` for all codes.
    package var ac1: Estimate<Double>?
    /// 2pₒ − 1.
    package var pabak: Estimate<Double>
    /// Positive agreement; `nil` for more than two coders.
    package var positive: Estimate<Double>?
    /// Negative agreement; `nil` for more than two coders.
    package var negative: Estimate<Double>?

    /// A row; see the properties of the same names.
    package init(
        code: Code.ID, first: String, second: String, units: Int, percent: Estimate<Double>, kappa: Estimate<Double>,
        alpha: Estimate<Double>, alphaInterval: Estimate<ConfidenceInterval>? = nil, ac1: Estimate<Double>? = nil,
        pabak: Estimate<Double>, positive: Estimate<Double>? = nil, negative: Estimate<Double>? = nil
    ) {
        self.code = code
        self.first = first
        self.second = second
        self.units = units
        self.percent = percent
        self.kappa = kappa
        self.alpha = alpha
        self.alphaInterval = alphaInterval
        self.ac1 = ac1
        self.pabak = pabak
        self.positive = positive
        self.negative = negative
    }

    /// Why what is empty is so; `nil` where nothing is.
    package var reason: String? {
        let undefined =
            alpha.reason ?? kappa.reason ?? percent.reason ?? alphaInterval?.reason ?? ac1?.reason ?? pabak.reason
            ?? positive?.reason ?? negative?.reason
        if let undefined { return undefined.rawValue }
        if code == Self.pooled { return "pooled" }
        return positive == nil ? "severalCoders" : nil
    }
}

/// A unit in which two coders do not agree on a code.
package struct Disagreement: Hashable, Sendable {
    /// The transcript's id; `nil` for a respondent.
    package var transcript: Transcript.ID?
    /// The number of the turn, from 1; `nil` where the unit is no turn and lies in none.
    package var turn: Int?
    /// Where it is, in Unicode scalars of the canonical text; `nil` for a respondent.
    package var span: TextSpan?
    /// Whose words they are.
    package var respondent: Respondent.ID?
    /// The code's id.
    package var code: Code.ID
    /// Who found the code.
    package var found: String
    /// Who saw the unit and did not.
    package var missed: String
    /// The words.
    package var quote: String?

    /// A disagreement; see the properties of the same names.
    package init(
        transcript: Transcript.ID?, turn: Int?, span: TextSpan?, respondent: Respondent.ID?, code: Code.ID,
        found: String, missed: String, quote: String?
    ) {
        self.transcript = transcript
        self.turn = turn
        self.span = span
        self.respondent = respondent
        self.code = code
        self.found = found
        self.missed = missed
        self.quote = quote
    }
}

/// How far two coders agree on where a code begins and ends.
package struct UnitizingRow: Hashable, Sendable {
    /// The code's id, or ``AgreementRow/pooled``.
    package var code: Code.ID
    /// The first coder.
    package var first: String
    /// The second coder.
    package var second: String
    /// How many transcripts both saw.
    package var transcripts: Int
    /// ᵤα, |ᵤα and ᶜᵘα; `nil` for codes that overlap in the text of one coder.
    package var alpha: UnitizingAlpha?
    /// Segments that begin and end at the same place: the first coder's as truth.
    package var exact: Estimate<Double>
    /// Segments that share at least half of what they cover together.
    package var half: Estimate<Double>
    /// Kappa of single characters; `nil` for all codes.
    package var characters: Estimate<Double>?

    /// A row; see the properties of the same names.
    package init(
        code: Code.ID, first: String, second: String, transcripts: Int, alpha: UnitizingAlpha?,
        exact: Estimate<Double>, half: Estimate<Double>, characters: Estimate<Double>?
    ) {
        self.code = code
        self.first = first
        self.second = second
        self.transcripts = transcripts
        self.alpha = alpha
        self.exact = exact
        self.half = half
        self.characters = characters
    }

    /// Why what is empty is so.
    package var reason: String? {
        guard let alpha else { return "overlappingCodes" }
        let isOneCode = code != AgreementRow.pooled
        return (alpha.alpha.reason ?? exact.reason ?? characters?.reason ?? (isOneCode ? nil : alpha.labels.reason))?
            .rawValue
    }
}

extension Table {
    /// The table of `verbatim agreement`: one row for each code and pair of coders.
    package static func agreement(_ rows: [AgreementRow]) -> Table {
        Table(
            columns: [Column("code"), Column("coder_a"), Column("coder_b"), Column("units", .integer)]
                + [
                    "percent", "kappa", "alpha", "alpha_low", "alpha_high", "ac1", "pabak", "positive", "negative",
                ].map { Column($0, .number(decimals: 4)) } + [Column("reason")],
            rows: rows.map { row in
                [
                    .text(row.code), .text(row.first), .text(row.second), .integer(row.units),
                    .number(row.percent.value), .number(row.kappa.value), .number(row.alpha.value),
                    .number(row.alphaInterval?.value?.low), .number(row.alphaInterval?.value?.high),
                    .number(row.ac1?.value), .number(row.pabak.value), .number(row.positive?.value),
                    .number(row.negative?.value), .text(row.reason),
                ]
            })
    }

    /// Units in which two coders do not agree; `start` and `end` are half-open Unicode-scalar offsets, from 0.
    package static func disagreements(_ rows: [Disagreement]) -> Table {
        Table(
            columns: [
                Column("transcript"), Column("turn", .integer), Column("start", .integer), Column("end", .integer),
                Column("respondent"), Column("code"), Column("found_by"), Column("not_found_by"), Column("quote"),
            ],
            rows: rows.map { row in
                [
                    .text(row.transcript), row.turn.map { .integer($0) } ?? .undefined,
                    row.span.map { .integer($0.start) } ?? .undefined,
                    row.span.map { .integer($0.end) } ?? .undefined, .text(row.respondent), .text(row.code),
                    .text(row.found), .text(row.missed), .text(row.quote),
                ]
            })
    }

    /// Agreement on boundaries: one row for each code and pair of coders.
    ///
    /// `u_alpha` is Krippendorff's alpha for unitizing, `u_alpha_binary` that of text against gaps, `cu_alpha` that of the
    /// codes where segments overlap (of one code it says nothing, and is empty).
    package static func unitizing(_ rows: [UnitizingRow]) -> Table {
        Table(
            columns: [
                Column("code"), Column("coder_a"), Column("coder_b"), Column("transcripts", .integer),
            ]
                + ["u_alpha", "u_alpha_binary", "cu_alpha", "exact_f1", "half_f1", "character_kappa"]
                .map { Column($0, .number(decimals: 4)) } + [Column("reason")],
            rows: rows.map { row in
                [
                    .text(row.code), .text(row.first), .text(row.second), .integer(row.transcripts),
                    .number(row.alpha?.alpha.value), .number(row.alpha?.binary.value),
                    .number(row.code == AgreementRow.pooled ? row.alpha?.labels.value : nil),
                    .number(row.exact.value), .number(row.half.value), .number(row.characters?.value),
                    .text(row.reason),
                ]
            })
    }
}
