import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

/// Compared with values computed to 40 digits by mpmath.
@Suite struct DistributionsTests {
    @Test(arguments: [
        (0.5, 0.572364942924700087), (0.001, 6.90717888538385366), (0.1, 2.2527126517342059),
        (1.5, -0.120782237635245222), (3.25, 0.935801931108725358), (10, 12.8018274800814696),
        (15.9, 27.6254932151686918), (16, 27.8992713838408916), (100.5, 361.435540467777622),
        (420, 2114.80598832674076), (1e5, 1051287.70897365689), (1e8, 1742068066.10383471),
    ])
    func logGammaIsExact(x: Double, expected: Double) {
        #expect(agree(LogGamma.of(x), expected, within: 4e-15))
    }

    @Test(arguments: [
        (-700, 9.85967654375977086e-305), (-30.5, 5.67568523263272246e-14), (-1, 0.367879441171442322),
        (-1e-9, 0.999999999), (0, 1), (1e-9, 1.000000001), (0.3, 1.34985880757600309), (1, 2.71828182845904524),
        (12.25, 208981.288869712962), (500, 1.40359221785283741e217),
    ])
    func theExponentialIsExact(x: Double, expected: Double) {
        #expect(agreeRelatively(Elementary.exp(x), expected, within: 4e-16))
    }

