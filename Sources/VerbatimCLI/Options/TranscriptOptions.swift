import ArgumentParser
import VerbatimModel

/// What is known of transcripts, and of those who speak in them, beside the files themselves.
struct TranscriptOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The respondents table (default: respondents.csv in the transcripts' folder).", valueName: "file"))
    var respondents: String?

    @Option(
        help: ArgumentHelp(
            "The table that corrects speakers' roles (default: speakers.csv in the transcripts' folder).",
            valueName: "file"))
    var speakers: String?

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            "The language of transcripts that declare none, such as en or nl (default: it is detected).",
            valueName: "tag"))
    var languageTag: String?

    /// The language given, if one is.
    var language: Language? { languageTag.map { Language(tag: $0) } }
}
