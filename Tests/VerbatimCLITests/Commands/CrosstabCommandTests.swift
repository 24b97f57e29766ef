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

    @Test func correctedSharesAreComparedByATableOfReviews() throws {
        let verbatim = try CodedFolder.make()
        try verbatim.folder.write("respondent,code,value\nA,shelter,1\nB,shelter,0\nC,shelter,1\n", to: "read.csv")
        let result = try verbatim(
            "crosstab", "R/study.verbatim", "--columns", "country", "--basis", "corrected", "--reviews", "read.csv",
            "--format", "csv")
        let rows = NaiveCSV.rows(result.output)
        #expect(rows.map { $0["code"] } == ["shelter", "shelter"])
        let turkey = rows.first { $0["country"] == "Turkey" }
        #expect(turkey?["found"] == "0" && turkey?["read"] == "2" && turkey?["share"] == "0.5000")
        #expect(turkey?["difference"] == "-0.5000")
        #expect(result.errors.contains("T1: the share among these respondents"))
    }

    /// A list of those who have a code looks like a review in which everybody has it.
    @Test func aTableWithoutAnybodyWhoHasNotTheCodeCorrectsNothing() throws {
        let verbatim = try CodedFolder.make()
        try verbatim.folder.write("respondent,code,value\nA,shelter,1\nC,shelter,1\n", to: "read.csv")
        let result = try verbatim(
            "crosstab", "R/study.verbatim", "--columns", "country", "--basis", "corrected", "--reviews", "read.csv")
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains("read.csv: error: [only-positive-reviews]"))
    }

    @Test(arguments: [
        ["--columns", "question", "--basis", "corrected"], ["--columns", "country", "--target", "T2"],
        ["--columns", "country", "--basis", "corrected"], ["--columns", "country", "--basis", "reviewed"],
        ["--columns", "country", "--rows", "sex", "--basis", "corrected"],
    ])
    func wrongUseIsSaid(_ options: [String]) throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim.run(["crosstab", "R/study.verbatim"] + options)
        #expect(result.status == 2 && result.output.isEmpty)
    }
}
