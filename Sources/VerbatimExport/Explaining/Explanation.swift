package import VerbatimModel

/// Why something is, or is not, coded: facts, the words in question, and a tree of reasons.
package struct Explanation: Hashable, Sendable {
    /// A fact about what is explained.
    package struct Fact: Hashable, Sendable {
        /// Its name.
        package var name: String
        /// What it is, on one line.
        package var text: String

        /// A fact.
        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The facts, in order.
    package var facts: [Fact]
    /// The words in question, with evidence in `[[...]]` as in a codebook's examples.
    package var quote: String
    /// The reasons.
    package var reasons: [Outline]
    /// The facts as data, by name.
    package var data: [String: JSONValue]

    /// An explanation; see the properties of the same names.
    package init(facts: [Fact], quote: String, reasons: [Outline], data: [String: JSONValue]) {
        self.facts = facts
        self.quote = quote
        self.reasons = reasons
        self.data = data
    }

    /// The quote of a coding, with its evidence in `[[...]]`.
    /// - Complexity: O(length of the quote).
    package static func marked(_ coding: Coding) -> String {
        EvidenceMarks.runs(of: coding).map { $0.isEvidence ? "[[\($0.text)]]" : $0.text }.joined()
    }
}
