package import VerbatimModel

/// An example of a codebook that does not come out as it says.
package struct ExampleFailure: Sendable, Hashable {
    /// What did not come out.
    package enum Reason: Sendable, Hashable {
        /// It must be coded, and is not.
        case notCoded
        /// It must not be coded, and is, by these rules on these words.
        case coded(rules: [String], evidence: [String])
        /// It is coded, but not on these marked words; what it is coded on stands beside.
        case evidenceMissing(words: [String], found: [String])
        /// It is coded, but asserted otherwise than it must be.
        case assertion(expected: [AssertionKind], found: [AssertionKind])
    }

    /// The code's id.
    package var code: Code.ID
    /// The example.
    package var example: Example
    /// What did not come out.
    package var reason: Reason

    /// The failure as an error at the example's place.
    ///
    /// The words of an example are the codebook's own and may be shown.
    package var diagnostic: Diagnostic {
        func quoted(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: " ") }
        func named(_ kinds: [AssertionKind]) -> String { kinds.map(\.rawValue).joined(separator: ", ") }
        let message =
            switch reason {
            case .notCoded:
                "the example must be coded \(code), but no rule of the code hits; widen a rule or drop the example"
            case .coded(let rules, let evidence):
                "the example must not be coded \(code), but rule \(rules.joined(separator: ", ")) hits on "
                    + "\(quoted(evidence)); narrow the rule or drop the example"
            case .evidenceMissing(let words, let found):
                "\(quoted(words)) must be evidence of \(code), but the rules hit on \(quoted(found)); "
                    + "mark other words or mend the rules"
            case .assertion(let expected, let found):
                "the example must be coded \(code) as \(named(expected)), but is \(named(found)); "
                    + "mend the cues or the example"
            }
        return Diagnostic(
            .error, "example-failed", message, path: example.source.path, position: example.source.start,
            length: example.source.length)
    }
}
