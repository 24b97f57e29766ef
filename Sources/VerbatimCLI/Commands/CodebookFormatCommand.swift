import ArgumentParser
import VerbatimCodebook
import VerbatimInterchange

/// `verbatim codebook format`: lays a codebook out in the one canonical way.
struct CodebookFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: "Lay a codebook out in the one canonical way; comments and meaning stay.",
        discussion: """
            Prints the laid-out text, unless told to change the file (--in-place) or only to look (--check).
            Exit status: 0 done; 1 with --check, where a file is not laid out so; 2 a file cannot be laid out.
            """)

    @Argument(help: ArgumentHelp("The codebooks.", valueName: "file"))
    var codebooks: [String]

    @Flag(help: "Change the files.")
    var inPlace = false

    @Flag(help: "Write nothing; name the files that are not laid out so.")
    var check = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    func validate() throws {
        let count = [inPlace, check, output != nil].count { $0 }
        if count > 1 { throw ValidationError("Only one of --in-place, --check and --output can be given.") }
        if codebooks.count > 1, !inPlace, !check {
            throw ValidationError("Several files can be laid out only with --in-place or --check.")
        }
    }

    func run() throws {
        // All files are laid out before one is written, so that a fault in one leaves all as they are.
        let files = try codebooks.map { path in
            let text = try InterchangeFile.readText(path)
            return (path: path, text: text, formatted: try CodebookFormatter.format(path: path, text: text))
        }
        var hasFindings = false
        for file in files {
            if check {
                guard file.text != file.formatted else { continue }
                hasFindings = true
                Console.output("\(file.path): not in the canonical layout\n")
            } else if inPlace {
                if file.text != file.formatted {
                    try InterchangeFile.write(Array(file.formatted.utf8), to: file.path)
                }
            } else if let output {
                try InterchangeFile.write(Array(file.formatted.utf8), to: output)
            } else {
                Console.output(file.formatted)
            }
        }
        if hasFindings { throw ExitStatus.findings }
    }
}
