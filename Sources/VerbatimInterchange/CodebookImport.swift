import VerbatimFiles
package import VerbatimModel

/// Reads codebooks, dictionaries and rule files of other programs.
package enum CodebookImport {
    /// The forms that can be read.
    package enum Format: String, CaseIterable, Sendable {
        /// A table of codes, as CSV.
        case csv
        /// A table of codes, as an Office Open XML workbook.
        case xlsx
        /// A table of words and their categories, as CSV.
        case words
        /// A REFI-QDA codebook.
        case qdc
        /// A quanteda dictionary, as YAML.
        case quanteda
        /// A LIWC dictionary.
        case liwc
        /// A Lexicoder dictionary.
        case lexicoder
        /// A Yoshikoder dictionary.
        case yoshikoder
        /// A WordStat categorisation dictionary.
        case wordstat
        /// A KH Coder coding-rule file.
        case khcoder
    }

    /// The codebook that a file holds.
    ///
    /// What the language cannot say is never dropped silently: each such thing is among the diagnostics. Where one of
    /// them is an error the text must be mended before it can be used.
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: The path, as diagnostics show it.
    ///   - format: The form; `nil` to tell it from the name and the content.
    ///   - language: The language of a dictionary's words; `nil` for all.
    /// - Returns: The text of the codebook, and what could not be carried.
    /// - Throws: `unknown-format`, and what is wrong with a file that cannot be read at all.
    package static func read(
        _ bytes: [UInt8], path: String, format: Format? = nil, language: Language? = nil
    ) throws(DiagnosticsError) -> ImportedCodebook {
        let name = name(of: path)
        // A workbook has no text of its own.
        let decoded = FileSignature.isZIP(bytes) ? nil : try SourceDecoder.decode(bytes, path: path)
        let text = String(decoding: decoded?.utf8 ?? [], as: UTF8.self)
        let decoding = decoded?.warnings ?? []
        guard let format = format ?? guess(path: path, text: text) else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unknown-format",
                    "The form of the file cannot be told from its name. Name it with --from: "
                        + Format.allCases.map(\.rawValue).joined(separator: ", ") + ".", path: path)
            ])
        }
        var warnings = decoding
        var categories: [DictionaryCategory]
        switch format {
        case .csv:
            var imported = try CodebookTable.importCSV(text, path: path, name: name)
            imported.diagnostics = decoding + imported.diagnostics
            return imported
        case .xlsx: return try CodebookTable.importXLSX(bytes, path: path, name: name)
        case .qdc: return try RefiCodebook.decode(bytes, path: path, name: name)
        case .khcoder:
            return try KHCoderRules.read(text, path: path, name: name, language: language, warnings: warnings)
        case .words: categories = try WordTable.read(text, path: path, warnings: &warnings)
        case .quanteda: categories = try QuantedaDictionary.read(text, path: path)
        case .liwc: categories = try LIWCDictionary.read(text, path: path, warnings: &warnings)
        case .lexicoder:
            // Some tools write the categories as XML under the same name.
            categories =
                text.trimmed.hasPrefix("<")
                ? try YoshikoderDictionary.read(bytes, path: path, warnings: &warnings)
                : try LexicoderDictionary.read(text, path: path)
        case .yoshikoder: categories = try YoshikoderDictionary.read(bytes, path: path, warnings: &warnings)
        case .wordstat: categories = try WordStatDictionary.read(text, path: path, warnings: &warnings)
        }
        if format != .wordstat {
            var identifiers = CodeIdentifiers()
            for index in categories.indices { categories[index].identify(under: nil, &identifiers) }
        }
        return try DictionaryComposer.codebook(
            categories, path: path, name: name, language: language, warnings: warnings)
    }

    /// The name of a file without its folder and extension.
    private static func name(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }

    private static func guess(path: String, text: String) -> Format? {
        switch path.split(separator: ".").last?.lowercased() {
        case "xlsx": return .xlsx
        case "qdc": return .qdc
        case "yml", "yaml": return .quanteda
        case "dic": return .liwc
        case "lc3": return .lexicoder
        case "ykd": return .yoshikoder
        case "cat": return .wordstat
        case "cod": return .khcoder
        case "csv", "tsv":
            return WordTable.columns(of: DelimitedText.header(of: text)) == nil ? .csv : .words
        case "txt":
            let first = text.lines.first { !$0.trimmed.isEmpty && !$0.hasPrefix("#") }
            return first?.hasPrefix("*") == true || first?.hasPrefix("＊") == true ? .khcoder : nil
        default: return nil
        }
    }
}
