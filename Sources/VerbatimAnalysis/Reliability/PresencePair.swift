/// One code, two coders: in how many units both, one or neither of them found it.
package struct PresencePair: Hashable, Sendable {
    /// Both found it.
    package let both: Int
    /// Only the first found it.
    package let onlyFirst: Int
    /// Only the second found it.
    package let onlySecond: Int
    /// Both saw the unit and neither found it.
    package let neither: Int

    /// The four counts; what is below zero counts as zero.
    package init(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
        self.both = max(0, both)
        self.onlyFirst = max(0, onlyFirst)
        self.onlySecond = max(0, onlySecond)
        self.neither = max(0, neither)
    }

    /// The counts of the units that both coders saw; `nil` is a unit that a coder did not see.
    package init(_ first: [Bool?], _ second: [Bool?]) {
        var counts = [0, 0, 0, 0]
        for case (let first?, let second?) in zip(first, second) {
            counts[(first ? 0 : 2) + (second ? 0 : 1)] += 1
        }
        self.init(both: counts[0], onlyFirst: counts[1], onlySecond: counts[2], neither: counts[3])
    }

    /// How many units both coders saw.
    package var units: Int { both + onlyFirst + onlySecond + neither }

    /// The share of units in which they agree.
    package var percentAgreement: Estimate<Double> { .ratio(both + neither, units, orElse: .noUnits) }

    /// Of what either found, the share that both found: 2a/(2a + b + c).
    ///
    /// Source: D. V. Cicchetti and A. R. Feinstein, Journal of Clinical Epidemiology 43 (1990).
    package var positiveAgreement: Estimate<Double> { specificAgreement(both) }

    /// Of what either left blank, the share that both left blank: 2d/(2d + b + c).
    ///
    /// Source: as for ``positiveAgreement``.
    package var negativeAgreement: Estimate<Double> { specificAgreement(neither) }

    private func specificAgreement(_ agreed: Int) -> Estimate<Double> {
        units == 0
            ? .undefined(.noUnits) : .ratio(2 * agreed, 2 * agreed + onlyFirst + onlySecond, orElse: .noVariation)
    }

    /// The square table, absence first.
    package var table: PairTable { PairTable(counts: [[neither, onlySecond], [onlyFirst, both]]) }

    /// Cohen's kappa; see ``PairTable/kappa()``.
    package var kappa: Estimate<Coefficient> { table.kappa() }

    /// Agreement corrected for chance among equally likely values: 2pₒ − 1 (Byrt, Bishop and Carlin 1993).
    package var pabak: Estimate<Double> { percentAgreement.map { 2 * $0 - 1 } }

    /// Krippendorff's nominal alpha.
    ///
    /// With n = 2 units values, n₁ of them "present": 1 − (n − 1)(b + c)/(n₁ n₀).
    package var alpha: Estimate<Double> {
        guard units > 0 else { return .undefined(.noUnits) }
        let present = Double(2 * both + onlyFirst + onlySecond)
        let absent = Double(2 * neither + onlyFirst + onlySecond)
        let apart = Double(2 * units - 1) * Double(onlyFirst + onlySecond)
        return Estimate.ratio(apart, present * absent, orElse: .noVariation).map { 1 - $0 }
    }
}
