import Dispatch
import Synchronization
import VerbatimAnalysis

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How often the intervals of corrected shares hold the truth, in 360 settings of simulated studies.
///
/// `coverage-simulation [POPULATIONS] [SEED]` prints a line for each method and exits with 1 if the corrected share
/// among the respondents holds the truth in fewer than 93 of 100 studies of any setting.
///
/// `coverage-simulation --study RESPONDENTS.csv TRUTH.csv REVIEWS AUDITS` audits a composed corpus in the same way.
@main
struct CoverageSimulation {
    static func main() {
        let words = CommandLine.arguments
        if words.count == 6, words[1] == "--study", let reviews = Int(words[4]), let audits = Int(words[5]) {
            exit(with: auditStudy(respondents: words[2], truth: words[3], reviews: reviews, audits: audits))
        }
        let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
        guard arguments.count <= 2, !arguments.contains(nil), arguments.first != 0 else {
            print("usage: coverage-simulation [POPULATIONS] [SEED], whole numbers, at least one population")
            exit(with: 2)
        }
        let populations = Int(clamping: arguments.first.flatMap(\.self) ?? 500)
        let seed = arguments.dropFirst().first.flatMap(\.self) ?? 1
        let settings = Setting.all
        let results = Mutex([[Coverage]](repeating: [], count: settings.count))
        DispatchQueue.concurrentPerform(iterations: settings.count) { place in
            // A stream for each setting, so that the table does not depend on the number of threads.
            let stream = seed &+ UInt64(place) &* 0xD134_2543_DE82_EF95
            let coverage = Coverage.simulate(settings[place], populations: populations, seed: stream)
            results.withLock { $0[place] = coverage }
        }
        let least = report(settings, results.withLock { $0 }, populations: populations)
        exit(with: least < 0.93 ? 1 : 0)
    }

    /// Audits a composed corpus again and again; prints a line for each code, and returns the exit status.
    private static func auditStudy(respondents: String, truth: String, reviews: Int, audits: Int) -> Int32 {
        do {
            let study = try StudyCoverage(respondents: respondents, truth: truth, reviews: reviews, audits: audits)
            print("\(audits) audits of \(reviews) respondents for each of \(study.rows.count) codes\n")
            print("code   truth   found by rules   coverage   mean width")
            for row in study.rows {
                let coverage = Double(row.held) / Double(max(1, audits))
                print(
                    row.code, decimal(row.truth), decimal(row.found), decimal(coverage), decimal(row.width),
                    separator: "   ")
            }
            let held = study.rows.reduce(0) { $0 + $1.held }
            let all = Double(held) / Double(max(1, audits * study.rows.count))
            print("\nall codes: \(decimal(all))")
            return all < 0.93 ? 1 : 0
        } catch {
            print(error)
            return 2
        }
    }

    /// Prints the table and returns the least coverage of the corrected share among the respondents.
    private static func report(_ settings: [Setting], _ results: [[Coverage]], populations: Int) -> Double {
        print("\(settings.count) settings, \(populations) populations each\n")
        print("method                              target  mean   min    below .93  width n=50/100/150/200")
        var least = 1.0
        for method in Coverage.Method.allCases {
            let column = results.map { $0[method.rawValue] }
            let shares = column.map(\.share)
            let mean = shares.reduce(0, +) / Double(shares.count)
            let minimum = shares.min() ?? 0
            let below = Double(shares.count { $0 < 0.93 }) / Double(shares.count)
            let widths = [50, 100, 150, 200].map { reviews in
                let part = zip(settings, column).filter { $0.0.reviews == reviews }.map(\.1.width)
                return decimal(part.reduce(0, +) / Double(max(1, part.count)))
            }
            print(
                method.name, decimal(mean), decimal(minimum), " \(Int((100 * below).rounded())) %",
                widths.joined(separator: "/"), separator: "   ")
            if method == .corrected { least = minimum }
        }
        return least
    }

    /// A number from 0 up with three decimals.
    private static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

/// Ends the program.
private func exit(with status: Int32) -> Never { exit(status) }
