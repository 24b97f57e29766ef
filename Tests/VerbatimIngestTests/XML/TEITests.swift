import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct TEITests {
    @Test func utterancesAreTurnsAndNotesAreNoSpeech() throws {
        let transcript = try Fixture.transcript("session.xml")
        #expect(
            transcript.script == [
                "Els de Wit: Waarom bent u vertrokken?", "Awa Diallo: À cause de la guerre. | Ja & nee.",
                "Tolk: Zij zegt: de oorlog en het werk.", "Els de Wit, Awa Diallo: Goed!",
            ])
        #expect(
            transcript.text == """
                Waarom bent u vertrokken?

                À cause de la guerre.
                Ja & nee.

                Zij zegt: de oorlog en het werk.

                Goed!
                """)
        #expect(transcript.id == "talk-9")
        #expect(transcript.turns.map(\.section) == ["Vertrek", "Vertrek", "Vertrek", "Vertrek"])
        #expect(transcript.turns.map(\.time) == [2.5, nil, nil, nil])
        #expect(transcript.attributes.names == ["country", "date"])
        #expect(transcript.attributes["country"] == "België")
    }

    @Test func rolesAreThoseOfTheListOfPersons() throws {
        let transcript = try Fixture.transcript("session.xml")
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent, .interpreter, .respondent])
        #expect(transcript.speakers.map(\.isCollective) == [false, false, false, true])
    }

    @Test func languageIsThatOfTheSegment() throws {
        let transcript = try Fixture.transcript("session.xml")
        #expect(transcript.language == "nl")
        #expect(transcript.turns[1].paragraphs.map(\.language) == ["fr", nil])
    }

    @Test func languageOfTheHeaderDoesNotCountIfNothingIsSaidInIt() throws {
        let transcript = try Fixture.read(
            "<TEI xml:lang='en'><text><body><u who='a' xml:lang='tr'>Evet.</u></body></text></TEI>")
        #expect(transcript.language == "tr")
        #expect(transcript.turns[0].paragraphs[0].language == nil)
    }

    @Test func spacesOfATokenisedTextAreItsElements() throws {
        let transcript = try Fixture.transcript("tokenised.xml")
        #expect(transcript.text == "Hvala lepa, gospod.\nProsim.")
        #expect(transcript.turns.count == 1)
    }

    @Test func joinedWordsHaveNoSpace() throws {
        let words = "<w>Ja</w>\n<w join='right'>maar</w>\n<pc>,</pc>\n<w>nee</w>"
        let transcript = try Fixture.read("<TEI><text><body><u who='a'><seg>\(words)</seg></u></body></text></TEI>")
        #expect(transcript.text == "Ja maar, nee")
    }

    @Test func writtenSpacesBetweenWordsAreKept() throws {
        let transcript = try Fixture.read("<TEI><text><body><u><w>Ja</w><pc>,</pc> <w>nee</w></u></body></text></TEI>")
        #expect(transcript.text == "Ja, nee")
        #expect(transcript.speakers.first?.isCollective == true)
    }

    @Test func eachTextOfACorpusIsATranscript() throws {
        let transcripts = try Fixture.transcripts("corpus.xml")
        #expect(transcripts.map(\.id) == ["first", "fixtures/corpus.xml#2"])
        #expect(transcripts[0].script == ["Xenia: Hello there."])
        #expect(transcripts[1].script == ["Xenia: Who comes?", "Guard: It is I. | Only I."])
    }

    @Test func chairOfASessionIsItsModerator() throws {
        let body =
            "<u who='#a' ana='#chair'>Open.</u><u who='#b' ana='#regular'>Yes?</u><u who='#c'>No?</u><u who='#d'>So?</u>"
        let transcript = try Fixture.read("<TEI><text><body>\(body)</body></text></TEI>")
        #expect(transcript.speakers.map(\.role) == [.moderator, .respondent, .respondent, .respondent])
        #expect(transcript.kind == .focusGroup)
    }

    @Test func textWithoutSpeechIsADocument() throws {
        let transcript = try Fixture.read("<TEI><text><body><p>One <hi>line</hi>.</p><p>Two.</p></body></text></TEI>")
        #expect(transcript.kind == .document)
        #expect(transcript.text == "One line.\nTwo.")
        #expect(transcript.turns[0].paragraphs.count == 2)
    }

    @Test func speechOfAnAnnotationBlockIsItsSpeakers() throws {
        let transcript = try Fixture.read(
            "<TEI><text><body><annotationBlock who='SPK1' start='3.5'><u><seg>Bon.</seg></u><spanGrp><span>x</span></spanGrp>"
                + "</annotationBlock></body></text></TEI>")
        #expect(transcript.script == ["SPK1: Bon."])
        #expect(transcript.turns[0].time == 3.5)
    }

    @Test func emptyTextIsAnError() {
        #expect(
            Fixture.faults("<TEI><text><body><u who='a'> </u></body></text></TEI>").map(\.identifier) == ["no-text"])
    }

    @Test func latin1IsReadAsDeclared() throws {
        let start = Array("<?xml version='1.0' encoding='ISO-8859-1'?><TEI><text><body><u who='a'>caf".utf8)
        let bytes = start + [0xE9] + Array("</u></body></text></TEI>".utf8)
        let transcript = try #require(try TranscriptReader().read(bytes, path: "t.xml", id: "t").first)
        #expect(transcript.text == "café")
        #expect(transcript.source.encoding == "iso-8859-1")
    }
}
