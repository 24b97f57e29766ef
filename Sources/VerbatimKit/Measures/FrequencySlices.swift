import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// The frequencies of a study for all respondents, or for each combination of the values of attributes.
struct FrequencySlices {
    /// One group.
    struct Slice {
        /// The values, in the order of the attributes; `nil` for one that is not known.
        var values: [String?]
        /// The respondents.
        var members: Set<Respondent.ID>
        /// Their frequencies.
        var table: FrequencyTable
    }

    /// The groups, by their values, what is not known last.
    let slices: [Slice]
    private let study: CodedStudy
    private let attributes: [String]

    /// The frequencies by no, one or more attributes.
    /// - Complexity: O(codings x depth of the codebook + codes x respondents).
    init(_ study: CodedStudy, by attributes: [String]) {
        self.study = study
        self.attributes = attributes
        guard !attributes.isEmpty else {
            slices = [
                Slice(values: [], members: Set(study.respondents.map(\.id)), table: FrequencyTable(study))
            ]
            return
        }
        var crossed = study
        var members: [String: Set<Respondent.ID>] = [:]
        for index in crossed.respondents.indices {
            let values = attributes.map { crossed.respondents[index].attributes[$0] ?? "" }
            // What is not known stands last: no value begins with U+10FFFF.
            let key = values.map { $0.isEmpty ? "\u{10FFFF}" : $0 }.joined(separator: "\u{1F}")
            crossed.respondents[index].attributes[Self.crossing] = key
            members[key, default: []].insert(crossed.respondents[index].id)
        }
        slices = GroupedFrequencies(crossed, by: Self.crossing).groups.map { group in
            let key = group.value ?? ""
            let values = key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map {
                $0 == "\u{10FFFF}" ? nil : String($0)
            }
            return Slice(values: values, members: members[key] ?? [], table: group.table)
        }
    }

    /// The name of the attribute that stands for several; no table can have it.
    private static let crossing = "\u{1F}"

    /// The table: the attributes, then the columns of `frequencies.csv`.
    var table: Table {
        var rows: [[Table.Cell]] = []
        var columns: [Table.Column] = []
        for slice in slices {
            let own = Table.frequencies(slice.table)
            columns = own.columns
            rows += own.rows.map { slice.values.map { .text($0) } + $0 }
        }
        if slices.isEmpty { columns = Table.frequencies(FrequencyTable(study)).columns }
        return Table(columns: attributes.map { Table.Column($0) } + columns, rows: rows)
    }

    /// For each row of ``table`` what else is said of it.
    var details: [FrequencyDetail] {
        let hierarchy = CodeHierarchy(study.codebook)
        var hedged: [Int: Set<Respondent.ID>] = [:]
        var reported: [Int: Set<Respondent.ID>] = [:]
        var codings: [Int: [Respondent.ID: Int]] = [:]
        for coding in study.codings where coding.status.counts {
            guard let node = hierarchy.index(of: coding.code), let respondent = coding.respondent else { continue }
            for above in hierarchy.lineage(of: node) {
                codings[above, default: [:]][respondent, default: 0] += 1
                if coding.assertionKinds.contains(.hedged) { hedged[above, default: []].insert(respondent) }
                if coding.assertionKinds.contains(.reported) { reported[above, default: []].insert(respondent) }
            }
        }
        return slices.flatMap { slice in
            slice.table.rows.enumerated().map { node, row in
                FrequencyDetail(
                    row: row, hedged: slice.members.intersection(hedged[node] ?? []).count,
                    reported: slice.members.intersection(reported[node] ?? []).count,
                    everybody: slice.table.respondents,
                    codings: (codings[node] ?? [:]).filter { slice.members.contains($0.key) }.map(\.value))
            }
        }
    }
}
