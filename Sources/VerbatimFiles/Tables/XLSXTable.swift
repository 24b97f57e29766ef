package import VerbatimModel

/// Tables as Office Open XML workbooks (ECMA-376, SpreadsheetML) of one sheet.
package enum XLSXTable {
    /// The most UTF-16 units that a cell can hold in the programs that read the format.
    package static let maximalCellLength = 32_767

    /// The bytes of a workbook whose first row is a header; every cell is a text, so that no program takes a rule that
    /// begins with `=` for a formula.
    package static func write(_ rows: [[String]], sheet: String) throws(DiagnosticsError) -> [UInt8] {
        try write([XLSXSheet(name: sheet, rows: rows)])
    }

    /// The bytes of a workbook of one or several sheets, in the order of their tabs; the first row of each is a header.
    package static func write(_ sheets: [XLSXSheet]) throws(DiagnosticsError) -> [UInt8] {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let numbers = sheets.indices.map { $0 + 1 }
        let overrides = numbers.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(types).worksheet+xml\"/>"
        }.joined()
        let tabs = zip(numbers, sheets).map {
            "<sheet name=\"\(XMLText.escaped($1.name))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>"
        }.joined()
        let relationships = numbers.map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }.joined()
        let parts: [(String, String)] = [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(package)/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
                    + overrides
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(tabs)</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(package)/relationships\">"
                    + relationships
                    + "<Relationship Id=\"rId\(numbers.count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(main)\">"
                    + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                    + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                    + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
                    + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
                    + "<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>"
            ),
        ]
        let worksheets = zip(numbers, sheets).map { ("xl/worksheets/sheet\($0).xml", $1.worksheet) }
        return try ZIPArchive.archive((parts + worksheets).map { ($0.0, Array((declaration + $0.1).utf8)) })
    }

    /// The rows of the first visible sheet of a workbook, without empty ones; a row's line is its number in the sheet.
    /// - Throws: As ``XLSXWorkbook/read(_:path:)`` does.
    package static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> [DelimitedText.Row] {
        try XLSXWorkbook.read(bytes, path: path).firstVisibleSheet?.rows ?? []
    }
}
