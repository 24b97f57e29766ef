import Testing
import VerbatimExport

@Suite struct TextTableTests {
    @Test(arguments: [
        ("abc", 3), ("e\u{301}", 1), ("مَرْحَبًا", 5), ("日本", 4), ("🏠", 2), ("👨‍👩‍👧", 2), ("☎️", 2), ("한글", 4),
        ("\u{200B}", 0), ("ı", 1), ("…", 1),
    ])
    func widthIsThatOfTheTerminal(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func numbersStandToTheRightAndWordsToTheLeft() {
        let table = Table(
            columns: [Table.Column("name"), Table.Column("n", .integer), Table.Column("share", .number(decimals: 2))],
            rows: [
                [.text("日本"), .integer(5), .number(0.5)], [.text("cafe\u{301}s"), .integer(120), .undefined],
            ])
        #expect(
            String(decoding: TextTable().bytes(of: table), as: UTF8.self) == """
                name     n  share
                -----  ---  -----
                日本     5   0.50
                cafe\u{301}s  120

                """)
    }

    @Test func longCellsAreCutAndControlCharactersShown() {
        let table = Table(columns: [Table.Column("q")], rows: [[.text("one\ntwo \u{1B}[31m three")]])
        let lines = String(decoding: TextTable(cellWidth: 10).bytes(of: table), as: UTF8.self).split(separator: "\n")
        #expect(lines.last == "one two \u{FFFD}…")
    }
}
