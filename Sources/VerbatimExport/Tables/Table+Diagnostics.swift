package import VerbatimModel

extension Table {
    /// Faults and warnings as an editor reads them: one row for each, with the place to underline.
    ///
    /// `line` and `column` count from 1, `column` and `length` in Unicode scalars.
    package static func diagnostics(_ diagnostics: [Diagnostic]) -> Table {
        Table(
            columns: [
                Column("path"), Column("line", .integer), Column("column", .integer), Column("length", .integer),
                Column("severity"), Column("identifier"), Column("message"), Column("suggestion"),
            ],
            rows: diagnostics.map { diagnostic in
                [
                    .text(diagnostic.path), diagnostic.position.map { .integer($0.line) } ?? .undefined,
                    diagnostic.position.map { .integer($0.column) } ?? .undefined, .integer(diagnostic.length),
                    .text(diagnostic.severity.rawValue), .text(diagnostic.identifier), .text(diagnostic.message),
                    .text(diagnostic.suggestion),
                ]
            })
    }
}
