import Testing
import VerbatimExport
import VerbatimTestSupport

@Suite struct CSVWriterTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("cr\rhere", "\"cr\rhere\""), ("crlf\r\nhere", "\"crlf\r\nhere\""),
        (" lead", "\" lead\""), ("trail\t", "\"trail\t\""), ("=1+1", "=1+1"), ("-not", "-not"), ("a;b", "a;b"),
        ("مرحبا، أهلا", "مرحبا، أهلا"), ("e\u{301}\u{1F3E0}", "e\u{301}\u{1F3E0}"), ("\"", "\"\"\"\""),
    ])
    func fieldsAreQuotedWhereTheyMustBe(text: String, field: String) {
        #expect(CSVWriter.field(text) == field)
    }

    @Test func aLoneEmptyFieldIsNotAnEmptyLine() {
        let table = Table(columns: [Table.Column("a")], rows: [[.text("")], [.text("x")]])
        #expect(CSVWriter().bytes(of: table) == Array("a\n\"\"\nx\n".utf8))
    }

    @Test(arguments: 0..<40) func whatIsWrittenReadsBack(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet: [Unicode.Scalar] = ["a", ",", "\"", "\n", "\r", " ", "é", "ع", "\u{301}"]
        let fields = (0..<6).map { _ in
            (0..<3).map { _ in
                var text = ""
                for _ in 0..<Int.random(in: 0...5, using: &generator) {
                    text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
                }
                return text
            }
        }
        let table = Table(columns: ["a", "b", "c"].map { Table.Column($0) }, rows: fields.map { $0.map { .text($0) } })
        #expect(naiveRead(CSVWriter().bytes(of: table)) == [["a", "b", "c"]] + fields)
    }

    /// A reader of RFC 4180 as simple as can be: it splits at every comma and LF outside quotes.
    private func naiveRead(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if index + 1 < bytes.count, bytes[index + 1] == byte {
                        field.append(byte)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    field.append(byte)
                }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
                row.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == UInt8(ascii: "\n") {
                    rows.append(row)
                    row = []
                }
            } else {
                field.append(byte)
            }
            index += 1
        }
        return rows
    }
}
