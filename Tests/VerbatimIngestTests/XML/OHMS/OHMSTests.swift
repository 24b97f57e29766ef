import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct OHMSTests {
    @Test func plainTranscriptIsReadByItsLabels() throws {
        let transcript = try Fixture.transcript("XMLRecord.ohms.xml")
        #expect(
            transcript.script == [
                "VOS: Where did you begin?", "HADDAD: At home. In the\nkitchen.", "VOS: And then?",
                "HADDAD: Then we walked.",
            ])
        #expect(transcript.source.format == "ohms")
        #expect(transcript.attributes["accession"] == "X-1")
        #expect(transcript.language == "en")
    }

    @Test func recordNamesWhoAsksAndWhoAnswers() throws {
        let transcript = try Fixture.transcript("XMLRecord.ohms.xml")
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent])
        #expect(transcript.speakers.map(\.confidence) == [1, 1])
    }

    @Test func marksGiveTimesAndTheIndexSections() throws {
        // Line 6 is said after a minute and line 9 after two: lines 3 and 8 lie two fifths and two thirds between.
        let transcript = try Fixture.transcript("XMLRecord.ohms.xml")
        #expect(transcript.turns.map(\.time) == [0, 24, 60, 100])
        #expect(transcript.turns.map(\.section) == ["Leaving", "Leaving", "The road", "The road"])
    }

    @Test func indexWithoutTimesOfTurnsIsListed() throws {
        let transcript = try Fixture.read(
            record(
                "<index><point><time>0</time><title>Home</title></point></index><transcript>A: One?\n\nB: Two.\n\nA: So?</transcript>"
            ))
        #expect(transcript.turns.map(\.section) == [nil, nil, nil])
        let warning = transcript.warnings.first { $0.identifier == "index-without-times" }
        #expect(warning?.message.contains("'Home'") == true)
    }

    @Test(arguments: [
        ("VOS", true), ("Vos", true), ("Ruth", true), ("Ruth Vos", true), ("RV", true), ("R.V.", true), ("V", false),
        ("Rutger", false), ("Haddad", false),
    ])
    func labelIsANameASurnameOrInitials(label: String, isName: Bool) {
        #expect(OHMSRecord.isName(label, of: "Ruth Vos") == isName)
        #expect(OHMSRecord.isName(label, of: "Vos, Ruth") == isName)
    }

    @Test func halfMinutesAndEmptyMarksCount() {
        let sync = OHMSSync("0.5:|4(1)||10(2)|broken|20(1)")
        #expect(sync.marks.map(\.line) == [4, 10, 20])
        #expect(sync.marks.map(\.seconds) == [30, 90, 150])
    }

    @Test func captionsComeBeforeThePlainText() throws {
        let captions = """
            WEBVTT

            00:00:01.000 --> 00:00:03.000
            <v Ruth Vos>Where were you?

            00:01:02.000 --> 00:01:04.000
            <v Nora Haddad>At sea.
            """.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let transcript = try Fixture.read(
            record(
                "<interviewer>Ruth Vos</interviewer><interviewee>Nora Haddad</interviewee><index><point><time>0</time>"
                    + "<title>Home</title></point><point><time>60</time><title>Sea</title></point></index>"
                    + "<transcript>VOS: So?</transcript><vtt_transcript>\(captions)</vtt_transcript>"))
        #expect(transcript.script == ["Ruth Vos: Where were you?", "Nora Haddad: At sea."])
        #expect(transcript.turns.map(\.section) == ["Home", "Sea"])
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent])
        #expect(transcript.source.format == "ohms")
    }

    @Test(arguments: ["", "<transcript>No transcript.</transcript>"]) func recordWithoutATranscriptIsAnError(
        body: String
    ) {
        #expect(Fixture.faults(record(body)).map(\.identifier) == ["no-text"])
    }

    private func record(_ body: String) -> String {
        "<?xml version='1.0'?><ROOT xmlns='https://www.weareavp.com/nunncenter/ohms'><record>\(body)</record></ROOT>"
    }
}
