import VerbatimModel

/// Gathers, over all codes, what keeps a sample from being drawn as it was asked for, and what it leaves aside.
struct EarlierDrawRefusals {
    /// A fault with the earlier sample that it is about.
    private enum Fault: Hashable {
        case groupsNeeded(sample: Int, groups: [String])
        case judgedAlready(sample: Int)
    }

    let path: String
    private var codes: [Fault: [Code.ID]] = [:]
    /// The faults in the order in which they were found.
    private var order: [Fault] = []
    private var uncounted: [(code: Code.ID, count: Int)] = []
    private var unit = SampleDraw.Unit.segment

    init(path: String) { self.path = path }

    mutating func add(_ earlier: EarlierDraws, code: Code.ID, unit: SampleDraw.Unit) {
        self.unit = unit
        if earlier.uncounted > 0 { uncounted.append((code, earlier.uncounted)) }
        let fault: Fault
        switch earlier.refusal {
        case .groupsNeeded(let sample, let groups): fault = .groupsNeeded(sample: sample, groups: groups)
        case .judgedAlready(let sample): fault = .judgedAlready(sample: sample)
        case nil: return
        }
        if codes[fault] == nil { order.append(fault) }
        codes[fault, default: []].append(code)
    }

    /// An error for each earlier sample that is in the way.
    var faults: [Diagnostic] {
        order.map { fault in
            let names = Self.list(codes[fault] ?? [])
            switch fault {
            case .groupsNeeded(let sample, let groups):
                return Diagnostic(
                    .error, "groups-needed",
                    "Sample \(sample) was drawn in groups (\(Self.list(groups))): what people judged in it on \(names) "
                        + "counts only in a sample that is drawn in them too. Name their attribute with '--by'.",
                    path: path)
            case .judgedAlready(let sample):
                return Diagnostic(
                    .error, "base-too-late",
                    "A base sample comes first: people have judged \(names) in sample \(sample), which was drawn by what "
                        + "the rules find, and that would not count in a base sample. Go on with it, without '--base', "
                        + "or name other codes with '--code'.", path: path)
            }
        }
    }

    /// What was judged and does not count, as one warning for all codes.
    var warnings: [Diagnostic] {
        guard !uncounted.isEmpty else { return [] }
        let count = uncounted.reduce(0) { $0 + $1.count }
        let rest =
            unit == .respondent
            ? " Shares are still corrected by the earlier sample until more is judged in this one." : ""
        return [
            Diagnostic(
                .warning, "uncounted-judgements",
                "\(count) judgement\(count == 1 ? "" : "s") of earlier samples (\(Self.list(uncounted.map(\.code)))) "
                    + "\(count == 1 ? "does" : "do") not count in this one: rules, respondents or groups are not what "
                    + "they were, so units had other chances.\(rest)", path: path)
        ]
    }

    /// The first names, and how many others there are.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(4).joined(separator: ", ")
        return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
    }
}
