import Testing
import VerbatimModel

@testable import VerbatimIngest

/// Several labels in one file that are one person's.
@Suite struct LabelVariantTests {
    private func labels(_ text: String) throws -> [String] { try Fixture.read(text).speakers.map(\.label) }

    @Test func spellingsOfTheInterviewerAreOneSpeaker() throws {
        let transcript = try Fixture.read(
            """
            Interviewer1: Why?

            Respondent: War.

            interviewer: And then?

            Respondent: Nothing.

            Interviewer1 : Where?

            Intervieweee: Here.

            interviewr: And now?

            Interviewee: No.
            """)
        #expect(transcript.speakers.map(\.label) == ["Interviewer1", "Respondent", "Intervieweee"])
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent, .respondent])
        #expect(transcript.warnings.isEmpty)
    }

    @Test func doubledNumberIsANumber() throws {
        let text = "Interviewer 1: a?\nR: b\nInterviewer2 2: c?\nR: d\nInterviewer 2: e?\nR: f\ninterviewer: g?\n"
        #expect(try labels(text) == ["Interviewer 1", "R", "Interviewer2 2", "interviewer"])
    }

    @Test func numberedParticipantsStayApart() throws {
        let text = "Moderator: a?\nParticipant 1: b\nParticipant 2: c\nParticipant 12: d\nParticipant: e\n"
        #expect(try labels(text).count == 5)
    }

    @Test func initialsStandForTheOnlyFullNameBeforeThem() throws {
        let transcript = try Fixture.read(
            """
            Ruth Solberg: Where were you born?

            Karim van Amri: In Sfax.

            RS: When?

            KA: In 1961.

            R.S.: And then?

            KVA: Then I left.
            """)
        #expect(transcript.speakers.map(\.label) == ["Ruth Solberg", "Karim van Amri"])
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent])
        #expect(transcript.warnings.map(\.identifier) == Array(repeating: "joined-labels", count: 4))
    }

    @Test func initialsOfTwoPeopleAreNeither() throws {
        let text = "Ruth Solberg: a?\nRita Stone: b\nRS: c\nRuth Solberg: d?\nRS: e\nRita Stone: f\n"
        #expect(try labels(text) == ["Ruth Solberg", "Rita Stone", "RS"])
    }

    @Test func firstNameStandsForTheFullNameThatItReplaces() throws {
        #expect(
            try labels("Ruth Solberg: a?\nKarim Amri: b\nRuth: c?\nAmri: d\nRuth: e?\nAmri: f\n") == [
                "Ruth Solberg", "Karim Amri",
            ])
        // Both in use at once: two people.
        #expect(
            try labels("Ruth Solberg: a?\nRuth: b\nRuth Solberg: c?\nRuth: d\n") == ["Ruth Solberg", "Ruth"])
    }

    @Test func oneWrongLetterInAFrequentLabelIsATypo() throws {
        let talk = String(repeating: "Phyllis: and?\n\nKarimah: yes\n\n", count: 6)
        let transcript = try Fixture.read(talk + "Phylis: so?\n\nKarimah: no\n")
        #expect(transcript.speakers.map(\.label) == ["Phyllis", "Karimah"])
        #expect(transcript.warnings.first?.message.contains("'Phylis' was taken for 'Phyllis'") == true)
        // Two who both speak often are two.
        let two = String(repeating: "Joanna: and?\n\nJoanne: yes\n\n", count: 6)
        #expect(try labels(two) == ["Joanna", "Joanne"])
    }

    @Test func initialsInTheTitleBlockGiveTheRole() throws {
        let text =
            "Interviewer: Mary S. Miller\nDate: 3 May\nInterviewee: John Condon\n\nMSM:\t\tThe mill.\n\nCondon:\tYeah? Why?\n\n"
        let transcript = try Fixture.read(text + "MSM:\tLater.\n\nCondon:\tWhat?\n")
        #expect(transcript.role("MSM") == .interviewer)
        #expect(transcript.role("Condon") == .respondent)
    }

    @Test(arguments: [
        ("RS", "Ruth Solberg", true), ("R.S.", "Ruth Solberg", true), ("RS", "Dr. Ruth Solberg", true),
        ("RS", "Ruth Solberg (UNHCR)", true), ("AVD", "Anna van Dam", true), ("AD", "Anna van Dam", true),
        ("rs", "Ruth Solberg", false), ("RS", "Ruth", false), ("RT", "Ruth Solberg", false),
        ("R", "Ruth Solberg", false),
        ("ÇŞ", "Çiğdem Şahin", true),
    ])
    func initialsBeginTheWordsOfAName(label: String, name: String, fits: Bool) {
        #expect(SpeakerLabel.areInitials(label, of: name) == fits)
    }

    @Test(arguments: [
        ("interviewr", SpeakerRole.interviewer), ("Intervieweee", .respondent), ("Moderater", .moderator),
        ("Respondant", .respondent), ("Particpant", .respondent), ("Voorzitster", .moderator),
        ("Transaltor", .interpreter),
    ])
    func roleWordsAreKnownWithALetterWrong(label: String, role: SpeakerRole) {
        #expect(RoleWords.role(of: label)?.role == role)
    }

    @Test(arguments: ["Interviewe", "Interview", "Fatima", "Marwan", "Resident", "Animals"])
    func otherWordsAreNoRoles(label: String) {
        #expect(RoleWords.role(of: label) == nil)
    }
}
