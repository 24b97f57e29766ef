import VerbatimAnalysis
import VerbatimModel
import VerbatimStore

/// What people found in respondents, and how these were drawn: what shares are corrected from.
struct ShareReviews {
    /// The reviews of one code.
    struct Code {
        /// The stratum that each respondent was drawn from; who is in none, came later.
        var strata: [Respondent.ID: Int]
        /// What people found; who is missing was not read.
        var judgements: [Respondent.ID: Bool]
        /// The names of the strata, by their numbers; none for a table of respondents.
        var names: [Int: String] = [:]

        /// Whether shares should be corrected by these reviews rather than by those of an earlier sample.
        ///
        /// A sample that goes on with an earlier one has its judgements too. One that could not, since the rules have
        /// changed, waits until as much was judged in it among its own respondents; unless it knows respondents whom
        /// the earlier sample does not, since then the earlier one says nothing of these.
        func replaces(_ earlier: Code) -> Bool {
            judgements.count >= earlier.judgements.keys.count { strata[$0] != nil }
                || strata.keys.contains { earlier.strata[$0] == nil }
        }
    }

    /// The reviews, by the place of the code in the codebook.
    private(set) var codes: [Int: Code] = [:]

    /// The reviews of one sample of respondents for each code: the latest, unless more was judged in an earlier one
    /// (``Code/replaces(_:)``).
    ///
    /// The strata of a sample with groups are of one group each, so the share of a group is corrected by its own strata;
    /// of a sample without, by what was judged in the group.
    init(samples: [SampleDraw], decisions: [Decision], hierarchy: CodeHierarchy) {
        for sample in samples where sample.unit == .respondent {
            var found: [Int: Code] = [:]
            for (number, stratum) in sample.strata.enumerated() {
                guard let node = hierarchy.index(of: stratum.code) else { continue }
                found[node, default: Code(strata: [:], judgements: [:])].names[number] = stratum.name
                for respondent in stratum.respondents {
                    found[node, default: Code(strata: [:], judgements: [:])].strata[respondent] = number
                }
            }
            for (unit, judgement) in zip(sample.units, sample.judgements(decisions)) {
                guard let node = hierarchy.index(of: unit.code), let respondent = unit.subject.respondent else {
                    continue
                }
                found[node]?.strata[respondent] = unit.stratum
                found[node]?.judgements[respondent] = judgement
            }
            codes.merge(found) { earlier, latest in latest.replaces(earlier) ? latest : earlier }
        }
    }

    /// The reviews in a table of respondents, taken for a simple random sample of them.
    ///
    /// Where coders do not agree, the respondent is not judged.
    /// - Throws: `unknown-code`: every code that the codebook does not have; `missing-column` for a table of segments.
    init(
        _ given: GivenCodings, study: CodedStudy, resolver: CodeResolver, path: String
    ) throws(DiagnosticsError) {
        guard given.segments.isEmpty, !given.marks.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "Shares are corrected by what people found in respondents: give a table with the columns "
                        + "respondent, code and value.", path: path)
            ])
        }
        var reading = TruthReading(resolver: resolver, isStrict: true)
        var answers: [Int: [Respondent.ID: Set<Bool>]] = [:]
        for mark in given.marks {
            guard let node = reading.node(of: mark.code, source: mark.source) else { continue }
            answers[node, default: [:]][mark.respondent, default: []].insert(mark.applies)
        }
        guard reading.faults.isEmpty else { throw DiagnosticsError(reading.faults) }
        let strata = Dictionary(study.respondents.map { ($0.id, 0) }, uniquingKeysWith: { first, _ in first })
        for (node, found) in answers {
            codes[node] = Code(
                strata: strata, judgements: found.compactMapValues { $0.count == 1 ? $0.first : nil })
        }
    }

    /// The respondents of a study as the correction of a code takes them, in the order of the study.
    ///
    /// - Parameters:
    ///   - node: The place of the code in the codebook.
    ///   - study: The study.
    ///   - having: Those in whom the rules find it now.
    ///   - among: The respondents whom the share is of.
    /// - Returns: One unit for each of them.
    func units(
        of node: Int, study: CodedStudy, having: Set<Respondent.ID>, among: (Respondent.ID) -> Bool
    ) -> [ReviewedUnit] {
        let review = codes[node]
        // Who came after the draw had no chance to be drawn: a stratum of its own, of which nobody was read.
        let later = (review?.strata.values.max() ?? -1) + 1
        return zip(study.respondents, study.firstTranscripts).compactMap { respondent, transcript in
            guard among(respondent.id) else { return nil }
            return ReviewedUnit(
                stratum: review?.strata[respondent.id] ?? later, isCoded: having.contains(respondent.id),
                transcript: transcript, judgement: review?.judgements[respondent.id])
        }
    }
}
