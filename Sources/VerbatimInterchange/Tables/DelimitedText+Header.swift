import VerbatimFiles

extension DelimitedText {
    /// The fields of the first line, as far as it can be read.
    static func header(of text: String) -> [String] {
        let line = text.lines.first { !$0.trimmed.isEmpty } ?? ""
        let separator = Character(separator(of: Array(line.unicodeScalars)))
        return line.split(separator: separator, omittingEmptySubsequences: false).map { field in
            field.filter { $0 != "\"" }.trimmed
        }
    }
}
