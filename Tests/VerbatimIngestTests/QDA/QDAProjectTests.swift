import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

@Suite struct QDAProjectTests {
    private let talk = "Interviewer: Why?\n\nAnna: No wörk 🌍 there.\n\nInterviewer: And?\n\nAnna: My family.\n"

    /// The position behind the given words, and before them, counted by hand from the text in code points.
    private func project(_ more: String = "", sources: String, files: [(String, String)]) throws -> QDAProject {
        let xml =
            QDASample.users + QDASample.codebook + more.replacing("SOURCES", with: "<Sources>\(sources)</Sources>")
        let content = more.contains("SOURCES") ? xml : xml + "<Sources>\(sources)</Sources>"
        return try QDASample.read(try QDASample.project(content, files: files))
    }

    @Test func sourceIsATranscriptAndItsCodingsAreAnotherCoders() throws {
        // `wörk 🌍` stands at 28 to 34: 17 + 2 newlines + 9 before it.
        let project = try project(sources: QDASample.source([(28, 34)]), files: [("50.txt", talk)])
        #expect(project.transcripts.map(\.id) == ["Anna 1"])
        #expect(project.transcripts[0].script.first == "Interviewer: Why?")
        #expect(project.transcripts[0].source.format == "qdpx")
        #expect(project.quotes == ["wörk 🌍"])
        let coding = try #require(project.codings.first)
        #expect(coding.codePath == ["Leaving", "Work"])
        #expect(coding.codeGUID == "c1")
        #expect(coding.coder == "KM")
        #expect(project.codes.map(\.path) == [["Leaving"], ["Leaving", "Work"], ["Family"]])
        #expect(project.codes.map(\.isCodable) == [false, true, true])
        #expect(project.warnings.isEmpty && project.transcripts[0].warnings.isEmpty)
    }

    @Test func contentMayStandInTheProjectItself() throws {
        let source =
            "<TextSource guid=\"5\" name=\"T\"><PlainTextContent>Anna: a b&#10;&#10;Ruth: c</PlainTextContent></TextSource>"
        let project = try project(sources: source, files: [])
        #expect(project.transcripts.map(\.text) == ["Anna: a b\n\nRuth: c"])
    }

    @Test(arguments: [
        ("Trial.qde", "Sources/", "internal://50.txt"), ("project.qde", "SOURCES/", "internal:/50.TXT"),
        ("Project.qde", "sources/", "internal://sources/50.txt"),
    ])
    func namesOfPartsDifferBetweenPrograms(xml: String, folder: String, reference: String) throws {
        let content = QDASample.codebook + "<Sources>\(QDASample.source([], path: reference))</Sources>"
        let bytes = try QDASample.project(content, files: [("50.txt", talk), (".root", "")], xml: xml, folder: folder)
        #expect(try QDASample.read(bytes).transcripts.count == 1)
    }

    @Test func sourcesOfOneNameGetIdsOfTheirOwn() throws {
        let sources = QDASample.source([(0, 4)]) + QDASample.source([(6, 8)], guid: "60", path: "internal://60.txt")
        let project = try project(sources: sources, files: [("50.txt", "Anna: one two"), ("60.txt", "Omar: hi you")])
        #expect(project.transcripts.map(\.id) == ["Anna 1", "Anna 1 (2)"])
        #expect(project.quotes == ["Anna", "hi"])
        #expect(project.warnings.map(\.identifier) == ["duplicate-source"])
    }

