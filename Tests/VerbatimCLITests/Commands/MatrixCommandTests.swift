import Testing
import VerbatimTestSupport

@Suite struct MatrixCommandTests {
    @Test func respondentsStandAgainstCodes() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim(
            "matrix", "R/study.verbatim", "--attribute", "country", "--words", "2", "--format", "csv")
        let row = NaiveCSV.rows(result.output).first { $0["respondent"] == "A" }
        #expect(row?["country"] == "Iraq" && row?["shelter"] == "1 affirmed: “We slept …” (one:2)")
        let long = try verbatim("matrix", "R/study.verbatim", "--long", "--format", "csv")
        #expect(NaiveCSV.rows(long.output).map { $0["respondent"] } == ["A", "B"])
    }
}
