import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct ExmaraldaTests {
    @Test func tiersAreCutIntoTurnsByTime() throws {
        let transcript = try Fixture.transcript("XMLInterview.exb")
        #expect(
            transcript.script == ["LEA: When did you leave?", "OMA: In winter. ((0,4s)) It was cold."])
        #expect(transcript.turns.map(\.time) == [0, nil])
        #expect(transcript.source.format == "exb")
    }

    @Test func tableOfSpeakersGivesRolesForSure() throws {
        let transcript = try Fixture.transcript("XMLInterview.exb")
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent])
        #expect(transcript.speakers.map(\.confidence) == [1, 1])
        #expect(transcript.attributes["country"] == "Tunisia")
        #expect(transcript.attributes["title"] == "Talk at the port")
        #expect(transcript.attributes["birth"] == nil)
    }

    @Test func anotherSpeakerInBetweenEndsATurn() throws {
        let transcript = try Fixture.read(
            basic(
                """
                <tier speaker="a" type="t" category="v"><event start="x" end="y">one </event>\
                <event start="y" end="w">two </event></tier>
                <tier speaker="b" type="t" category="v"><event start="y" end="w">hm </event></tier>
                """))
        // Both begin at the same place, so the order of the tiers counts.
        #expect(transcript.script == ["a: one two", "b: hm"])
        let parted = try Fixture.read(
            basic(
                """
                <tier speaker="b" type="t" category="v"><event start="y" end="w">hm </event></tier>
                <tier speaker="a" type="t" category="v"><event start="x" end="y">one </event>\
                <event start="y" end="w">two </event></tier>
                """))
        #expect(parted.script == ["a: one", "b: hm", "a: two"])
    }

    @Test func eventOutsideTheTimelineIsAnErrorWithItsPlace() {
        let faults = Fixture.faults(
            basic("<tier speaker='a' type='t' category='v'>\n<event start='x' end='q'>one</event></tier>"))
        #expect(faults.map(\.identifier) == ["unknown-time"])
        #expect(faults.first?.position?.line == 3)
        #expect(faults.first?.message.contains("'q'") == true)
    }

    @Test func fileWithoutASpeechTierIsAnError() {
        let faults = Fixture.faults(
            basic("<tier speaker='a' type='a' category='en'><event start='x' end='y'>b</event></tier>"))
        #expect(faults.map(\.identifier) == ["no-speech-tier"])
    }

    @Test func absurdTimesAreLeftOutWithAWarning() throws {
        let transcript = try Fixture.read(
            basic("<tier speaker='a' type='t' category='v'><event start='x' end='y'>b</event></tier>", time: "-1e400"))
        #expect(transcript.turns.map(\.time) == [nil])
        #expect(transcript.warnings.map(\.identifier) == ["bad-time"])
    }

    @Test func unlistedSpeakerIsNamed() throws {
        let transcript = try Fixture.read(
            "<?xml version='1.0'?><basic-transcription><head><speakertable><speaker id='s'><abbreviation>S</abbreviation>"
                + "</speaker></speakertable></head><basic-body><common-timeline><tli id='x'/><tli id='y'/></common-timeline>"
                + "<tier speaker='t' type='t' category='v'><event start='x' end='y'>b</event></tier></basic-body>"
                + "</basic-transcription>")
        #expect(transcript.script == ["t: b"])
        #expect(transcript.warnings.map(\.identifier) == ["unknown-speaker"])
    }

    @Test func segmentedTranscriptionHasTheSameTurns() throws {
        let transcript = try Fixture.transcript("XMLInterview.exs")
        #expect(transcript.script == ["LEA: Are you home?", "OMA: Not yet.", "LEA: And now?"])
        #expect(transcript.turns.map(\.time) == [0, 2.5, 4])
        #expect(transcript.source.format == "exs")
        #expect(transcript.role("LEA") == .interviewer)
    }

    private func basic(_ tiers: String, time: String = "0") -> String {
        "<?xml version='1.0'?><basic-transcription><basic-body><common-timeline><tli id='x' time='\(time)'/>"
            + "<tli id='y'/><tli id='w'/></common-timeline>\n\(tiers)</basic-body></basic-transcription>"
    }
}
