import ArgumentParser
import VerbatimKit

/// `verbatim report`: the report page of a study's latest run.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of a study: one HTML file with charts, tables, quotes and the methods.",
        discussion: """
            The page of 'verbatim run', made anew from the study file: with the decisions, agreement and corrected shares \
            that came since. It needs no network and no script; the same study gives the same bytes. It quotes \
            respondents: treat it as you treat the transcripts.

            For example: verbatim report Results/study.verbatim --output report.html --by country
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(name: [.short, .long], help: ArgumentHelp("Where to write the page.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "Show frequencies for each value of this attribute; can be given several times. Without it, as in the run.",
            valueName: "attribute"))
    var by: [String] = []

    @OptionGroup var threads: ThreadOptions

    func run() throws {
        let report = try StudyReport(of: study, threads: threads.count)
        try report.requireAttributes(by)
        try report.write(to: output, by: by.isEmpty ? nil : by)
    }
}
