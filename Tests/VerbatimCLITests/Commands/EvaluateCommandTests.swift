import Testing
import VerbatimTestSupport

@Suite struct EvaluateCommandTests {
    @Test func theTableHasTheFixedColumnsAndTheMeansStandOnStandardError() throws {
        let verbatim = try CodedFolder.make()
        let truth = try CodedFolder.table(
            verbatim, "transcript,start,end,code,coder", [("one", "slept outside", "shelter,anna")])
        try verbatim.folder.write(truth, to: "truth.csv")
        let result = try verbatim("evaluate", "R/study.verbatim", "--truth", "truth.csv", "--format", "csv")
        #expect(result.status == 0)
        #expect(
            NaiveCSV.header(result.output) == [
                "code", "level", "truth", "proposed", "correct", "precision", "precision_low", "precision_high",
                "recall", "recall_low", "recall_high", "f1",
            ])
        let rows = NaiveCSV.rows(result.output)
        #expect(rows.first { $0["code"] == "shelter" && $0["level"] == "segment" }?["f1"] == "1.0000")
        // `two` is not in the truth, so what was found there is no false hit.
        #expect(
            result.errors.contains("Read for the truth: 1 transcript, 1 respondent. 1 coding of others is not judged."))
    }

    @Test func quotesOfMissesStandInTheFileOnly() throws {
        let verbatim = try CodedFolder.make()
        let truth = try CodedFolder.table(verbatim, "transcript,start,end,code", [("one", "fine", "shelter")])
        try verbatim.folder.write(truth, to: "truth.csv")
        let result = try verbatim("evaluate", "R/study.verbatim", "--truth", "truth.csv", "--misses", "misses.csv")
        let misses = NaiveCSV.rows(try verbatim.folder.text(of: "misses.csv"))
        let miss = misses.first { $0["kind"] == "miss" && $0["level"] == "segment" }
        #expect(miss?["quote"] == "fine" && miss?["code"] == "shelter")
        #expect(misses.contains { $0["kind"] == "false-hit" && $0["code"] == "shelter" && $0["rules"] != "" })
        #expect(!result.output.contains("outside") && !result.errors.contains("outside"))
    }

    @Test func aWrongTruthIsWrongUse() throws {
        let verbatim = try CodedFolder.make()
        try verbatim.folder.write("transcript,start,end,code\none,0,4,sheltr\n", to: "truth.csv")
        let result = try verbatim("evaluate", "R/study.verbatim", "--truth", "truth.csv")
        #expect(result.status == 2)
        #expect(result.errors.contains("truth.csv:2:1: error: [unknown-code]"))
        #expect(result.errors.contains("Did you mean 'shelter'?"))
        #expect(try verbatim("evaluate", "R/study.verbatim", "--truth", "no.csv").status == 2)
    }
}
