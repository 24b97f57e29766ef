import ArgumentParser
import VerbatimCodebook
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim codebook diff`: what differs between two versions of a codebook, in words.
struct CodebookDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in words what differs between two versions of a codebook.",
        discussion: """
            Codes are followed through 'was'; layout, comments and places are no differences. A line that begins with \
            '*' can change what is coded.

            With --on, both versions also code the same transcripts, and the codings and respondents that are gained \
            and lost are counted by code; --quotes lists them.
            """)

    @Argument(help: ArgumentHelp("The old version.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The new version.", valueName: "new"))
    var new: String

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("Transcripts to see the effect on: a folder, a file or a study.", valueName: "path"))
    var paths: [String] = []

    @Flag(help: "With --on, list each coding that is gained, lost or asserted otherwise, with its quote.")
    var quotes = false

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        if quotes, paths.isEmpty { throw ValidationError("'--quotes' goes with '--on'.") }
    }

    func run() throws {
        let old = try LoadedCodebook.load(self.old)
        let new = try LoadedCodebook.load(self.new)
        if paths.isEmpty {
            printWords(CodebookDiff(old: old.codebook, new: new.codebook))
        } else {
            try printEffect(old: old, new: new)
        }
    }

    private func printEffect(old: LoadedCodebook, new: LoadedCodebook) throws {
        let (effect, diagnostics) = try CodebookEffect.measure(
            old: old, new: new, on: paths, threads: threads.count)
        DiagnosticPrinter().print(diagnostics)
        Console.output(table.text(of: quotes ? effect.changes : effect.summary(onlyChanged: true)))
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }

    private func printWords(_ diff: CodebookDiff) {
        guard table.format == .table else {
            Console.output(table.text(of: Self.table(of: diff)))
            return
        }
        for change in diff.changes { Console.output("\(change.affectsCoding ? "*" : " ") \(change.sentence)\n") }
        let count = diff.changes.count
        Console.output(count == 0 ? "No difference.\n" : "\(count) \(count == 1 ? "difference" : "differences").\n")
    }

    private static func table(of diff: CodebookDiff) -> Table {
        Table(
            columns: ["subject", "id", "change", "part", "old", "new", "affects_coding"].map { Table.Column($0) },
            rows: diff.changes.map { change in
                [
                    .text(change.subject), .text(change.id), .text(change.kind.rawValue), .text(change.part),
                    .text(change.old), .text(change.new), .text(change.affectsCoding ? "yes" : "no"),
                ]
            })
    }
}
