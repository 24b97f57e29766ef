/// A named list of terms that rules refer to with `@name`.
public struct WordList: Hashable, Sendable, Codable {
    /// One item: a term, for one language or for all.
    public struct Item: Hashable, Sendable, Codable {
        /// The language it belongs to; `nil` for all.
        public var language: Language?
        /// What it matches; may refer to another list.
        public var term: Term
        /// Where it stands.
        public var source: SourceRange

        /// An item; see the properties of the same names.
        public init(language: Language? = nil, term: Term, source: SourceRange) {
            self.language = language
            self.term = term
            self.source = source
        }
    }

    /// The dotted name, without `@`.
    ///
    /// A reference to `idiom` also means `idiom.return`.
    public var name: String
    /// The items, in order.
    public var items: [Item]
    /// Where the list is declared.
    public var source: SourceRange

    /// A list; see the properties of the same names.
    public init(name: String, items: [Item], source: SourceRange) {
        self.name = name
        self.items = items
        self.source = source
    }
}
