import VerbatimAnalysis

/// What a simulated study is like.
struct Setting: Sendable {
    /// The share of the population with the theme.
    var prevalence: Double
    /// The share of respondents with the theme in whom the rules find it.
    var recall: Double
    /// The share of respondents without it in whom the rules find it too.
    var falsePositives: Double
    /// How much the members of a focus group resemble each other: the intraclass correlation.
    var correlation: Double
    /// How many respondents are read.
    var reviews: Int

    /// Respondents who were interviewed alone.
    static let interviews = 260
    /// Focus groups.
    static let focusGroups = 20
    /// Members of a focus group.
    static let members = 8

    /// All settings: 5 prevalences, 3 recalls, 3 shares of false positives, 2 correlations, 4 numbers of reviews.
    static var all: [Setting] {
        var settings: [Setting] = []
        for reviews in [50, 100, 150, 200] {
            for prevalence in [0.05, 0.1, 0.2, 0.4, 0.6] {
                for recall in [0.6, 0.8, 0.95] {
                    for falsePositives in [0.02, 0.05, 0.1] {
                        for correlation in [0.1, 0.3] {
                            settings.append(
                                Setting(
                                    prevalence: prevalence, recall: recall, falsePositives: falsePositives,
                                    correlation: correlation, reviews: reviews))
                        }
                    }
                }
            }
        }
        return settings
    }
}
