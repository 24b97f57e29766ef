import VerbatimAnalysis

extension BarChart {
    /// The rows as a figure draws them.
    var lanes: [LaneDrawing.Lane] {
        bars.map { bar in
            var marks: [LaneDrawing.Mark] = []
            if let share = bar.share.share { marks.append(.bar(scale.place(share), isStrong: bar.isStrong)) }
            if let interval = bar.share.interval {
                marks.append(.interval(scale.place(interval.low), scale.place(interval.high)))
            }
            let denied = bar.denied.flatMap { $0.count > 0 ? $0 : nil }
            if let share = denied?.share { marks.append(.hatchedBar(scale.place(share))) }
            return LaneDrawing.Lane(
                label: bar.label, detail: bar.detail, isStrong: bar.isStrong, marks: marks,
                figure: "\(NumberFormat.grouped(bar.share.count)) · \(SharePhrase.percent(bar.share))",
                remark: denied.map { "\(NumberFormat.grouped($0.count)) deny it" })
        }
    }

    /// The ticks as a figure draws them.
    var drawnTicks: [(place: Double, words: String)] {
        scale.ticks.map { ($0 / scale.maximum, "\(NumberFormat.percent($0))\u{A0}%") }
    }

    /// What the marks mean.
    static func drawnLegend(denials: Bool) -> [(marks: [LaneDrawing.Mark], words: String)] {
        var legend: [(marks: [LaneDrawing.Mark], words: String)] = [
            ([.bar(1, isStrong: false)], "share of respondents"), ([.interval(0.05, 0.95)], "95\u{A0}% interval"),
        ]
        if denials { legend.append(([.hatchedBar(1)], "respondents who deny it")) }
        return legend
    }
}
