import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

/// Whether the check that spares the runs over all transcripts says what they would say.
@Suite struct StrataCheckTests {
    /// Rules of which some code the same segments, some with other near misses, and some others.
    private static let rules = [
        "\"slept outside\"", "\"slept outside\" or \"outside slept\"", "\"slept outside\" or \"road long\"",
        "\"slept outside\" and not \"road long\"",
        "\"slept outside\" and not \"camp 7\"", "slept and outside", "slept before/3 outside",
        "\"slept outside\" or code:silent",
    ]

    @Test(arguments: 0..<24)
    func itAgreesWithLookingForEverything(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func codebook() -> String {
            let rule = Self.rules.randomElement(using: &random) ?? ""
            let other = ["elephant", "road", "\"day 3\""].randomElement(using: &random) ?? ""
            return ReviewStudy.shelter.replacing("\"slept outside\"", with: rule).replacing("elephant", with: other)
        }
        let study = try ReviewStudy(audited: codebook())
        _ = try study.sampleEverything()
        for _ in 0..<2 {
            try study.run(codebook())
            let source = try ReviewSource.read(study.study)
            let reviews = SegmentReviews(
                samples: source.samples, decisions: source.decisions,
                hierarchy: CodeHierarchy(source.study.codebook)
            ).codes
            let check = try StrataCheck(reviews, of: source, threads: 1)
            for review in reviews {
                // Everything was drawn, so the strata are the same where a sample of everything draws the same.
                let again = try SampleDrawing(
                    SampleRequest(codes: [review.id], size: .units(1000)), source: source,
                    texts: source.sentences)
                let before = Set(review.sample.units.map { Unit($0, review.sample) })
                let now = Set(again.draw.units.map { Unit($0, again.draw) })
                #expect(check.isCurrent(review) == (before == now))
            }
        }
    }

    /// A unit with the name of its stratum.
    private struct Unit: Hashable {
        var transcript: Transcript.ID?
        var span: TextSpan?
        var stratum: String

        init(_ unit: SampledUnit, _ draw: SampleDraw) {
            transcript = unit.subject.place?.transcript
            span = unit.subject.place?.span
            stratum = draw.strata[unit.stratum].name
        }
    }
}
