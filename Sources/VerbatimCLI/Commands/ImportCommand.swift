import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim import`: what is found in transcripts, and what people decided or coded, into a study.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Look at transcripts before anything is coded, or read people's decisions into a study.",
        discussion: """
            With '--check' it prints a row for each transcript: its format, encoding, languages, turns, speakers with \
            their roles (a question mark stands behind a role that is not sure), sections and warnings. Files that \
            cannot be read are named with the reason, and the others are shown.

              verbatim import --check Transcripts

            With '--decisions' it reads a sheet of 'verbatim sample' that was filled in, as CSV or as a workbook, into \
            the study. Every fault of the sheet is named by row and column, and then nothing is read. The decisions \
            take effect on the latest run's codings at once, and on those of every later run. A sheet can be read as \
            often as you like: what it said before is passed over, and rows that are empty are not judged yet.

              verbatim import --decisions sheet-anna.xlsx --study Results/study.verbatim

            With '--codings' it reads a table of codings that people made by themselves, with the columns \
            transcript, start, end, code and coder, or respondent, code, value and coder.

              verbatim import --codings coded-by-ben.csv --study Results/study.verbatim --coder ben
            """)

    @Argument(help: ArgumentHelp("With '--check': folders with transcripts, or transcripts.", valueName: "path"))
    var paths: [String] = []

    @Flag(help: "Look at the files, and write nothing.")
    var check = false

    @Option(help: ArgumentHelp("A review sheet that was filled in.", valueName: "file"))
    var decisions: String?

    @Option(help: ArgumentHelp("A table of codings by people.", valueName: "file"))
    var codings: String?

    @Option(help: ArgumentHelp("The study file that decisions or codings go into.", valueName: "study"))
    var study: String?

    @Option(
        help: ArgumentHelp(
            "Who decided or coded (default: the reviewer whom the sheet was given to, or the table's column coder).",
            valueName: "name"))
    var coder: String?

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        let tasks = [check, decisions != nil, codings != nil].filter { $0 }.count
        guard tasks == 1 else {
            throw ValidationError(
                "'verbatim import' needs one of '--check', '--decisions' and '--codings': what it is to do with the files."
            )
        }
        if check {
            if paths.isEmpty { throw ValidationError("'--check' needs folders with transcripts, or transcripts.") }
            if study != nil || coder != nil {
                throw ValidationError("'--study' and '--coder' go with '--decisions' or '--codings'.")
            }
        } else {
            if !paths.isEmpty { throw ValidationError("'\(paths[0])' is not expected: paths go with '--check'.") }
            if study == nil { throw ValidationError("Name the study file with '--study'.") }
        }
    }

    func run() throws {
        if let decisions, let study {
            try importDecisions(decisions, into: study)
        } else if let codings, let study {
            try importCodings(codings, into: study)
        } else {
            try checkTranscripts()
        }
    }

    private func importDecisions(_ path: String, into study: String) throws {
        let imported = try DecisionImport(of: path, into: study, coder: coder)
        DiagnosticPrinter().print(imported.diagnostics)
        Console.output(table.text(of: imported.table))
        let effect = imported.effect
        var lines = [
            imported.isOfRespondents
                ? "They judge respondents and change no coding: 'verbatim frequencies --basis corrected' has the shares."
                : "Of the latest run's codings \(effect.accepted) are accepted and \(effect.rejected) rejected; "
                    + "\(Console.counted(effect.own, "coding")) of people's own \(effect.own == 1 ? "stands" : "stand") "
                    + "beside them."
        ]
        if imported.emptyRows > 0 { lines.append("\(Console.counted(imported.emptyRows, "row")) not judged yet.") }
        Console.error(lines.joined(separator: "\n"))
    }

    private func importCodings(_ path: String, into study: String) throws {
        let imported = try HandCodingImport(of: path, into: study, coder: coder)
        DiagnosticPrinter().print(imported.diagnostics)
        Console.output(table.text(of: imported.table))
        let known = imported.codings.count - imported.added
        Console.error(
            "\(Console.counted(imported.added, "coding")) added to the study"
                + (known > 0 ? "; it had \(known) already." : "."))
    }

    private func checkTranscripts() throws {
        var findings = Table(columns: Table.findingColumns)
        let diagnostics = try TranscriptInspection.read(
            paths, options: input.reading, threads: threads.count
        ) { transcript throws(DiagnosticsError) in findings.rows.append(TranscriptInspection.findings(of: transcript)) }
        DiagnosticPrinter().print(diagnostics)
        Console.output(table.text(of: findings, brief: Self.briefColumns))
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }

    /// What fits on a terminal.
    private static let briefColumns = [
        "transcript", "format", "encoding", "kind", "language", "turns", "respondents", "words", "sections", "speakers",
    ]
}
