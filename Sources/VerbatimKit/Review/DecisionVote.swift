import VerbatimModel

/// What one decision says about one code on words as they stand now: that it applies, or that it does not.
struct DecisionVote {
    /// The decision.
    var decision: Decision
    /// The transcript's id.
    var transcript: Transcript.ID
    /// Where the words stand now, in Unicode scalars.
    var span: TextSpan
    /// The code, by the id that it has now.
    var code: Code.ID
    /// Whether the code applies.
    var accepts: Bool

    /// Whether the vote bears on a coding of its code: the same segment, or all evidence in the words it is about.
    func bears(on segment: TextSpan, evidence: [TextSpan]) -> Bool {
        segment == span
            || !evidence.isEmpty && evidence.allSatisfy { span.start <= $0.start && $0.end <= span.end }
    }
}

extension DecisionVote {
    /// What one coder last said about one code on one place; later decisions take the place of earlier ones.
    private struct Key: Hashable {
        var coder: String
        var transcript: Transcript.ID
        var span: TextSpan
        var code: Code.ID
    }

    /// A decision with where its words stand now.
    struct Placed {
        /// The decision.
        var decision: Decision
        /// The transcript's id.
        var transcript: Transcript.ID
        /// Where the words stand now, in Unicode scalars.
        var span: TextSpan
        /// The code that was judged, by the id it has now; `nil` where the codebook does not have it any more.
        var code: Code.ID?
        /// The code it was changed into, by the id it has now; `nil` for none, and where the codebook does not have it.
        var changedCode: Code.ID?
    }

    /// The votes that hold, of decisions in their order.
    ///
    /// Of the decisions of a coder on the same words and code only the latest holds; one that is unsure is no vote; one
    /// that changes the code is a vote against the old and one for the new. Of a coder's votes about the same words and
    /// code, where one was for a code that another was changed into, the later holds.
    static func votes(_ placed: [Placed]) -> [DecisionVote] {
        var latest: [Key: Int] = [:]
        for (index, item) in placed.enumerated() {
            // A code that is gone is known by its old id: taking back what it was changed into must still do.
            let code = item.code ?? item.decision.code
            latest[Key(coder: item.decision.coder, transcript: item.transcript, span: item.span, code: code)] = index
        }
        var votes: [Key: DecisionVote] = [:]
        for item in latest.values.sorted().map({ placed[$0] }) where item.decision.outcome != .unsure {
            func vote(_ code: Code.ID?, _ accepts: Bool) {
                guard let code else { return }
                votes[Key(coder: item.decision.coder, transcript: item.transcript, span: item.span, code: code)] =
                    DecisionVote(
                        decision: item.decision, transcript: item.transcript, span: item.span, code: code,
                        accepts: accepts)
            }
            vote(item.code, item.decision.outcome == .accepted)
            if item.decision.outcome == .changed { vote(item.changedCode, true) }
        }
        return votes.values.sorted { $0.decision.number < $1.decision.number }
    }
}
