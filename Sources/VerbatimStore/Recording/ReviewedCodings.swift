package import VerbatimModel

/// What decisions made of the codings of the latest run.
package struct ReviewedCodings: Hashable, Sendable {
    /// The number of the run.
    package var run: Int
    /// The codings, in the order in which they are to be read back.
    package var codings: [Coding]
    /// What the rules alone made of each; `nil` for a coding that is a person's.
    package var ruleStatuses: [CodingStatus?]

    /// Codings of a run; see the properties of the same names.
    package init(run: Int, codings: [Coding], ruleStatuses: [CodingStatus?]) {
        self.run = run
        self.codings = codings
        self.ruleStatuses = ruleStatuses
    }
}
