import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// What more reviews of each code would bring, of every code of which a sample was judged.
struct ReviewForecasts {
    /// One row for each code and what one unit is, the greatest gain first; those without an interval last.
    let rows: [ForecastRow]

    /// Forecasts for the codes of a study.
    /// - Parameters:
    ///   - source: The study.
    ///   - isIncluded: Which codes are wanted, by their place in the codebook.
    ///   - units: What is looked at: segments, respondents or both.
    ///   - threads: How many threads look for near misses, where that is needed.
    ///   - reviews: How many more units of a kind would be judged, all of one code.
    /// - Throws: what makes the study file unreadable.
    /// - Complexity: at worst that of coding the transcripts once for each code; see ``StrataCheck``.
    init(
        _ source: ReviewSource, including isIncluded: (Int) -> Bool, units: [SampleDraw.Unit], threads: Int,
        reviews: (SampleDraw.Unit) -> Int
    ) throws(DiagnosticsError) {
        var found: [ForecastRow] = []
        if units.contains(.segment) {
            found += try Self.recalls(source, isIncluded, threads: threads, reviews: reviews(.segment))
        }
        if units.contains(.respondent) {
            found += Self.shares(source, isIncluded, reviews: reviews(.respondent))
        }
        // Rows of the same gain stay in the order of the codebook.
        rows = found.enumerated().sorted { left, right in
            let (first, second) = (left.element.gain ?? -1, right.element.gain ?? -1)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
    }

    private static func recalls(
        _ source: ReviewSource, _ isIncluded: (Int) -> Bool, threads: Int, reviews count: Int
    ) throws(DiagnosticsError) -> [ForecastRow] {
        let codebook = source.study.codebook
        let reviews = SegmentReviews(
            samples: source.samples, decisions: source.decisions, hierarchy: CodeHierarchy(codebook)
        ).codes.filter { isIncluded($0.node) && $0.judged > 0 }
        let check = try StrataCheck(reviews, of: source, threads: threads)
        return reviews.map { review in
            let code = codebook.codes[review.node]
            // The coded strata first, and none without units: the order in which the forecast divides.
            let isCoded: (SegmentReviews.Stratum) -> Bool = { $0.stratum.kind == .coded }
            let strata = (review.strata.filter(isCoded) + review.strata.filter { !isCoded($0) })
                .filter { $0.counts.members > 0 }
            // A sample cannot go on after its rules have changed.
            let forecast = check.isCurrent(review) ? ReviewForecast.ofRecall(review.audit, reviews: count) : nil
            return ForecastRow(
                code: code.id, name: code.name, measure: .recall, read: review.judged, forecast: forecast,
                division: division(forecast, among: strata.map(\.stratum.name)))
        }
    }

    private static func shares(
        _ source: ReviewSource, _ isIncluded: (Int) -> Bool, reviews count: Int
    ) -> [ForecastRow] {
        let study = source.study
        let reviews = ShareReviews(
            samples: source.samples, decisions: source.decisions, hierarchy: CodeHierarchy(study.codebook))
        let everybody = Set(study.respondents.map(\.id))
        let corrected = CorrectedUnits(study, rules: source.codingsByRules, reviews: reviews)
        return corrected.judgedCodes.filter(isIncluded).map { node in
            let units = corrected.units(of: node, among: everybody)
            let strata = PostStrata(units)
            let forecast = ReviewForecast.ofShare(strata.correctedShare, reviews: count)
            let names = reviews.codes[node]?.names ?? [:]
            return ForecastRow(
                code: study.codebook.codes[node].id, name: study.codebook.codes[node].name, measure: .share,
                read: units.count { $0.judgement != nil }, forecast: forecast,
                division: division(forecast, among: strata.cells.map { name(of: $0, names) }))
        }
    }

    private static func division(_ forecast: ReviewForecast?, among names: [String]) -> [ForecastRow.Part] {
        zip(names, forecast?.additional ?? []).map { ForecastRow.Part(stratum: $0, count: $1) }
    }

    /// The stratum that respondents were drawn from, with what the rules find in them now where the name does not tell.
    private static func name(of cell: PostStrata.Cell, _ names: [Int: String]) -> String {
        // Who came after the draw was in no stratum.
        let name = names[cell.stratum] ?? "later"
        guard let isCoded = cell.isCoded, names[cell.stratum] != nil || isCoded else { return name }
        switch ReviewStratum(name: name)?.kind {
        case .coded where isCoded: return name
        case .uncoded where !isCoded: return name
        default: return "\(name) (now \(isCoded ? "coded" : "uncoded"))"
        }
    }
}
