import Testing
import VerbatimTestSupport

@Suite struct CooccurrenceCommandTests {
    @Test(arguments: [("sentence", "6"), ("turn", "10"), ("respondent", "3"), ("transcript", "2")])
    func theUnitIsInEveryRow(_ unit: String, _ count: String) throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim(
            "cooccurrence", "R/study.verbatim", "--unit", unit, "--minimum", "0", "--format", "csv")
        let row = NaiveCSV.rows(result.output).first
        #expect(row?["unit"] == unit && row?["units"] == count && row?["both"] == "0")
    }
}
