/// Comma-separated values as RFC 4180 has them, with these choices: UTF-8 without byte-order mark, lines end in LF, and
/// the names of the columns are the first line.
///
/// A field is quoted when it holds a comma, a quote or a line end, or begins or ends with white space; quotes inside
/// are doubled. Data is never altered: a quote that begins with `=` or `-` is written as it was said. Spreadsheets may
/// take such a field for a formula, so they should import these columns as text.
package struct CSVWriter: Exporter {
    /// A writer of CSV.
    package init() {}

    /// The bytes of a table.
    /// - Complexity: O(length of the output).
    package func bytes(of table: Table) -> [UInt8] {
        var lines = CSVLines()
        lines.append(table.columns) { $0.name }
        for row in table.rows {
            lines.append(zip(row, table.columns)) { Table.text(of: $0, kind: $1.kind) }
        }
        return lines.bytes
    }

    /// One field, quoted where it must be.
    package static func field(_ text: String) -> String {
        var lines = CSVLines()
        lines.append(field: text)
        return String(decoding: lines.bytes, as: UTF8.self)
    }
}

/// Lines of CSV under construction, as UTF-8.
private struct CSVLines {
    private(set) var bytes: [UInt8] = []

    /// A line with a field for each element.
    mutating func append<Fields: Sequence>(_ fields: Fields, text: (Fields.Element) -> String) {
        let start = bytes.count
        var isFirst = true
        for field in fields {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(field: text(field))
        }
        // A lone empty field would be an empty line, which readers skip.
        if bytes.count == start, !isFirst { bytes.append(contentsOf: "\"\"".utf8) }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A field, quoted where it must be.
    mutating func append(field: String) {
        var field = field
        let isSpaced = Self.isSpace(field.unicodeScalars.first) || Self.isSpace(field.unicodeScalars.last)
        field.withUTF8 { utf8 in
            guard isSpaced || utf8.contains(where: Self.isSpecial) else {
                bytes.append(contentsOf: utf8)
                return
            }
            bytes.append(UInt8(ascii: "\""))
            for byte in utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        // Asking for the properties of a scalar is dear, and most are ASCII.
        return scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }
}
