import Testing
@testable import VerbatimFiles

@Suite struct XLSXSheetTests {
    @Test func severalSheetsAreReadBackInTheirOrder() throws {
        let bytes = try XLSXTable.write([
            XLSXSheet(name: "Review", rows: [["a", "b"], ["=1+1", ""], ["", "é 🙂"]], widths: [5, 10]),
            XLSXSheet(name: "Codes", rows: [["code"], ["x.y"]]),
        ])
        let workbook = try XLSXWorkbook.read(bytes, path: "w.xlsx")
        #expect(workbook.sheets.map(\.name) == ["Review", "Codes"])
        #expect(workbook.sheets[0].rows.map(\.fields) == [["a", "b"], ["=1+1"], ["", "é 🙂"]])
        #expect(workbook.sheets[1].rows.map(\.fields) == [["code"], ["x.y"]])
    }

    @Test func allowedValuesStandBehindTheCells() throws {
        let sheet = XLSXSheet(
            name: "R", rows: [["a", "b"], ["1", "2"], ["3", "4"]],
            allowedValues: [0: .words(["yes", "no"]), 1: .column(sheet: "It's", column: 27, count: 3)])
        #expect(
            sheet.worksheet.hasSuffix(
                "</sheetData><dataValidations count=\"2\">"
                    + "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"A2:A3\">"
                    + "<formula1>&quot;yes,no&quot;</formula1></dataValidation>"
                    + "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"B2:B3\">"
                    + "<formula1>'It''s'!$AB$2:$AB$4</formula1></dataValidation></dataValidations></worksheet>"))
    }
}
