import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct ElanTests {
    @Test func independentTiersAreSpeakers() throws {
        let transcript = try Fixture.transcript("XMLInterview.eaf")
        #expect(
            transcript.script == ["Interviewer: Where do you live?", "Deniz: Near the station. | With a friend."])
        #expect(transcript.role("Interviewer") == .interviewer)
        #expect(transcript.language == "en")
        #expect(transcript.source.format == "eaf")
        #expect(transcript.attributes.names == ["Location"])
    }

    @Test func slotWithoutATimeIsPlacedAndNotInvented() throws {
        let transcript = try Fixture.transcript("XMLInterview.eaf")
        #expect(transcript.turns.map(\.time) == [0.5, nil])
    }

    @Test func otherTiersAreNamedInAWarning() throws {
        let warnings = try Fixture.transcript("XMLInterview.eaf").warnings
        #expect(warnings.map(\.identifier) == ["skipped-tiers"])
        #expect(warnings.first?.message.contains("'Deniz_nl', 'Gestures'") == true)
    }

    @Test func slotsWithoutTimesKeepTheOrderOfTheFile() throws {
        let transcript = try Fixture.read(
            document(
                slots: "<TIME_SLOT TIME_SLOT_ID='a'/><TIME_SLOT TIME_SLOT_ID='b'/><TIME_SLOT TIME_SLOT_ID='c'/>",
                tiers: tier("Q", ["b", "c"], "second") + tier("P", ["a", "b"], "first")))
        #expect(transcript.script == ["P: first", "Q: second"])
    }

    @Test func unknownSlotIsAnErrorWithItsPlace() {
        let faults = Fixture.faults(
            document(slots: "<TIME_SLOT TIME_SLOT_ID='a' TIME_VALUE='1'/>", tiers: "\n" + tier("P", ["a", "z"], "x")))
        #expect(faults.map(\.identifier) == ["unknown-time"])
        #expect(faults.first?.position?.line == 2)
    }

    @Test func documentWithDependentTiersOnlyIsAnError() {
        let faults = Fixture.faults(
            document(
                slots: "",
                tiers: "<TIER TIER_ID='P' PARENT_REF='Q'><ANNOTATION><REF_ANNOTATION ANNOTATION_REF='a'>"
                    + "<ANNOTATION_VALUE>x</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>"))
        #expect(faults.map(\.identifier) == ["no-speech-tier"])
    }

    private func document(slots: String, tiers: String) -> String {
        "<?xml version='1.0'?><ANNOTATION_DOCUMENT><TIME_ORDER>\(slots)</TIME_ORDER>\(tiers)</ANNOTATION_DOCUMENT>"
    }

    private func tier(_ id: String, _ slots: [String], _ text: String) -> String {
        "<TIER TIER_ID='\(id)'><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1='\(slots[0])' TIME_SLOT_REF2='\(slots[1])'>"
            + "<ANNOTATION_VALUE>\(text)</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>"
    }
}
