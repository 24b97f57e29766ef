import VerbatimModel

/// A hit of one rule, in places of the transcript under way.
struct FoundHit {
    /// The index in ``RuleTables/rules``.
    var rule: Int
    /// The places of the first and the last token.
    var first: Int
    var last: Int
    /// The places of the evidence tokens, in order.
    var evidence: [Int32]
    var assertion: Assertion
}
