package import VerbatimAnalysis

/// When new transcripts stopped to bring new codes: a row of `verbatim saturation`.
package struct SaturationRow: Hashable, Sendable {
    /// The group of respondents; `nil` where none is known, or for all.
    package var group: String?
    /// The codes of each transcript.
    package var incidence: CodeIncidence
    /// The runs of transcripts in their order.
    package var runs: Estimate<GuestSaturation>
    /// The same in other orders.
    package var orders: Estimate<OrderedSaturation>

    /// A row; see the properties of the same names.
    package init(
        group: String?, incidence: CodeIncidence, runs: Estimate<GuestSaturation>, orders: Estimate<OrderedSaturation>
    ) {
        self.group = group
        self.incidence = incidence
        self.runs = runs
        self.orders = orders
    }

    /// By how many transcripts 95 of 100 orders are saturated; `nil` where fewer ever are.
    package var mostOrdersBy: Int? {
        orders.value?.saturatedBy.firstIndex { $0 >= 0.95 }.map { $0 + 1 }
    }
}

extension Table {
    /// The table of `verbatim saturation`: one row for all transcripts, or for each group.
    ///
    /// `saturated_at` is the notation of Guest and others, `7+2`: seven transcripts and a run of two; empty where no run
    /// is. `richness` is Chao's lower bound of how many codes there are.
    package static func saturation(_ rows: [SaturationRow], by group: String?) -> Table {
        let decimals = Kind.number(decimals: 4)
        return Table(
            columns: (group.map { [Column($0)] } ?? []) + [
                Column("transcripts", .integer), Column("codes", .integer), Column("base_codes", .integer),
                Column("saturated_at"), Column("orders_saturated", decimals), Column("most_orders_by", .integer),
                Column("coverage", decimals), Column("richness", .number(decimals: 1)),
                Column("richness_low", .number(decimals: 1)), Column("richness_high", .number(decimals: 1)),
                Column("reason"),
            ],
            rows: rows.map { row in
                let richness = RichnessEstimate.chao2(row.incidence)
                let coverage = row.incidence.coverage
                let interval = richness.flatMap(\.interval)
                let reason =
                    row.runs.reason ?? row.orders.reason ?? richness.reason ?? interval.reason ?? coverage.reason
                let isOpen = row.runs.value.map { $0.saturatingRun == nil } ?? false
                return (group == nil ? [] : [.text(row.group)]) + [
                    .integer(row.incidence.transcripts.count), .integer(row.incidence.observedCodes),
                    row.runs.value.map { .integer($0.baseCodes) } ?? .undefined, .text(row.runs.value?.notation),
                    .number(row.orders.value?.saturatedBy.last),
                    row.mostOrdersBy.map { .integer($0) } ?? .undefined, .number(coverage.value),
                    .number(richness.value?.estimate), .number(interval.value?.low), .number(interval.value?.high),
                    .text(reason?.rawValue ?? (isOpen ? "notSaturated" : nil)),
                ]
            })
    }

    /// How codes add up: one row for each transcript in its order.
    ///
    /// `rarefied` is how many codes so many transcripts have on average over all ways to choose them; `run_new_share` is
    /// the share of new codes in the run that ends here, of the codes of the base.
    package static func saturationCurve(_ row: SaturationRow, transcripts: [String]) -> Table {
        let incidence = row.incidence
        let (new, sum, rarefied) = (incidence.newCodes, incidence.accumulated, incidence.rarefaction)
        let decimals = Kind.number(decimals: 4)
        return Table(
            columns: [
                Column("n", .integer), Column("transcript"), Column("new_codes", .integer),
                Column("codes", .integer), Column("rarefied", decimals), Column("run_new_share", decimals),
                Column("orders_saturated", decimals),
            ],
            rows: incidence.transcripts.indices.map { place in
                let ending = row.runs.value?.runs.first { $0.last == place + 1 }
                let share = ending.flatMap { run in row.runs.value?.newInformation(in: run) }
                return [
                    .integer(place + 1), .text(place < transcripts.count ? transcripts[place] : nil),
                    .integer(new[place]), .integer(sum[place]), .number(rarefied[place]), .number(share),
                    .number(row.orders.value?.saturatedBy[place]),
                ]
            })
    }
}
