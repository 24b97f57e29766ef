import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

@Suite struct DOCXReaderTests {
    private func texts(_ body: String, styles: String = "") throws -> [String] {
        try DOCXReader.read(try OfficeSample.docx(body, styles: styles), path: "a.docx").paragraphs.map(\.text)
    }

    private func p(_ runs: String, _ properties: String = "") -> String { "<w:p>\(properties)\(runs)</w:p>" }

    @Test func labelledParagraphsAreTurns() throws {
        let body =
            OfficeSample.p("Interviewer: Why did you leave?") + OfficeSample.p("Anna: There was no work 🌍.")
            + OfficeSample.p("And my brother was there.") + OfficeSample.p("Interviewer: When?")
            + OfficeSample.p("Anna: In mei.")
        let transcript = try OfficeSample.transcript(try OfficeSample.docx(body), .docx)
        #expect(
            transcript.script == [
                "Interviewer: Why did you leave?", "Anna: There was no work 🌍. | And my brother was there.",
                "Interviewer: When?", "Anna: In mei.",
            ])
        #expect(transcript.source.format == "docx")
        #expect(transcript.text.hasPrefix("Interviewer: Why did you leave?\n\nAnna: There was no work 🌍.\n\nAnd my"))
    }

    @Test func signsAndBreaksOfARunAreText() throws {
        let runs = """
            <w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>\
            <w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>
            """
        #expect(try texts(p(runs)) == ["\ta\nb\nc\u{2011}d\u{263A}\u{2192}\u{2022}"])
    }

    @Test func insertionsAreReadAndDeletionsAreNot() throws {
        let runs = """
            <w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r><w:r><w:t>x</w:t></w:r></w:del>\
            <w:ins><w:r><w:t>always </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>y</w:t></w:r></w:moveFrom>\
            <w:moveTo><w:r><w:t>wait</w:t></w:r></w:moveTo>
            """
        #expect(try texts(p(runs)) == ["We always wait"])
        let joined = p("<w:r><w:t>One </w:t></w:r>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + OfficeSample.p("line")
        #expect(try texts(joined) == ["One line"])
    }

    @Test func whatIsNotSpeechIsLeftOut() throws {
        let runs = """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:commentReference w:id="1"/>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, too</w:t></w:r>\
            <w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>\
            <w:r><a:t>drawing</a:t></w:r><w:ruby><w:rt><w:r><w:t>ka</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>!</w:t></w:r></w:rubyBase></w:ruby>
            """
        #expect(try texts(p(runs)) == ["shown, too link!"])
        let form = """
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(OfficeSample.p("Click here"))</w:sdtContent></w:sdt>\
            <w:sdt><w:sdtPr/><w:sdtContent>\(OfficeSample.p("filled in"))</w:sdtContent></w:sdt>
            """
        #expect(try texts(form) == ["filled in"])
    }

    @Test func textBoxIsReadOnceBeforeItsParagraph() throws {
        let box = "<w:txbxContent>\(OfficeSample.p("box"))</w:txbxContent>"
        let runs = """
            <w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>\
            </mc:AlternateContent><w:t>b</w:t></w:r>
            """
        #expect(try texts(p(runs)) == ["box", "ab"])
    }

    @Test func headingsAreSectionsByTheNameOrLevelOfTheirStyle() throws {
        let styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/><w:basedOn w:val="Kop1"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/><w:basedOn w:val="Kop1"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
            """
        let body =
            OfficeSample.p("Leaving 4", style: "Inhopg1") + OfficeSample.p("Leaving", style: "Kop1")
            + OfficeSample.p("Interviewer: Why?", style: "Standaard") + OfficeSample.p("Anna: Work.", style: "Loop")
            + OfficeSample.p("Return", style: "Eigen") + OfficeSample.p("Interviewer: Back?")
            + OfficeSample.p("Anna: No.")
        let transcript = try OfficeSample.transcript(try OfficeSample.docx(body, styles: styles), .docx)
        #expect(transcript.turns.map(\.section) == ["Leaving", "Leaving", "Return", "Return"])
        #expect(transcript.text.hasPrefix("# Leaving\n\nInterviewer: Why?\n\n"))
    }

    // The Parliament of Catalonia marks the speaker by a style only.
    @Test func styleThatIsKeptForNamesGivesTheSpeakers() throws {
        let turns = [
            ("La presidenta", "Comença la sessió. Té la paraula el diputat."),
            ("Joan Soler i Vila", "Gràcies, presidenta."),
            ("La presidenta", "Gràcies, diputat."), ("Joan Soler i Vila", "Encara una cosa."),
            ("La presidenta", "Endavant."),
        ]
        let body = turns.map {
            OfficeSample.p($0.0, style: "D3Intervinent") + OfficeSample.p($0.1, style: "D3Textnormal")
        }
        let aside = OfficeSample.p("(Pausa.)", style: "D3Acotacicva")
        let transcript = try OfficeSample.transcript(try OfficeSample.docx(body.joined(separator: aside)), .docx)
        #expect(transcript.speakers.map(\.label) == ["La presidenta", "Joan Soler i Vila"])
        #expect(transcript.turns.count == 5)
        #expect(
            transcript.text.contains(
                "**Joan Soler i Vila:**\nGràcies, presidenta.\n\n(Pausa.)\n\n**La presidenta:**\nGràcies"))
    }

    @Test func styleOfHeadingsThatNeverComeAgainGivesNoSpeakers() throws {
        let body = ["Work", "Family", "Return"].map {
            OfficeSample.p($0, style: "Kopje") + OfficeSample.p("Some text about it.")
        }
        let transcript = try OfficeSample.transcript(try OfficeSample.docx(body.joined()), .docx)
        #expect(transcript.kind == .document)
    }

    @Test func columnOfATableGivesTheSpeakers() throws {
        let rows = [
            ("00:01", "Interviewer", "Why did you leave?"), ("00:05", "Anna", "There was no work for us."),
            ("00:09", "Interviewer", "And then?"), ("00:12", "Anna", "We took the boat."),
        ]
        func cell(_ text: String) -> String { "<w:tc><w:tcPr/>\(OfficeSample.p(text))</w:tc>" }
        let table = rows.map { "<w:tr>\(cell($0.0))\(cell($0.1))\(cell($0.2))</w:tr>" }.joined()
        let transcript = try OfficeSample.transcript(try OfficeSample.docx("<w:tbl>\(table)</w:tbl>"), .docx)
        #expect(
            transcript.script == [
                "Interviewer: Why did you leave?", "Anna: There was no work for us.", "Interviewer: And then?",
                "Anna: We took the boat.",
            ])
        #expect(transcript.turns.map(\.time) == [1, 5, 9, 12])
    }

    @Test(arguments: ["", "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Talk 4</w:t></w:r></w:p>"])
    func titleBlockStaysOneBlock(title: String) throws {
        let body =
            title + OfficeSample.p("Date: 3 May 2024") + OfficeSample.p("Interviewer: Ruth") + "<w:p/>"
            + OfficeSample.p("Ruth: Why?")
            + OfficeSample.p("Anna: Work.") + OfficeSample.p("Ruth: When?") + OfficeSample.p("Anna: May.")
        let transcript = try OfficeSample.transcript(try OfficeSample.docx(body), .docx)
        #expect(transcript.script == ["Ruth: Why?", "Anna: Work.", "Ruth: When?", "Anna: May."])
        #expect(transcript.role("Ruth") == .interviewer)
    }

    @Test func strictDocumentsAreRead() throws {
        let bytes = try OfficeSample.docx(
            OfficeSample.p("text"), namespace: "http://purl.oclc.org/ooxml/wordprocessingml/main")
        #expect(try DOCXReader.read(bytes, path: "a").paragraphs.map(\.text) == ["text"])
    }

    @Test func faultsAreNamedWithThePartTheyAreIn() throws {
        let broken = OfficeSample.faults(try OfficeSample.docx("<w:p>"), .docx)
        #expect(broken.map(\.identifier) == ["malformed-xml"])
        #expect(broken.first?.path == "talk.docx/word/document.xml")
        #expect(OfficeSample.faults(try OfficeSample.docx("<w:p/>"), .docx).map(\.identifier) == ["empty-file"])
        #expect(
            OfficeSample.faults(try ZIPArchive.archive([("a", [65])]), .docx).map(\.identifier) == ["not-a-document"])
        let workbook = try XLSXTable.write([["a"]], sheet: "S")
        #expect(OfficeSample.faults(workbook, .docx).map(\.identifier) == ["not-a-document"])
    }

    @Test func bombInTheTextIsRefused() throws {
        let bytes = try OfficeSample.docx(String(repeating: "<w:p/>", count: 1 << 19))
        #expect(OfficeSample.faults(bytes, .docx).map(\.identifier) == ["zip-bomb"])
    }
}
