import Testing
import VerbatimTestSupport

@Suite struct AgreementCommandTests {
    @Test func theTableHasTheFixedColumnsAndTheRulesAreACoder() throws {
        let verbatim = try CodedFolder.make()
        let anna = try CodedFolder.table(
            verbatim, "transcript,start,end,code,coder",
            [("one", "fine", "shelter,anna"), ("two", "go back", "return,anna")])
        try verbatim.folder.write(anna, to: "anna.csv")
        let result = try verbatim(
            "agreement", "R/study.verbatim", "--codings", "anna.csv", "--format", "csv", "--replicates", "20",
            "--disagreements", "talk.csv")
        #expect(result.status == 0)
        #expect(
            NaiveCSV.header(result.output) == [
                "code", "coder_a", "coder_b", "units", "percent", "kappa", "alpha", "alpha_low", "alpha_high", "ac1",
                "pabak", "positive", "negative", "reason",
            ])
        let rows = NaiveCSV.rows(result.output)
        let back = rows.first { $0["code"] == "return" }
        #expect(back?["coder_a"] == "anna" && back?["coder_b"] == "small 1")
        // Amina has two turns, Bilal and Cem two each.
        #expect(back?["units"] == "6" && back?["kappa"] == "1.0000")
        #expect(rows.first { $0["code"] == "shelter" }?["positive"] == "0.0000")
        let talk = NaiveCSV.rows(try verbatim.folder.text(of: "talk.csv"))
        #expect(talk.map { $0["found_by"] } == ["small 1", "anna"])
        #expect(talk.map { $0["quote"] } == ["We slept outside the station.", "Now it is fine."])
        #expect(!result.output.contains("station") && !result.errors.contains("station"))
    }

    @Test func tablesAloneAreComparedBySegment() throws {
        let verbatim = try CommandRunner()
        try verbatim.folder.write(
            "transcript,start,end,code,coder\none,0,5,a,anna\none,9,12,b,anna\none,3,6,a,ben\none,9,12,a,ben\n",
            to: "codings.csv")
        let result = try verbatim("agreement", "--codings", "codings.csv", "--format", "csv")
        #expect(result.status == 0)
        let rows = NaiveCSV.rows(result.output)
        #expect(rows.first { $0["code"] == "a" }?["percent"] == "0.5000")
        #expect(rows.first { $0["code"] == "a" }?["reason"] == "singleCluster")
        #expect(result.errors.contains("2 segments that people coded or judged"))
    }

    @Test func withoutCodersThereIsNothingToCompare() throws {
        let verbatim = try CodedFolder.make()
        #expect(try verbatim("agreement").status == 2)
        let alone = try verbatim("agreement", "R/study.verbatim")
        #expect(alone.status == 2)
        #expect(alone.errors.contains("[too-few-coders]"))
    }
}
