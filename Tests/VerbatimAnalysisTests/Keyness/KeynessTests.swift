import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

@Suite struct KeynessTests {
    /// Computed independently in Python and in R.
    @Test(
        arguments: [
            ("work", 30, 20, 0.6729444732424258, 2.569849155946334),
            ("police", 12, 3, 1.275542996827188, 2.3433221154053347),
            ("family", 8, 25, -1.3474214281362062, -3.8290258316638646),
            ("road", 0, 2, -2.4319121580766248, -1.0412825760459228),
        ])
    func logOddsAgreeWithOtherPrograms(
        _ term: String, _ first: Int, _ second: Int, _ delta: Double, _ z: Double
    ) throws {
        // Ten prior counts, shared out like the hundred terms of both bodies.
        let odds = try #require(
            LogOdds(
                first, second, firstTotal: 50, secondTotal: 50, prior: 10 * Double(first + second) / 100,
                priorTotal: 10))
        #expect(abs(odds.delta - delta) < 1e-9)
        #expect(abs(odds.z - z) < 1e-9)
    }

    @Test func logLikelihoodAgreesWithOtherPrograms() throws {
        let both = try #require(LogLikelihood.twoTerm(40, 25, firstTotal: 12_000, secondTotal: 90_000))
        #expect(abs(both - 90.8472527134941) < 1e-9)
        let one = try #require(LogLikelihood.twoTerm(40, 0, firstTotal: 12_000, secondTotal: 90_000))
        #expect(abs(one - 171.20529307970168) < 1e-9)
        #expect(LogLikelihood.twoTerm(0, 0, firstTotal: 0, secondTotal: 5) == nil)
    }

    @Test func logarithmsAreExact() {
        // The values of published tables, to the last digit that a double holds.
        let known: [(Double, Double)] = [
            (1, 0), (2, 0.6931471805599453), (10, 2.302585092994046), (0.5, -0.6931471805599453),
            (2.718281828459045, 1), (1e-300, -690.7755278982137), (1e300, 690.7755278982137), (3, 1.0986122886681098),
            (0.7071, -0.346583180371942),
        ]
        for (value, logarithm) in known {
            let own = NaturalLogarithm.of(value) ?? .nan
            #expect(abs(own - logarithm) <= abs(logarithm) * 4e-16 + 1e-300, "ln \(value)")
        }
        #expect(NaturalLogarithm.of(0) == nil)
        #expect(NaturalLogarithm.of(-1) == nil)
        #expect(NaturalLogarithm.of(.infinity) == nil)
    }

    @Test func theLogarithmOfAProductIsTheSum() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let left = Double.random(in: 1e-6...1e6, using: &random)
            let right = Double.random(in: 1e-6...1e6, using: &random)
            let sum = (NaturalLogarithm.of(left) ?? .nan) + (NaturalLogarithm.of(right) ?? .nan)
            #expect(abs((NaturalLogarithm.of(left * right) ?? .nan) - sum) < 1e-13)
        }
    }

    @Test func termsOfTooFewRespondentsAreLeftOut() {
        let uses = [
            "shelter": TermUse(count: 30, respondents: 9), "tent": TermUse(count: 30, respondents: 2),
            "the": TermUse(count: 60, respondents: 12),
        ]
        let totals = ["shelter": 32, "tent": 32, "the": 600, "work": 400]
        let rows = Keyness(uses, totals: totals).rows
        #expect(rows.map(\.term) == ["shelter"])
        #expect(rows.first?.second == 2)
        #expect(Set(Keyness(uses, totals: totals, minimumRespondents: 2).rows.map(\.term)) == ["shelter", "tent"])
    }

    @Test func oneBodyAloneHasNoKeyTerms() {
        #expect(Keyness(["a": TermUse(count: 5, respondents: 5)], totals: ["a": 5]).rows.isEmpty)
        #expect(Keyness([String: TermUse](), totals: ["a": 5]).rows.isEmpty)
    }
}
