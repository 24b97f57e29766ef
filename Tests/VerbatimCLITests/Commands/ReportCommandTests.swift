import Testing
import VerbatimTestSupport

@Suite struct ReportCommandTests {
    @Test func thePageOfTheRunIsMadeAnew() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim("report", "R/study.verbatim", "--output", "page.html")
        #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
        let page = try verbatim.folder.text(of: "page.html")
        #expect(try verbatim("report", "R/study.verbatim", "--output", "again.html", "--threads", "1").status == 0)
        #expect(try verbatim.folder.text(of: "again.html") == page)
        // What the run knew of files is all that may differ.
        let frequencies = "<section id=\"frequencies\">"
        func frequencyPart(_ page: String) -> Substring {
            page.firstRange(of: frequencies).map { start in
                let rest = page[start.lowerBound...]
                return rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)]
            } ?? ""
        }
        let ofTheRun = try verbatim.folder.text(of: "R/report.html")
        #expect(!frequencyPart(page).isEmpty && frequencyPart(page) == frequencyPart(ofTheRun))
        #expect(page.contains("2\u{A0}examples (2 to be coded, 0 not to be) stand behind them; all pass."))
        #expect(page.contains("manifest.json of the run names them"))
    }

    @Test func decisionsComeInAsAgreementAndCorrectedShares() throws {
        let verbatim = try CodedFolder.make()
        let sample = try verbatim(
            "sample", "R/study.verbatim", "--by-respondent", "--size", "9", "--double-code", "1", "--reviewers",
            "anna,ben")
        #expect(sample.status == 0)
        for name in ["anna", "ben"] {
            let sheet = try verbatim.folder.text(of: "R/sample-1/sheet-\(name).csv")
            try verbatim.folder.write(
                sheet.replacing(",yes,,,,", with: ",yes,accepted,,,")
                    .replacing(",no,,,,", with: ",no,rejected,nothing of it,,"), to: "filled-\(name).csv")
            let imported = try verbatim(
                "import", "--decisions", "filled-\(name).csv", "--coder", name, "--study", "R/study.verbatim")
            #expect(imported.status == 0)
        }
        let result = try verbatim("report", "R/study.verbatim", "--output", "page.html", "--by", "country")
        #expect(result.status == 0)
        let page = try verbatim.folder.text(of: "page.html").replacing("\u{A0}", with: " ")
        #expect(page.contains("<section id=\"by-country\">"))
        #expect(page.contains("<section id=\"corrected\">") && page.contains("<section id=\"agreement\">"))
        #expect(page.contains("2 people took"))
        #expect(page.contains("Sample 1: "))
    }

    @Test func wrongUseIsSaidAndNothingIsWritten() throws {
        let verbatim = try CodedFolder.make()
        let unknown = try verbatim("report", "R/study.verbatim", "--output", "page.html", "--by", "contry")
        #expect(unknown.status == 2 && unknown.errors.contains("[unknown-attribute]"))
        let nowhere = try verbatim("report", "R/study.verbatim", "--output", "nowhere/page.html")
        #expect(nowhere.status == 2 && nowhere.errors.contains("[unwritable-output]"))
        let missing = try verbatim("report", "none.verbatim", "--output", "page.html")
        #expect(missing.status == 2)
        #expect(throws: (any Error).self) { try verbatim.folder.text(of: "page.html") }
    }
}
