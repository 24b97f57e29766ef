import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim audit`: how well the rules of each code find what people find.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tell how well the rules find what people find: precision, recall and F1 of each code.",
        discussion: """
            The figures stand on the segments that 'verbatim sample' drew and people judged: of what the rules code, the \
            share that is right (precision), and of all that people code, the share that the rules find (recall). The \
            latest sample of a code counts. Where the rules have changed so that they find other segments, the column \
            'rules' says so: the figures are of the rules as they were then.

            For example: verbatim audit Results/study.verbatim --code return

            Exit status: 0 done; 2 wrong use, or no sample of segments.
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(
        name: .customLong("code"),
        help: ArgumentHelp(
            "Look at this code and those under it; may be given several times (default: all).", valueName: "code"))
    var codes: [String] = []

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func run() throws {
        var request = AuditRequest(study: study)
        request.codes = codes
        request.threads = threads.count
        let answer = try request.run()
        Console.output(
            table.text(
                of: answer.table,
                brief: [
                    "code", "sample", "rules", "coded_read", "uncoded_read", "precision", "precision_low",
                    "precision_high", "recall", "recall_low", "recall_high", "f1", "reason",
                ]))
        for line in answer.summary { Console.error(line) }
    }
}
