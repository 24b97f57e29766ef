import Testing
import VerbatimModel

/// The languages of a transcript and of its paragraphs.
@Suite struct SpokenLanguageTests {
    private func languages(_ transcript: Transcript) -> [Language?] {
        transcript.turns.flatMap(\.paragraphs).map(\.language)
    }

    private let mixed = """
        Sara: Would you go back to the village where you lived before the war?

        Karim: لا، لا أريد أن أعود إلى هناك بعد كل ما حدث لنا.

        Karim: On ne peut pas rentrer là-bas parce que les gens sont partis et il n'y a rien.

        Karim: Oui, voilà.

        Karim: ana kont fi l mo5ayam w 3andi wlad bas ma fi shi 7aram ya3ni.

        Karim: ئێمە دوو هەفتە لە دەرەوە خەوتین چونکە شوێن نەبوو

        """

    @Test func paragraphsThatAreSurelyInAnotherLanguageHaveTheirOwn() throws {
        let transcript = try Fixture.read("---\nlanguage: en\n---\n" + mixed)
        #expect(transcript.language == "en")
        // Short ones keep the transcript's; Arabic in Latin letters and Kurdish are not known.
        #expect(languages(transcript) == [nil, "ar", "fr", nil, .unknown, .unknown])
    }

    @Test func transcriptWithoutDeclarationHasTheLanguageOfMostOfIt() throws {
        let dutch = "Jan: Wij hebben daar gewoond omdat er geen plaats was voor ons in de stad.\n\n"
        let french = "Luc: On a dormi là-bas parce qu'il n'y avait pas de place pour nous dans la ville.\n\n"
        let transcript = try Fixture.read(dutch + french + dutch)
        #expect(transcript.language == "nl")
        #expect(languages(transcript) == [nil, "fr", nil])
    }

    @Test func oddForeignWordsChangeNothing() throws {
        let transcript = try Fixture.read(
            "Ann: And what did they say to you at the border, when you were there?\n\nBen: Inshallah, bukra, and voilà.\n"
        )
        #expect(transcript.language == "en")
        #expect(languages(transcript) == [nil, nil])
    }
}
