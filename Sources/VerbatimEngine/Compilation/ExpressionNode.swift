/// One node of the expressions of a codebook; all nodes stand in one flat array of ``RuleTables``.
struct ExpressionNode: Sendable {
    /// What the node does with the hits of its children.
    enum Kind: UInt8, Sendable {
        /// Matches nothing: a list without items in the rule's language.
        case nothing
        /// The tokens of leaf `value`.
        case leaf
        /// The runs of phrase `value`.
        case phrase
        /// The hits of the code reference `value`.
        case code
        case or
        case and
        case andNot
        /// Pairs at a distance of at most `value` tokens, in either order.
        case near
        /// The same, the left side first. `A after B` is `B before A`.
        case before
        case notNear
        case notBefore
        case notAfter
        case inside
        case notInside
        /// The hits of all, where at least `value` children have some.
        case atLeast
    }

    var kind: Kind
    /// An index, a distance or a count, by ``kind``.
    var value: Int32
    /// The children, as a range of ``RuleTables/children``.
    var children: Range<Int32>
}

/// A set of atoms that are searched as one: a word, or all the single tokens of a list or of an `or`.
struct Leaf: Hashable, Sendable {
    /// One atom, and the language of the paragraphs it is searched in.
    struct Item: Hashable, Sendable, Comparable {
        var atom: Int32
        var language: Int16

        static func < (left: Item, right: Item) -> Bool {
            (left.atom, left.language) < (right.atom, right.language)
        }
    }

    /// In ascending order, without repetition.
    var items: [Item]
}

/// A reference to a code: whose hits are meant.
struct CodeReference: Hashable, Sendable {
    /// The indices of the codes, in ascending order: the one named and those under it.
    var codes: [Int]
}
