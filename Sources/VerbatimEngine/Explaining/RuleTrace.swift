package import VerbatimModel

/// A cue of assertion in the sentence of a hit, and what became of it.
package struct CueTrace: Hashable, Sendable {
    /// What became of a cue.
    package enum Effect: Hashable, Sendable {
        /// It changes the hit; so many tokens stand between them.
        case applies(between: Int)
        /// It is part of the evidence and made to be.
        case inside
        /// A stop between the two ends its reach.
        case stopped(by: TracedRun)
        /// It lies in what only looks like a cue.
        case covered(by: TracedRun)
        /// It stands too far from the hit.
        case tooFar(between: Int, window: Int)
        /// The sentence ends in a question mark; there are no words.
        case questionMark
    }

    /// What it does.
    package var kind: Cue.Kind
    /// Where it must stand.
    package var direction: Cue.Direction
    /// Its words; empty for a question mark.
    package var words: [TracedWord]
    /// What became of it.
    package var effect: Effect

    /// Whether it changes how the hit is asserted.
    package var applies: Bool {
        switch effect {
        case .applies, .inside, .questionMark: true
        case .stopped, .covered, .tooFar: false
        }
    }
}

/// One hit of a rule that went into a coding.
package struct HitTrace: Hashable, Sendable {
    /// Its evidence, in order.
    package var run: TracedRun
    /// The segment that this hit alone would code, in Unicode scalars.
    package var segment: TextSpan
    /// How it is asserted.
    package var assertion: Assertion
    /// The cues in its sentences.
    package var cues: [CueTrace]
}

/// One comparison of a filter, and what it was compared with.
package struct FilterTrace: Hashable, Sendable {
    /// The attribute.
    package var name: String
    /// How it is compared.
    package var comparison: Filter.Comparison
    /// The values written in the rule.
    package var values: [String]
    /// The value found; empty where there is none.
    package var value: String
    /// Whether it holds.
    package var isMet: Bool
}

/// A rule's part in a coding.
package struct RuleTrace: Hashable, Sendable {
    /// The rule.
    package var rule: Rule
    /// Where all of the expression had to be met.
    package var scope: Scope
    /// Whose words were searched.
    package var speakers: SpeakerFilter
    /// Its hits, in order.
    package var hits: [HitTrace]
    /// The expression, once for each instance of the scope with hits.
    package var trees: [ExpressionTrace]
    /// What was asked before, where the rule wants it.
    package var asked: ExpressionTrace?
    /// What was compared for `where`, and for speakers chosen by attributes.
    package var filters: [FilterTrace]
}

/// A threshold and what was reached.
package struct ThresholdTrace: Hashable, Sendable {
    /// A rule that hit, with its weight.
    package struct Share: Hashable, Sendable {
        /// The rule's id.
        package var rule: String
        /// Its weight.
        package var weight: Double
    }

    /// The threshold.
    package var threshold: Double
    /// Where the weights are summed.
    package var scope: Scope
    /// The rules that hit there, in the order of the codebook.
    package var shares: [Share]

    /// The sum of the weights.
    package var sum: Double { shares.reduce(0) { $0 + $1.weight } }
}

/// Why a coding is there.
package struct CodingTrace: Hashable, Sendable {
    /// The coding.
    package var coding: Coding
    /// Its code.
    package var code: Code
    /// The rules that hit, in the order of the codebook.
    package var rules: [RuleTrace]
    /// The threshold that was reached, where the code has one.
    package var threshold: ThresholdTrace?
    /// The coding of a higher priority that keeps this one from counting.
    package var suppressedBy: Coding?
    /// The codings of a lower priority that do not count for this one.
    package var suppresses: [Coding]
}
