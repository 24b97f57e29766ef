import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

@Suite struct TableTests {
    /// The names and order of product.md, which other people's scripts stand on.
    @Test func columnsAreThoseThatWerePromised() {
        let study = SmallStudy.study
        func names(_ table: Table) -> String { table.columns.map(\.name).joined(separator: ",") }
        #expect(
            names(.transcripts(of: study))
                == "transcript,path,format,kind,language,turns,respondents,words,sha256,warnings")
        #expect(
            names(.codings(of: study))
                == "coding,transcript,turn,speaker,respondent,code,rules,polarity,modality,holder,start,end,quote,"
                + "evidence,status,coder")
        let frequencies =
            "code,name,level,respondents,share,ci_low,ci_high,asked,transcripts,turns,codings,affirmed,negated,"
            + "conditional"
        #expect(names(.frequencies(FrequencyTable(study))) == frequencies)
        #expect(names(.frequencies(GroupedFrequencies(study, by: "country"))) == "country," + frequencies)
        #expect(
            names(.respondents(of: study))
                == "id,country,population,age,need.shelter,need.shelter.winter,plan.no-return,plan.study")
    }

    @Test func everyRowHasACellForEachColumn() {
        let table = Table(
            columns: [Table.Column("a"), Table.Column("b")],
            rows: [["x"], ["x", "y", "z"]].map { $0.map { .text($0) } })
        #expect(table.rows == [[.text("x"), .undefined], [.text("x"), .text("y")]])
    }

    @Test func anAttributeNamedLikeACodeKeepsItsValuesUnderAnotherName() {
        var study = SmallStudy.study
        study.respondents = [Respondent(id: "P1", attributes: ["plan.study": "law", "id": "7"])]
        let table = Table.respondents(of: study)
        #expect(table.columns.prefix(3).map(\.name) == ["id", "attribute.plan.study", "attribute.id"])
        #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    }

    @Test func sharesOfNobodyAreUndefined() {
        var study = SmallStudy.study
        study.respondents = []
        let table = Table.frequencies(FrequencyTable(study))
        for row in table.rows { #expect(row[4...6].allSatisfy { $0 == .undefined }) }
        #expect(String(decoding: CSVWriter().bytes(of: table), as: UTF8.self).contains(",theme,3,,,,0,"))
        #expect(String(decoding: JSONLinesWriter().bytes(of: table), as: UTF8.self).contains("\"share\":null"))
    }
}