    @Test func whatIsNoTextIsListed() throws {
        let sources =
            QDASample.source([]) + "<PDFSource guid=\"1\"/><AudioSource guid=\"2\"/><AudioSource guid=\"3\"/>"
            + QDASample.source([], guid: "7", name: "Away", path: "relative:///away.txt")
            + QDASample.source([], guid: "8", name: "Empty", path: "internal://8.txt")
        let project = try project(sources: sources, files: [("50.txt", talk), ("8.txt", "  ")])
        #expect(project.transcripts.map(\.id) == ["Anna 1"])
        #expect(
            project.warnings.map(\.identifier) == [
                "source-not-read", "source-not-read", "source-not-read", "source-not-read",
            ])
        #expect(project.warnings.contains { $0.message.hasPrefix("2 sources of sound") })
    }

    @Test func transcriptOfASoundIsReadWithItsPoints() throws {
        let source = """
            <AudioSource guid="70" name="Tape" path="internal://70.mp3"><Transcript guid="71" name="t" plainTextPath="internal://50.txt">\
            <SyncPoint guid="p1" timeStamp="0" position="19"/><SyncPoint guid="p2" timeStamp="900" position="23"/>\
            <TranscriptSelection guid="72" fromSyncPoint="P1" toSyncPoint="p2"><Coding guid="d"><CodeRef targetGUID="c2"/></Coding>\
            </TranscriptSelection></Transcript></AudioSource>
            """
        let project = try project(sources: source, files: [("50.txt", talk)])
        #expect(project.transcripts.map(\.id) == ["Tape"])
        #expect(project.quotes == ["Anna"])
        #expect(project.warnings.isEmpty)
    }

    @Test func casesNameRespondentsAndWhatIsKnownOfThem() throws {
        let cases = """
            <Variables><Variable guid="v1" name="country" typeOfVariable="Text"/><Variable guid="v2" name="age" typeOfVariable="Integer"/>\
            </Variables><Cases><Case guid="e1" name="TN-01"><VariableValue><VariableRef targetGUID="V1"/><TextValue>Tunisia</TextValue>\
            </VariableValue><VariableValue><VariableRef targetGUID="v2"/></VariableValue><SourceRef targetGUID="50"/></Case></Cases>SOURCES
            """
        let project = try project(cases, sources: QDASample.source([]), files: [("50.txt", talk)])
        #expect(project.cases.map(\.name) == ["TN-01"])
        #expect(project.cases.map(\.transcripts) == [["Anna 1"]])
        #expect(project.cases[0].attributes == ["country": "Tunisia"])
        let transcript = project.transcripts[0]
        #expect(transcript.speakers.first { $0.label == "Anna" }?.respondent == "TN-01")
        #expect(transcript.attributes["country"] == "Tunisia")
    }

    @Test func casesOfAGroupAreFoundByTheirLabels() throws {
        let group = "Moderator: Well?\n\nAnna: Yes.\n\nOmar: No.\n\nModerator: Why?\n\nAnna: So.\n\nOmar: Well.\n"
        let cases = """
            <Cases><Case guid="e1" name="omar"><SourceRef targetGUID="50"/></Case><Case guid="e2" name="Anna"><SelectionRef \
            targetGUID="50"/></Case><Case guid="e3" name="Nobody"><SourceRef targetGUID="50"/></Case></Cases>SOURCES
            """
        let source = QDASample.source([(24, 28)], guid: "50").replacing(
            "guid=\"50\" startPosition", with: "guid=\"51\" startPosition")
        let project = try project(
            cases.replacing("<SelectionRef targetGUID=\"50\"/>", with: "<SelectionRef targetGUID=\"51\"/>"),
            sources: source,
            files: [("50.txt", group)])
        #expect(project.transcripts[0].speakers.map(\.respondent) == [nil, "Anna", "omar"])
        #expect(
            project.caseSegments == [.init(caseGUID: "e2", transcript: "Anna 1", span: TextSpan(start: 24, end: 28))])
    }

    // NVivo lists a respondent as a code of the same GUID.
    @Test func codeThatIsACaseMarksWhoseWordsTheyAre() throws {
        let cases = "<Cases><Case guid=\"C2\" name=\"Anna\"/></Cases>SOURCES"
        let source = QDASample.source([(19, 23)]).replacing("targetGUID=\"C1\"", with: "targetGUID=\"c2\"")
        let project = try project(cases, sources: source, files: [("50.txt", talk)])
        #expect(project.codings.isEmpty)
        #expect(project.codes.map(\.guid) == ["c0", "c1"])
        #expect(project.caseSegments.map(\.span) == [TextSpan(start: 19, end: 23)])
        #expect(project.transcripts[0].speakers.first { $0.label == "Anna" }?.respondent == "Anna")
    }

    @Test func memosAreNotesOrDescriptions() throws {
        let source = """
            <TextSource guid="50" name="T" plainTextPath="internal://50.txt"><PlainTextSelection guid="51" startPosition="0" \
            endPosition="4"><Description>odd</Description><Coding guid="d" ><CodeRef targetGUID="c2"/><NoteRef targetGUID="n1"/>\
            </Coding></PlainTextSelection><Coding guid="d2"><CodeRef targetGUID="c1"/></Coding></TextSource>
            """
        let notes = "SOURCES<Notes><Note guid=\"n1\" plainTextPath=\"internal://n1.txt\"/></Notes>"
        let project = try project(notes, sources: source, files: [("50.txt", "Anna: a"), ("n1.txt", "see later\n")])
        #expect(project.codings.map(\.memo) == [nil, "see later\n\nodd"])
        // A code of a whole source is one of all its text.
        #expect(project.codings.map(\.span) == [TextSpan(start: 0, end: 7), TextSpan(start: 0, end: 4)])
    }

    @Test func whatPointsNowhereIsLeftOutWithAWarning() throws {
        let source = QDASample.source([(0, 4), (5, 900), (-1, 2), (6, 5)]).replacing(
            "targetGUID=\"C1\"", with: "targetGUID=\"zz\"")
        let project = try project(sources: source, files: [("50.txt", talk)])
        #expect(project.codings.isEmpty)
        #expect(project.warnings.map(\.identifier) == ["unknown-code"])
        #expect(project.transcripts[0].warnings.map(\.identifier) == ["misplaced-segments"])
        #expect(project.transcripts[0].warnings[0].message.hasPrefix("3 of 4 segments"))
    }

    @Test func faultsOfTheWholeProjectAreNamed() throws {
        #expect(QDASample.faults(try ZIPArchive.archive([("a.txt", [65])])) == ["not-a-project"])
        #expect(QDASample.faults(try ZIPArchive.archive([("a.qde", []), ("b.qde", [])])) == ["not-a-project"])
        #expect(QDASample.faults(try ZIPArchive.archive([("a.qde", Array("<Other/>".utf8))])) == ["not-a-project"])
        #expect(QDASample.faults(try ZIPArchive.archive([("a.qde", Array("<Project>".utf8))])) == ["malformed-xml"])
        #expect(QDASample.faults(try QDASample.project("")) == ["no-transcripts"])
    }
}
