package import VerbatimAnalysis
package import VerbatimModel

/// How many units of one stratum are to be read: a row of `verbatim plan --half-width`.
package struct PlanRow: Hashable, Sendable {
    /// The code's id.
    package var code: Code.ID
    /// What one unit is.
    package var unit: SampleDraw.Unit
    /// The name of the stratum.
    package var stratum: String
    /// How many units it has.
    package var units: Int
    /// How many of them people judged already.
    package var read: Int
    /// The share of them in which the code is expected to apply.
    package var guess: Double
    /// How many of them are to be read in all.
    package var needed: Int
    /// The half-width that is to be expected of the code's recall or corrected share then: the same in all its strata.
    package var expected: Estimate<Double>

    /// A row; see the properties of the same names.
    package init(
        code: Code.ID, unit: SampleDraw.Unit, stratum: String, units: Int, read: Int, guess: Double, needed: Int,
        expected: Estimate<Double>
    ) {
        self.code = code
        self.unit = unit
        self.stratum = stratum
        self.units = units
        self.read = read
        self.guess = guess
        self.needed = needed
        self.expected = expected
    }

    /// How many of them are left to be read.
    package var left: Int { max(0, needed - read) }
}

/// What more reviews of one code would bring: a row of `verbatim plan`.
package struct ForecastRow: Hashable, Sendable {
    /// What the interval is of.
    package enum Measure: String, Hashable, Sendable, CaseIterable {
        /// The share of what people find that the rules find, of segments.
        case recall
        /// The corrected share of respondents.
        case share
    }

    /// How many more units of one stratum are best read.
    package struct Part: Hashable, Sendable {
        /// The stratum.
        package var stratum: String
        /// How many.
        package var count: Int

        /// So many of a stratum.
        package init(stratum: String, count: Int) {
            self.stratum = stratum
            self.count = count
        }
    }

    /// The code's id.
    package var code: Code.ID
    /// Its name for people.
    package var name: String
    /// What the interval is of.
    package var measure: Measure
    /// How many units people judged already.
    package var read: Int
    /// What is expected; `nil` where the rules have changed since the sample was drawn, so that it cannot go on.
    package var forecast: ReviewForecast?
    /// How the next reviews are best divided among the strata.
    package var division: [Part]

    /// A row; see the properties of the same names.
    package init(
        code: Code.ID, name: String, measure: Measure, read: Int, forecast: ReviewForecast?, division: [Part]
    ) {
        self.code = code
        self.name = name
        self.measure = measure
        self.read = read
        self.forecast = forecast
        self.division = division
    }

    /// By how much the half-width becomes smaller; undefined where there is no interval yet.
    package var gain: Double? {
        guard let now = forecast?.now.value, let after = forecast?.after.value else { return nil }
        return now - after
    }

    /// Why what is empty is so.
    package var reason: String? {
        guard let forecast else { return "rulesChanged" }
        return (forecast.now.reason ?? forecast.after.reason)?.rawValue
    }
}

extension Table {
    /// The table of `verbatim plan --half-width`: one row for each code and stratum.
    package static func plan(_ rows: [PlanRow]) -> Table {
        Table(
            columns: [
                Column("code"), Column("unit"), Column("stratum"), Column("units", .integer), Column("read", .integer),
                Column("guess", .number(decimals: 4)), Column("needed", .integer), Column("left", .integer),
                Column("half_width", .number(decimals: 4)), Column("reason"),
            ],
            rows: rows.map { row in
                [
                    .text(row.code), .text(row.unit.rawValue), .text(row.stratum), .integer(row.units),
                    .integer(row.read), .number(row.guess), .integer(row.needed), .integer(row.left),
                    .number(row.expected.value), .text(row.expected.reason?.rawValue),
                ]
            })
    }

    /// The table of `verbatim plan`: one row for each code and what one unit is.
    package static func forecast(_ rows: [ForecastRow]) -> Table {
        Table(
            columns: [
                Column("code"), Column("name"), Column("unit"), Column("measure"), Column("read", .integer),
                Column("more", .integer), Column("half_width_now", .number(decimals: 4)),
                Column("half_width_then", .number(decimals: 4)), Column("gain", .number(decimals: 4)),
                Column("division"), Column("reason"),
            ],
            rows: rows.map { row in
                let division = row.division.filter { $0.count > 0 }.map { "\($0.stratum) \($0.count)" }
                return [
                    .text(row.code), .text(row.name), .text(row.measure == .recall ? "segment" : "respondent"),
                    .text(row.measure.rawValue), .integer(row.read),
                    row.forecast.map { .integer($0.reviews) } ?? .undefined, .number(row.forecast?.now.value),
                    .number(row.forecast?.after.value), .number(row.gain),
                    .text(division.isEmpty ? nil : division.joined(separator: ", ")), .text(row.reason),
                ]
            })
    }
}
