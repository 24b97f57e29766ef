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
/// `coverage-simulation --study RESPONDENTS.csv TRUTH.csv REVIEWS AUDITS [--by ATTRIBUTE] [--base N]` audits a composed
/// corpus in the same way: in each group of an attribute apart, and going on from a base sample.
@main
struct CoverageSimulation {
    static func main() {
        let words = CommandLine.arguments
        if words.count >= 6, words[1] == "--study", let audits = Int(words[5]), let design = design(words.dropFirst(4))
        {
            exit(with: auditStudy(respondents: words[2], truth: words[3], design: design, audits: audits))
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

    /// The design of an audit from the words `REVIEWS AUDITS [--by ATTRIBUTE] [--base N]`; `nil` where they say nothing.
    private static func design(_ words: ArraySlice<String>) -> StudyCoverage.Design? {
        guard let reviews = words.first.flatMap({ Int($0) }) else { return nil }
        var design = StudyCoverage.Design(reviews: reviews)
        var rest = words.dropFirst(2)
        while let option = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch option {
            case "--by": design.attribute = value
            case "--base":
                guard let count = Int(value), count > 0 else { return nil }
                design.base = count
            default: return nil
            }
        }
        return design
    }

    /// Audits a composed corpus again and again; prints a line for each code, and returns the exit status.
    private static func auditStudy(
        respondents: String, truth: String, design: StudyCoverage.Design, audits: Int
    ) -> Int32 {
        do {
            let study = try StudyCoverage(respondents: respondents, truth: truth, design: design, audits: audits)
            let each = design.attribute.map { " in each of \(study.groups.count) groups by \($0)" } ?? ""
            let base = design.base > 0 ? ", after a base sample of \(design.base) for all codes" : ""
            print(
                "\(audits) audits of \(design.reviews) respondents\(each) for each of \(study.rows.count) codes\(base)\n"
            )
            print("code   truth   found by rules   coverage   least of a group   mean width")
            let trials = Double(max(1, audits))
            for row in study.rows {
                let coverage = Double(row.held.reduce(0, +)) / (trials * Double(row.held.count))
                print(
                    row.code, decimal(row.truth), decimal(row.found), decimal(coverage),
                    decimal(Double(row.held.min() ?? 0) / trials), decimal(row.width), separator: "   ")
            }
            let held = study.rows.reduce(0) { $0 + $1.held.reduce(0, +) }
            let all = Double(held) / (trials * Double(max(1, study.rows.count * study.groups.count)))
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
