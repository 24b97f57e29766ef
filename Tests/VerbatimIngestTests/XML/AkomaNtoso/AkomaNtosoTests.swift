import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct AkomaNtosoTests {
    @Test func speechesAreTurnsUnderTheirHeadings() throws {
        let transcript = try Fixture.transcript("XMLDebate.akn.xml")
        #expect(
            transcript.script == [
                "Ada Lind: Order. Order. | Mr Karr.", "Bo Karr: What will be done?",
                "Cy Omar: Much: | more beds; | more staff.", "An Hon. Member: Et alors ?", "Di Vance: Thank you.",
            ])
        let shelter = Array(repeating: "Shelter for all", count: 3)
        #expect(transcript.turns.map(\.section) == ["Opening"] + shelter + ["Close"])
        #expect(transcript.source.format == "akoma-ntoso")
    }

    @Test func recordedTimesAreSecondsOfTheSession() throws {
        let transcript = try Fixture.transcript("XMLDebate.akn.xml")
        #expect(transcript.turns.map(\.time) == [0, 150, 150, 150, 150])
    }

    @Test func whoSpeaksAsChairModerates() throws {
        let transcript = try Fixture.transcript("XMLDebate.akn.xml")
        #expect(transcript.role("Ada Lind") == .moderator)
        #expect(transcript.speakers.dropFirst().allSatisfy { $0.role == .respondent })
        #expect(transcript.kind == .focusGroup)
    }

    @Test func languageAndAttributesAreThoseOfTheRecord() throws {
        let transcript = try Fixture.transcript("XMLDebate.akn.xml")
        #expect(transcript.language == "en")
        #expect(transcript.turns[3].paragraphs.map(\.language) == ["fr"])
        #expect(transcript.attributes["date"] == "2024-03-05")
        #expect(transcript.attributes["country"] == "xx")
    }

    @Test func sessionGoesOnAfterMidnight() throws {
        let body = ["23:59:00", "00:01:00"].map { "<speech by='#a' startTime='2024-01-01T\($0)Z'><p>x</p></speech>" }
        let transcript = try Fixture.read(
            "<?xml version='1.0'?><akomaNtoso><debate><debateBody>\(body.joined())</debateBody></debate></akomaNtoso>")
        #expect(transcript.turns.map(\.time) == [0, 120])
    }

    @Test func actWithoutSpeechIsAnError() {
        let faults = Fixture.faults(
            "<?xml version='1.0'?><akomaNtoso><act><body><p>Article 1</p></body></act></akomaNtoso>")
        #expect(faults.map(\.identifier) == ["no-text"])
    }
}
