import VerbatimCodebook
import VerbatimEngine
package import VerbatimExport
package import VerbatimModel
import VerbatimStore

/// Explains the codings of a study file.
package struct StudyExplainer: Sendable {
    /// The fewest digits of a coding's id that are taken for it.
    package static let shortestPrefix = 4

    private let path: String
    private let study: CodedStudy

    /// An explainer of the latest run of the study file at `path`.
    /// - Throws: `[no-such-study]`, `[not-a-study]`, `[no-run]` and other faults of the file.
    package init(of path: String) throws(DiagnosticsError) {
        self.path = path
        study = try StudyFile.latestRun(of: path).study
    }

    /// All codings of the latest run, suppressed ones too.
    package var codings: [Coding] { study.codings }

    /// The codings that an id, or the beginning of one, names: one, or those that share all of an id.
    /// - Throws: `[short-coding-id]`, `[unknown-coding]`; `[ambiguous-coding]` where several ids begin so.
    package func codings(named prefix: String) throws(DiagnosticsError) -> [Coding] {
        let prefix = prefix.lowercased()
        guard prefix.utf8.count >= Self.shortestPrefix else {
            throw fault(
                "short-coding-id",
                "'\(prefix)' is too short for a coding's id. Give at least \(Self.shortestPrefix) digits of it; ids stand "
                    + "in the first column of codings.csv.")
        }
        let found = study.codings.filter { $0.id.hasPrefix(prefix) }
        let ids = Set(found.map(\.id)).sorted()
        guard !found.isEmpty else {
            throw fault(
                "unknown-coding",
                "The latest run has no coding '\(prefix)'. Take an id from the first column of codings.csv.")
        }
        guard ids.count == 1 else {
            let some = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", ..." : "")
            throw fault(
                "ambiguous-coding", "\(ids.count) codings begin with '\(prefix)' (\(some)). Give more digits of the id."
            )
        }
        return found
    }

    /// Why codings are there, in their order.
    ///
    /// - Parameter codings: codings of ``codings``.
    /// - Returns: one explanation for each coding, with the decisions that bear on it.
    /// - Throws: `[not-reproduced]` where the rules do not give a coding any more, because another version of the program
    ///   coded; faults of the file.
    /// - Complexity: O(transcripts of the codings x rules).
    package func explanations(of codings: [Coding]) throws(DiagnosticsError) -> [Explanation] {
        let byRules = codings.filter { !$0.rules.isEmpty }
        let explainer =
            byRules.isEmpty
            ? nil : try Explainer(study.codebook, cues: AssertionPacks.cues(), codes: Set(byRules.map(\.code)))
        let respondents = study.respondents.byID
        let (transcripts, decisions) = try recorded(of: Set(codings.map(\.transcript)))
        let bearing = DecisionBearing(decisions, to: [], transcripts: transcripts, codebook: study.codebook)
        var readers: [Transcript.ID: TranscriptExplainer] = [:]
        var explanations: [Explanation] = []
        for coding in codings {
            guard let transcript = transcripts[coding.transcript],
                let code = study.codebook.codes.first(where: { $0.id == coding.code })
            else { throw notReproduced(coding) }
            var reasons = Explanation.reasons(ofPerson: coding.coder)
            if let explainer, !coding.rules.isEmpty {
                var reader =
                    readers.removeValue(forKey: coding.transcript)
                    ?? explainer.read(transcript, respondents: respondents, coder: coding.coder)
                guard let trace = reader.explain(coding) else { throw notReproduced(coding) }
                readers[coding.transcript] = reader
                reasons = Explanation.reasons(of: trace)
            }
            explanations.append(
                Explanation(
                    coding, of: code, reasons: reasons, decisions: bearing.decisions(on: coding),
                    speaker: transcript.speakers.first { $0.label == coding.speaker },
                    transcript: "\(transcript.id), \(transcript.kind.rawValue), \(transcript.language.code)"))
        }
        return explanations
    }

    /// Transcripts of the study, and what people decided about them.
    private func recorded(
        of ids: Set<Transcript.ID>
    ) throws(DiagnosticsError) -> (transcripts: [Transcript.ID: Transcript], decisions: [Decision]) {
        do {
            let store = try StudyStore.open(at: path)
            var found: [Transcript.ID: Transcript] = [:]
            for id in ids { found[id] = try store.transcript(id) }
            let decisions = try store.decisions().filter { ids.contains($0.subject.place?.transcript ?? "") }
            try store.close()
            return (found, decisions)
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
    }

    private func notReproduced(_ coding: Coding) -> DiagnosticsError {
        fault(
            "not-reproduced",
            "This version of the program does not give coding \(coding.id) any more. Code the transcripts again with "
                + "'verbatim run'.")
    }

    private func fault(_ identifier: String, _ message: String) -> DiagnosticsError {
        DiagnosticsError([Diagnostic(.error, identifier, message, path: path)])
    }
}
