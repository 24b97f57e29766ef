import Foundation
import Testing
import VerbatimTestSupport

@Suite struct ReviewCommandTests {
    private func study() throws -> CommandRunner {
        let verbatim = try CommandRunner()
        try verbatim.folder.write(
            """
            Interviewer: Where did you sleep?
            Amina: We slept outside the station.
            Interviewer: And the others?
            Amina: The others were in a hotel.
            """, to: "Transcripts/one.txt")
        try verbatim.folder.write(
            """
            codebook small "A small codebook"
              languages en
            code shelter "Shelter"
              define Sleeping rough.
              rule en: "slept outside"
            """, to: "small.codebook")
        let run = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "Results", "--quiet")
        #expect(run.status == 0)
        return verbatim
    }

    @Test func aSampleIsDrawnFilledInAndReadBack() throws {
        let verbatim = try study()
        let sample = try verbatim(
            "sample", "Results/study.verbatim", "--size", "10", "--reviewers", "anna", "--format", "csv")
        #expect(sample.status == 0)
        #expect(
            sample.output == "sample,code,stratum,units,drawn,earlier\n1,shelter,coded,1,1,0\n1,shelter,uncoded,1,1,0\n"
        )
        #expect(sample.errors == "Results/sample-1/sheet-anna.xlsx (and .csv): 2 rows to judge.\n")
        let sheet = try verbatim.folder.text(of: "Results/sample-1/sheet-anna.csv")
        try verbatim.folder.write(sheet.replacing(",yes,,,,", with: ",yes,rejected,a station,,"), to: "filled.csv")
        let imported = try verbatim(
            "import", "--decisions", "filled.csv", "--study", "Results/study.verbatim", "--format", "csv")
        #expect(imported.status == 0)
        #expect(
            imported.output
                == "coder,decisions,accepted,rejected,changed,unsure,unchanged,empty\nanna,1,0,1,0,0,0,1\n")
        #expect(imported.errors.contains("0 are accepted and 1 rejected"))
        #expect(imported.errors.contains("1 row not judged yet."))
        let frequencies = try verbatim("frequencies", "Results/study.verbatim", "--format", "csv")
        #expect(NaiveCSV.rows(frequencies.output).first?["respondents"] == "0")
    }

    @Test func explainTellsWhoDecidedAndWhatNoRuleProposes() throws {
        let verbatim = try study()
        _ = try verbatim("sample", "Results/study.verbatim", "--size", "10", "--reviewers", "anna")
        let sheet = try verbatim.folder.text(of: "Results/sample-1/sheet-anna.csv")
        try verbatim.folder.write(
            sheet.replacing(",yes,,,,", with: ",yes,accepted,,,").replacing(",no,,,,", with: ",no,accepted,a hotel,,"),
            to: "filled.csv")
        _ = try verbatim("import", "--decisions", "filled.csv", "--study", "Results/study.verbatim")
        _ = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "Results", "--quiet")
        let codings = NaiveCSV.rows(try verbatim.folder.text(of: "Results/codings.csv"))
        let own = try #require(codings.first { $0["coder"] == "anna" })
        let person = try verbatim("explain", try #require(own["coding"]), "Results/study.verbatim")
        #expect(person.status == 0 && person.errors.isEmpty)
        #expect(person.output.contains("✓ accepted by anna; no rule proposes it on these words"))
        #expect(person.output.contains("accepted by anna (decision "))
        #expect(person.output.contains("of sample 1): a hotel"))
        let proposed = try #require(codings.first { $0["coder"] != "anna" })
        let rule = try verbatim(
            "explain", try #require(proposed["coding"]), "Results/study.verbatim", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(rule.output.utf8)) as? [String: Any])
        let decision = try #require((object["decisions"] as? [[String: Any]])?.first)
        #expect(decision["coder"] as? String == "anna" && decision["outcome"] as? String == "accepted")
        #expect((object["reasons"] as? [[String: Any]])?.first?["kind"] as? String == "rule")
    }

    /// Four interviews of two countries: a base sample of everybody, judged, then a sample of one code.
    @Test func aBaseSampleIsDrawnByCountryJudgedAndGoneOnWith() throws {
        let verbatim = try study()
        for (name, country) in [("two", "Iraq"), ("three", "Iraq"), ("four", "Tunisia")] {
            try verbatim.folder.write(
                """
                ---
                country: \(country)
                ---
                Interviewer: Where did you sleep?
                \(name.capitalized): I \(name == "two" ? "slept outside" : "had a room").
                """, to: "Transcripts/\(name).txt")
        }
        _ = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "Results", "--quiet")
        let base = [
            "sample", "Results/study.verbatim", "--by-respondent", "--base", "--by", "country", "--size", "3",
            "--format", "csv",
        ]
        let drawn = try verbatim.run(base)
        #expect(
            drawn.output
                == "sample,code,stratum,units,drawn,earlier\n1,shelter,all/Iraq,2,2,0\n1,shelter,all/Tunisia,1,1,0\n"
                + "1,shelter,all/not known,1,1,0\n")
        // "We slept outside the station. The others were in a hotel.", "I slept outside.", and "I had a room." twice.
        #expect(
            drawn.errors
                == "Results/sample-1/sheet-reviewer.xlsx (and .csv): 4 rows to judge, with 22 words of 4 respondents to "
                + "read.\n")
        let sheet = try verbatim.folder.text(of: "Results/sample-1/sheet-reviewer.csv")
        try verbatim.folder.write(
            sheet.replacing(",yes,,,,", with: ",yes,accepted,,,").replacing(",no,,,,", with: ",no,rejected,,,"),
            to: "filled.csv")
        let imported = try verbatim("import", "--decisions", "filled.csv", "--study", "Results/study.verbatim")
        #expect(imported.status == 0)
        let frequencies = try verbatim(
            "frequencies", "Results/study.verbatim", "--basis", "corrected", "--by", "country", "--format", "csv")
        let rows = NaiveCSV.rows(frequencies.output)
        #expect(rows.map { $0["country"] } == ["Iraq", "Tunisia", ""])
        #expect(rows.map { $0["share"] } == ["0.5000", "0.0000", "1.0000"])
        let refused = try verbatim(
            "sample", "Results/study.verbatim", "--by-respondent", "--code", "shelter", "--size", "4")
        #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.contains("[groups-needed]"))
        let unknown = try verbatim("sample", "Results/study.verbatim", "--by", "contry", "--size", "4")
        #expect(unknown.status == 2 && unknown.errors.contains("[unknown-attribute]"))
        let next = try verbatim(
            "sample", "Results/study.verbatim", "--by-respondent", "--code", "shelter", "--by", "country",
            "--size-per-group", "25", "--format", "csv")
        #expect(NaiveCSV.rows(next.output).map { $0["earlier"] } == ["1", "1", "1", "1"])
        #expect(next.errors.hasSuffix("0 rows to judge.\n"))
        #expect(try verbatim.run(base).errors.contains("0 rows to judge."))
    }

    @Test func aSheetWithAFaultChangesNothing() throws {
        let verbatim = try study()
        _ = try verbatim("sample", "Results/study.verbatim", "--size", "10", "--reviewers", "anna")
        let sheet = try verbatim.folder.text(of: "Results/sample-1/sheet-anna.csv")
        try verbatim.folder.write(sheet.replacing(",yes,,,,", with: ",yes,reject,,,"), to: "filled.csv")
        let imported = try verbatim("import", "--decisions", "filled.csv", "--study", "Results/study.verbatim")
        #expect(imported.status == 2)
        #expect(imported.output.isEmpty)
        #expect(imported.errors.contains("filled.csv:"))
        #expect(imported.errors.contains("[wrong-decision]"))
        #expect(!imported.errors.contains("station"))
    }

    @Test(arguments: [
        ["sample", "s.verbatim"], ["sample", "s.verbatim", "--size", "5", "--half-width", "0.1"],
        ["sample", "s.verbatim", "--size", "0"], ["sample", "s.verbatim", "--half-width", "2"],
        ["sample", "s.verbatim", "--size", "5", "--reviewers", "../anna"],
        ["sample", "s.verbatim", "--size", "5", "--reviewers", "anna,Anna"],
        ["sample", "s.verbatim", "--size", "5", "--double-code", "0.5"],
        ["sample", "s.verbatim", "--size", "5", "--base"], ["sample", "s.verbatim", "--size", "5", "--by", "a,b,c"],
        ["sample", "s.verbatim", "--size", "5", "--by", "a,a"], ["sample", "s.verbatim", "--size-per-group", "5"],
        ["sample", "s.verbatim", "--size-per-group", "0", "--by", "a"],
        ["sample", "s.verbatim", "--size-per-group", "5", "--size", "5", "--by", "a"],
        ["import"], ["import", "Transcripts"],
        ["import", "--check"], ["import", "--decisions", "a.csv"],
        ["import", "--decisions", "a.csv", "--codings", "b.csv", "--study", "s.verbatim"],
        ["import", "--check", "Transcripts", "--coder", "anna"],
    ]) func wrongUseIsSaidBeforeAnythingIsRead(arguments: [String]) throws {
        let result = try CommandRunner().run(arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains("Error:"))
    }

    @Test func codingsOfPeopleAreReadIntoTheStudy() throws {
        let verbatim = try study()
        try verbatim.folder.write("transcript,start,end,code\none,42,70,shelter\n", to: "ben.csv")
        let arguments = ["import", "--codings", "ben.csv", "--study", "Results/study.verbatim", "--coder", "ben"]
        let first = try verbatim.run(arguments + ["--format", "csv"])
        #expect(first.output == "coder,codings,codes,transcripts,respondents\nben,1,1,1,0\n")
        #expect(first.errors == "1 coding added to the study.\n")
        #expect(try verbatim.run(arguments).errors == "0 codings added to the study; it had 1 already.\n")
    }
}
