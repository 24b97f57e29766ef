import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim codebook suggest`: what a codebook misses, learned from what people coded.
struct CodebookSuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Suggest terms and sentences that a codebook misses, from what people coded.",
        discussion: """
            Compares the sentences that people gave a code with all others, and lists the words (and pairs of words) \
            that set them apart and that no rule of the code has yet, the strongest first. With '--sentences' it lists \
            sentences that nobody coded and no rule finds, although they share that vocabulary.

            What people coded is read from a study file (its accepted codings), or from a table with the columns \
            transcript, start, end and code:
              verbatim codebook suggest my.codebook Results/study.verbatim
              verbatim codebook suggest my.codebook Transcripts --codings coded-by-hand.csv

            The columns: z, log_odds and g2 say how strongly a term sets coded sentences apart (log-odds with an \
            informative Dirichlet prior; log-likelihood); coded and other, how often it occurs there and elsewhere; \
            missed, how many coded sentences with it the rules do not find.
            """)

    @Argument(help: ArgumentHelp("The codebook.", valueName: "codebook"))
    var codebook: String

    @Argument(help: ArgumentHelp("Folders, transcripts or a study file.", valueName: "path"))
    var paths: [String]

    @Option(
        help: ArgumentHelp("A table of codings by people: transcript, start, end, code.", valueName: "file"))
    var codings: String?

    @Option(
        name: .customLong("code"),
        help: ArgumentHelp("Only for this code; may be given several times.", valueName: "id"))
    var codes: [String] = []

    @Flag(help: "List sentences that nobody coded and that share a code's vocabulary, instead of terms.")
    var sentences = false

    @Option(help: ArgumentHelp("How many terms or sentences for each code and language.", valueName: "n"))
    var limit = 10

    @Option(
        help: ArgumentHelp("How many respondents must use a term where the code was given.", valueName: "n"))
    var minimumRespondents = 3

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("'--limit' takes a number from 1.") }
        if minimumRespondents < 1 { throw ValidationError("'--minimum-respondents' takes a number from 1.") }
    }

    func run() throws {
        var request = SuggestionRequest(codebook: codebook, paths: paths)
        request.codings = codings
        request.reading = input.reading
        request.options.codes = codes
        request.options.limit = limit
        request.options.minimumRespondents = minimumRespondents
        request.threads = threads.count
        let (suggestions, diagnostics) = try request.run()
        DiagnosticPrinter().print(diagnostics)
        Console.output(table.text(of: sentences ? suggestions.sentenceTable : suggestions.termTable))
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }
}
