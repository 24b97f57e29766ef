import Foundation
import Testing
import VerbatimExport
import VerbatimModel

@Suite struct JSONWriterTests {
    @Test func linesHoldOneObjectEachWithNumbersAsNumbers() throws {
        let table = Table(
            columns: [
                Table.Column("t"), Table.Column("i", .integer), Table.Column("n", .number(decimals: 4)),
                Table.Column("e", .tokens),
            ],
            rows: [
                [
                    .text("a\"\\\n\u{2028}\u{1}é"), .integer(3), .number(0.35),
                    .tokens(["x"], spans: [TextSpan(start: 1, end: 2)]),
                ],
                [.undefined, .undefined, .number(.nan), .tokens([], spans: [])],
            ])
        let text = String(decoding: JSONLinesWriter().bytes(of: table), as: UTF8.self)
        #expect(
            text == """
                {"t":"a\\"\\\\\\n\\u2028\\u0001é","i":3,"n":0.3500,"e":[[1,2]]}
                {"t":null,"i":null,"n":null,"e":[]}

                """)
    }

    @Test func everyLineOfAnExportIsReadByAnotherReader() throws {
        let study = SmallStudy.study
        let lines = String(decoding: JSONLinesWriter().bytes(of: .codings(of: study)), as: UTF8.self)
            .split(separator: "\n")
        #expect(lines.count == study.codings.count)
        for (line, coding) in zip(lines, study.codings) {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["quote"] as? String == coding.quote)
            #expect(object?["start"] as? Int == coding.span.start)
            #expect((object?["evidence"] as? [[Int]])?.first == coding.evidence.first.map { [$0.start, $0.end] })
        }
    }

    @Test func keysAreSortedByTheirBytesAndEmptyValuesStayShort() {
        let value = JSONValue.object([
            "b": .array([]), "a": .object([:]), "B": .array([.integer(1), .number(0.5), .null]), "é": .bool(true),
        ])
        #expect(
            value.pretty == """
                {
                  "B": [
                    1,
                    0.5,
                    null
                  ],
                  "a": {},
                  "b": [],
                  "é": true
                }
                """)
    }
}
