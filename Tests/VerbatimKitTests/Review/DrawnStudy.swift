import VerbatimAnalysis
import VerbatimExport
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

/// A study in memory, from which samples of respondents are drawn and judged by a known truth.
struct DrawnStudy {
    var study: CodedStudy
    private(set) var samples: [SampleDraw] = []
    private(set) var decisions: [Decision] = []

    init(_ study: CodedStudy) { self.study = study }

    /// Interviews with one respondent each, `r0`, `r1` and so on, with the codes `a` and `b`.
    ///
    /// Rules find each code in those for whom `found` says so; respondents have a country, where `countries` says one.
    static func interviews(
        _ count: Int, countries: (Int) -> String? = { _ in nil }, found: (Int, Code.ID) -> Bool
    ) -> Self {
        Self(
            MeasuredStudy.interviews(
                count, codes: [MeasuredStudy.code("a"), MeasuredStudy.code("b")],
                attributes: { number in
                    var attributes = Attributes()
                    attributes["country"] = countries(number)
                    return attributes
                }
            ) { number in ["a", "b"].filter { found(number, $0) } })
    }

    /// A study whose size, groups and codings are drawn with a seed.
    static func random(_ seed: UInt64, respondents: ClosedRange<Int> = 20...45) -> Self {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: respondents, using: &random)
        let countries = (0..<count).map { _ in ["Iraq", "Morocco", "Tunisia", nil].randomElement(using: &random) ?? nil
        }
        let chances = [
            "a": Double.random(in: 0.2...0.8, using: &random), "b": Double.random(in: 0...1, using: &random),
        ]
        let found = (0..<count).map { _ in
            chances.mapValues { Double.random(in: 0..<1, using: &random) < $0 }
        }
        return interviews(count, countries: { countries[$0] }) { found[$0][$1] == true }
    }

    var source: ReviewSource {
        ReviewSource(
            path: "study.verbatim", run: 1, study: study, codingsByRules: study.codings, transcripts: [],
            decisions: decisions, samples: samples)
    }

    /// Draws a sample, which the study holds from then on.
    @discardableResult
    mutating func draw(
        _ size: SampleRequest.Size, _ codes: [Code.ID] = [], by attributes: [String] = [], isBase: Bool = false,
        reviewers: [String] = ["anna"], double: Double = 0, isBlind: Bool = true, seed: UInt64 = 1
    ) throws(DiagnosticsError) -> SampleDraw {
        let drawn = try drawing(
            SampleRequest(
                codes: codes, unit: .respondent, size: size, by: attributes, isBase: isBase, doubleShare: double,
                reviewers: reviewers, isBlind: isBlind, seed: seed))
        samples.append(drawn.sheets.draw)
        samples[samples.count - 1].number = samples.count
        return samples[samples.count - 1]
    }

    /// What a request draws, without keeping it.
    func drawing(
        _ request: SampleRequest
    ) throws(DiagnosticsError) -> (sheets: SampleSheets, warnings: [Diagnostic]) {
        let drawing = try SampleDrawing(request, source: source, texts: [])
        return (
            SampleSheets(drawing.draw, isBase: request.isBase, source: source, texts: []), drawing.warnings
        )
    }

    /// Judges all rows of a sample that were given out, or those that `isRead` says.
    mutating func judge(
        _ sample: SampleDraw, isRead: (SampledUnit) -> Bool = { _ in true }, truth: (Respondent.ID, Code.ID) -> Bool
    ) {
        for unit in sample.units where unit.earlier == nil && isRead(unit) {
            decisions.append(
                Decision(
                    number: decisions.count + 1, subject: unit.subject, code: unit.code,
                    outcome: truth(unit.subject.respondent ?? "", unit.code) ? .accepted : .rejected, coder: "anna",
                    row: Decision.Row(sample: sample.number, number: unit.row)))
        }
    }

    /// The corrected shares, by what is drawn and judged.
    func corrected(by attributes: [String] = []) -> [CorrectedRow] {
        let reviews = ShareReviews(
            samples: samples, decisions: decisions, hierarchy: CodeHierarchy(study.codebook))
        return CorrectedFrequencies(
            CorrectedUnits(study, rules: study.codings, reviews: reviews), by: attributes, target: .t1
        ).rows
    }

    /// Whom the rules find a code in, from now on.
    mutating func recode(_ code: Code.ID, in found: Set<Respondent.ID>) {
        study.codings.removeAll { $0.code == code }
        for (number, respondent) in study.respondents.enumerated() where found.contains(respondent.id) {
            study.codings.append(MeasuredStudy.coding(code, respondent.id, in: study.transcripts[number].id))
        }
    }

    /// The identifiers of what a request throws; empty where it does not.
    func faults(_ request: SampleRequest) -> [String] {
        do throws(DiagnosticsError) {
            _ = try drawing(request)
            return []
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }
}

extension SampleDraw {
    /// The strata of a code by their names.
    func strata(of code: Code.ID) -> [String: Stratum] {
        Dictionary(strata.filter { $0.code == code }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The respondents drawn for a code.
    func respondents(of code: Code.ID) -> Set<Respondent.ID> {
        Set(units.filter { $0.code == code }.compactMap(\.subject.respondent))
    }

    /// Those of them whom an earlier sample drew.
    func earlier(of code: Code.ID) -> Set<Respondent.ID> {
        Set(units.filter { $0.code == code && $0.earlier != nil }.compactMap(\.subject.respondent))
    }
}
