import VerbatimCodebook
import VerbatimEngine
package import VerbatimExport
package import VerbatimModel

/// Explains why places of transcripts are not given a code.
package struct PlaceExplainer: Sendable {
    /// A place of a transcript.
    package struct Place: Sendable, Hashable {
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The Unicode-scalar offset into its canonical text; `nil` where a turn is meant.
        package var offset: Int?
        /// The number of the turn, from 1; `nil` where an offset is meant.
        package var turn: Int?

        /// The place that `text` names: `TRANSCRIPT:OFFSET`, or `TRANSCRIPT` where a turn is given.
        /// - Returns: `nil` where there is neither an offset nor a turn, or both.
        package init?(_ text: String, turn: Int?) {
            if let turn {
                self.init(transcript: text, offset: nil, turn: turn)
                return
            }
            guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
                let offset = Int(text[text.index(after: colon)...]), offset >= 0
            else { return nil }
            self.init(transcript: String(text[..<colon]), offset: offset, turn: nil)
        }

        private init(transcript: Transcript.ID, offset: Int?, turn: Int?) {
            self.transcript = transcript
            self.offset = offset
            self.turn = turn
        }
    }

    private let corpus: Corpus
    private let codebook: Codebook
    private let codebookPath: String
    /// What could not be read, and what a researcher should look at.
    package let diagnostics: [Diagnostic]

    /// An explainer of the transcripts at some paths.
    ///
    /// - Parameters:
    ///   - paths: folders, transcripts and study files.
    ///   - codebook: the codebook's path; `nil` for the one that the study's latest run used.
    ///   - options: tables, guide, and what else is known of the transcripts.
    ///   - threads: how many files are read at once.
    /// - Throws: faults of the codebook and of the paths; `[no-codebook]` where none is given and the one path is no
    ///   study.
    package init(
        paths: [String], codebook: String?, options: ReadingOptions, threads: Int
    ) throws(DiagnosticsError) {
        if let codebook {
            self.codebook = try LoadedCodebook.load(codebook).codebook
            codebookPath = codebook
        } else if paths.count == 1, paths[0].hasSuffix(".verbatim") {
            self.codebook = try StudyFile.latestRun(of: paths[0]).study.codebook
            codebookPath = paths[0]
        } else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-codebook",
                    "Transcripts alone have no codebook. Name it with '--codebook', or give one study file.")
            ])
        }
        let read = try SearchCorpus.read(paths, options: options, threads: threads)
        corpus = Corpus(read)
        diagnostics = read.diagnostics
    }

    /// Why a place is not given a code, or that it is.
    /// - Throws: `[unknown-code]`, `[unknown-transcript]`, `[unknown-turn]`, `[no-word-there]`.
    /// - Complexity: O(length of the transcript x rules).
    package func explanation(code id: Code.ID, at place: Place) throws(DiagnosticsError) -> Explanation {
        guard let index = codebook.index(of: id) else {
            throw fault(
                "unknown-code", "There is no code '\(id)'. Take an id from the codebook.", path: codebookPath,
                suggestion: nearest(to: id, among: codebook.codes.map(\.id)))
        }
        guard let transcript = corpus.transcripts.first(where: { $0.id == place.transcript }) else {
            throw fault(
                "unknown-transcript", "There is no transcript '\(place.transcript)'. Take an id from transcripts.csv.",
                suggestion: nearest(to: place.transcript, among: corpus.transcripts.map(\.id)))
        }
        if let turn = place.turn, !transcript.turns.contains(where: { $0.number == turn }) {
            throw fault(
                "unknown-turn",
                "Transcript '\(transcript.id)' has no turn \(turn). Give a number from 1 to \(transcript.turns.count).")
        }
        let code = codebook.codes[index]
        let explainer = try Explainer(codebook, cues: AssertionPacks.cues(), codes: [code.id])
        var reader = explainer.read(
            transcript, respondents: corpus.respondents,
            coder: [codebook.id, codebook.version].compactMap(\.self).joined(separator: " "))
        let trace =
            place.turn.map { reader.whyNot(code: code.id, at: .turn($0)) }
            ?? reader.whyNot(code: code.id, at: .offset(place.offset ?? 0))
        guard let trace else {
            throw fault(
                "no-word-there",
                "Transcript '\(transcript.id)' has no word there. Give an offset into its canonical text, in Unicode "
                    + "scalars from 0, or a turn with words.")
        }
        return Explanation(trace)
    }

    private func nearest(to name: String, among candidates: [String]) -> String? {
        // Ids are paths: the most likely slip is to leave the beginning out.
        candidates.first { $0.hasSuffix(".\(name)") || $0.hasSuffix("/\(name)") }
            ?? candidates.first { $0.lowercased() == name.lowercased() }
    }

    private func fault(
        _ identifier: String, _ message: String, path: String? = nil, suggestion: String? = nil
    ) -> DiagnosticsError {
        DiagnosticsError([Diagnostic(.error, identifier, message, path: path, suggestion: suggestion)])
    }
}
