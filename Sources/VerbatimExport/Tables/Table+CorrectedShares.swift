package import VerbatimAnalysis
package import VerbatimModel

/// The share of respondents with one code, corrected for the errors of the rules: a row of `verbatim frequencies --basis
/// corrected`.
package struct CorrectedRow: Hashable, Sendable {
    /// The values of the group; empty for all respondents.
    package var group: [String?]
    /// The id of the code or theme.
    package var code: Code.ID
    /// Its name for people.
    package var name: String
    /// Whether it only groups codes.
    package var isTheme: Bool
    /// How many respondents the share is of.
    package var asked: Int
    /// In how many of them the rules find the code.
    package var found: Int
    /// How many of them people judged.
    package var read: Int
    /// The corrected share, of the target.
    package var share: Estimate<IntervalEstimate>
    /// The corrected number among these respondents; `nil` for a share in a population.
    package var count: Estimate<IntervalEstimate>?

    /// A row; see the properties of the same names.
    package init(
        group: [String?], code: Code.ID, name: String, isTheme: Bool, asked: Int, found: Int, read: Int,
        share: Estimate<IntervalEstimate>, count: Estimate<IntervalEstimate>?
    ) {
        self.group = group
        self.code = code
        self.name = name
        self.isTheme = isTheme
        self.asked = asked
        self.found = found
        self.read = read
        self.share = share
        self.count = count
    }
}

extension Table {
    /// The table of corrected shares: one row for each code, and group.
    ///
    /// `found` counts what the rules find, `read` whom people judged, `respondents` is the corrected number among these
    /// respondents. `target` tells of whom `share` and its interval speak.
    package static func correctedShares(
        _ rows: [CorrectedRow], by attributes: [String], target: InferenceTarget
    ) -> Table {
        let (decimals, tenths) = (Kind.number(decimals: 4), Kind.number(decimals: 1))
        return Table(
            columns: attributes.map { Column($0) } + [
                Column("code"), Column("name"), Column("level"), Column("target"), Column("asked", .integer),
                Column("found", .integer), Column("found_share", decimals), Column("read", .integer),
                Column("share", decimals), Column("ci_low", decimals), Column("ci_high", decimals),
                Column("respondents", tenths), Column("respondents_low", tenths), Column("respondents_high", tenths),
                Column("wording"), Column("reason"),
            ],
            rows: rows.map { row in
                let (share, count) = (row.share.value, row.count?.value)
                let found = Estimate.ratio(row.found, row.asked, orElse: UndefinedReason.noUnits)
                return row.group.map { .text($0) } + [
                    .text(row.code), .text(row.name), .text(row.isTheme ? "theme" : "code"), .text(target.rawValue),
                    .integer(row.asked), .integer(row.found), .number(found.value), .integer(row.read),
                    .number(share?.value), .number(share?.interval.low), .number(share?.interval.high),
                    .number(count?.value), .number(count?.interval.low), .number(count?.interval.high),
                    .text(share.map { WordingBand.ofEstimate($0.value).rawValue }),
                    .text((row.share.reason ?? found.reason)?.rawValue),
                ]
            })
    }
}
