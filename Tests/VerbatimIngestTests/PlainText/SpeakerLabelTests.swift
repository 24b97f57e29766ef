import Testing
import VerbatimModel

@testable import VerbatimIngest

/// What is a label and what is not, in a talk in which each label stands twice.
@Suite struct SpeakerLabelTests {
    @Test(arguments: [
        ("Anna: hello", "Anna", "hello"),
        ("ANNA: hello", "ANNA", "hello"),
        ("Anna : hello", "Anna", "hello"),
        ("Interviewer 1 : hello", "Interviewer 1", "hello"),
        ("[Anna]: hello", "Anna", "hello"),
        ("[Anna] : hello", "Anna", "hello"),
        ("Sammy Mahdi (CD&V): hello", "Sammy Mahdi (CD&V)", "hello"),
        ("01.02 Sammy Mahdi (CD&V): hello", "Sammy Mahdi (CD&V)", "hello"),
        ("DR. VLADIMIR KORUN: hello", "DR. VLADIMIR KORUN", "hello"),
        ("Bryan O’Connor: hello", "Bryan O’Connor", "hello"),
        ("Julie A. Kramer-White: hello", "Julie A. Kramer-White", "hello"),
        ("José María Espejo-Saavedra Conesa: hello", "José María Espejo-Saavedra Conesa", "hello"),
        ("Anita_Musso: hello", "Anita_Musso", "hello"),
        ("De voorzitter: hello", "De voorzitter", "hello"),
        ("Q: hello", "Q", "hello"),
        ("Q:hello", "Q", "hello"),
        ("P3: hello", "P3", "hello"),
        ("INT: hello", "INT", "hello"),
        ("MSM:\t\thello", "MSM", "hello"),
        ("[00:00:04] Anna: hello", "Anna", "hello"),
        ("(00:04) Anna: hello", "Anna", "hello"),
        ("00:01:02 Anna: hello", "Anna", "hello"),
        ("00:01:02.500 - Anna: hello", "Anna", "hello"),
        ("Anna [00:00:04]: hello", "Anna", "hello"),
        ("Anna: [00:00:04] hello", "Anna", "hello"),
        ("Anna 00:00:04: hello", "Anna", "hello"),
        ("[T012] Participant 5: hello", "Participant 5", "hello"),
        ("[T012] [00:00:04] Anna: hello", "Anna", "hello"),
        ("0. 55\tAnna: hello", "Anna", "hello"),
        ("2    Dan: hello", "Dan", "hello"),
        ("- Anna: hello", "Anna", "hello"),
        ("**Anna:** hello", "Anna", "hello"),
        ("**Anna**: hello", "Anna", "hello"),
        ("__Anna__: hello", "Anna", "hello"),
        ("Anna：hello", "Anna", "hello"),
        ("Said: hello", "Said", "hello"),
        ("مترجم: مرحبا", "مترجم", "مرحبا"),
        ("\u{200F}فاطمة: مرحبا", "فاطمة", "مرحبا"),
        ("Çiğdem Şahin: merhaba", "Çiğdem Şahin", "merhaba"),
        ("?: hello", "?", "hello"),
        ("PREDSEDNIK RAFAEL KUŽNIK: hello", "PREDSEDNIK RAFAEL KUŽNIK", "hello"),
        ("Salma (head of the legal office): hello", "Salma (head of the legal office)", "hello"),
        (
            "Amel (responsable de la campagne, pour le gouvernorat et la ville de Sfax): hello",
            "Amel (responsable de la campagne, pour le gouvernorat et la ville de Sfax)", "hello"
        ),
        ("12 Dan: hello", "Dan", "hello"),
        ("Voice of Camara, interpreter: hello", "Voice of Camara, interpreter", "hello"),
    ])
    func labelIsFound(line: String, label: String, speech: String) throws {
        let transcript = try Fixture.read("\(line)\n\nBernard: and you?\n\n\(line)\n\nBernard: me too.\n")
        #expect(
            transcript.script == [
                "\(label): \(speech)", "Bernard: and you?", "\(label): \(speech)", "Bernard: me too.",
            ])
    }

    @Test(arguments: [
        "Note: hello", "2:30 was late", "http://example.org is a site", "He said: hello", "My answer is: hello",
        "One thing: hello", "Question 1. What now?", "Why: hello", "This is what I saw that day in the port: hello",
        "\"Well\": hello", "Is it true? Yes: hello", "OK: hello", "e.g.: hello", "For example: hello", "But: hello",
        "hello there",
        "(laughs) hello", "[laughs] hello", "[long pause]", "12", "* * *",
    ])
    func bodyTextHasNoLabel(line: String) throws {
        let transcript = try Fixture.read(
            "Anna: one\n\n\(line)\n\nBernard: two\n\n\(line)\n\nAnna: three\n\nBernard: four\n")
        #expect(transcript.speakers.map(\.label) == ["Anna", "Bernard"])
    }

    @Test(arguments: [
        ("Anna: one\nBernard: two\nAnna: three\nBernard: four\n", 4),
        ("Anna:\none\n\nBernard:\ntwo\n\nAnna:\nthree\n\nBernard:\nfour\n", 4),
        ("ANNA\none\n\nBERNARD\ntwo\n\nANNA\nthree\n\nBERNARD\nfour\n", 4),
        ("Anna\n\none\n\nBernard\n\ntwo\n\nAnna\n\nthree\n\nBernard\n\nfour\n", 4),
        ("[Anna] one\n[Bernard] two\n[Anna] three\n[Bernard] four\n", 4),
        ("[id1] one\n[id2] two\n[id1] three\n[id2] four\n", 4),
        ("[id1] one\n[id2] two\n[id1] three\n", 3),
        ("1    Ann: one\n\n2    Dan: two\n\n3    Ann: three\n\n4    Dan: four\n", 4),
        ("Interviewer:\n\none\n\nRespondent:\n\ntwo\n\nInterviewer:\n\nthree\n\nRespondent:\n\nfour\n", 4),
        ("[Anna]\none\n\n[Bernard]\ntwo\n\n[Anna]\nthree\n\n[Bernard]\nfour\n", 4),
        ("Anna  0:04\none\n\nBernard  0:10\ntwo\n\nAnna  0:14\nthree\n\nBernard  1:00\nfour\n", 4),
        ("Q: one\nA: two\n", 2),
        ("Anna: one\n\nBernard: two\n", 2),
    ])
    func everyStyleGivesItsTurns(text: String, count: Int) throws {
        let transcript = try Fixture.read(text)
        let words = ["one", "two", "three", "four"].prefix(count)
        #expect(transcript.script.map { String($0.split(separator: ": ")[1]) } == Array(words))
        #expect(transcript.speakers.count == 2)
    }

    @Test func spellingsOfOneLabelAreOneSpeaker() throws {
        let transcript = try Fixture.read("DB: a\n\nRS: b\n\ndb : c\n\nRS : d\n\nInterviewer1: e\n\nInterviewer 1: f\n")
        #expect(transcript.speakers.map(\.label) == ["DB", "RS", "Interviewer1"])
        #expect(transcript.turns.count == 5)
    }

    @Test func labelWithAndWithoutBracketsIsOneSpeaker() throws {
        let transcript = try Fixture.read(
            "Mahdi (CD&V): a\n\nLaçin (SP): b\n\nMahdi: c\n\nLaçin (SP): d\n\nMahdi (CD&V): e\n")
        #expect(transcript.speakers.map(\.label) == ["Mahdi (CD&V)", "Laçin (SP)"])
    }

    @Test func womanAndManInBracketsAreTwoSpeakers() throws {
        let transcript = try Fixture.read(
            "Participant (F): a\nParticipant (M): b\nParticipant (F): c\nInterviewer: d\n")
        #expect(transcript.speakers.count == 3)
    }

    @Test func numberedQuestionsAndAnswersAreTwoSpeakers() throws {
        let transcript = try Fixture.read("Q1: Why?\nA1: So.\nQ2: When?\nA2: Then.\n")
        #expect(transcript.script == ["Q: Why?", "A: So.", "Q: When?", "A: Then."])
        #expect(transcript.turns.map(\.question) == ["Q1", "Q1", "Q2", "Q2"])
    }

    @Test func wrappedLineWithAColonIsNoTurn() throws {
        let line = "we went from the camp to the harbour and there were only three people who had"
        let transcript = try Fixture.read(
            "Anna: \(line)\nPapers: none of us.\n\nBen: yes\n\nAnna: \(line)\nPapers: none.\n\nBen: ok\n")
        #expect(transcript.speakers.map(\.label) == ["Anna", "Ben"])
    }
}
