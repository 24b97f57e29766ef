import Testing
import VerbatimFiles
import VerbatimModel

@Suite struct CSVReaderTests {
    private func read(_ text: String) throws -> SourceTable {
        try CSVReader().read(Array(text.utf8), path: "t.csv")
    }

    private func fault(_ text: String) -> Diagnostic? {
        do {
            _ = try CSVReader().read(Array(text.utf8), path: "t.csv")
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    @Test func quotedValuesHoldSeparatorsQuotesAndNewlines() throws {
        let table = try read("id,note\r\na,\"one, \"\"two\"\"\r\nthree\"\r\n\r\nb,\n")
        #expect(table.header == ["id", "note"])
        #expect(table.rows.map(\.fields) == [["a", "one, \"two\"\nthree"], ["b", ""]])
        #expect(table.rows[1].position == SourcePosition(line: 5, column: 1))
    }

    @Test(arguments: ["a;b\n1,5;2\n", "a\tb\n1,5\t2\n", "\u{FEFF}a;b\r\n\"1,5\";2"])
    func separatorIsToldFromTheHeader(text: String) throws {
        let table = try read(text)
        #expect(table.header == ["a", "b"])
        #expect(table.rows.map(\.fields) == [["1,5", "2"]])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", 2, 3), ("a,b\n1,\"2\"x\n", 2, 6), ("a,b\n1,2,3\n", 2, 5), ("a,b,A\n", 1, 5),
    ])
    func faultsHaveLineAndColumn(text: String, line: Int, column: Int) {
        #expect(fault(text)?.identifier == "malformed-table")
        #expect(fault(text)?.position == SourcePosition(line: line, column: column))
    }

    @Test func shortRowsAreFilledAndEmptyOnesLeftOut() throws {
        let table = try read("a,b,c\n1\n,,\n2,3\n")
        #expect(table.rows.map(\.fields) == [["1", "", ""], ["2", "3", ""]])
    }
}
