import ArgumentParser
import VerbatimInterchange
import VerbatimKit

/// `verbatim codebook export`: a codebook in another form.
struct CodebookExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a codebook in another form: json, csv, xlsx, qdc, or codebook.",
        discussion: """
            JSON, CSV and XLSX carry all of it and can be read back. REFI-QDA (.qdc) carries codes and guidance for \
            other programs; what it has no place for is listed.
            For example: verbatim codebook export study.codebook --output study.qdc
            """)

    @Argument(help: ArgumentHelp("The codebook.", valueName: "file"))
    var codebook: String

    @Option(help: "The form; from the name of --output where it is not given, else json.")
    var format: CodebookExport.Format?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    private var chosenFormat: CodebookExport.Format {
        let suffix = output?.split(separator: ".").last.map { $0.lowercased() }
        return format ?? suffix.flatMap(CodebookExport.Format.init(rawValue:)) ?? .json
    }

    func validate() throws {
        if chosenFormat == .xlsx, output == nil {
            throw ValidationError("A workbook needs a file: name it with --output.")
        }
    }

    func run() throws {
        let loaded = try LoadedCodebook.load(codebook)
        let written = try CodebookExport.write(loaded.codebook, as: chosenFormat)
        if let output {
            try InterchangeFile.write(written.bytes, to: output)
        } else {
            Console.output(String(decoding: written.bytes, as: UTF8.self))
        }
        DiagnosticPrinter().print(written.diagnostics)
    }
}

extension CodebookExport.Format: ExpressibleByArgument {}
