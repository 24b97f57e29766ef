import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim why-not`: why a place is not given a code.
struct WhyNotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Say why a place is not given a code: the nearest rule, and the part of it that failed.",
        discussion: """
            For each rule of the code, the nearest miss first, names what failed: a term that is not in the scope and \
            where it stands instead, words too far apart, the speaker, the language, a guard, a filter, the threshold, \
            or a code that has precedence. Nearest is the rule of which the largest share of terms was found, and \
            among equals the one whose words miss by the fewest tokens. These are respondents' words.

            For example: verbatim why-not --code return.intention --at interviews/one:1520 Results/study.verbatim

            Exit status: 0 done; 2 no such code, transcript or place.
            """)

    @Argument(
        help: ArgumentHelp("A study file, or transcripts: files and folders, with '--codebook'.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("The code's id.", valueName: "code"))
    var code: String

    @Option(
        help: ArgumentHelp(
            "The place: TRANSCRIPT:OFFSET, the offset in Unicode scalars of the canonical text from 0 (as 'start' in "
                + "codings.csv); or TRANSCRIPT with '--turn'.", valueName: "place"))
    var at: String

    @Option(help: ArgumentHelp("The number of a turn, from 1, instead of an offset.", valueName: "n"))
    var turn: Int?

    @Option(help: ArgumentHelp("The codebook (default: the one that the study's latest run used).", valueName: "file"))
    var codebook: String?

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var output: ExplanationOptions

    func validate() throws {
        if PlaceExplainer.Place(at, turn: turn) == nil {
            throw ValidationError("'--at' takes TRANSCRIPT:OFFSET, or TRANSCRIPT together with '--turn N'.")
        }
    }

    func run() throws {
        guard let place = PlaceExplainer.Place(at, turn: turn) else { return }
        let explainer = try PlaceExplainer(
            paths: paths, codebook: codebook, options: input.reading, threads: threads.count)
        DiagnosticPrinter().print(explainer.diagnostics.filter { $0.severity == .error })
        Console.output(output.text(of: [try explainer.explanation(code: code, at: place)]))
    }
}
