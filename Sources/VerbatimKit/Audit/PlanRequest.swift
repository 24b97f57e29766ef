import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim plan` is asked: how much is to be reviewed, or what more reviews would bring.
package struct PlanRequest: Sendable {
    /// What is to be told.
    package enum Question: Sendable, Hashable {
        /// How many units a half-width needs.
        case halfWidth(Double)
        /// What so many hours more would bring.
        case hours(Double)
        /// What so many reviews more would bring.
        case reviews(Int)
    }

    /// The study file.
    package var study: String
    /// What is to be told.
    package var question: Question
    /// The codes; empty for all.
    ///
    /// For a half-width as ``SampleRequest/codes``, else codes with all that stands under them.
    package var codes: [Code.ID] = []
    /// Whether respondents are looked at alone; else for a half-width segments are, and for a forecast both.
    package var isByRespondent = false
    /// The attributes of respondents whose values make the groups of the strata, as ``SampleRequest/attributes``; only
    /// for a half-width.
    package var attributes: [String] = []
    /// How many units are judged in an hour; `nil` for what is assumed.
    package var perHour: Double?
    /// How many threads work at once.
    package var threads = 1

    /// A question about a study.
    package init(study: String, question: Question) {
        self.study = study
        self.question = question
    }

    /// The plan, as a table and words.
    package struct Answer: Sendable {
        /// The table: see ``Table/plan(_:)`` and ``Table/forecast(_:)``.
        package let table: Table
        /// What the figures stand on.
        package let summary: [String]
        /// What should be looked at.
        package var warnings: [Diagnostic] = []
    }

    /// Plans; nothing is drawn or written.
    /// - Throws: faults of the study; `[unknown-code]`; for a half-width what drawing a sample throws, else
    ///   `[nothing-reviewed]`.
    package func run() throws(DiagnosticsError) -> Answer {
        let source = try ReviewSource.read(study)
        if case .halfWidth(let width) = question { return try planned(width, source) }
        return try forecast(source)
    }

    private func planned(_ width: Double, _ source: ReviewSource) throws(DiagnosticsError) -> Answer {
        let unit: SampleDraw.Unit = isByRespondent ? .respondent : .segment
        let plan = try PlannedSample(
            SampleRequest(
                codes: codes, unit: unit, size: .halfWidth(width), by: attributes, reviewers: [],
                threads: threads),
            source: source)
        let pace = pace(source)
        let hours = Double(plan.left) / pace.perHour(unit)
        let time =
            hours < 1
            ? TraceWords.counted(Int((hours * 60).rounded(.up)), "minute")
            : "\(NumberFormat.short(hours, decimals: 1)) \(hours == 1 ? "hour" : "hours")"
        let work = "\(TraceWords.counted(plan.left, unit.rawValue)) left to be judged"
        return Answer(
            table: .plan(plan.rows),
            summary: [
                "\(work), about \(time) for one reviewer (\(pace.explanation([unit]))).",
                "Shares are guessed where fewer than 10 units of a stratum were judged. half_width is that of the "
                    + "\(isByRespondent ? "corrected share" : "recall") to be expected then.",
            ], warnings: plan.warnings)
    }

    private func forecast(_ source: ReviewSource) throws(DiagnosticsError) -> Answer {
        let isIncluded = try source.codes(under: codes)
        let units: [SampleDraw.Unit] = isByRespondent ? [.respondent] : [.segment, .respondent]
        var counts: [SampleDraw.Unit: Int] = [:]
        var summary: [String] = []
        switch question {
        case .hours(let hours):
            let pace = pace(source)
            for unit in units { counts[unit] = ReviewForecast.reviews(hours: hours, perHour: pace.perHour(unit)) }
            let reviews = units.map { TraceWords.counted(counts[$0] ?? 0, $0.rawValue) }.joined(separator: " or ")
            summary.append(
                "\(hours == 1 ? "One more hour is" : "\(NumberFormat.short(hours, decimals: 2)) more hours are") \(reviews) "
                    + "(\(pace.explanation(units))).")
        case .reviews(let count):
            for unit in units { counts[unit] = count }
        case .halfWidth: break
        }
        let forecasts = try ReviewForecasts(source, including: isIncluded, units: units, threads: threads) {
            counts[$0] ?? 0
        }
        guard !forecasts.rows.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "nothing-reviewed",
                    "Nobody has judged a sample of \(codes.isEmpty ? "any code" : codes.joined(separator: ", ")) yet, so "
                        + "nothing can be forecast. How much to review to begin with says '--half-width'.", path: study)
            ])
        }
        summary.append(
            "Each row takes all these reviews for its code alone, and the shares found so far as they are. The first row "
                + "is where they bring most.")
        return Answer(table: .forecast(forecasts.rows), summary: summary)
    }

    private func pace(_ source: ReviewSource) -> ReviewPace {
        if let perHour { return ReviewPace(perHour: perHour) }
        return ReviewPace(source)
    }
}
