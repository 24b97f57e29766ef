import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimFiles

@Suite struct XLSXWorkbookTests {
    private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook with a hidden sheet before the one with the given cells.
    private func workbook(
        _ rows: String, merges: String = "", properties: String = "", shared: String = "",
        target: String = "/xl/sheets/two.xml"
    ) throws -> [UInt8] {
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/book.xml\"/></Relationships>"
            ),
            (
                "xl/book.xml",
                "<workbook \(Self.main) xmlns:r=\"\(Self.office)\">\(properties)<sheets>"
                    + "<sheet name=\"Old\" sheetId=\"1\" state=\"hidden\" r:id=\"a\"/>"
                    + "<sheet name=\"Answers\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/book.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(Self.office)/worksheet\" Target=\"sheets/one.xml\"/>"
                    + "<Relationship Id=\"b\" Type=\"\(Self.office)/worksheet\" Target=\"\(target)\"/>"
                    + "<Relationship Id=\"c\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
                    + "<Relationship Id=\"d\" Type=\"\(Self.office)/sharedStrings\" Target=\"strings.xml\"/></Relationships>"
            ),
            (
                "xl/sheets/one.xml",
                "<worksheet \(Self.main)><sheetData><row><c t=\"str\"><v>old</v></c></row></sheetData></worksheet>"
            ),
            ("xl/sheets/two.xml", "<worksheet \(Self.main)><sheetData>\(rows)</sheetData>\(merges)</worksheet>"),
            ("xl/strings.xml", "<sst \(Self.main)>\(shared)</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet \(Self.main)><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-413]d&quot; mei &quot;yyyy;@\"/>"
                    + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/>"
                    + "<xf numFmtId=\"46\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
            ),
        ]
        return try ZIPArchive.archive(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    private func fields(_ row: String, properties: String = "", shared: String = "") throws -> [String] {
        let bytes = try workbook("<row r=\"1\">\(row)</row>", properties: properties, shared: shared)
        return try #require(try XLSXTable.read(bytes, path: "a.xlsx").first).fields
    }

    @Test func firstVisibleSheetIsReadAndAllCanBe() throws {
        let bytes = try workbook("<row r=\"3\"><c r=\"B3\"><v>7</v></c></row>")
        let book = try XLSXWorkbook.read(bytes, path: "a.xlsx")
        #expect(book.sheets.map(\.name) == ["Old", "Answers"])
        #expect(book.sheets.map(\.isHidden) == [true, false])
        #expect(book.firstVisibleSheet?.rows == [DelimitedText.Row(fields: ["", "7"], line: 3)])
    }

    @Test func stringsAreReadFromWhereverTheyStand() throws {
        let shared =
            "<si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>"
        let row = """
            <c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>9</v></c><c t="inlineStr"><is><t>in </t><r><t>line</t></r></is></c>\
            <c t="str"><f>A1&amp;B1</f><v>a_x000D__x000A_b_x</v></c>
            """
        #expect(try fields(row, shared: shared) == ["rich", "plain", "", "in line", "a\nb_x"])
    }

    @Test func valuesAreReadAsTheyAreMeant() throws {
        let row = """
            <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c><v>0.1</v></c><c><f>1+1</f><v>2</v></c><c s="0"><v>45415</v></c>\
            <c t="d"><v>2024-05-03</v></c>
            """
        #expect(try fields(row) == ["TRUE", "FALSE", "0.1", "2", "45415", "2024-05-03"])
    }

    // Days by Python's `datetime.date(2024, 5, 3) - datetime.date(1899, 12, 30)` and the like.
    @Test func datesAreWrittenAsISO8601() throws {
        let row = """
            <c s="1"><v>45415</v></c><c s="2"><v>36585</v></c><c s="3"><v>0.604166666666667</v></c>\
            <c s="4"><v>1.5</v></c><c s="5"><v>45415.604166666664</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>\
            <c s="1"><v>60</v></c><c s="1"><v>-1</v></c><c s="1"><v>2958465</v></c>
            """
        let expected = [
            "2024-05-03", "2000-02-29", "14:30:00", "36:00:00", "2024-05-03T14:30:00", "1900-02-28", "1900-03-01", "60",
            "-1",
            "9999-12-31",
        ]
        #expect(try fields(row) == expected)
        let from1904 = try fields(
            "<c s=\"1\"><v>43953</v></c><c s=\"1\"><v>0</v></c>", properties: "<workbookPr date1904=\"1\"/>")
        #expect(from1904 == ["2024-05-03", "1904-01-01"])
    }

    // As openpyxl's `is_date_format` judges them.
    @Test(arguments: [
        ("yyyy\\-mm\\-dd", true), ("0.00\"days\"", false), ("[Red]0.00", false), ("[h]:mm:ss", true),
        ("d/m/yy;@", true),
        ("[$-409]mmmm yyyy", true), ("h:mm AM/PM", true), ("General", false), ("0.00E+00", false),
        ("#,##0 \"€\"", false),
    ])
    func formatsOfDatesAreTold(code: String, isDate: Bool) {
        #expect((NumberFormats.kind(ofCode: code) != nil) == isDate)
    }

    @Test func errorsOfFormulasAreEmptyWithAWarning() throws {
        let bytes = try workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c></row>")
        let sheet = try #require(try XLSXWorkbook.read(bytes, path: "a.xlsx").firstVisibleSheet)
        #expect(sheet.rows.map(\.fields) == [["1", ""]])
        #expect(sheet.warnings.map(\.identifier) == ["cell-error"])
        #expect(sheet.warnings.first?.position == SourcePosition(line: 1, column: 2))
    }

    @Test func mergedCellsRepeatTheirValueDownwardsBelowTheHeader() throws {
        let rows = """
            <row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>x</v></c></row>\
            <row r="2"><c r="A2" t="str"><v>P1</v></c><c r="B2"><v>1</v></c></row>\
            <row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row>
            """
        let merges =
            "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"bad\"/></mergeCells>"
        let table = try TableReader.read(try workbook(rows, merges: merges), path: "a.xlsx")
        #expect(table.rows.map(\.fields) == [["P1", "1"], ["P1", "2"], ["", "3"]])
    }

    /// What is wrong with a workbook; empty if it can be read.
    private func faults(_ bytes: [UInt8]) -> [String] {
        do {
            _ = try XLSXWorkbook.read(bytes, path: "a.xlsx")
            return []
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }

    @Test func archiveThatIsNoWorkbookIsAnError() throws {
        #expect(faults(try ZIPArchive.archive([("a", [65])])) == ["not-a-workbook"])
        #expect(faults(Array("id,country".utf8)) == ["malformed-archive"])
    }

    @Test func hiddenSheetIsReadWhereNoOtherCanBe() throws {
        let book = try XLSXWorkbook.read(try workbook("", target: "missing.xml"), path: "a.xlsx")
        #expect(book.firstVisibleSheet?.name == "Old")
    }

    @Test func rowsThatClaimEndlessColumnsAreRefused() throws {
        let rows = (1...700).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
        #expect(faults(try workbook(rows)) == ["table-too-large"])
    }

    @Test func mutatedSheetsNeverBreakTheReader() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45415</v></c></row><row r=\"2\"/>"
        var random = SeededGenerator(seed: 5)
        for _ in 0..<1_000 {
            var text = Array(rows.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<text.count, using: &random)
                let signs = Array("0129AZ\"<>/ =rst".utf8)
                text[place] = signs[Int.random(in: 0..<signs.count, using: &random)]
            }
            let bytes = try workbook(
                String(decoding: text, as: UTF8.self), merges: "<mergeCells><mergeCell ref=\"A1:B9\"/></mergeCells>",
                shared: "<si><t>id</t></si>")
            #expect(faults(bytes).allSatisfy { ["malformed-xml", "not-a-workbook"].contains($0) })
        }
    }
}
