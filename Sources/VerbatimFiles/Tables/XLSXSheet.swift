/// One sheet of a workbook that is to be written: a header row and rows of texts below it.
package struct XLSXSheet: Sendable, Hashable {
    /// What the cells of a column may hold; programs that show the workbook offer it as a list.
    package enum AllowedValues: Sendable, Hashable {
        /// These words; together at most 255 characters, and none with a comma.
        case words([String])
        /// What stands in a column of another sheet below its header: the sheet, the column from 0, and how many rows.
        case column(sheet: String, column: Int, count: Int)
    }

    /// The name on its tab, at most 31 characters.
    package var name: String
    /// The rows; the first is the header.
    package var rows: [[String]]
    /// The width of each column, in characters; columns without one have the program's own.
    package var widths: [Int]
    /// For columns by their index, from 0, what their cells may hold below the header.
    package var allowedValues: [Int: AllowedValues]

    /// A sheet; see the properties of the same names.
    package init(
        name: String, rows: [[String]], widths: [Int] = [], allowedValues: [Int: AllowedValues] = [:]
    ) {
        self.name = name
        self.rows = rows
        self.widths = widths
        self.allowedValues = allowedValues
    }

    /// The worksheet part (ECMA-376, part 1, section 18.3): its elements stand in the order that the standard fixes.
    var worksheet: String {
        var data = ""
        for (row, cells) in rows.enumerated() {
            data += "<row r=\"\(row + 1)\">"
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                data += "<c r=\"\(Self.columnName(column))\(row + 1)\" s=\"\(row == 0 ? 1 : 2)\" t=\"inlineStr\">"
                data += "<is><t xml:space=\"preserve\">\(XMLText.escaped(cell))</t></is></c>"
            }
            data += "</row>"
        }
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "</sheetView></sheetViews>\(columns)<sheetData>\(data)</sheetData>\(validations)</worksheet>"
    }

    private var columns: String {
        guard !widths.isEmpty else { return "" }
        let elements = widths.enumerated().map { column, width in
            "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        return "<cols>\(elements.joined())</cols>"
    }

    /// Section 18.3.1.33: a value that is not in the list is refused as it is typed.
    private var validations: String {
        guard !allowedValues.isEmpty, rows.count > 1 else { return "" }
        let elements = allowedValues.sorted { $0.key < $1.key }.map { column, values in
            let formula: String
            switch values {
            case .words(let words): formula = "\"\(words.joined(separator: ","))\""
            case .column(let sheet, let column, let count):
                let name = Self.columnName(column)
                formula = "'\(sheet.replacing("'", with: "''"))'!$\(name)$2:$\(name)$\(max(2, count + 1))"
            }
            let name = Self.columnName(column)
            return "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" "
                + "sqref=\"\(name)2:\(name)\(rows.count)\"><formula1>\(XMLText.escaped(formula))</formula1></dataValidation>"
        }
        return "<dataValidations count=\"\(elements.count)\">\(elements.joined())</dataValidations>"
    }

    private static func columnName(_ index: Int) -> String {
        var index = index + 1
        var name = ""
        while index > 0 {
            let letter = Unicode.Scalar(UInt8(65 + (index - 1) % 26))
            name = String(Character(letter)) + name
            index = (index - 1) / 26
        }
        return name
    }
}
