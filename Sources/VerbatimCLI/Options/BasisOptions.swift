import ArgumentParser
import VerbatimKit

/// What shares stand on, and of whom they speak.
struct BasisOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the counts stand on: engine, reviewed (what people decided) or corrected.", valueName: "basis"))
    var basis: FrequencyRequest.Basis = .engine

    @Option(help: "Of whom corrected shares speak: T1 (these respondents) or T2 (a population).")
    var target: FrequencyRequest.Target = .t1

    @Option(
        help: ArgumentHelp(
            "Correct by this table (respondent,code,value) of respondents drawn at random, in place of the study's "
                + "samples.", valueName: "file"))
    var reviews: String?

    func validate() throws {
        if basis != .corrected, target == .t2 || reviews != nil {
            throw ValidationError("'--target' and '--reviews' go with '--basis corrected'.")
        }
    }
}

extension FrequencyRequest.Basis: ExpressibleByArgument {}
extension FrequencyRequest.Target: ExpressibleByArgument {}
