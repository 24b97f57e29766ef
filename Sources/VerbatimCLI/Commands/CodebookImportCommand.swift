import ArgumentParser
import VerbatimInterchange
import VerbatimModel

/// `verbatim codebook import`: a codebook, dictionary or rule file of another program as a codebook.
struct CodebookImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a codebook of a table, a REFI-QDA codebook, or another program's dictionary or rules.",
        discussion: """
            Reads tables of codes (csv, xlsx), tables of words (words), REFI-QDA (qdc), and dictionaries of quanteda, \
            LIWC, Lexicoder, Yoshikoder, WordStat and KH Coder. What cannot be carried is listed with its line.
            Exit status: 0 all was carried; 1 something was not, or must be looked at; 2 the file cannot be read.
            For example: verbatim codebook import Laver-Garry.cat --language en --output laver-garry.codebook
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(help: "The form of the file; told from its name where it is not given.")
    var from: CodebookImport.Format?

    @Option(help: ArgumentHelp("The language of a dictionary's words, such as en.", valueName: "language"))
    var language: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    func run() throws {
        let imported = try CodebookImport.read(
            InterchangeFile.read(file), path: file, format: from, language: language.map { Language(tag: $0) })
        if let output {
            try InterchangeFile.write(Array(imported.text.utf8), to: output)
        } else {
            Console.output(imported.text)
        }
        DiagnosticPrinter().print(imported.diagnostics)
        if !imported.diagnostics.isEmpty { throw ExitStatus.findings }
    }
}

extension CodebookImport.Format: ExpressibleByArgument {}
