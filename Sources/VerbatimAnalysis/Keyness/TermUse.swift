/// How one term is used in one body of text.
package struct TermUse: Hashable, Sendable {
    /// How often it occurs.
    package var count: Int
    /// How many respondents use it.
    package var respondents: Int

    /// A use; see the properties of the same names.
    package init(count: Int, respondents: Int) {
        self.count = count
        self.respondents = respondents
    }
}
