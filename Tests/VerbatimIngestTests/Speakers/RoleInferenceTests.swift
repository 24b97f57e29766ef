import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct RoleInferenceTests {
    @Test(arguments: [
        ("Interviewer", "Respondent"), ("INT", "R"), ("Q", "A"), ("I", "P"), ("Enquêteur", "Enquêtée"),
        ("Gespreksleider", "Deelnemer 1"), ("Görüşmeci", "Katılımcı"), ("المقابل", "المشارك"), ("R", "P1"),
        ("Researcher", "IE"),
        ("Interviewer (Sara)", "Hassan"), ("Soru", "Cevap"), ("Entrevistadora", "Entrevistado"), ("MOD", "P2"),
    ])
    func rolesFollowFromLabels(asking: String, answering: String) throws {
        // The answering label asks more, and first: the labels go before that.
        let transcript = try Fixture.read(
            "\(answering): Is it on?\n\n\(asking): Yes.\n\n\(answering): Sure?\n\n\(asking): Yes.\n")
        #expect(transcript.role(asking)?.asks == true)
        #expect(transcript.role(answering) == .respondent)
    }

    @Test(arguments: [
        "Interpreter", "Tolk", "Interprète", "Çevirmen", "Mütercim", "مترجم", "Voice of Camara, interpreter",
    ])
    func interpretersAreKnown(label: String) throws {
        let transcript = try Fixture.read("INT: a?\n\nR: b\n\n\(label): c\n\nINT: d?\n\n\(label): e\n")
        #expect(transcript.role(label) == .interpreter)
    }

    @Test(arguments: [
        "Several", "All", "Group", "Unknown", "Unknown 2", "Participants", "?", "??", "Iedereen", "Tous", "Hepsi",
        "الجميع",
    ])
    func collectiveLabelsBelongToNobody(label: String) throws {
        let transcript = try Fixture.read("Moderator: a?\n\nP1: b\n\n\(label): c\n\nP2: d\n\nP3: e\n")
        let speaker = try #require(transcript.speakers.first { $0.label == label })
        #expect(speaker.isCollective)
        #expect(speaker.role == .respondent)
        #expect(transcript.kind == .focusGroup)
    }

    @Test func whoAsksIsTheInterviewer() throws {
        let turns = (1...6).map {
            "Ruth: And then? Number \($0)?\n\nOmar: Then we went on, and on, by bus and on foot, \($0) days.\n\n"
        }
        let transcript = try Fixture.read("Omar: Hello.\n\n" + turns.joined())
        #expect(transcript.role("Ruth") == .interviewer)
        #expect(transcript.role("Omar") == .respondent)
        let reasons = transcript.speakers.first { $0.label == "Ruth" }?.reasons ?? []
        #expect(reasons.contains("100% of the turns ask"))
        #expect(transcript.warnings.isEmpty)
    }

    @Test func amongSeveralWhoAskNothingAllAreRespondents() throws {
        let transcript = try Fixture.read(
            "Ada: We slept outside.\n\nBea: I stayed.\n\nCem: I left.\n\nAda: Yes.\n\nBea: Yes.\n\nCem: No.\n")
        #expect(transcript.speakers.map(\.role) == [.respondent, .respondent, .respondent])
        #expect(transcript.speakers.first?.reasons == ["nobody asks a question"])
    }

    @Test func whoAsksManyIsTheModerator() throws {
        var text = ""
        for round in 1...3 {
            text += "Lena: What about point \(round)?\n\n"
            for name in ["Ali", "Bea", "Cem"] { text += "\(name): I think that it is good as it is, really.\n\n" }
        }
        let transcript = try Fixture.read(text)
        #expect(transcript.kind == .focusGroup)
        #expect(transcript.role("Lena") == .moderator)
        #expect(transcript.speakers.count { $0.role == .respondent } == 3)
    }

    @Test func severalInterviewersAreAllInterviewers() throws {
        let transcript = try Fixture.read("Interviewer 1: a?\nR: b\nInterviewer 2: c?\nR: d\n")
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent, .interviewer])
        #expect(transcript.kind == .interview)
    }

    @Test(arguments: [
        "Observer", "Note taker", "Notetaker", "Notulist", "Verslaggever", "Observateur", "Observatrice",
        "Preneuse de notes",
        "Gözlemci", "Not tutan", "Raportör", "مراقب", "مدون الملاحظات", "كاتب الملاحظات",
    ])
    func observersAreKnown(label: String) throws {
        let transcript = try Fixture.read("INT: a?\n\nR: b\n\n\(label): c\n\nINT: d?\n\n\(label): e\n")
        #expect(transcript.role(label) == .observer)
    }

    @Test(arguments: [
        "Interpreter 2", "Translator", "Tolk 1", "Vertaalster", "Traductrice", "Tercüman", "Çeviren", "المترجمة",
        "Tolk (Amal)",
    ])
    func interpretersInAllLanguagesAreKnown(label: String) throws {
        let transcript = try Fixture.read("INT: a?\n\nR: b\n\n\(label): c\n\nINT: d?\n\n\(label): e\n")
        #expect(transcript.role(label) == .interpreter)
    }

    @Test func evidenceThatConflictsLowersTheConfidence() throws {
        // Ann opens and asks; Bo does so too, and speaks less.
        let clear = try Fixture.read(String(repeating: "Ann: And why?\n\nBo: Because I had to go there.\n\n", count: 4))
        let mixed = try Fixture.read(
            String(repeating: "Ann: And why was that what you had to do?\n\nBo: Why?\n\n", count: 4))
        #expect(mixed.speakers[0].confidence < 0.7)
        #expect(clear.speakers[0].confidence > 0.9)
        #expect(mixed.warnings.map(\.identifier) == ["uncertain-roles"])
    }

    @Test func interviewersAndRespondentsCanBeSeveral() throws {
        let round =
            "Ann: And why?\n\nBo: Because we had to go there with them.\n\nCem: And when?\n\nDina: In the spring, I think.\n\n"
        let transcript = try Fixture.read(String(repeating: round, count: 6))
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent, .interviewer, .respondent])
    }

    @Test func doubtIsSaid() throws {
        let transcript = try Fixture.read("Ann: So.\n\nBob: So.\n\nAnn: Well.\n\nBob: Well.\n")
        #expect(transcript.speakers.allSatisfy { $0.confidence < 0.7 })
    }
}
