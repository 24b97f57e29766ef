import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel

@Suite struct MatrixTests {
    private let study = MeasuredStudy.study(
        [MeasuredStudy.code("a"), MeasuredStudy.code("a.under"), MeasuredStudy.code("b")],
        [MeasuredStudy.transcript("one", "en", "r1", "r2")],
        [
            MeasuredStudy.coding("a.under", "r1", 0, 5, in: "one", quote: "We slept  outside\nthe station."),
            MeasuredStudy.coding("a", "r1", 6, 9, in: "one", turn: 3, [.negated, .hedged], quote: "Never."),
            MeasuredStudy.coding("b", "r1", 6, 9, in: "one", status: .rejected),
            MeasuredStudy.coding("b", nil, 6, 9, in: "one"),
        ],
        attributes: ["r1": ["a": "yes"]])

    @Test func aCellHasCountAssertionsAndFirstQuotes() throws {
        var request = MatrixRequest(study: "")
        request.words = 3
        request.attributes = ["a"]
        let table = Table.matrix(try request.matrix(of: study))
        #expect(table.columns.map(\.name) == ["respondent", "attribute.a", "a", "a.under", "b"])
        let row = table.row(["respondent": "r1"])
        #expect(row["a"] == "2 affirmed, negated, hedged: “We slept outside …” (one:1)")
        #expect(row["a.under"] == "1 affirmed: “We slept outside …” (one:1)")
        #expect(row["b"] == "")
        #expect(table.row(["respondent": "r2"])["a"] == "")
    }

    @Test func longRowsHaveOneQuoteEach() throws {
        var request = MatrixRequest(study: "")
        request.codes = ["a"]
        request.quotes = 2
        let table = Table.matrixCells(try request.matrix(of: study))
        #expect(table.read.map { $0["quote"] } == ["We slept outside the station.", "Never."])
        #expect(table.read.map { $0["turn"] } == ["1", "3"])
        request.codes = ["z"]
        #expect(throws: DiagnosticsError.self) { try request.matrix(of: study) }
    }
}
