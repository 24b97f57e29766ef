import Testing
import VerbatimTestSupport

@Suite struct CrosstabCommandTests {
    @Test func codesStandAgainstAnAttribute() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim("crosstab", "R/study.verbatim", "--columns", "country", "--format", "csv")
        let cell = NaiveCSV.rows(result.output).first { $0["code"] == "return" && $0["country"] == "Turkey" }
        #expect(cell?["count"] == "1" && cell?["total"] == "2" && cell?["share"] == "0.5000")
        // One transcript for each country does not tell how transcripts differ.
        #expect(cell?["p"] == "" && cell?["family"] == "0" && cell?["reason"] == "singleCluster")
        #expect(try verbatim("crosstab", "R/study.verbatim", "--columns", "question").errors.contains("[no-guide]"))
    }
}
