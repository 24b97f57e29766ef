package import VerbatimModel

/// What was said by speakers who answer but cannot be told apart, so that it counts for the group only.
package struct UnattributedSpeech: Hashable, Sendable {
    /// The share of one transcript.
    package struct Part: Hashable, Sendable {
        /// The transcript's id.
        package let transcript: Transcript.ID
        /// Turns by speakers who answer and cannot be told apart.
        package let turns: Int
        /// Codings that count and have no respondent.
        package let codings: Int
    }

    /// The transcripts in which there is some, in the order of the study.
    package let parts: [Part]

    /// The unattributed speech of a study.
    ///
    /// Documents have no speakers, so nothing in them is unattributed. Codings of interviewers' words, where a rule
    /// asks for them, have no respondent either and are among the codings.
    /// - Complexity: O(transcripts + codings).
    package init(_ study: CodedStudy) {
        var codings: [Transcript.ID: Int] = [:]
        for coding in study.codings where coding.status.counts && coding.respondent == nil {
            codings[coding.transcript, default: 0] += 1
        }
        parts = study.transcripts.compactMap { transcript in
            let found = codings[transcript.id] ?? 0
            guard transcript.kind != .document, transcript.unattributedTurns > 0 || found > 0 else { return nil }
            return Part(transcript: transcript.id, turns: transcript.unattributedTurns, codings: found)
        }
    }

    /// The number of turns in all transcripts.
    package var turns: Int { parts.reduce(0) { $0 + $1.turns } }
    /// The number of codings in all transcripts.
    package var codings: Int { parts.reduce(0) { $0 + $1.codings } }
}
