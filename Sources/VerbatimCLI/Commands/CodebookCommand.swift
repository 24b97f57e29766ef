import ArgumentParser

/// `verbatim codebook`: what can be done with a codebook.
struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: "Check, test, lay out, compare and exchange codebooks.",
        subcommands: [
            CodebookCheckCommand.self, CodebookTestCommand.self, CodebookFormatCommand.self,
            CodebookDiffCommand.self, CodebookSuggestCommand.self, CodebookExportCommand.self,
            CodebookImportCommand.self,
        ])
}
