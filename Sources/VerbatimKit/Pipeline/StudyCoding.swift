import VerbatimEngine
import VerbatimModel

/// Codes a collection of transcripts, and sums up what tables and report need to know of each.
enum StudyCoding {
    /// The coded study: transcripts and respondents by id, codings by transcript, position and code.
    ///
    /// With it comes what the codebook's terms found, for warnings about the codebook. `progress` is called from any
    /// thread with the number of transcripts that are coded, and of all.
    static func code(
        _ collection: TranscriptCollection, with codebook: LoadedCodebook, threads: Int,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) -> (study: CodedStudy, coverage: CorpusCoverage) {
        let respondents = collection.respondents.byID
        let total = collection.transcripts.count
        let (coded, coverage) = CodingRun.codeObservingCoverage(
            collection.transcripts, with: codebook.rules, respondents: respondents, coder: codebook.coder,
            threads: threads, progress: { progress?($0, total) })
        let study = CodedStudy(
            codebook: codebook.codebook,
            transcripts: zip(collection.transcripts, coded).map { summary(of: $0, words: $1.words) },
            respondents: collection.respondents,
            codings: coded.flatMap(\.codings), guide: collection.guide, asked: collection.asked)
        return (study, coverage)
    }

    private static func summary(of transcript: Transcript, words: Int) -> TranscriptSummary {
        var respondents: [Respondent.ID] = []
        var unattributed = 0
        for turn in transcript.turns {
            if let respondent = turn.respondent {
                if !respondents.contains(respondent) { respondents.append(respondent) }
            } else if transcript.speaker(of: turn)?.role.answers == true {
                unattributed += 1
            }
        }
        return TranscriptSummary(
            id: transcript.id, source: transcript.source, kind: transcript.kind, language: transcript.language,
            attributes: transcript.attributes, turns: transcript.turns.count, words: words,
            respondents: respondents, unattributedTurns: unattributed, warnings: transcript.warnings)
    }
}
