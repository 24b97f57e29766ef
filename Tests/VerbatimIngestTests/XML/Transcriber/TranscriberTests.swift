import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct TranscriberTests {
    @Test func turnOfTwoIsSplitByWho() throws {
        let transcript = try Fixture.transcript("XMLInterview.trs")
        #expect(
            transcript.script == [
                "Enquêteuse: Pourquoi êtes-vous parti ce jour ?", "Sami: pour le travail", "Enquêteuse: d'accord",
                "Sami: bien sûr", "spk3: au revoir", "unknown: merci",
            ])
        #expect(transcript.turns.map(\.time) == [1.2, 3, 3, 4.5, 6, 8])
        #expect(transcript.source.encoding == "iso-8859-1")
        #expect(transcript.source.format == "trs")
        #expect(transcript.language == "fr")
    }

    @Test func topicsAreSectionsAndQuestions() throws {
        let transcript = try Fixture.transcript("XMLInterview.trs")
        #expect(transcript.turns.map(\.section) == Array(repeating: "QP1. Départ", count: 4) + ["Adieux", "Adieux"])
        #expect(transcript.turns.map(\.question) == Array(repeating: "QP1", count: 4) + [nil, nil])
    }

    @Test func wordsWithoutASpeakerAreNobodysInParticular() throws {
        let transcript = try Fixture.transcript("XMLInterview.trs")
        #expect(transcript.speakers.map(\.isCollective) == [false, false, false, true])
        #expect(transcript.speakers.map(\.role).first == .interviewer)
        #expect(transcript.warnings.map(\.identifier) == ["unknown-speaker"])
    }

    @Test func silenceOnlyIsAnError() {
        let faults = Fixture.faults(
            "<?xml version='1.0'?><Trans><Episode><Section><Turn startTime='0'><Sync time='0'/> </Turn></Section></Episode></Trans>"
        )
        #expect(faults.map(\.identifier) == ["no-text"])
    }

    @Test func entityOfItsDocumentTypeIsRefused() {
        let faults = Fixture.faults(
            "<?xml version='1.0'?><!DOCTYPE Trans SYSTEM 'file:///etc/passwd'><Trans><Episode><Section><Turn speaker='a'>&x;</Turn>"
                + "</Section></Episode></Trans>")
        #expect(faults.map(\.identifier) == ["entity"])
    }
}
