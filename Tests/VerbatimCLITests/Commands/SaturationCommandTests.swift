import Testing
import VerbatimTestSupport

@Suite struct SaturationCommandTests {
    @Test func tooFewTranscriptsAreSaid() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim("saturation", "R/study.verbatim", "--format", "csv")
        #expect(NaiveCSV.rows(result.output).first?["reason"] == "noUnits")
        let small = try verbatim(
            "saturation", "R/study.verbatim", "--base", "1", "--run", "1", "--curve", "--format", "csv")
        #expect(NaiveCSV.rows(small.output).map { $0["codes"] } == ["1", "2"])
        #expect(try verbatim("saturation", "R/study.verbatim", "--threshold", "5").status == 2)
    }
}
