import VerbatimCodebook
import VerbatimInterchange

/// The text of a codebook, in the codebook language or as JSON.
enum CodebookText {
    /// Parses a codebook in either form: JSON where its first character is a brace, which begins no statement.
    ///
    /// `include` gives the text of a file that the codebook includes; one in JSON includes none.
    static func parse(path: String, text: String, include load: (String) throws -> String) -> ParsedCodebook {
        text.first { !$0.isWhitespace } == "{"
            ? CodebookJSON.decode(text, path: path) : CodebookParser.parse(path: path, text: text, include: load)
    }
}
