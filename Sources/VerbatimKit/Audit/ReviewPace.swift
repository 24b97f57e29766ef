import VerbatimExport
import VerbatimModel

/// How many units a reviewer judges in an hour.
struct ReviewPace {
    /// How many segments a reviewer is assumed to judge in an hour, each with its context.
    static let segmentsPerHour = 60.0
    /// How many words a reviewer is assumed to read in a minute, judging while reading.
    ///
    /// English non-fiction is read silently at 238 words a minute on average (M. Brysbaert, Journal of Memory and
    /// Language 109 (2019)); we take less, because a decision is to be found in what is read.
    static let wordsPerMinute = 200.0

    private let segments: Double
    private let respondents: Double
    /// How many words a respondent says on average; `nil` where the pace was given.
    private let words: Double?

    /// The pace that was given, of whatever is judged.
    init(perHour: Double) {
        segments = perHour
        respondents = perHour
        words = nil
    }

    /// The pace that is assumed: of respondents by how much those of the study say.
    /// - Complexity: O(length of the texts).
    init(_ source: ReviewSource) {
        let speech = RespondentSpeech(source.sentences)
        let respondents = source.study.respondents
        let words = respondents.reduce(0) { $0 + speech.words(of: $1.id, .everything) }
        let each = max(1, Double(words) / Double(max(1, respondents.count)))
        segments = Self.segmentsPerHour
        self.respondents = 60 * Self.wordsPerMinute / each
        self.words = each
    }

    /// How many units of a kind in an hour.
    func perHour(_ unit: SampleDraw.Unit) -> Double { unit == .segment ? segments : respondents }

    /// The pace of some kinds of units, and where it comes from, in words.
    func explanation(_ units: [SampleDraw.Unit]) -> String {
        let paces = units.map { "\(Self.figure(perHour($0))) \($0.rawValue)s" }.joined(separator: " or ") + " an hour"
        guard let words else { return "\(paces), as given" }
        guard units.contains(.respondent) else { return paces }
        return "\(paces); a respondent says \(Self.figure(words.rounded())) words on average, read at "
            + "\(Self.figure(Self.wordsPerMinute)) a minute"
    }

    private static func figure(_ value: Double) -> String { NumberFormat.short(value, decimals: value < 10 ? 1 : 0) }
}
