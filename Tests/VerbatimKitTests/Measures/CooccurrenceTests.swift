import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel

@Suite struct CooccurrenceTests {
    /// 30 of 420 respondents have both codes, 60 the first and 90 the second: the measures are published.
    @Test func respondentsHaveThePublishedMeasures() {
        let codes = [
            MeasuredStudy.code("a"), MeasuredStudy.code("a.under"), MeasuredStudy.code("b"), MeasuredStudy.code("c"),
        ]
        let study = MeasuredStudy.interviews(420, codes: codes) { number in
            (number < 60 ? ["a"] : []) + (number >= 30 && number < 120 ? ["b"] : [])
        }
        let answer = CooccurrenceRequest(study: "", unit: .respondent).answer(study, texts: nil)
        #expect(answer.pairs.read.count == 1)
        let row = answer.pairs.row(["code_a": "a", "code_b": "b"])
        #expect([row["both"], row["a"], row["b"], row["units"]] == ["30", "60", "90", "420"])
        #expect(row["expected"] == "12.86")
        #expect(row["jaccard"] == "0.2500")
        #expect(row["phi"] == "0.2843")
        #expect(row["lift"] == "2.3333")
        #expect(row["a_given_b"] == "0.3333" && row["b_given_a"] == "0.5000")
        #expect(row["p"] == "0.000000" && row["family"] == "1")
        // All pairs but that of a code with the one under it.
        let all = CooccurrenceRequest(study: "", unit: .respondent, minimum: 0).answer(study, texts: nil).pairs
        #expect(all.read.count == 5)
        #expect(all.row(["code_a": "a", "code_b": "c"])["reason"] == "emptyCell")
    }

    @Test func ofSentencesOnlyThoseThatACodingTouchesHaveTheCode() {
        let text = "We slept outside. It was cold. We went back."
        let transcript = Transcript(
            id: "one", source: TranscriptSource(path: "one.txt", format: "text"), kind: .interview, language: "en",
            text: text, speakers: [Speaker(label: "R", role: .respondent, respondent: "r")],
            turns: [
                Turn(number: 1, speaker: 0, respondent: "r", paragraphs: [Paragraph(range: 0..<text.utf8.count)])
            ])
        let study = MeasuredStudy.study(
            [MeasuredStudy.code("a"), MeasuredStudy.code("b")], [transcript],
            [
                MeasuredStudy.coding("a", "r", 0, 22, in: "one"), MeasuredStudy.coding("b", "r", 18, 30, in: "one"),
                MeasuredStudy.coding("b", "r", 31, 44, in: "one"),
            ])
        let row = CooccurrenceRequest(study: "", unit: .sentence)
            .answer(study, texts: StudyTexts([transcript])).pairs.row(["code_a": "a"])
        #expect([row["both"], row["a"], row["b"], row["units"]] == ["1", "2", "2", "3"])
        #expect(CooccurrenceRequest(study: "", unit: .turn).answer(study, texts: nil).pairs.row([:])["both"] == "1")
    }
}
