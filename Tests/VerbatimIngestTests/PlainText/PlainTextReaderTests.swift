import Testing
import VerbatimIngest
import VerbatimFiles
import VerbatimModel

@Suite struct PlainTextReaderTests {
    @Test func canonicalTextIsTheSourcesAndOffsetsAreExact() throws {
        let transcript = try Fixture.transcript("interview.txt")
        #expect(transcript.text.utf8.elementsEqual(try Fixture.bytes("interview.txt")))
        #expect(
            transcript.script == [
                "Mériam: Thank you for coming, Anna.\nShall we begin?",
                "Anna: Yes. 😀 I wanted to tell you\nabout the harbour first. | It was closed, note: closed for good.",
                "Mériam: When was that?",
                "Anna: In 2019, at 2:30 in the night.",
            ])
    }

    @Test func headerNamesTheTranscriptAndItsAttributes() throws {
        let transcript = try Fixture.transcript("interview.txt")
        #expect(transcript.id == "talks/anna-1")
        #expect(transcript.kind == .interview)
        #expect(transcript.language == "en")
        #expect(transcript.attributes.names == ["date", "country", "interviewer"])
        #expect(transcript.role("Mériam") == .interviewer)
        #expect(transcript.role("Anna") == .respondent)
        #expect(transcript.source.sha256 == SHA256.hexDigest(try Fixture.bytes("interview.txt")))
    }

    @Test func timesTitlesAndTapeSidesAreNoSpeech() throws {
        let transcript = try Fixture.transcript("timed.txt")
        #expect(
            transcript.script == [
                "Ruth: Is it on?", "DR. KARIM EL-AMRI: It is on. | I can see the light.", "Ruth: Good. Where were we?",
                "DR. KARIM EL-AMRI: At the beginning.",
            ])
        #expect(transcript.turns.map(\.time) == [4, 70, 3600.5, 3603])
        #expect(transcript.role("Ruth") == .interviewer)
        #expect(transcript.id == "fixtures/timed.txt")
    }

    @Test func headingsAndGuideQuestionsAreSections() throws {
        let transcript = try Fixture.transcript("focus-group.md")
        #expect(transcript.kind == .focusGroup)
        #expect(transcript.attributes["title"] == "Focus group in Sfax")
        #expect(
            transcript.turns.map(\.section) == [
                "Leaving", "Leaving", "Leaving", "Leaving", "Returning", "Returning", "Returning",
            ])
        #expect(transcript.turns.map(\.question) == ["Q1", "Q1", "Q1", "Q1", nil, nil, nil])
        #expect(transcript.speakers.map(\.label) == ["Moderator", "P1", "P2", "All", "P3"])
        #expect(transcript.speakers.map(\.isCollective) == [false, false, false, true, false])
    }

    @Test func numberedParagraphsBeforeLabelsAreGuideQuestions() throws {
        let text =
            "1. Why did you leave?\n\nINT: Why?\n\nR: War. Two things:\n\n2. No work.\n\n3. No peace.\n\nAnd so on.\n\n"
        let transcript = try Fixture.read(text + "2. And now?\n\nINT: And now?\n\nR: I stay.\n")
        #expect(transcript.turns.map(\.question) == ["Q1", "Q1", "Q2", "Q2"])
        #expect(transcript.script[1] == "R: War. Two things: | 2. No work. | 3. No peace. | And so on.")
    }

    @Test func speechBelowAHeadingGoesOnWithTheLastSpeaker() throws {
        let transcript = try Fixture.read("INT: a?\n\nR: b\n\n## Later\n\nstill b\n\nINT: c?\n")
        #expect(transcript.script == ["INT: a?", "R: b", "R: still b", "INT: c?"])
        #expect(transcript.turns.map(\.section) == [nil, nil, "Later", "Later"])
    }

    @Test func consecutiveParagraphsOfOneSpeakerAreOneTurn() throws {
        let transcript = try Fixture.read("Anna: one\n\nAnna: two\n\nBo: three\n\nBo: four\n")
        #expect(transcript.script == ["Anna: one | two", "Bo: three | four"])
        #expect(transcript.turns.map(\.number) == [1, 2])
    }

    @Test func textWithoutLabelsIsADocument() throws {
        let transcript = try Fixture.transcript("letter.txt")
        #expect(transcript.kind == .document)
        #expect(transcript.speakers.isEmpty)
        #expect(transcript.turns.count == 1)
        #expect(transcript.turns[0].paragraphs.count == 3)
        #expect(transcript.warnings.map(\.identifier) == ["no-speakers"])
    }

    @Test func linesOfCRLFAreThoseOfLF() throws {
        let text = "Anna: one\nand two\n\nBo: three\n"
        let unix = try Fixture.read(text)
        let windows = try Fixture.read(text.replacing("\n", with: "\r\n"))
        #expect(windows.text == unix.text)
        #expect(windows.turns == unix.turns)
        #expect(windows.source.newlines == "crlf")
    }

    @Test(arguments: [
        ("---\nkind: interview\nAnna: hello\n", 1), ("---\nkind: talk\n---\nA: b\n", 2),
        ("---\nnonsense\n---\nA: b\n", 2),
        ("---\ndate: 1\ndate: 2\n---\nA: b\n", 3), ("---\nlanguage: 12!\n---\nA: b\n", 2), ("---\n: x\n---\nA: b\n", 2),
    ])
    func faultyHeaderIsAnErrorWithItsLine(text: String, line: Int) {
        let faults = Fixture.faults(text)
        #expect(faults.map(\.identifier) == ["header"])
        #expect(faults.first?.position?.line == line)
    }

    @Test func headerNamesTheSoleRespondent() throws {
        let transcript = try Fixture.read("---\nrespondent: R-7\n---\nINT: a?\nR: b\n")
        #expect(transcript.speakers.map(\.respondent) == [nil, "R-7"])
    }

    @Test func headerWithoutTextIsAnError() {
        #expect(Fixture.faults("---\nkind: interview\n---\n\n").map(\.identifier) == ["no-text"])
    }

    @Test func formatsThatAreNotReadAreNamed() {
        let faults = Fixture.faults("<html><body>Hi</body></html>")
        #expect(faults.map(\.identifier) == ["unsupported-format"])
        #expect(faults.first?.message.contains("HTML") == true)
    }
}
