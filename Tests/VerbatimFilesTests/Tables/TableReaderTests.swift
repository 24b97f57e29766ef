import Testing
import VerbatimModel

@testable import VerbatimFiles

@Suite struct TableReaderTests {
    private let rows = [["id", "country"], ["IQ-01", " Iraq "], ["TN-02", ""]]

    @Test func workbooksAndCommaSeparatedValuesGiveTheSameTable() throws {
        let workbook = try TableReader.read(try XLSXTable.write(rows, sheet: "Respondents"), path: "r.xlsx")
        let text = try TableReader.read(Array(DelimitedText.write(rows).utf8), path: "r.csv")
        #expect(workbook.header == ["id", "country"])
        #expect(workbook.rows.map(\.fields) == [["IQ-01", "Iraq"], ["TN-02", ""]])
        #expect(workbook.rows.map(\.fields) == text.rows.map(\.fields))
        #expect(workbook.rows.map(\.position.line) == [2, 3])
    }

    @Test func columnThatStandsTwiceInAWorkbookIsAnError() throws {
        let bytes = try XLSXTable.write([["id", "ID"], ["a", "b"]], sheet: "S")
        #expect(throws: DiagnosticsError.self) { try TableReader.read(bytes, path: "r.xlsx") }
    }
}
