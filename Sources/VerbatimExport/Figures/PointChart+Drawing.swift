extension PointChart {
    /// The rows as a figure draws them.
    var lanes: [LaneDrawing.Lane] {
        points.map { point in
            var marks: [LaneDrawing.Mark] = []
            if let interval = point.interval { marks.append(.interval(interval.lowerBound, interval.upperBound)) }
            if let other = point.other { marks.append(.diamond(other)) }
            if let value = point.value { marks.append(.circle(value)) }
            return LaneDrawing.Lane(label: point.label, detail: point.detail, marks: marks, figure: point.figure)
        }
    }

    /// What the marks mean; `other` is what the hollow diamond means.
    static func drawnLegend(
        _ value: String, other: String?
    ) -> [(marks: [LaneDrawing.Mark], words: String)] {
        [([.interval(0.05, 0.95), .circle(0.5)], value)] + (other.map { [([.diamond(0.5)], $0)] } ?? [])
    }
}
