import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// Frequencies as sentences that an evaluator can quote, each with its denominator, its interval and its basis.
struct FrequencyWords {
    /// Who was asked, where the guide tells.
    private let asked: AskedRespondents?
    /// What is counted: `respondent` or `focus group`.
    private let noun: String
    /// What stands behind "respondents" where not all are meant, such as `of whom anything was reviewed`.
    private let restriction: String

    /// Sentences on a study, or on its focus groups.
    init(_ study: CodedStudy, noun: String = "respondent", restriction: String = "") {
        asked = AskedRespondents(study)
        self.noun = noun
        self.restriction = restriction
    }

    /// A sentence for what the rules found or people decided.
    func sentence(_ detail: FrequencyDetail, group: [String?]) -> String {
        let row = detail.row
        guard let share = row.share, let interval = row.interval else {
            return "\(head(row.name, group))no \(noun) was asked."
        }
        let whom = restriction.isEmpty ? self.whom(row.code, row.asked) : restriction
        let percent =
            "\(NumberFormat.percent(share)) %, 95 % interval \(NumberFormat.percent(interval.low)) to "
            + "\(NumberFormat.percent(interval.high)) %"
        var text =
            "\(head(row.name, group))of the \(counted(row.asked)) \(whom), \(row.mentioned.count) (\(percent)) spoke of it"
        if let word = detail.wording.value { text += ", \"\(word.rawValue)\"" }
        text += row.denied.count == 0 ? "; nobody denied it" : "; \(row.denied.count) denied it"
        text += detail.silent == 0 ? "." : "; \(detail.silent) said nothing of it."
        if detail.unknown > 0, let bounds = detail.bounds.value {
            text +=
                " Whatever the \(detail.unknown) who were not asked would have said, it is between "
                + "\(NumberFormat.percent(bounds.low)) and \(NumberFormat.percent(bounds.high)) % of all "
                + "\(counted(detail.everybody))."
        }
        return text
    }

    /// A sentence for a corrected share.
    func sentence(_ row: CorrectedRow, target: FrequencyRequest.Target) -> String {
        let whom = whom(row.code, row.asked)
        guard let share = row.share.value else {
            let reason = row.share.reason?.explanation ?? ""
            return "\(head(row.name, row.group))no corrected share for the \(counted(row.asked)) \(whom): \(reason)."
        }
        let percent =
            "\(NumberFormat.percent(share.value)) % (95 % interval \(NumberFormat.percent(share.interval.low)) to "
            + "\(NumberFormat.percent(share.interval.high)) %)"
        let basis =
            "corrected by what people found in \(row.read) of them; the rules found it in \(row.found)"
        switch target {
        case .t1:
            return "\(head(row.name, row.group))of the \(counted(row.asked)) \(whom), \(percent) spoke of it, \(basis)."
        case .t2:
            return
                "\(head(row.name, row.group))of the population that the \(counted(row.asked)) \(whom) are a probability sample of, "
                + "\(percent) spoke of it, \(basis)."
        }
    }

    private func head(_ name: String, _ group: [String?]) -> String {
        group.isEmpty ? "\(name): " : "\(name), \(group.map { $0 ?? "not known" }.joined(separator: ", ")): "
    }

    private func whom(_ code: Code.ID, _ count: Int) -> String {
        asked?.told(of: code) != nil ? (count == 1 ? "who was asked" : "who were asked") : "who spoke"
    }

    private func counted(_ count: Int) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
