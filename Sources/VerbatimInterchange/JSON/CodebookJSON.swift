package import VerbatimCodebook
package import VerbatimModel

/// The JSON form of a codebook, for programs: everything that the text form says, but for comments, layout and which
/// file a part was included from.
///
/// Rules, terms, examples and conditions are carried in the codebook language, which is what a person reads and what
/// the parser checks; `Documentation/Codebook-Interchange.md` lists the keys. Keys are written in one fixed order, and
/// what is as it would be without being said is left out, so that equal codebooks give equal bytes.
package enum CodebookJSON {
    /// The value of the key `format`, by which the form is recognised.
    package static let format = "verbatim-codebook"
    /// The version of the form: a reader refuses a later one.
    package static let formatVersion = 1

    /// The JSON text of a codebook, ending in a line end.
    /// - Complexity: O(size of the codebook).
    package static func encode(_ codebook: Codebook) -> String {
        CodebookJSONEncoder.value(of: codebook).text + "\n"
    }

    /// The codebook of a JSON text; faults are at their places in that text.
    ///
    /// It never throws: what cannot be read is among the diagnostics, as with ``CodebookParser``.
    /// - Parameters:
    ///   - text: The whole text.
    ///   - path: The path, as diagnostics show it.
    /// - Returns: The codebook as far as it could be read, and all that is wrong with it.
    package static func decode(_ text: String, path: String) -> ParsedCodebook {
        let node: JSONNode
        do {
            node = try JSONReader.read(text, path: path)
        } catch {
            return ParsedCodebook(Codebook(id: "", title: ""), diagnostics: error.diagnostics)
        }
        var decoder = CodebookJSONDecoder(path: path)
        decoder.read(node)
        let parsed = CodebookParser.parse(path: path, text: decoder.composer.text) { _ in "" }
        var diagnostics = decoder.faults + decoder.composer.located(parsed.diagnostics, path: path)
        for changed in decoder.composer.changedTexts {
            diagnostics.append(
                Diagnostic(
                    .warning, "number-sign-changed",
                    "A number sign begins a comment in a codebook, and was replaced by U+FF03. Put the words around "
                        + "it in double quotes to keep it.", path: path, position: changed.origin))
        }
        return ParsedCodebook(parsed.codebook, diagnostics: diagnostics)
    }
}
