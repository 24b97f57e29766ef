import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim saturation` is asked.
package struct SaturationRequest: Sendable {
    /// The study file.
    package var study: String
    /// How many transcripts new codes are compared with.
    package var base = 4
    /// How many transcripts a run has.
    package var run = 2
    /// The largest share of new codes at which a run is saturated.
    package var threshold = 0.05
    /// How many other orders of the transcripts are drawn.
    package var orders = 1_000
    /// The seed of these draws.
    package var seed: UInt64 = 42
    /// The attribute of respondents whose groups are looked at apart; `nil` for all transcripts.
    package var grouping: String?
    /// The attribute of transcripts that gives their order; `nil` for `date` where all have one, else their ids.
    package var order: String?
    /// How many threads share the work.
    package var threads = 1

    /// A request about a study's latest run.
    package init(study: String) {
        self.study = study
    }

    /// What was found, as tables and words.
    package struct Answer: Sendable {
        /// One row for all transcripts, or for each group.
        package let rows: Table
        /// How codes add up over all transcripts.
        package let curve: Table
        /// What the figures are of, in words.
        package let summary: [String]
    }

    /// Judges saturation.
    /// - Throws: faults of the study; `unknown-attribute`.
    package func answer() throws(DiagnosticsError) -> Answer {
        try answer(try StudyFile.latestRun(of: study).study)
    }

    /// The saturation of a study that was read.
    package func answer(_ study: CodedStudy) throws(DiagnosticsError) -> Answer {
        let (transcripts, basis) = try ordered(study)
        var rows: [SaturationRow] = []
        if let grouping {
            try study.requireAttribute(grouping)
            for group in study.groups(by: grouping) {
                rows.append(
                    row(CodeIncidence(study, order: transcripts, among: group.members), group: group.value))
            }
        } else {
            rows.append(row(CodeIncidence(study, order: transcripts), group: nil))
        }
        let whole = grouping == nil ? rows[0] : row(CodeIncidence(study, order: transcripts), group: nil)
        let runs =
            "a base of \(base) transcripts, runs of \(run), at most \(NumberFormat.percent(threshold)) % new codes"
        return Answer(
            rows: .saturation(rows, by: grouping),
            curve: .saturationCurve(whole, transcripts: transcripts),
            summary: [
                "Transcripts in the order of their \(basis); \(runs); \(orders) other orders drawn from the seed \(seed).",
                "This is saturation of codes, not of what can be said about each. Richness is a lower bound: say \"at "
                    + "least\".",
            ])
    }

    private func row(_ incidence: CodeIncidence, group: String?) -> SaturationRow {
        let rule = GuestSaturation.Rule(base: base, run: run, threshold: threshold)
        return SaturationRow(
            group: group, incidence: incidence, runs: GuestSaturation.of(incidence, rule: rule),
            orders: OrderedSaturation.of(incidence, rule: rule, orders: orders, seed: seed, threads: threads))
    }

    /// The transcripts in the order in which they were held, and by what that is known.
    private func ordered(_ study: CodedStudy) throws(DiagnosticsError) -> ([Transcript.ID], String) {
        let name = order ?? "date"
        let values = study.transcripts.map { $0.attributes[name] }
        guard values.allSatisfy({ $0 != nil }) else {
            guard let order, values.allSatisfy({ $0 == nil }) else {
                return order.map { (sorted(study, by: $0), $0) } ?? (study.transcripts.map(\.id), "ids")
            }
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unknown-attribute",
                    "No transcript has an attribute '\(order)'. Name one that stands in the headers of transcripts.",
                    suggestion: NearNames.nearest(to: order, in: study.transcripts.flatMap(\.attributes.names)))
            ])
        }
        return (sorted(study, by: name), name)
    }

    /// By the value of an attribute, as numbers where all are; those without one last, in the order of the study.
    private func sorted(_ study: CodedStudy, by name: String) -> [Transcript.ID] {
        let values = study.transcripts.map { $0.attributes[name] }
        let numbers = values.map { $0.flatMap { Double($0) } }
        let isNumeric = zip(values, numbers).allSatisfy { $0 == nil || $1 != nil }
        return study.transcripts.indices.sorted { left, right in
            guard let first = values[left] else { return values[right] == nil && left < right }
            guard let second = values[right] else { return true }
            if isNumeric, let low = numbers[left], let high = numbers[right], low != high { return low < high }
            if first == second { return left < right }
            return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
        }.map { study.transcripts[$0].id }
    }
}

extension CodedStudy {
    /// The respondents of each value of an attribute in the order of the alphabet, those without one last.
    func groups(by attribute: String) -> [(value: String?, members: Set<Respondent.ID>)] {
        var groups: [String?: Set<Respondent.ID>] = [:]
        for respondent in respondents {
            let value = respondent.attributes[attribute].flatMap { $0.isEmpty ? nil : $0 }
            groups[value, default: []].insert(respondent.id)
        }
        return groups.sorted { left, right in
            guard let value = left.key else { return false }
            guard let other = right.key else { return true }
            return value.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
        }.map { ($0.key, $0.value) }
    }
}
