import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct SurveyTableTests {
    private let survey = """
        respondent_id,age,Country,Q1. Why did you leave?,What would make you return?,Q3b
        TN-01,30,Tunisia,"There was no work at all.

        And no house either.",Only a good job would.,Yes indeed I would go
        IQ-02,41,Iraq,-,"My family is there, you know.",
        IQ-03,25,Iraq,,,
        """

    @Test func rowIsATranscriptAndEachAnswerATurn() throws {
        let transcripts = try TimedFormat.table.transcripts(Array(survey.utf8), id: "wave-1")
        #expect(transcripts.map(\.id) == ["wave-1/TN-01", "wave-1/IQ-02"])
        #expect(
            transcripts[0].script == [
                "TN-01: There was no work at all. | And no house either.", "TN-01: Only a good job would.",
                "TN-01: Yes indeed I would go",
            ])
        #expect(transcripts[1].script == ["IQ-02: My family is there, you know."])
        #expect(transcripts[0].turns.map(\.question) == ["Q1", "What would make you return?", "Q3b"])
        #expect(
            transcripts[0].turns.map(\.section) == ["Q1. Why did you leave?", "What would make you return?", "Q3b"])
        #expect(transcripts.allSatisfy { $0.kind == .interview && $0.source.format == "survey-table" })
    }

    @Test func rowIsTiedToItsRespondent() throws {
        var transcripts = try TimedFormat.table.transcripts(Array(survey.utf8), id: "wave-1")
        #expect(transcripts.map { $0.speakers.map(\.role) } == [[.respondent], [.respondent]])
        let linked = RespondentLinking.link(&transcripts, respondents: nil, speakers: nil)
        #expect(linked.respondents.map(\.id) == ["IQ-02", "TN-01"])
        #expect(linked.respondents.last?.attributes == ["age": "30", "Country": "Tunisia"])
        #expect(transcripts[0].turns.map(\.respondent) == ["TN-01", "TN-01", "TN-01"])
    }

    @Test func respondentWithoutAnAnswerIsCounted() throws {
        let transcript = try TimedFormat.table.read(survey)
        #expect(transcript.warnings.map(\.identifier) == ["no-answers"])
        #expect(transcript.warnings.first?.message.hasPrefix("1 respondent answers") == true)
    }

    @Test func rowsOfOneAnswerAreJoinedByRespondent() throws {
        let text = "participant;question;answer\nA;Q1. Why?;No work.\nB;Q1. Why?;No house.\nA;Return?;Never.\n"
        let transcripts = try TimedFormat.table.transcripts(Array(text.utf8))
        #expect(transcripts.map(\.script) == [["A: No work.", "A: Never."], ["B: No house."]])
        #expect(transcripts[0].turns.map(\.question) == ["Q1", "Return?"])
    }

    @Test func wordingsBelowTheNamesAreNoAnswers() throws {
        let transcript = try TimedFormat.table.read(
            """
            ResponseId,UserLanguage,Q1
            Response ID,User Language,Why did you leave?
            "{""ImportId"":""_recordId""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1_TEXT""}"
            R_1,NL,Er was geen werk daar.
            """)
        #expect(transcript.script == ["R_1: Er was geen werk daar."])
        #expect(transcript.turns.map(\.section) == ["Why did you leave?"])
        #expect(transcript.language == "nl")
    }

    @Test func sameLongValuesAreACategory() throws {
        let rows = (1...6).map { "\($0),I agree to take part in this study,Answer number \($0) of the six" }
        let transcript = try TimedFormat.table.read("id,consent,Why?\n" + rows.joined(separator: "\n"))
        #expect(transcript.turns.map(\.question) == ["Why?"])
        #expect(transcript.attributes["consent"] == "I agree to take part in this study")
    }

    @Test func rowWithoutAnIdIsAnErrorWithItsPlace() {
        let faults = TimedFormat.table.faults("id,Why?\nA,There was no work\n,There was no house\n")
        #expect(faults.map(\.identifier) == ["missing-id"])
        #expect(faults.first?.position?.line == 3)
    }

    @Test(arguments: [
        ("Q3. Why did you leave?", "Q3"), ("q12b", "Q12b"), ("Q2_1", "Q2_1"), ("Question 4: Return", "Q4"),
        ("3. Why?", "Q3"), ("QP1 Work", "QP1"),
    ])
    func namesTellTheQuestion(name: String, id: String) { #expect(QuestionName.id(in: name) == id) }

    @Test(arguments: ["Why?", "age", "Quality 5", "Q", "2019", "QUEST9"])
    func otherNamesDoNot(name: String) { #expect(QuestionName.id(in: name) == nil) }
}
