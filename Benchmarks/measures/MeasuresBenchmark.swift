import VerbatimAnalysis
import VerbatimModel

/// How long the measures of a large study take: 10,000 respondents by 200 codes, unless said otherwise.
///
/// `measures-benchmark [RESPONDENTS] [CODES]` prints for each measure the least of five times, and how many times it is
/// that of going once through the codings and adding up their offsets. What draws at random runs with one thread and
/// with two, and the results are compared.
@main
struct MeasuresBenchmark {
    static func main() {
        let numbers = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
        guard numbers.count <= 2, numbers.allSatisfy({ $0 > 0 }) else {
            print("usage: measures-benchmark [RESPONDENTS] [CODES], whole numbers from 1")
            return
        }
        let study = LargeStudy(
            respondents: numbers.first ?? 10_000, codes: numbers.count > 1 ? numbers[1] : 200)
        let coded = study.coded
        print(
            "\(coded.respondents.count) respondents, \(coded.codebook.codes.count) codes, \(coded.codings.count) codings"
        )

        let plain = Stopwatch.least { coded.codings.reduce(0) { $0 &+ $1.span.start } }
        report("once through the codings", plain, plain)
        report("frequencies", Stopwatch.least { FrequencyTable(coded).rows.count }, plain)
        report(
            "frequencies by country", Stopwatch.least { GroupedFrequencies(coded, by: "country").groups.count }, plain)
        report(
            "respondents by codes", Stopwatch.least { RespondentByCodeMatrix(coded).codes.count }, plain)
        report(
            "co-occurrence in respondents",
            Stopwatch.least { StudyCooccurrence(coded, unit: .respondent).matrix.pairs.count }, plain)
        report(
            "corrected shares",
            Stopwatch.least { study.units.count { PostStrata($0).correctedShare.share.value != nil } }, plain)
        report(
            "corrected shares in a population",
            Stopwatch.least { study.units.count { ClusteredCorrection($0).share.value != nil } }, plain)
        report(
            "corrected shares by country, and tests",
            Stopwatch.least {
                study.units.count { CorrectionByGroup($0, groups: study.countries).heterogeneity.value != nil }
            }, plain)
        drawn("saturation, 1,000 orders", plain) { threads in
            OrderedSaturation.of(study.incidence, orders: 1_000, threads: threads)
        }
        drawn("alpha of one code, 2,000 draws", plain) { threads in
            study.alpha.bootstrap(.init(replicates: 2_000, threads: threads))
        }
    }

    private static func drawn<Value: Equatable>(
        _ name: String, _ plain: Duration, _ measure: (Int) -> Value
    ) {
        report("\(name), 1 thread", Stopwatch.least { measure(1) }, plain)
        report("\(name), 2 threads", Stopwatch.least { measure(2) }, plain)
        print("    the same result: \(measure(1) == measure(2))")
    }

    private static func report(_ name: String, _ time: Duration, _ plain: Duration) {
        let milliseconds = time / .milliseconds(1)
        let ratio = time / plain
        print("\(rounded(milliseconds)) ms  \(rounded(ratio)) x  \(name)")
    }

    private static func rounded(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let text = "\(tenths / 10).\(tenths % 10)"
        return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
}

/// Measures how long something takes.
enum Stopwatch {
    /// The least time of five.
    static func least<Value>(_ body: () -> Value) -> Duration {
        let clock = ContinuousClock()
        return (0..<5).map { _ in clock.measure { _ = body() } }.min() ?? .zero
    }
}
