import ArgumentParser
import VerbatimKit

/// The root command.
struct VerbatimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verbatim",
        abstract: "Codes interviews and focus groups by rules that people can read.",
        discussion: """
            Transcripts go in; codings and theme frequencies come out, each traced back to the words. Nothing leaves \
            this machine.

            Begin with:
              verbatim run Transcripts --codebook Codebooks/migration-partnerships.codebook --output Results
            """,
        version: CodingPipeline.version,
        subcommands: [
            RunCommand.self, ImportCommand.self, SpeakersCommand.self, ConvertCommand.self, SearchCommand.self,
            CodebookCommand.self, ExplainCommand.self, WhyNotCommand.self, SampleCommand.self, PlanCommand.self,
            AuditCommand.self, FrequenciesCommand.self, CrosstabCommand.self, CooccurrenceCommand.self,
            MatrixCommand.self, SaturationCommand.self, AgreementCommand.self, EvaluateCommand.self,
            ReportCommand.self, ChartsCommand.self,
        ]
    )
}
