import ArgumentParser
import Foundation
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim search`: the hits of one rule, as a concordance, as data, or counted.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the hits of a rule in transcripts, each in its context.",
        discussion: """
            RULE is what stands after the colon of a rule in a codebook, with the same meaning:
              verbatim search '(rent or landlord*) near/8 (pay or afford)' Transcripts
              verbatim search '"go* back" in turn, only negated, where country = Iraq' Transcripts
              verbatim search '@homeland' Transcripts --codebook Codebooks/migration-partnerships.codebook
              verbatim search 'shelter*' Results/study.verbatim --count-by country,words

            Exit status: 0 done, also without a hit; 1 done, but something could not be read; 2 wrong use or wrong \
            rule.
            """)

    @Argument(help: ArgumentHelp("The rule, in quotes.", valueName: "rule"))
    var rule: String

    @Argument(help: ArgumentHelp("Folders with transcripts, transcripts, or study files.", valueName: "path"))
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The codebook whose lists and codes the rule can name, and whose cues apply.", valueName: "file"))
    var codebook: String?

    @Option(
        help: ArgumentHelp("Search only text in this language, such as en (default: all text).", valueName: "tag"))
    var ruleLanguage: String?

    @Option(help: ArgumentHelp("Print the first hits only; all are counted.", valueName: "n"))
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            """
            Show so many words of the turn on either side, however long the line gets (default: as much of the \
            sentence as fits).
            """,
            valueName: "n"))
    var context: Int?

    @Option(
        help: ArgumentHelp(
            """
            Instead of the hits, print how many there are for each value of these: attributes, or \
            \(SearchResult.countableNames.joined(separator: ", ")); with commas between several.
            """,
            valueName: "names"))
    var countBy: String?

    @Flag(help: "Print errors only, besides the result.")
    var quiet = false

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("'--limit' takes a number from 1.") }
        if let context, !(0...10_000).contains(context) {
            throw ValidationError("'--context' takes a number from 0 to 10000.")
        }
        if countBy != nil, names.isEmpty { throw ValidationError("'--count-by' takes at least one name.") }
        if countBy != nil, limit != nil || context != nil {
            throw ValidationError("'--count-by' counts all hits: leave out '--limit' and '--context'.")
        }
    }

    func run() throws {
        let compiled = try SearchRule.compile(
            rule, language: ruleLanguage.map { Language(tag: $0) }, codebook: codebook)
        let bar = ProgressBar(isQuiet: quiet)
        let corpus: SearchCorpus
        do {
            corpus = try SearchCorpus.read(
                paths, options: input.reading, threads: threads.count,
                progress: { bar.update(stage: "Reading", done: $0, total: $1) })
        } catch {
            bar.finish()
            throw error
        }
        let result = Search.run(
            compiled, in: corpus, threads: threads.count,
            progress: { bar.update(stage: "Searching", done: $0, total: $1) })
        bar.finish()
        let shown = try text(of: result)
        DiagnosticPrinter(isQuiet: quiet).print(compiled.warnings + corpus.diagnostics)
        Console.output(shown)
        if !quiet { Console.error(SearchSummaryText(result.total, shown: limit).text) }
        if corpus.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }

    private var names: [String] {
        (countBy ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private func text(of result: SearchResult) throws -> String {
        if !names.isEmpty { return table.text(of: try result.counts(by: names)) }
        guard table.format == .table else { return table.text(of: result.table(limit: limit)) }
        let terminal = OutputTerminal()
        let writer = ConcordanceWriter(width: context == nil ? terminal.width : nil, isStyled: terminal.isStyled)
        return String(decoding: writer.bytes(of: result.concordance(words: context, limit: limit)), as: UTF8.self)
    }
}

/// The line that a search ends with.
struct SearchSummaryText {
    private let total: HitCount
    private let shown: Int?

    /// The summary of all hits, of which the first `shown` are printed.
    init(_ total: HitCount, shown: Int?) {
        self.total = total
        self.shown = shown
    }

    /// Such as `12 hits in 9 turns of 5 respondents, 4 transcripts.`, without a newline.
    var text: String {
        let counts =
            "\(Console.counted(total.hits, "hit")) in \(Console.counted(total.turns, "turn")) of "
            + "\(Console.counted(total.respondents, "respondent")), \(Console.counted(total.transcripts, "transcript"))."
        guard let shown, shown < total.hits else { return counts }
        return counts + (shown == 1 ? " The first is shown." : " The first \(shown) are shown.")
    }
}

/// What standard output can show.
private struct OutputTerminal {
    /// The columns of a line: as `COLUMNS` says, else as the terminal says, else 100.
    let width: Int
    /// Whether words may be set in bold: on a terminal, unless `NO_COLOR` is set.
    let isStyled: Bool

    init() {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        isStyled = isTerminal && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
        var size = winsize()
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
            width = columns
        } else if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = Int(size.ws_col)
        } else {
            width = 100
        }
    }
}
