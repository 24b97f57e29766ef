import Testing

/// A row of a table of the language reference: a rule, a text, and the hits of the rule in it; or a rule and its error.
struct RuleCase: CustomTestStringConvertible {
    /// The rule, as it stands behind a colon in a codebook.
    var rule: String
    /// The language of the rule and of the text.
    var language: String
    /// The text, a transcript with labels; empty where the rule has an error.
    var text: String
    /// The text of each hit, and the parts of its assertion that the row names.
    var hits: [(text: String, assertion: [String])]
    /// The identifier of the error, where the row shows one.
    var error: String?
    /// The 1-based number of the line in the document.
    var line: Int

    var testDescription: String { "line \(line): \(rule)" }

    /// The case of a row; `nil` where the table is another one.
    ///
    /// Columns are `Rule`, or `Rule (fr)` for another language than English; `Text`, in which `<br>` begins a line and a
    /// respondent speaks unless labels say otherwise; and `Hits`, or `Error` in its place.
    init?(_ row: MarkdownDocument.Row) {
        guard row.cells.count == row.columns.count, let head = row.columns.first, head.hasPrefix("Rule"),
            let rule = MarkdownDocument.codeSpans(in: row.cells[0]).first?.code
        else { return nil }
        self.rule = rule
        language = head.firstMatch(of: /\(([a-z]+)\)/).map { String($0.output.1) } ?? "en"
        line = row.line
        switch row.columns.dropFirst() {
        case ["Text", "Hits"]:
            let lines = row.cells[1].split(separator: "<br>").map { $0.drop { $0 == " " } }
            text = lines.map { $0.contains(#/^[A-Z]+: /#) ? "\($0)\n" : "R: \($0)\n" }.joined(separator: "\n")
            hits = MarkdownDocument.codeSpans(in: row.cells[2]).map { span in
                (span.code, span.behind.split { !$0.isLetter }.map(String.init))
            }
        case ["Error"]:
            text = ""
            hits = []
            error = MarkdownDocument.codeSpans(in: row.cells[1]).first?.code
        default:
            return nil
        }
    }
}
