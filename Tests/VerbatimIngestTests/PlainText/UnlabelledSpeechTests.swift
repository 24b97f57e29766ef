import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimIngest

/// Talks in which nobody has a label, or the moderator only.
@Suite struct UnlabelledSpeechTests {
    @Test func paragraphsWithMinutesAndTabsAreTurns() throws {
        let transcript = try Fixture.read(
            """
            Interview 3, at the mill

            0.30\tMy name is Nora and we talk about the mill. When did you begin there?

            \tIn 1951.

            \tAnd what did you do?

            0. 55\tFirst of all I swept. Then I was at the looms
            for eleven years.

            \tWere you paid well?

            1.40\tNo. Nobody was.
            """)
        #expect(
            transcript.script == [
                "Interviewer: My name is Nora and we talk about the mill. When did you begin there?",
                "Respondent: In 1951.", "Interviewer: And what did you do?",
                "Respondent: First of all I swept. Then I was at the looms\nfor eleven years.",
                "Interviewer: Were you paid well?", "Respondent: No. Nobody was.",
            ])
        #expect(transcript.turns.map(\.time) == [30, nil, nil, 55, nil, 100])
        #expect(transcript.role("Interviewer") == .interviewer)
        #expect(transcript.role("Respondent") == .respondent)
        #expect(transcript.speakers.allSatisfy { $0.confidence <= 0.5 })
        #expect(transcript.warnings.map(\.identifier) == ["unlabelled-turns"])
        #expect(transcript.kind == .interview)
    }

    @Test func questionsInAlternationMakeATalk() throws {
        let transcript = try Fixture.read(
            """
            Where did you live before?

            In a village. We had sheep.

            And why did you leave it?

            Because of the war.

            They had taken my brother.

            How did you travel?

            On foot. Why? There was no bus.
            """)
        #expect(
            transcript.script == [
                "Interviewer: Where did you live before?", "Respondent: In a village. We had sheep.",
                "Interviewer: And why did you leave it?",
                "Respondent: Because of the war. | They had taken my brother.", "Interviewer: How did you travel?",
                "Respondent: On foot. Why? There was no bus.",
            ])
    }

    @Test func dashesSetTurnsOff() throws {
        let transcript = try Fixture.read("- Why did you leave?\n- Because of the war.\n- And then?\n- Then nothing.\n")
        #expect(transcript.script.last == "Respondent: Then nothing.")
        #expect(transcript.turns.count == 4)
    }

    @Test(arguments: [
        "We read it.\n\nIs it good?\n\nFirst, it is short.\n\nSecond, it is long.\n\nThird, it is old.\n\nWe thank you.\n",
        "- one thing\n- another thing\n- a third\n- a fourth\n",
        "Why?\n\nWhere?\n\nWhen?\n\nHow?\n\nWho?\n\nWith whom?\n",
        "0.30\tone\n\n0.45\ttwo\n\n0.55\tthree\n\n1.10\tfour\n",
        "---\nkind: document\n---\nWhy?\n\nSo.\n\nWhy?\n\nSo.\n\nWhy?\n\nSo.\n",
    ])
    func textWithoutEvidenceStaysADocument(text: String) throws {
        let transcript = try Fixture.read(text)
        #expect(transcript.kind == .document)
        #expect(transcript.speakers.isEmpty)
    }

    @Test func betweenTheTurnsOfTheModeratorTheParticipantSpeaks() throws {
        let transcript = try Fixture.read(
            """
            MODERATOR: Can you open the page?

            Yes, here it is.

            I see the list.

            MODERATOR: And what do you look for?

            The button, it is
            too small for me.

            MODERATOR: Thank you.
            """)
        #expect(
            transcript.script == [
                "MODERATOR: Can you open the page?", "Respondent: Yes, here it is. | I see the list.",
                "MODERATOR: And what do you look for?", "Respondent: The button, it is\ntoo small for me.",
                "MODERATOR: Thank you.",
            ])
        #expect(transcript.role("Respondent") == .respondent)
        #expect(transcript.warnings.map(\.identifier) == ["unlabelled-turns"])
    }

    @Test func paragraphsOfASpeechAreNotSomebodyElses() throws {
        // One label, but it is no moderator's.
        let transcript = try Fixture.read("Anna: one\n\ntwo\n\nAnna: three\n\nfour\n")
        #expect(transcript.script == ["Anna: one | two | three | four"])
    }

    @Test func cheapestPartingIsFound() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let paragraphs = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                UnlabelledSpeech.Paragraph(
                    endsAsking: Bool.random(using: &random), words: Int.random(in: 1...80, using: &random))
            }
            let found = cost(UnlabelledSpeech.whoAsks(paragraphs), of: paragraphs)
            let least = (0..<1 << paragraphs.count).map { bits in
                cost(paragraphs.indices.map { bits >> $0 & 1 == 1 }, of: paragraphs)
            }.min()
            #expect(abs(found - (least ?? 0)) < 1e-9)
        }
    }

    /// The cost of one way to part paragraphs, as its documentation says it.
    private func cost(_ asks: [Bool], of paragraphs: [UnlabelledSpeech.Paragraph]) -> Double {
        var cost = 0.0
        for (index, paragraph) in paragraphs.enumerated() {
            if asks[index] {
                cost += paragraph.endsAsking ? 0.2 : 1.2
                if paragraph.words > 40 { cost += 0.7 }
            } else {
                cost += paragraph.endsAsking ? 2 : 0.3
            }
            if index > 0, asks[index] == asks[index - 1] { cost += 1 }
        }
        return cost
    }
}
