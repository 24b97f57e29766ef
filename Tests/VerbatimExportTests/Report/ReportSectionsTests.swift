import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// The parts of the report on codes together, saturation, agreement, corrections and methods.
@Suite struct ReportSectionsTests {
    private func page(of study: CodedStudy = SmallStudy.study, facts: ReportFacts = ReportFacts()) -> String {
        String(decoding: HTMLReport(engineVersion: "0.1.0", facts: facts).bytes(of: study), as: UTF8.self)
            .replacing("\u{A0}", with: " ")
    }

    /// The part of the page with an id, up to the next part.
    private func section(_ id: String, of page: String) -> String {
        guard let start = page.firstRange(of: "<section id=\"\(id)\">") else { return "" }
        let rest = page[start.upperBound...]
        return String(rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)])
    }

    /// The small study with a guide whose one question is about needs, put to P1, P2 and R1.
    private var askedStudy: CodedStudy {
        var study = SmallStudy.study
        study.guide = Guide(
            id: "guide", name: "Topic list", questions: [Guide.Question(id: "1", name: "Needs", codes: ["need"])])
        study.asked = [("P1", "groups/fg 1"), ("P2", "groups/fg 1"), ("R1", "interviews/a")].map {
            AskedQuestion(question: "1", respondent: $0, transcript: $1, turn: 1, match: .number, similarity: 1)
        }
        return study
    }

    @Test func sentencesHaveDenominatorCountIntervalWordAndDenials() {
        // R1 of four; Wilson's interval of 1 of 4 is 4.6 to 69.9 %.
        #expect(
            page().contains(
                "Of the 4 respondents who spoke, 1 (25 %; 95 % interval 5 to 70 %) spoke of Wants to study (“some”); "
                    + "1 of them denied it."))
    }

    @Test func sentencesAreOfThoseAskedWithBoundsForTheOthers() {
        let page = page(of: askedStudy)
        // P1 and R1 of three asked; Amal was not asked, and spoke of it of her own accord: three of four, none unknown.
        #expect(
            page.contains(
                "Of the 3 respondents who were asked, 2 (67 %; 95 % interval 21 to 94 %) spoke of Shelter &amp; housing"
            ))
        // Nobody of the three, and Amal only, spoke of winter.
        #expect(page.contains("2 of the 3 respondents who were asked"))
        #expect(
            page.contains("Of the 4 respondents who spoke, 1 (25 %; 95 % interval 5 to 70 %) spoke of Wants to study"))
        #expect(section("appendix", of: page).contains("Topic list: 1 question, put to 3 of the 4 respondents."))
    }

    @Test func boundsAreGivenWhereSomebodyWasNotAskedAndDidNotSpeakOfIt() {
        var study = askedStudy
        study.asked.removeAll { $0.respondent != "R1" }
        // R1 asked and speaks; P1 and Amal speak unasked; P2 is unknown: 3 to 4 of 4.
        #expect(
            page(of: study).contains(
                "Whatever the 1 who were not asked would have said, it is between 75 and 100 % of all 4 respondents."))
    }

    @Test func codesThatShareRespondentsAreCounted() {
        let section = section("cooccurrence", of: page())
        // R1 alone has shelter, no return and study. Winter is under shelter, so that pair says nothing.
        #expect(section.contains("Respondents with both of two codes</title>"))
        #expect(section.contains("Shelter &amp; housing with Does not intend to return (1 respondent)"))
        // Three have shelter, one does not return: expected 3 x 1 / 4, Jaccard 1/3, lift 4/3.
        #expect(
            section.contains("<td>1</td><td>3</td><td>1</td><td>0.8</td><td>0.33</td><td>1.3</td>"))
        #expect(section.contains(">·</text>"))
    }

    @Test func saturationSaysAtLeast() {
        let section = section("saturation", of: page())
        // Three transcripts with {shelter}, {shelter, no return, study}, {winter}: one code is in two, three in one.
        // Chao2, bias-corrected: 4 + 2/3 x 3 x 2 / (2 x 2) = 5.
        #expect(section.contains("The 3 transcripts have 4 codes"))
        #expect(section.contains("There are at least 5 (Chao2"))
        #expect(section.contains("order of their ids"))
    }

    @Test func transcriptsWithDatesAreInTheirOrder() {
        var study = SmallStudy.study
        for (index, date) in ["2024-03-01", "2024-01-01", "2024-02-01"].enumerated() {
            study.transcripts[index].attributes["date"] = date
        }
        let section = section("saturation", of: page(of: study))
        #expect(section.contains("order of their dates"))
        // The interview with three codes comes first.
        #expect(section.contains("<th scope=\"row\">1</th><td>1.7</td><td>3</td><td>3</td>"))
    }

    @Test func agreementAndCorrectionsAreShownWhereThereAreAny() {
        #expect(!page().contains("id=\"agreement\"") && !page().contains("id=\"corrected\""))
        let row = AgreementRow(
            code: "need.shelter", first: "anna", second: "ben", units: 40, percent: .value(0.9), kappa: .value(0.61),
            alpha: .value(0.62), alphaInterval: .value(ConfidenceInterval(low: 0.4, high: 0.8)), ac1: .value(0.85),
            pabak: .value(0.8))
        let undefined = AgreementRow(
            code: "plan.study", first: "anna", second: "ben", units: 40, percent: .value(1),
            kappa: .undefined(.noVariation), alpha: .undefined(.noVariation), pabak: .value(1))
        let corrected = CorrectedRow(
            group: [], code: "need", name: "Protection needs", isTheme: true, asked: 4, found: 3, read: 2,
            share: .value(IntervalEstimate(0.5, ConfidenceInterval(low: 0.25, high: 0.75))), count: nil)
        let facts = ReportFacts(
            decisions: [
                Decision(subject: .respondent("R1"), code: "need", outcome: .accepted, coder: "anna"),
                Decision(subject: .respondent("P2"), code: "need", outcome: .rejected, coder: "ben"),
            ],
            agreements: [
                ReportFacts.Agreement(on: "turns", rows: [row, undefined], summary: ["Units: 40 turns."])
            ],
            corrections: ReportFacts.Corrections(
                rows: [corrected], sentences: ["A sentence to quote."], notReviewed: ["plan"]))
        let page = page(facts: facts)
        let agreement = section("agreement", of: page)
        #expect(agreement.contains("cx=\"62%\"") && agreement.contains("x1=\"40%\" x2=\"80%\""))
        #expect(agreement.contains("<td class=\"words\">anna – ben</td><td>40</td><td>90 %</td><td>0.62</td>"))
        #expect(agreement.contains("<td>0.62</td><td>0.40 to 0.80</td>"))
        #expect(agreement.contains("<td>100 %</td><td>–</td><td>–</td><td>–</td><td>–</td>"))
        let corrections = section("corrected", of: page)
        #expect(corrections.contains("<td>4</td><td>3</td><td>75 %</td><td>2</td><td>50 %</td><td>25–75</td>"))
        #expect(corrections.contains("<li>A sentence to quote.</li>"))
        let appendix = section("appendix", of: page)
        #expect(appendix.contains("2 people took 2 decisions: 1 accepted, 1 rejected, 0 changed and 0 unsure."))
        #expect(appendix.contains("only the corrected shares allow for that"))
        for link in ["#agreement", "#corrected"] { #expect(page.contains("href=\"\(link)\"")) }
    }

    @Test func precisionAndRecallAreShownWhereSegmentsWereJudged() {
        #expect(!page().contains("id=\"audit\""))
        let shelter = AuditRow(
            code: "need.shelter", name: "Shelter & housing", sample: 1, run: 1, isCurrent: true,
            coded: [ReviewedStratum(members: 900, reviewed: 150, positive: 129)],
            uncoded: [ReviewedStratum(members: 9100, reviewed: 400, positive: 6)])
        let study = AuditRow(
            code: "plan.study", name: "Wants to study", sample: 2, run: 1, isCurrent: false,
            coded: [ReviewedStratum(members: 4, reviewed: 4, positive: 3)],
            uncoded: [ReviewedStratum(members: 50, reviewed: 0, positive: 0)])
        let page = page(
            facts: ReportFacts(audits: ReportFacts.Audits(rows: [shelter, study], notes: ["Something to know."])))
        let audit = section("audit", of: page)
        // The figures of the handbook of formulas: 0.86 from 0.802 to 0.903, 0.850 from 0.724 to 0.939.
        #expect(
            audit.contains(
                "Of what the rules coded as Shelter &amp; housing, 86 % (95 % interval 80 to 90 %) is right."))
        #expect(
            audit.contains(
                "Of what people code as Shelter &amp; housing, the rules found 85 % (95 % interval 72 to 94 %)."))
        #expect(
            audit.contains(
                "<td>900</td><td>150</td><td>129</td><td>9\u{202F}100</td><td>400</td><td>6</td><td>86 %</td><td>80–90</td>"
                    + "<td>85 %</td><td>72–94</td>"))
        #expect(audit.contains("Wants to study (rules of run 1)"))
        #expect(audit.contains("recall is not known: nothing was drawn from one of the groups of the sample."))
        #expect(audit.contains("<li>Something to know.</li>"))
        #expect(page.contains("href=\"#audit\""))
    }

    @Test func theAppendixSaysWhatWasDone() {
        let roles = ReportFacts.Roles([
            Transcript(
                id: "t", source: TranscriptSource(path: "t.txt", format: "text"), kind: .interview, language: "en",
                text: "",
                speakers: [
                    Speaker(label: "I", role: .interviewer), Speaker(label: "É", role: .respondent, confidence: 0.6),
                    Speaker(label: "B", role: .respondent, confidence: 0.7),
                ], turns: [])
        ])
        let appendix = section("appendix", of: page(facts: ReportFacts(roles: roles)))
        #expect(appendix.contains("Needs &amp; plans (needs, version 1.0): 2 themes and 4 codes."))
        #expect(appendix.contains("5 rules. No examples stand behind them."))
        #expect(appendix.contains("By kind: interview (2), focus group (1). By language: English (2), Arabic (1)."))
        #expect(appendix.contains("By format: text (3). By encoding: utf-8 (3). 1 file with warnings"))
        #expect(
            appendix.contains(
                "Of 3 speaker labels, the roles of 1 were given by the files or by people and those of 2 inferred, 1 with"
            ))
        #expect(appendix.contains("Nobody has judged a coding yet."))
        #expect(appendix.contains("no share is corrected for that"))
    }
}