    @Test func theExponentialUndoesTheLogarithm() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let x = Double.random(in: -300...300, using: &random)
            #expect(agree(Elementary.log(Elementary.exp(x)), x, within: 1e-15))
        }
        #expect(Elementary.exp(-1_000) == 0)
        #expect(Elementary.exp(1_000) == .infinity)
    }

    @Test(arguments: [
        (-8, 6.22096057427178412e-16), (-3, 0.00134989803163009453), (-1.959963984540054, 0.0250000000000000109),
        (-0.5, 0.308537538725986896), (0, 0.5), (0.1, 0.539827837277028984), (1, 0.841344746068542949),
        (2.5, 0.993790334674223865), (5, 0.999999713348428121),
    ])
    func normalProbabilitiesAreExact(z: Double, expected: Double) {
        #expect(agreeRelatively(NormalDistribution.cumulative(z), expected, within: 2e-14))
    }

    @Test(arguments: [
        (1e-12, -7.03448382530113193), (0.0001, -3.71901648545568055), (0.01, -2.32634787404084109),
        (0.025, -1.95996398454005421), (0.3, -0.524400512708040816), (0.5, 0), (0.7, 0.524400512708040656),
        (0.975, 1.95996398454005386), (0.999, 3.09023230616781328),
    ])
    func normalQuantilesAreExact(probability: Double, expected: Double) {
        #expect(agree(NormalDistribution.quantile(probability), expected, within: 2e-15))
    }

    @Test(arguments: [
        (0.5, 0.5, 0.3, 0.369010119565545375), (2, 3, 0.4, 0.5248), (3, 23, 0.05, 0.127106495660932145),
        (20, 1.5, 0.99, 0.938796285216540916), (0.5, 120, 0.001, 0.375519579122744807),
        (250.5, 300, 0.45, 0.407110548079408458), (5000, 7000, 0.42, 0.770687853543786619), (1, 1, 0.7, 0.7),
        (6.5, 0.5, 0.5, 0.00319773030824243819),
    ])
    func betaProbabilitiesAreExact(a: Double, b: Double, x: Double, expected: Double) {
        #expect(agreeRelatively(BetaDistribution(a, b).cumulative(x), expected, within: 2e-12))
        #expect(agree(BetaDistribution(a, b).upperTail(x), 1 - expected, within: 2e-12))
    }

    @Test(arguments: [
        (6, 395, 0.025, 0.00552410950458065989), (7, 394, 0.975, 0.0323612944807750176),
        (3.5, 22.5, 0.025, 0.0349847513184627731), (0.5, 6.5, 0.95, 0.26417285432218439),
        (0.5, 0.5, 0.1, 0.0244717418524232166), (100, 1, 0.025, 0.963783307354823582),
        (4.63, 5.6, 0.5, 0.449384897837941746),
    ])
    func betaQuantilesAreExact(a: Double, b: Double, probability: Double, expected: Double) {
        #expect(agreeRelatively(BetaDistribution(a, b).quantile(probability), expected, within: 1e-12))
    }

    @Test func betaQuantilesUndoProbabilities() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<500 {
            let a = Elementary.exp(Double.random(in: -1...8, using: &random))
            let b = Elementary.exp(Double.random(in: -1...8, using: &random))
            let probability = Double.random(in: 0.0001...0.9999, using: &random)
            let distribution = BetaDistribution(a, b)
            let back = distribution.cumulative(distribution.quantile(probability))
            #expect(agree(back, probability, within: 1e-9), "Beta(\(a), \(b)) at \(probability)")
        }
    }

    @Test(arguments: [
        (1, 0.975, 12.7062047361746933), (2, 0.975, 4.30265272974946179), (4, 0.975, 2.77644510519779349),
        (13, 0.975, 2.16036865646279202), (30, 0.995, 2.74999565356722497), (500, 0.975, 1.96471983746736741),
        (4, 0.6, 0.270722294707597363),
    ])
    func studentQuantilesAreExact(degrees: Double, probability: Double, expected: Double) {
        let distribution = StudentDistribution(degrees: degrees)
        #expect(agree(distribution.quantile(probability), expected, within: 1e-12))
        #expect(agree(distribution.quantile(1 - probability), -expected, within: 1e-12))
        #expect(agree(distribution.cumulative(expected), probability, within: 1e-12))
    }

    @Test(arguments: [
        (0.5, 0.2, 0.527089256865538074), (0.5, 3, 0.0143058784354296395),
        (1.5, 4.067482312963094, 0.0433032095937189263), (3, 2, 0.676676416183063459),
        (10, 25, 0.000221476638248783581), (50, 40, 0.929664933340605046),
    ])
    func gammaTailsAreExact(shape: Double, x: Double, expected: Double) {
        #expect(agreeRelatively(GammaDistribution(shape: shape).upperTail(x), expected, within: 2e-13))
        #expect(agree(GammaDistribution(shape: shape).cumulative(x), 1 - expected, within: 2e-13))
    }

    @Test(arguments: [
        (3, 276, 2.711654986542063, 0.0453580286186318893), (1, 10, 4.96, 0.0500876505664681903),
        (5, 2, 0.3, 0.879757489053636857),
    ])
    func tailsOfFAreExact(numerator: Double, denominator: Double, x: Double, expected: Double) {
        #expect(agreeRelatively(FDistribution(numerator, denominator).upperTail(x), expected, within: 1e-12))
    }

    @Test(arguments: [
        (420, 60, 90, 30, -16.5369393505457054), (10, 4, 5, 2, -0.741937344729377312),
        (10_000, 300, 400, 20, -4.77643742881798567),
    ])
    func hypergeometricProbabilitiesAreExact(
        population: Int, successes: Int, drawn: Int, count: Int, expected: Double
    ) {
        let distribution = HypergeometricDistribution(population: population, successes: successes, drawn: drawn)
        #expect(agree(distribution.logProbability(count), expected, within: 1e-11))
        let sum = distribution.support.reduce(0.0) { $0 + Elementary.exp(distribution.logProbability($1)) }
        #expect(agree(sum, 1, within: 1e-10))
        #expect(distribution.logProbability(distribution.support.upperBound + 1) == -.infinity)
    }

    @Test func ofEqualKindsAreOneAnother() {
        // t² is F with one degree in the numerator; the sum of two squares of normal values is exponential.
        for t in [0.1, 1.3, 4] {
            let tail = StudentDistribution(degrees: 7).twoSidedTail(t)
            #expect(agreeRelatively(FDistribution(1, 7).upperTail(t * t), tail, within: 1e-13))
            let exponential = Elementary.exp(-t / 2)
            #expect(agreeRelatively(ChiSquaredDistribution(degrees: 2).upperTail(t), exponential, within: 1e-13))
        }
    }
}
