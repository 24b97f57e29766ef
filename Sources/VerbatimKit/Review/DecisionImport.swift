package import VerbatimExport
package import VerbatimModel
import VerbatimStore

/// Reads a filled review sheet into a study, and lets its decisions take effect on the latest run.
package struct DecisionImport: Sendable {
    /// Who decided.
    package let coder: String
    /// The decisions that were added.
    package let decisions: [Decision]
    /// How many rows say what the coder said last already.
    package let unchanged: Int
    /// How many rows are not filled in.
    package let emptyRows: Int
    /// How many codings of the latest run are accepted and rejected now, and how many are people's own.
    package let effect: (accepted: Int, rejected: Int, own: Int)
    /// Whether the rows judge respondents, which corrects shares and changes no coding.
    package let isOfRespondents: Bool
    /// What should be looked at.
    package let diagnostics: [Diagnostic]

    /// Imports a sheet: all of it, or, where this throws, nothing.
    ///
    /// - Parameters:
    ///   - path: the sheet, as comma-separated values or a workbook.
    ///   - study: the study file.
    ///   - coder: who filled the sheet in; `nil` for the reviewer whom it was given to.
    /// - Throws: every fault of the sheet; `[missing-coder]` where it cannot be told who filled it in; what makes the
    ///   study unreadable or unwritable.
    package init(of path: String, into study: String, coder: String?) throws(DiagnosticsError) {
        let source = try ReviewSource.read(study)
        let sheet = try FilledSheet(try InputFile.read(path), path: path, source: source)
        let name = try Self.coder(coder, of: sheet, path: path)
        let latest = Self.latest(by: name, in: source.decisions)
        var added: [Decision] = []
        var unchanged = 0
        for answer in sheet.answers {
            let decision = Self.decision(answer, coder: name, source: source)
            if let earlier = latest[answer.row], decision.saysTheSame(as: earlier) {
                unchanged += 1
            } else {
                added.append(decision)
            }
        }
        let first = (source.decisions.last?.number ?? 0) + 1
        for index in added.indices { added[index].number = first + index }

        var rules = source.study
        rules.codings = source.codingsByRules
        let reviewed = ReviewedStudy(
            source.decisions + added, on: rules, transcripts: source.transcripts, path: study)
        if !added.isEmpty {
            do {
                let store = try StudyStore.open(at: study)
                try store.record(
                    added,
                    reviewed: ReviewedCodings(
                        run: source.run, codings: reviewed.study.codings, ruleStatuses: reviewed.ruleStatuses))
                try store.close()
            } catch {
                throw DiagnosticsError([error.diagnostic])
            }
        }
        self.coder = name
        decisions = added
        self.unchanged = unchanged
        emptyRows = sheet.emptyRows
        isOfRespondents = !added.isEmpty && added.allSatisfy { $0.subject.respondent != nil }
        let codings = zip(reviewed.study.codings, reviewed.ruleStatuses)
        effect = (
            codings.count { $0.status == .accepted && $1 != nil }, codings.count { $0.0.status == .rejected },
            codings.count { $1 == nil }
        )
        diagnostics = sheet.warnings + Self.strangers(sheet, coder: name, path: path) + reviewed.diagnostics
    }

    /// What was imported: `coder,decisions,accepted,rejected,changed,unsure,unchanged,empty`.
    package var table: Table {
        func count(_ outcome: Decision.Outcome) -> Table.Cell {
            .integer(decisions.count { $0.outcome == outcome })
        }
        return Table(
            columns: [Table.Column("coder")]
                + ["decisions", "accepted", "rejected", "changed", "unsure", "unchanged", "empty"].map {
                    Table.Column($0, .integer)
                },
            rows: [
                [
                    .text(coder), .integer(decisions.count), count(.accepted), count(.rejected), count(.changed),
                    count(.unsure), .integer(unchanged), .integer(emptyRows),
                ]
            ])
    }

    private static func coder(
        _ coder: String?, of sheet: FilledSheet, path: String
    ) throws(DiagnosticsError) -> String {
        if let coder, !coder.isEmpty { return coder }
        if sheet.reviewers.count == 1, let only = sheet.reviewers.first { return only }
        // Nothing is decided, so nobody has.
        if sheet.answers.isEmpty { return "" }
        throw DiagnosticsError([
            Diagnostic(
                .error, "missing-coder",
                sheet.reviewers.isEmpty
                    ? "The rows were given to different reviewers. Say who filled the sheet in with '--coder'."
                    : "Its rows were given to \(sheet.reviewers.sorted().joined(separator: " and ")). Say who filled "
                        + "the sheet in with '--coder'.", path: path)
        ])
    }

    /// A warning where a sheet was filled in by somebody else than the reviewer whom it was given to.
    private static func strangers(_ sheet: FilledSheet, coder: String, path: String) -> [Diagnostic] {
        guard !sheet.reviewers.isEmpty, !sheet.reviewers.contains(coder) else { return [] }
        return [
            Diagnostic(
                .warning, "another-reviewer",
                "The sheet was given to \(sheet.reviewers.sorted().joined(separator: " and ")), and its decisions are "
                    + "now those of '\(coder)'. If that is a slip, import it again under the right name; '\(coder)' can "
                    + "take them back with 'unsure'.", path: path)
        ]
    }

    /// The last that a coder said about each row.
    private static func latest(by coder: String, in decisions: [Decision]) -> [Decision.Row: Decision] {
        var latest: [Decision.Row: Decision] = [:]
        for decision in decisions where decision.coder == coder {
            if let row = decision.row { latest[row] = decision }
        }
        return latest
    }

    private static func decision(
        _ answer: FilledSheet.Answer, coder: String, source: ReviewSource
    ) -> Decision {
        let place = answer.unit.subject.place
        let coding = source.codingsByRules.first {
            $0.transcript == place?.transcript && $0.span == place?.span && $0.code == answer.unit.code
        }
        return Decision(
            subject: answer.unit.subject, code: answer.unit.code, outcome: answer.outcome,
            changedCode: answer.changedCode, assertion: coding?.assertion,
            assertionKinds: coding?.assertionKinds ?? [], reason: answer.reason, note: answer.note, coder: coder,
            row: answer.row)
    }
}
