import VerbatimModel

/// Reads codebooks: text in, a ``Codebook`` and all that is wrong with it out.
///
///     let parsed = CodebookParser.parse(path: "study.codebook", text: text) { path in try read(path) }
///     for diagnostic in parsed.diagnostics { print(diagnostic.rendered) }
///
/// `Lines` groups lines into statements and properties, `Lexing` and
/// `Parsing` read them, `Validation` looks up names.
package struct CodebookParser {
    /// Parses a codebook and what it includes.
    ///
    /// It never throws and reports every fault in one go. The codebook may be run only where no diagnostic is an error.
    /// - Parameters:
    ///   - path: The path of the codebook, as diagnostics show it and included paths are resolved against it.
    ///   - text: The whole text; a byte-order mark, LF, CRLF and CR are accepted.
    ///   - load: Gives the text of an included file by its resolved path, or throws where it cannot be read.
    /// - Returns: The codebook as far as it could be read, and all that is wrong with it.
    /// - Complexity: O(length of the text and of the included files).
    package static func parse(
        path: String, text: String, include load: (String) throws -> String
    ) -> ParsedCodebook {
        withoutActuallyEscaping(load) { load in
            var reader = FileReader(load: load)
            reader.read(path: path, text: text)
            let faults = reader.faults + Validation.faults(of: reader.draft)
            return ParsedCodebook(
                codebook: reader.draft.codebook(path: path), diagnostics: reader.sources.diagnostics(of: faults))
        }
    }
}
