import ArgumentParser
import VerbatimKit
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
        help: ArgumentHelp(
            "The interview guide (default: the only .guide file in the transcripts' folder).", valueName: "file"))
    var guide: String?

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            "The language of transcripts that declare none, such as en or nl (default: it is detected).",
            valueName: "tag"))
    var languageTag: String?

    @Option(
        name: .customLong("mapping"),
        help: ArgumentHelp(
            "A mapping file for an XML dialect that is not known; may be given several times.", valueName: "file"))
    var mappings: [String] = []

    @Option(
        name: .customLong("format-hint"),
        help: ArgumentHelp(
            "The format that files are read as, such as text or vtt (default: told from their content).",
            valueName: "format"))
    var formatHint: String?

    @Option(
        help: ArgumentHelp(
            "The encoding of text files, such as windows-1254 (default: it is detected).", valueName: "name"))
    var encoding: String?

    /// What was given, as commands pass it on.
    var reading: ReadingOptions {
        ReadingOptions(
            respondents: respondents, speakers: speakers, guide: guide, mappings: mappings, format: formatHint,
            encoding: encoding, language: languageTag.map { Language(tag: $0) })
    }
}
