import ArgumentParser
import VerbatimKit

/// `verbatim charts`: the charts of the report as files of their own.
struct ChartsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charts",
        abstract: "Write every chart of the report as a file of its own, as SVG or PNG, with a table of its figures.",
        discussion: """
            The charts are frequencies, frequencies-by-ATTRIBUTE, cooccurrence and saturation; where people reviewed also \
            corrected, corrected-by-ATTRIBUTE and agreement. Beside each picture, say frequencies.svg, stands a table with \
            the figures that it shows, frequencies.csv. All files are written, or none; the same study gives the same \
            bytes. PNG is made by the program rsvg-convert (package librsvg2-bin, with Homebrew librsvg); SVG needs none.

            The pictures hold no words of respondents. But a small count may tell who is meant: look at groups of a few \
            people before you give a chart away.

            For example: verbatim charts Results/study.verbatim --output Results/charts --format png --by country
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder to write the charts into; made if missing.", valueName: "folder"))
    var output: String

    @Option(help: "The form of the pictures: svg or png.")
    var format: ChartRequest.Format = .svg

    @Option(
        help: ArgumentHelp(
            "How many pixels the pictures are wide (default: 960 as SVG, which can be scaled; 1600 as PNG).",
            valueName: "pixels"))
    var width: Int?

    @Option(
        help: ArgumentHelp(
            "Draw charts for each value of this attribute; can be given several times. Without it, as in the run.",
            valueName: "attribute"))
    var by: [String] = []

    @Option(
        help: ArgumentHelp(
            "Draw this chart only, such as frequencies-by-country; can be given several times.", valueName: "name"))
    var only: [String] = []

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if let width, !ChartRequest.widths.contains(width) {
            throw ValidationError(
                "'--width' takes a number from \(ChartRequest.widths.lowerBound) to \(ChartRequest.widths.upperBound).")
        }
    }

    func run() throws {
        var request = ChartRequest(study: study)
        request.attributes = by
        request.only = only
        request.format = format
        request.width = width
        request.threads = threads.count
        let answer = try request.write(to: output)
        let folder = output.hasSuffix("/") ? output : "\(output)/"
        Console.output(answer.pictures.map { "\(folder)\($0)\n" }.joined())
        for line in answer.absent { Console.error(line) }
    }
}

extension ChartRequest.Format: ExpressibleByArgument {}
