import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct GuideTests {
    private let text = """
        guide migrants "Interviews with migrants"
        # Two of the questions.
        question Q1 "Leaving"
          codes  migration
          en: Why did you leave your country?
          fr: Pourquoi avez-vous quitté votre pays ?

        question Q2 "Return"
          codes  return.intention, return.conditional
          en: Have you ever thought of going back?
          en: "Would you return one day?"
        """

    private func guide() throws -> Guide { try GuideParser.parse(Array(text.utf8), path: "g.guide") }

    private func align(_ talk: String) throws -> (Transcript, [AskedQuestion]) {
        var transcripts = [try Fixture.read(talk)]
        _ = RespondentLinking.link(&transcripts, respondents: nil, speakers: nil)
        let asked = GuideAlignment(try guide()).align(&transcripts[0])
        return (transcripts[0], asked)
    }

    @Test func questionsKeepTheirCodesAndWordings() throws {
        let guide = try guide()
        #expect(guide.id == "migrants" && guide.name == "Interviews with migrants")
        #expect(guide.questions.map(\.id) == ["Q1", "Q2"])
        #expect(guide.questions[1].codes == ["return.intention", "return.conditional"])
        #expect(
            guide.questions[1].wordings.map(\.text) == [
                "Have you ever thought of going back?", "Would you return one day?",
            ])
        #expect(guide.questions[0].wordings.map(\.language) == ["en", "fr"])
    }

    @Test(arguments: [
        ("nonsense Q1\n", 1), ("question Q1 Leaving\n", 1), ("question Q1 \"a\"\nquestion q1 \"b\"\n", 2),
        ("question Q1 \"a\"\n  en:\n", 2), ("question Q1 \"a\"\n  colour red\n", 2), ("  en: Why?\n", 1),
    ])
    func faultsAreReportedWithTheirLine(text: String, line: Int) {
        do {
            _ = try GuideParser.parse(Array(text.utf8), path: "g.guide")
            Issue.record("no fault was found")
        } catch {
            #expect(error.diagnostics.first?.position?.line == line)
        }
    }

    @Test func questionIsFoundByItsWordingWhateverStandsAround() throws {
        let (transcript, asked) = try align(
            """
            Interviewer: Good morning. Thank you for having me.

            Karim: Welcome.

            Interviewer: Could you tell me, why did you leave your own country in the end?

            Karim: There was no work.

            Interviewer: And then?

            Karim: Then I left.

            Interviewer: Have you, since then, ever thought about going back?

            Karim: Never.
            """)
        #expect(transcript.turns.map(\.question) == [nil, nil, "Q1", "Q1", "Q1", "Q1", "Q2", "Q2"])
        #expect(asked.map(\.question) == ["Q1", "Q2"])
        #expect(asked.map(\.turn) == [3, 7])
        #expect(asked.allSatisfy { $0.match == .wording && $0.respondent == "talk/Karim" })
    }

    @Test func questionIsFoundByItsNumber() throws {
        let (transcript, asked) = try align(
            "Interviewer: Q2. Well, the last thing, what about it?\n\nKarim: I stay.\n\nInterviewer: Fine.\n\nKarim: Yes.\n"
        )
        #expect(transcript.turns.map(\.question) == ["Q2", "Q2", "Q2", "Q2"])
        #expect(asked.map(\.match) == [.number])
    }

    @Test func otherQuestionsAreNotTakenForOnesOfTheGuide() throws {
        let (transcript, asked) = try align(
            "Interviewer: What did you have for breakfast?\n\nKarim: Bread.\n\nInterviewer: Do you have a country house?\n\nKarim: No.\n"
        )
        #expect(transcript.turns.allSatisfy { $0.question == nil })
        #expect(asked.isEmpty)
    }

    @Test func wordingsOfAnotherLanguageAreNotLookedAt() throws {
        let (transcript, _) = try align(
            "---\nlanguage: fr\n---\n\nInterviewer: Dites-moi, pourquoi avez-vous quitté votre pays ?\n\nKarim: Le travail.\n\nInterviewer: Ah oui ?\n\nKarim: Oui.\n"
        )
        #expect(transcript.turns.map(\.question) == ["Q1", "Q1", "Q1", "Q1"])
    }

    @Test func whatARespondentSaysIsNoQuestion() throws {
        let (_, asked) = try align(
            "Interviewer: Hello?\n\nKarim: They always ask: why did you leave your country?\n\nInterviewer: Do they?\n\nKarim: Yes.\n"
        )
        #expect(asked.isEmpty)
    }
}
