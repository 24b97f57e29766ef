import Testing
import VerbatimTestSupport

@Suite struct AuditCommandTests {
    /// A folder in which a sample of everything was drawn, and all of it accepted that the rules propose.
    private func reviewed() throws -> CommandRunner {
        let verbatim = try CodedFolder.make()
        let sample = try verbatim(
            "sample", "R/study.verbatim", "--size", "100", "--code", "shelter", "--reviewers", "anna")
        #expect(sample.status == 0)
        let sheet = try verbatim.folder.text(of: "R/sample-1/sheet-anna.csv")
            .replacing(",yes,,,,", with: ",yes,accepted,,,").replacing(",no,,,,", with: ",no,rejected,,,")
        try verbatim.folder.write(sheet, to: "filled.csv")
        let imported = try verbatim("import", "--decisions", "filled.csv", "--study", "R/study.verbatim")
        #expect(imported.status == 0)
        return verbatim
    }

    @Test func figuresGoToOutputAndWordsToErrors() throws {
        let verbatim = try reviewed()
        let audit = try verbatim("audit", "R/study.verbatim", "--format", "json")
        #expect(audit.status == 0)
        // All is read: nothing is uncertain.
        #expect(
            audit.output
                == #"{"code":"shelter","name":"Shelter","sample":1,"rules":"current","coded":1,"coded_read":1,"coded_true":1,"uncoded":5,"uncoded_read":5,"uncoded_true":0,"precision":1.0000,"precision_low":1.0000,"precision_high":1.0000,"recall":1.0000,"recall_low":1.0000,"recall_high":1.0000,"f1":1.0000,"f1_low":1.0000,"f1_high":1.0000,"reason":null}"#
                + "\n")
        #expect(audit.errors.contains("Reviewers are taken to be right."))
        #expect(audit.errors.contains("In sample 1 reviewers saw what the rules propose"))
        #expect(try verbatim("audit", "R/study.verbatim").output.contains("precision_low"))
    }

    @Test func aPlanTellsTheStrataAndAForecastTheGain() throws {
        let verbatim = try reviewed()
        let plan = try verbatim(
            "plan", "R/study.verbatim", "--half-width", "0.1", "--by-respondent", "--code", "shelter", "--format", "csv"
        )
        #expect(plan.status == 0)
        #expect(
            plan.output
                == "code,unit,stratum,units,read,guess,needed,left,half_width,reason\nshelter,respondent,coded,1,0,0.8000,1,1,"
                + "0.0000,\nshelter,respondent,uncoded,2,0,0.0500,2,2,0.0000,\n")
        #expect(plan.errors.hasPrefix("3 respondents left to be judged"))
        let forecast = try verbatim("plan", "R/study.verbatim", "--format", "json")
        #expect(
            forecast.output
                == #"{"code":"shelter","name":"Shelter","unit":"segment","measure":"recall","read":6,"more":0,"half_width_now":0.0000,"half_width_then":0.0000,"gain":0.0000,"division":null,"reason":null}"#
                + "\n")
        #expect(forecast.errors.hasPrefix("One more hour is 60 segments or "))
    }

    @Test func theReportShowsIt() throws {
        let verbatim = try reviewed()
        #expect(try verbatim("report", "R/study.verbatim", "--output", "page.html").status == 0)
        let page = try verbatim.folder.text(of: "page.html")
        #expect(page.contains("How well the rules find what people find"))
    }

    @Test(arguments: [
        ["audit"], ["plan"], ["plan", "s.verbatim", "--hours", "1", "--reviews", "5"],
        ["plan", "s.verbatim", "--half-width", "0.1", "--reviews", "5"], ["plan", "s.verbatim", "--half-width", "0.7"],
        ["plan", "s.verbatim", "--hours", "0"], ["plan", "s.verbatim", "--reviews", "0"],
        ["plan", "s.verbatim", "--per-hour", "0"], ["plan", "s.verbatim", "--by", "country"],
        ["plan", "s.verbatim", "--reviews", "5", "--per-hour", "60"],
    ]) func wrongUseIsSaidBeforeAnythingIsRead(arguments: [String]) throws {
        let result = try CommandRunner().run(arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains("Error:"))
    }

    @Test func withoutASampleItIsSaidWhatToDo() throws {
        let verbatim = try CodedFolder.make()
        for command in ["audit", "plan"] {
            let result = try verbatim(command, "R/study.verbatim")
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("[nothing-reviewed]"))
        }
    }
}
