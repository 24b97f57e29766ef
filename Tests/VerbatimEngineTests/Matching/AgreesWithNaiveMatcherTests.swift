import Foundation
import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// The engine and the oracle give the same hits for random small rules and texts.
///
/// `VERBATIM_RANDOM_CASES` sets how many cases are tried instead of the usual number.
@Suite struct AgreesWithNaiveMatcherTests {
    static let cases = ProcessInfo.processInfo.environment["VERBATIM_RANDOM_CASES"].flatMap { Int($0) } ?? 20_000
    static let parts = 8

    @Test(arguments: 0..<parts)
    func hitsAreThoseOfTheOracle(part: Int) throws {
        for number in 0..<(Self.cases / Self.parts) {
            let seed = UInt64(part) << 32 | UInt64(number)
            var random = RandomCase(seed: seed)
            let session = random.session()
            let codebook = random.codebook()
            let oracle = NaiveMatcher(session, codebook) { RandomCase.stems[$1]?[$0] ?? $0 }
            let matcher = Matcher(try CompiledRules(codebook, cues: []))
            for (index, code) in codebook.codes.enumerated() {
                let expected = code.rules.enumerated().flatMap { ruleIndex, rule in
                    oracle.hits(of: rule, in: code).map { Found($0, rule: ruleIndex, session) }
                }
                let hits = matcher.hits(ofCode: index, in: session.transcript, respondents: [:])
                let found = hits.map { Found(range: $0.range, evidence: $0.evidence, rule: $0.rule) }
                if found != expected.sorted() {
                    Issue.record(
                        """
                        seed \(seed), code \(code.id)
                        rules \(code.rules.map { "\($0.language?.code ?? "")|\($0.expression.written) in \($0.scope?.rawValue ?? "")" })
                        text \(session.transcript.text)
                        found \(found)
                        expected \(expected.sorted())
                        """)
                    return
                }
            }
        }
    }

    struct Found: Equatable, Comparable, CustomStringConvertible {
        var range: ByteRange
        var evidence: [ByteRange]
        var rule: Int

        init(range: ByteRange, evidence: [ByteRange], rule: Int) {
            self.range = range
            self.evidence = evidence
            self.rule = rule
        }

        init(_ hit: NaiveMatcher.Hit, rule: Int, _ session: MarkedSession) {
            range = session.tokens[hit.first].range.lowerBound..<session.tokens[hit.last].range.upperBound
            evidence = hit.evidence.map { session.tokens[$0].range }
            self.rule = rule
        }

        var description: String { "\(rule): \(range) \(evidence.map(\.lowerBound))" }

        static func < (left: Found, right: Found) -> Bool {
            (left.range.lowerBound, left.range.upperBound, left.rule)
                < (right.range.lowerBound, right.range.upperBound, right.rule)
        }
    }
}
