import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim sample`: draws a sample for review, and writes the sheets that reviewers fill in.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw a sample for review, and write the sheets that reviewers fill in.",
        discussion: """
            For each code segments are drawn at random: of those that the rules code, of sentences that a rule nearly \
            codes, and of all other sentences of respondents. With '--by-respondent' respondents are drawn instead: of \
            those whom the rules give the code or theme, and of the others; with '--base' the same respondents for all codes, \
            each read once. '--by country' draws from each country apart. The sample is recorded in the study; each \
            reviewer gets a sheet as CSV and as a workbook, to be filled in and read back with 'verbatim import \
            --decisions'. A later sample of the same code goes on with the earlier one.

            For example:
              verbatim sample Results/study.verbatim --code return.intention --size 100 --reviewers anna,ben --blind
              verbatim sample Results/study.verbatim --by-respondent --base --by country --size 60
              verbatim sample Results/study.verbatim --by-respondent --code return --by country --size-per-group 25

            Exit status: 0 done; 2 wrong use, or nothing to draw: nothing written.
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(
        name: .customLong("code"),
        help: ArgumentHelp(
            "The code to be judged, or the theme, whose codes are; may be given several times (default: all codes; "
                + "with '--by-respondent' everything that stands at the top of the codebook).", valueName: "code"))
    var codes: [String] = []

    @Flag(help: "Draw respondents, each to be judged on all that they say.")
    var byRespondent = false

    @Flag(
        help: ArgumentHelp(
            "With '--by-respondent': draw the same respondents for all codes, whatever the rules find in them; a later "
                + "sample of one code goes on with them."))
    var base = false

    @Option(
        help: ArgumentHelp(
            "Draw from each value of this attribute apart, or of two with a comma between them; kind is the kind of "
                + "transcript.", valueName: "attributes"))
    var by: String?

    @Option(help: ArgumentHelp("How many units to draw for each code.", valueName: "n"))
    var size: Int?

    @Option(
        help: ArgumentHelp("With '--by': how many units to draw of each group for each code.", valueName: "n"))
    var sizePerGroup: Int?

    @Option(
        help: ArgumentHelp(
            "Draw as many as an interval of this half-width needs, such as 0.05: of a code's recall, or with "
                + "'--by-respondent' of its corrected share, over all groups.", valueName: "d"))
    var halfWidth: Double?

    @Option(
        help: ArgumentHelp("The names of the reviewers, such as anna,ben.", valueName: "names"),
        transform: { $0.split(separator: ",").map { $0.trimmed } })
    var reviewers: [String] = ["reviewer"]

    @Option(
        help: ArgumentHelp(
            "The part of the units that two reviewers judge, from 0 to 1 (default: 0.1 where there are several).",
            valueName: "share"))
    var doubleCode: Double?

    @Flag(help: "Do not show what the rules propose, and shuffle the rows.")
    var blind = false

    @Option(help: ArgumentHelp("The seed of the draw: the same seed draws the same sample.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The folder to write the sheets into (default: sample-N beside the study).", valueName: "folder"))
    var output: String?

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        let given = [size != nil, sizePerGroup != nil, halfWidth != nil].count { $0 }
        guard given == 1 else {
            throw ValidationError(
                "Give '--size', '--size-per-group' or '--half-width', and only one of them: how much is to be reviewed."
            )
        }
        if let size, size < 1 { throw ValidationError("'--size' takes a number from 1.") }
        if let sizePerGroup, sizePerGroup < 1 { throw ValidationError("'--size-per-group' takes a number from 1.") }
        if sizePerGroup != nil, by == nil {
            throw ValidationError("'--size-per-group' needs groups: name an attribute with '--by'.")
        }
        try AttributeList.validate(attributes)
        if base, !byRespondent { throw ValidationError("'--base' goes with '--by-respondent'.") }
        if let halfWidth, !(halfWidth > 0 && halfWidth < 0.5) {
            throw ValidationError("'--half-width' takes a number above 0 and below 0.5, such as 0.05.")
        }
        if let doubleCode, !(0...1).contains(doubleCode) {
            throw ValidationError("'--double-code' takes a share from 0 to 1.")
        }
        if let doubleCode, doubleCode > 0, reviewers.count < 2 {
            throw ValidationError("'--double-code' needs two reviewers: name them with '--reviewers anna,ben'.")
        }
        let isNamed = reviewers.allSatisfy { name in
            !name.isEmpty && !name.hasPrefix(".") && name.unicodeScalars.allSatisfy { Self.isInName($0) }
        }
        guard !reviewers.isEmpty, isNamed, Set(reviewers.map { $0.lowercased() }).count == reviewers.count else {
            throw ValidationError(
                "'--reviewers' takes different names of letters, digits, '-', '_' and '.', with commas between them: they "
                    + "become parts of file names.")
        }
    }

    private var attributes: [String] {
        AttributeList.names(in: by)
    }

    private var requestedSize: SampleRequest.Size {
        if let halfWidth { return .halfWidth(halfWidth) }
        if let sizePerGroup { return .unitsPerGroup(sizePerGroup) }
        return .units(size ?? 0)
    }

    func run() throws {
        let request = SampleRequest(
            codes: codes, unit: byRespondent ? .respondent : .segment, size: requestedSize, by: attributes,
            isBase: base, doubleShare: doubleCode ?? 0.1, reviewers: reviewers, isBlind: blind, seed: seed,
            threads: threads.count)
        let sample = try ReviewSample(request, from: study, into: output)
        DiagnosticPrinter().print(sample.warnings)
        Console.output(table.text(of: sample.table))
        for work in sample.work {
            let reading =
                work.respondents == 0
                ? ""
                : ", with \(Console.counted(work.words, "word")) of \(Console.counted(work.respondents, "respondent"))"
                    + " to read"
            Console.error(
                "\(sample.folder)/sheet-\(work.reviewer).xlsx (and .csv): \(Console.counted(work.rows, "row")) to "
                    + "judge\(reading).")
        }
    }

    private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.numericType != nil || "-_. ".unicodeScalars.contains(scalar)
    }
}

extension Substring {
    /// The text without spaces around it.
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
