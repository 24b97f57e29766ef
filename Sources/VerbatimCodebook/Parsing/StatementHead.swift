import VerbatimModel

/// The head of a statement: `KEYWORD ID "Name"`.
struct StatementHead {
    /// The id, where it is valid.
    var id: String?
    /// The name, where one is given.
    var name: String?
    /// Where the id stands, else the keyword.
    var source: SourceRange

    /// Reads the head of a codebook, theme or code.
    init(_ statement: Statement, faults: inout [Fault]) {
        var scanner = TextScanner(statement.head)
        defer { faults += scanner.faults }
        let keyword = scanner.word() ?? 0..<0
        source = statement.head.source(keyword)
        let kind = statement.keyword.rawValue
        guard let id = scanner.word() else {
            scanner.faults.error(
                "missing-id", "a \(kind) needs an id: write \(kind) ID \"Name\"", at: source)
            return
        }
        source = statement.head.source(id)
        let written = statement.head.string(id)
        if Identifier.isValid(written) {
            self.id = written
        } else {
            scanner.faults.error(
                "bad-id", "an id is made of a-z, 0-9 and '-', with dots between the parts", at: source,
                suggestion: Identifier.repaired(written))
        }
        if let name = scanner.quoted() {
            self.name = QuotedText.unescaped(statement.head, name).string
        } else if scanner.faults.isEmpty, !scanner.isAtEnd() {
            let rest = scanner.rest()
            scanner.faults.error(
                "unquoted-name", "a name must stand in quotes: write \"\(statement.head.string(rest))\"",
                at: statement.head.source(rest), suggestion: "\"\(statement.head.string(rest))\"")
        }
        scanner.expectEnd()
    }
}
