import Testing
import VerbatimExport
import VerbatimModel
import VerbatimTestSupport

@Suite struct ReviewSheetTests {
    private func sheet(isProposed: Bool? = true, unit: SampleDraw.Unit = .segment) -> ReviewSheet {
        var code = Code(
            id: "a.b", name: "B", source: SourceRange(path: "c", start: SourcePosition(line: 1, column: 1)))
        code.definition = "What it is."
        code.notWhen = "Never."
        return ReviewSheet(
            rows: [
                ReviewSheet.Row(
                    id: Decision.Row(sample: 2, number: 17), transcript: "t", turn: 4, speaker: "R", respondent: "r1",
                    question: "And then?", before: "Before, it.", segment: "=Words, \"so\".", after: "", code: code,
                    isProposed: isProposed)
            ], codes: [code], unit: unit)
    }

    @Test func aRowHasItsContextItsCodeAndEmptyCells() throws {
        let text = String(decoding: sheet().csv, as: UTF8.self)
        #expect(
            NaiveCSV.header(text).joined(separator: ",")
                == "row_id,sample,transcript,turn,speaker,respondent,question,before,segment,after,code,code_name,"
                + "definition,proposed,decision,reason,changed_code,note")
        let row = try #require(NaiveCSV.rows(text).last)
        #expect(row["row_id"] == "s2r17")
        #expect(row["turn"] == "4")
        #expect(row["segment"] == "=Words, \"so\".")
        #expect(row["definition"] == "What it is.\nNot when: Never.")
        #expect(row["proposed"] == "yes")
        #expect(row["decision"] == "")
    }

    @Test func theAllowedValuesStandBelowTheHeader() throws {
        let row = try #require(NaiveCSV.rows(String(decoding: sheet().csv, as: UTF8.self)).first)
        #expect(row["row_id"]?.hasPrefix(ReviewSheet.commentMark) == true)
        #expect(row["decision"] == "accepted | rejected | changed | unsure")
        let person = String(decoding: sheet(unit: .respondent).csv, as: UTF8.self)
        #expect(NaiveCSV.rows(person).first?["decision"] == "accepted | rejected | unsure")
    }

    @Test func aBlindSheetDoesNotShowWhatIsProposed() throws {
        let rows = NaiveCSV.rows(String(decoding: sheet(isProposed: nil).csv, as: UTF8.self))
        #expect(rows.last?["proposed"] == "")
    }

    @Test func rowIDsAreReadBack() {
        #expect(ReviewSheet.row("s2r17") == Decision.Row(sample: 2, number: 17))
        #expect(ReviewSheet.row("S2R17") == Decision.Row(sample: 2, number: 17))
        for id in ["", "s2", "2r17", "s2r", "s2r1r7", "sxry"] { #expect(ReviewSheet.row(id) == nil, "\(id)") }
    }

    @Test func aDigestSeesEveryLetterAndNoWhiteSpace() {
        // FNV-1a of "a" and "foobar", 64 bits, from the test suite of its authors.
        #expect(ReviewSheet.digest(of: " a\n") == "af63dc4c8601ec8c")
        #expect(ReviewSheet.digest(of: "foo  bar") == "85944171f73967e8")
        #expect(ReviewSheet.digest(of: "été") != ReviewSheet.digest(of: "ete"))
    }
}
