package import VerbatimModel

/// Reads tables of comma-separated values.
package struct CSVReader: Sendable {
    /// A reader.
    package init() {}

    /// The table in the bytes of a file, whose separator is told from its first line.
    /// - Throws: `empty-file`, `binary-file`, and `malformed-table` with line and column: a quote that is not closed, text
    ///   behind a closed quote, a row with more values than the header has names, a name given twice.
    /// - Complexity: O(number of bytes).
    package func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> SourceTable {
        let decoded = try SourceDecoder.decode(bytes, path: path)
        var parser = Parser(utf8: decoded.utf8, path: path)
        var records: [SourceTable.Row] = []
        while let record = try parser.nextRecord() {
            if record.fields.contains(where: { !$0.isEmpty }) { records.append(record) }
        }
        return try SourceTable(records: records, warnings: decoded.warnings, path: path)
    }
}

private func malformed(_ message: String, _ path: String, _ position: SourcePosition) -> Diagnostic {
    Diagnostic(.error, "malformed-table", message, path: path, position: position)
}

private struct Parser {
    let utf8: [UInt8]
    let path: String
    let separator: UInt8
    let map: OffsetMap
    var index = 0

    init(utf8: [UInt8], path: String) {
        self.utf8 = utf8
        self.path = path
        map = OffsetMap(utf8: utf8)
        separator = Self.separator(of: utf8)
    }

    /// Whichever of comma, semicolon and TAB is most frequent in the first line, outside quotes.
    static func separator(of utf8: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        var best = candidates[0]
        for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] { best = candidate }
        return best
    }

    /// The values up to the end of the record; `nil` at the end of the table.
    mutating func nextRecord() throws(DiagnosticsError) -> SourceTable.Row? {
        guard index < utf8.count else { return nil }
        var row = SourceTable.Row(fields: [], positions: [], position: map.position(ofUTF8: index))
        while true {
            row.positions.append(map.position(ofUTF8: index))
            row.fields.append(try nextField())
            guard index < utf8.count else { return row }
            let byte = utf8[index]
            index += 1
            if byte == 0x0A { return row }
        }
    }

    /// A value, without white space around it; stops at the separator, the line end or the end of the table.
    private mutating func nextField() throws(DiagnosticsError) -> String {
        let start = index
        while index < utf8.count, utf8[index] == 0x20 { index += 1 }
        if index < utf8.count, utf8[index] == UInt8(ascii: "\"") { return try quotedField() }
        index = start
        while index < utf8.count, utf8[index] != separator, utf8[index] != 0x0A { index += 1 }
        return trimmed(utf8[start..<index])
    }

    private mutating func quotedField() throws(DiagnosticsError) -> String {
        let opening = index
        var value: [UInt8] = []
        index += 1
        while true {
            guard index < utf8.count else {
                let place = map.position(ofUTF8: opening)
                throw DiagnosticsError([malformed("The quote that opens here is never closed.", path, place)])
            }
            let byte = utf8[index]
            index += 1
            if byte != UInt8(ascii: "\"") {
                value.append(byte)
            } else if index < utf8.count, utf8[index] == UInt8(ascii: "\"") {
                value.append(byte)
                index += 1
            } else {
                break
            }
        }
        while index < utf8.count, utf8[index] == 0x20 { index += 1 }
        if index < utf8.count, utf8[index] != separator, utf8[index] != 0x0A {
            let place = map.position(ofUTF8: index)
            let message = "There is text behind a closed quote. Double the quotes that belong to the value."
            throw DiagnosticsError([malformed(message, path, place)])
        }
        return trimmed(value[...])
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x0A || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x0A || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
