package import VerbatimModel

/// What one respondent says of one code: a cell of `verbatim matrix`.
package struct MatrixCell: Hashable, Sendable {
    /// A quote, and where it stands.
    package struct Quote: Hashable, Sendable {
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The number of the turn, from 1.
        package var turn: Int
        /// The words, cut to what was asked for.
        package var words: String

        /// A quote; see the properties of the same names.
        package init(transcript: Transcript.ID, turn: Int, words: String) {
            self.transcript = transcript
            self.turn = turn
            self.words = words
        }
    }

    /// How many codings the respondent has.
    package var codings: Int
    /// How they are asserted: the kinds that at least one of them is of.
    package var assertions: [AssertionKind]
    /// The first quotes.
    package var quotes: [Quote]

    /// A cell; see the properties of the same names.
    package init(codings: Int, assertions: [AssertionKind], quotes: [Quote]) {
        self.codings = codings
        self.assertions = assertions
        self.quotes = quotes
    }

    /// The cell in words: `2 affirmed, hedged: “We slept outside …” (one:2)`.
    package var text: String {
        let quoted = quotes.map { "“\($0.words)” (\($0.transcript):\($0.turn))" }.joined(separator: " ")
        let head = "\(codings) \(assertions.map(\.rawValue).joined(separator: ", "))"
        return quoted.isEmpty ? head : "\(head): \(quoted)"
    }
}

/// A framework matrix: what each respondent says of each code.
package struct FrameworkMatrix: Hashable, Sendable {
    /// The names of the attributes that stand behind the respondent.
    package var attributes: [String]
    /// The codes' ids, in order.
    package var codes: [Code.ID]
    /// The respondents.
    package var respondents: [Respondent]
    /// For each respondent and code the cell; `nil` where the respondent does not speak of it.
    package var cells: [[MatrixCell?]]

    /// A matrix; see the properties of the same names.
    package init(attributes: [String], codes: [Code.ID], respondents: [Respondent], cells: [[MatrixCell?]]) {
        self.attributes = attributes
        self.codes = codes
        self.respondents = respondents
        self.cells = cells
    }
}

extension Table {
    /// A framework matrix as people read it: a row for each respondent, a column for each code.
    package static func matrix(_ matrix: FrameworkMatrix) -> Table {
        let taken = Set(matrix.codes + ["respondent"])
        return Table(
            columns: [Column("respondent")]
                + matrix.attributes.map { Column(taken.contains($0) ? "attribute.\($0)" : $0) }
                + matrix.codes.map { Column($0) },
            rows: zip(matrix.respondents, matrix.cells).map { respondent, cells in
                [.text(respondent.id)] + matrix.attributes.map { .text(respondent.attributes[$0]) }
                    + cells.map { .text($0?.text) }
            })
    }

    /// A framework matrix as programs read it: a row for each respondent and code, and for each quote.
    package static func matrixCells(_ matrix: FrameworkMatrix) -> Table {
        let columns = ["respondent", "code", "codings", "assertions", "transcript", "turn", "quote"]
        var rows: [[Cell]] = []
        for (respondent, cells) in zip(matrix.respondents, matrix.cells) {
            for case (let code, let cell?) in zip(matrix.codes, cells) {
                let head: [Cell] =
                    [.text(respondent.id)] + matrix.attributes.map { .text(respondent.attributes[$0]) }
                    + [
                        .text(code), .integer(cell.codings),
                        .text(cell.assertions.map(\.rawValue).joined(separator: " ")),
                    ]
                for quote in cell.quotes {
                    rows.append(head + [.text(quote.transcript), .integer(quote.turn), .text(quote.words)])
                }
                if cell.quotes.isEmpty { rows.append(head + [.undefined, .undefined, .undefined]) }
            }
        }
        return Table(
            columns: [Column("respondent")]
                + matrix.attributes.map { Column(columns.contains($0) ? "attribute.\($0)" : $0) } + [
                    Column("code"), Column("codings", .integer), Column("assertions"), Column("transcript"),
                    Column("turn", .integer), Column("quote"),
                ],
            rows: rows)
    }
}
