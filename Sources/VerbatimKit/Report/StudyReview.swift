import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// What people judged of a study that is at hand, and what follows from it: agreement and corrected shares.
struct StudyReview: Sendable {
    /// The study, its codings as decisions left them.
    let study: CodedStudy
    /// What the rules alone made of its codings.
    let rules: [Coding]
    /// What people recorded.
    let records: ReviewRecords

    /// Decisions that cannot be placed, and what people disagree on.
    ///
    /// They name no file: it is the study that is reported on, wherever it lies.
    let decisionWarnings: [Diagnostic]

    /// What people judged of a study; see the properties of the same names.
    init(study: CodedStudy, rules: [Coding], records: ReviewRecords, decisionWarnings: [Diagnostic] = []) {
        self.study = study
        self.rules = rules
        self.records = records
        self.decisionWarnings = decisionWarnings.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.path = nil
            return diagnostic
        }
    }

    /// How far coders agree, on text and on respondents; nothing where there are not two coders.
    ///
    /// Where two people saw the same, it is people who are compared: how they agree with the rules is what precision,
    /// recall and corrected shares tell. Else the rules are a coder.
    /// - Complexity: That of `verbatim agreement`.
    func agreements(texts: StudyTexts, threads: Int) throws(DiagnosticsError) -> [ReportFacts.Agreement] {
        var found: [ReportFacts.Agreement] = []
        for isOfRespondents in [false, true] {
            let records = records.only(ofRespondents: isOfRespondents)
            guard records.hasCoders else { continue }
            var request = AgreementRequest(study: nil)
            request.unit = isOfRespondents ? .respondent : nil
            request.codes = records.comparedCodes(study.codebook)
            request.threads = threads
            for isAmongPeople in records.people > 1 ? [true, false] : [false] {
                request.leavesRulesOut = isAmongPeople
                guard let agreement = try agreement(request, on: records, texts: texts) else { continue }
                found.append(agreement)
                break
            }
        }
        return found
    }

    private func agreement(
        _ request: AgreementRequest, on records: ReviewRecords, texts: StudyTexts
    ) throws(DiagnosticsError) -> ReportFacts.Agreement? {
        do {
            let answer = try request.answer(
                AgreementSources(
                    study: study, texts: texts, rules: rules, people: GivenCodings(records.handCodings),
                    decisions: records.decisions))
            guard answer.found.contains(where: { $0.units > 0 }) else { return nil }
            let unknown = answer.warnings.count { $0.identifier == "unknown-code" }
            let leftOut =
                unknown == 0
                ? []
                : [
                    "People's codings of \(TraceWords.counted(unknown, "code")) that the codebook does not have are left out."
                ]
            return ReportFacts.Agreement(
                on: "\(answer.unit.rawValue)s", rows: answer.found, summary: answer.summary + leftOut)
        } catch {
            // One coder agrees with nobody, which is no fault here.
            guard error.diagnostics.contains(where: { $0.identifier == "too-few-coders" }) else { throw error }
            return nil
        }
    }

    /// The corrected shares of all respondents; `nil` where no sample of respondents was judged.
    var corrections: ReportFacts.Corrections? {
        guard records.samples.contains(where: { $0.unit == .respondent }) else { return nil }
        let found = CorrectedFrequencies(units, by: [], target: .t1)
        guard !found.rows.isEmpty else { return nil }
        let words = FrequencyWords(study)
        return ReportFacts.Corrections(
            rows: found.rows, sentences: found.rows.map { words.sentence($0, target: .t1) },
            notReviewed: found.notReviewed)
    }

    /// The corrected shares of the groups of an attribute, each from its own reviews, and whether they differ.
    ///
    /// Respondents whose value is not known are a row of their own, and in no test.
    /// - Complexity: O(codes x respondents + codings x depth of the codebook).
    func corrections(by attribute: String) -> CorrectedGroups {
        let units = units
        let codes = study.codebook.codes
        let everybody = Set(study.respondents.map(\.id))
        let table = CorrectedCrosstab(
            units.judgedCodes.map { CorrectedCrosstab.Row(value: codes[$0].id, node: $0, members: everybody) },
            columns: study.groups(by: attribute), units: units, target: .respondents)
        var tests: [Code.ID: CorrectedGroups.Test] = [:]
        for cell in table.cells {
            guard let code = cell.row else { continue }
            tests[code] = CorrectedGroups.Test(pValue: cell.test.map(\.pValue), adjusted: cell.adjustedPValue)
        }
        return CorrectedGroups(
            attribute: attribute, rows: CorrectedFrequencies(units, by: [attribute], target: .t1).rows, tests: tests)
    }

    private var units: CorrectedUnits {
        CorrectedUnits(
            study, rules: rules,
            reviews: ShareReviews(
                samples: records.samples, decisions: records.decisions, hierarchy: CodeHierarchy(study.codebook)))
    }
}
