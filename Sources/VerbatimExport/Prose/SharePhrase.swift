package import VerbatimAnalysis

/// Shares in words and figures, as a report states them.
package enum SharePhrase {
    /// `12 of the 34 respondents who spoke (35 %; 95 % interval 21–52 %)`, with no-break spaces before the signs.
    ///
    /// Where there is nobody to take a share of, the reason stands in brackets instead.
    package static func full(_ proportion: Proportion, of whom: String = "respondents who spoke") -> String {
        let count = NumberFormat.grouped(proportion.count)
        guard let share = proportion.share, let interval = proportion.interval else {
            return "\(count) of the \(whom) (\(proportion.undefinedReason?.rawValue ?? ""))"
        }
        let total = NumberFormat.grouped(proportion.total)
        let percent = NumberFormat.percent(share)
        return
            "\(count) of the \(total) \(whom) (\(percent)\u{A0}%; 95\u{A0}% interval\u{A0}\(ends(of: interval))\u{A0}%)"
    }

    /// `35 %`; a dash where there is nobody to take a share of.
    package static func percent(_ proportion: Proportion) -> String {
        proportion.share.map { "\(NumberFormat.percent($0))\u{A0}%" } ?? "–"
    }

    /// `21–52`, in percent; a dash where there is nobody to take a share of.
    package static func interval(_ proportion: Proportion) -> String {
        proportion.interval.map(ends) ?? "–"
    }

    private static func ends(of interval: ConfidenceInterval) -> String {
        "\(NumberFormat.percent(interval.low))–\(NumberFormat.percent(interval.high))"
    }
}
