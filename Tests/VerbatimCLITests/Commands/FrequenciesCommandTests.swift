import Testing
import VerbatimTestSupport

@Suite struct FrequenciesCommandTests {
    @Test func withoutOptionsItPrintsWhatTheRunWrote() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim("frequencies", "R/study.verbatim", "--format", "csv")
        #expect(result.output == (try verbatim.folder.text(of: "R/frequencies.csv")))
        #expect(result.errors.isEmpty)
    }

    @Test func groupsDetailsAndWordsAreThere() throws {
        let verbatim = try CodedFolder.make()
        let crossed = try verbatim(
            "frequencies", "R/study.verbatim", "--by", "country,sex", "--format", "csv", "--details")
        let row = NaiveCSV.rows(crossed.output).first { $0["country"] == "Turkey" && $0["code"] == "return" }
        #expect(row?["sex"] == "male" && row?["asked"] == "2" && row?["respondents"] == "1")
        #expect(row?["wording"] == "about half" && row?["silent"] == "1")
        let words = try verbatim("frequencies", "R/study.verbatim", "--words")
        #expect(words.output.contains("Shelter: of the 3 respondents who spoke, 1 (33 %, 95 % interval 6 to 79 %)"))
        let groups = try verbatim("frequencies", "R/study.verbatim", "--level", "group", "--format", "csv")
        #expect(NaiveCSV.rows(groups.output).first { $0["code"] == "return" }?["respondents"] == "1")
        #expect(NaiveCSV.rows(groups.output).first { $0["code"] == "return" }?["asked"] == "1")
    }

    @Test func sharesAreCorrectedByATableOfRespondents() throws {
        let verbatim = try CodedFolder.make()
        try verbatim.folder.write("respondent,code,value\nA,shelter,1\nB,shelter,0\nC,shelter,1\n", to: "read.csv")
        let result = try verbatim(
            "frequencies", "R/study.verbatim", "--basis", "corrected", "--reviews", "read.csv", "--format", "csv")
        let row = NaiveCSV.rows(result.output).first
        #expect(row?["found"] == "1" && row?["read"] == "3" && row?["share"] == "0.6667")
        #expect(result.errors.contains("T1: the share among these respondents"))
    }

    @Test(arguments: [
        ["--by", "a,b,c"], ["--target", "T2"], ["--basis", "corrected", "--level", "group"], ["--by", "age"],
        ["--basis", "corrected"], ["--basis", "reviewed"],
    ])
    func wrongUseIsSaid(_ options: [String]) throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim.run(["frequencies", "R/study.verbatim"] + options)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
    }
}
