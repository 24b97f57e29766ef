package import VerbatimModel

/// The sheets of an Office Open XML workbook, as rows of texts.
///
/// Source: ECMA-376, part 1, section 18 (SpreadsheetML).
package struct XLSXWorkbook: Sendable {
    /// A sheet of cells.
    package struct Sheet: Sendable {
        /// The name on its tab.
        package var name: String
        /// Whether its tab is hidden.
        package var isHidden: Bool
        /// The rows, without empty ones; a row's line is its number in the sheet, from 1.
        package var rows: [DelimitedText.Row]
        /// What should be looked at, by row and column.
        package var warnings: [Diagnostic]
    }

    /// The sheets, in the order of their tabs; at least one.
    package var sheets: [Sheet]

    /// The first sheet whose tab can be seen, else the first.
    package var firstVisibleSheet: Sheet? { sheets.first { !$0.isHidden } ?? sheets.first }

    /// The most cells of a sheet, empty ones before filled ones included.
    private static let maximalCellCount = 10_000_000
    private static let maximalColumnCount = 16_384
    private static let maximalRowCount = 1_048_576

    /// The workbook in the bytes of a file.
    ///
    /// Of a formula its last result is read; a number is read as it is stored, a date as `2024-05-03`, with a time as
    /// `2024-05-03T14:30:00`, a truth value as `TRUE` or `FALSE`. The cells that are merged with one above them have
    /// its value, except under the first row. A cell that holds an error is empty, with the warning `cell-error`.
    /// - Throws: As ``ZIPArchive`` does, `not-a-workbook`, `malformed-xml`, `entity`, `table-too-large`.
    /// - Complexity: O(number of bytes, unpacked, + number of cells).
    package static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> XLSXWorkbook {
        let package = try OPCPackage(bytes, path: path)
        let main = try package.mainPart(usually: "xl/workbook.xml")
        guard let tree = try package.tree(of: main), tree.name == "workbook" else { throw notAWorkbook(path) }
        let relationships = try package.relationships(of: main)
        func target(_ type: String) -> String? { relationships.first { $0.type == type }?.target }
        var context = Context(path: path)
        if let part = target("sharedstrings") {
            context.strings = try package.tree(of: part)?.children("si").map(text) ?? []
        }
        if let part = target("styles"), let styles = try package.tree(of: part) {
            context.formats = NumberFormats(styles)
        }
        let epoch = tree.child("workbookPr")?.attributes["date1904"]?.lowercased()
        context.countsFrom1904 = epoch == "1" || epoch == "true"
        var sheets: [Sheet] = []
        for element in tree.child("sheets")?.children("sheet") ?? [] {
            // Sheets of charts have no cells.
            guard let relationship = relationships.first(where: { $0.id == element.attributes["id"] }),
                relationship.type == "worksheet", let part = relationship.target,
                let content = try package.tree(of: part)
            else { continue }
            let state = element.attributes["state"]?.lowercased()
            sheets.append(
                try sheet(
                    content, named: element.attributes["name"] ?? "",
                    isHidden: state == "hidden" || state == "veryhidden",
                    context))
        }
        guard !sheets.isEmpty else { throw notAWorkbook(path) }
        return XLSXWorkbook(sheets: sheets)
    }

    /// What the cells of all sheets refer to.
    private struct Context {
        var path: String
        var strings: [String] = []
        var formats = NumberFormats()
        var countsFrom1904 = false
    }

    private static func notAWorkbook(_ path: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "not-a-workbook", "The file holds no sheet that can be read. Save it again as .xlsx.",
                path: path)
        ])
    }

    // MARK: - Sheets

    private static func sheet(
        _ content: XMLTree, named name: String, isHidden: Bool, _ context: Context
    ) throws(DiagnosticsError) -> Sheet {
        var sheet = Sheet(name: name, isHidden: isHidden, rows: [], warnings: [])
        var line = 0
        var cellCount = 0
        for row in content.child("sheetData")?.children("row") ?? [] {
            line = row.attributes["r"].flatMap { Int($0) }.map { max(line + 1, $0) } ?? line + 1
            guard line <= maximalRowCount else { break }
            var fields: [String] = []
            for cell in row.children("c") {
                let column = cell.attributes["r"].flatMap(CellReference.init)?.column ?? fields.count
                guard column < maximalColumnCount else { continue }
                while fields.count <= column { fields.append("") }
                let place = SourcePosition(line: line, column: column + 1)
                fields[column] = value(of: cell, at: place, context, &sheet.warnings)
            }
            cellCount += fields.count
            guard cellCount <= maximalCellCount else {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "table-too-large",
                        "The sheet has over \(maximalCellCount) cells. Remove what does not belong to the table.",
                        path: context.path)
                ])
            }
            sheet.rows.append(DelimitedText.Row(fields: fields, line: line))
        }
        for merge in content.child("mergeCells")?.children("mergeCell") ?? [] { fill(merge, in: &sheet.rows) }
        sheet.rows.removeAll { $0.fields.allSatisfy(\.isEmpty) }
        return sheet
    }

    /// Gives the cells of a merged area, below the first of a column, that one's value.
    private static func fill(_ merge: XMLTree, in rows: inout [DelimitedText.Row]) {
        let corners = (merge.attributes["ref"] ?? "").split(separator: ":").map { CellReference(String($0)) }
        guard corners.count == 2, let first = corners[0], let last = corners[1], first.row > 1,
            let top = rows.firstIndex(where: { $0.line == first.row }), first.column < rows[top].fields.count
        else { return }
        let value = rows[top].fields[first.column]
        for index in rows.indices.dropFirst(top + 1) {
            guard rows[index].line <= last.row else { break }
            while rows[index].fields.count <= first.column { rows[index].fields.append("") }
            rows[index].fields[first.column] = value
        }
    }

    // MARK: - Cells

    private static func value(
        of cell: XMLTree, at place: SourcePosition, _ context: Context, _ warnings: inout [Diagnostic]
    ) -> String {
        let value = cell.child("v")?.text ?? ""
        switch cell.attributes["t"] {
        case "s": return Int(value).flatMap { context.strings.indices.contains($0) ? context.strings[$0] : nil } ?? ""
        case "inlineStr": return cell.child("is").map(text) ?? ""
        case "str": return unescaped(value)
        case "b": return value == "1" || value.lowercased() == "true" ? "TRUE" : "FALSE"
        case "e":
            warnings.append(
                Diagnostic(
                    .warning, "cell-error",
                    "The cell holds an error of its formula and was taken for empty. Correct it, and save the workbook "
                        + "again.",
                    path: context.path, position: place))
            return ""
        case "d": return value
        default:
            guard let style = cell.attributes["s"].flatMap({ Int($0) }),
                let kind = context.formats.kind(ofStyle: style),
                let serial = Double(value)
            else { return value }
            return SerialDate(serial, countsFrom1904: context.countsFrom1904).text(kind) ?? value
        }
    }

    /// The text of a shared or inline string: plain, or in runs; readings of Japanese words are left out.
    private static func text(_ string: XMLTree) -> String {
        unescaped(
            string.children.map { child in
                switch child.name {
                case "t": child.text
                case "r": child.children("t").map(\.text).joined()
                default: ""
                }
            }.joined())
    }

    /// A text with `_x000A_` and the like as the characters they stand for; a carriage return is left out.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let digits = rest[start.upperBound...].prefix(4)
            let end = rest[start.upperBound...].dropFirst(4)
            if digits.count == 4, end.first == "_", let value = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                if scalar != "\r" { result.unicodeScalars.append(scalar) }
                rest = end.dropFirst()
            } else {
                result += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}

/// `B7`: the column from 0 and the row from 1 of a cell.
private struct CellReference {
    var column: Int
    var row: Int

    init?(_ reference: String) {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        column = letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
        self.row = row
    }
}
