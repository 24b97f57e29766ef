/// What matches one token or a run of them (section 3 of the codebook language).
public indirect enum Term: Hashable, Sendable, Codable {
    /// A token, compared in folded form.
    case word(String)
    /// A token, folded, with `*` for any run of characters and `?` for exactly one.
    case wildcard(String)
    /// Every token with the same Snowball stem.
    case stem(String)
    /// The token exactly as written: case and marks count.
    case exact(String)
    /// A whole token, folded, by a regular expression.
    case regex(String)
    /// Neighbouring tokens within one sentence.
    case phrase([PhraseElement])
    /// Any item of the named list, and of the lists under it.
    case list(String)
    /// The evidence of another code's hits in the same scope.
    case code(String)
}

/// One element of a phrase.
public indirect enum PhraseElement: Hashable, Sendable, Codable {
    /// A term of one token: a word, wildcard, stem, exact word or regular expression.
    case term(Term)
    /// Any one of several sequences of elements.
    case alternatives([[PhraseElement]])
    /// Any tokens, at least `minimum` and at most `maximum`: `_` is 1 and 1, `...` is 0 and 3.
    case gap(minimum: Int, maximum: Int)
}

/// How two sides of a proximity expression stand to each other.
public enum ProximityOrder: String, Hashable, Sendable, Codable {
    /// In either order.
    case near
    /// The left side stands first.
    case before
    /// The right side stands first.
    case after
}

/// An expression of a rule (section 4 of the codebook language), with the place it was written at.
public struct Expression: Hashable, Sendable, Codable {
    /// What the expression is made of.
    public indirect enum Form: Hashable, Sendable, Codable {
        /// A term.
        case term(Term)
        /// The hits of all, two or more.
        case or([Expression])
        /// The hits of all, in a scope where each has some; two or more.
        case and([Expression])
        /// The hits of the first, in a scope where the second has none.
        case andNot(Expression, Expression)
        /// Pairs of hits within a distance, or (negated) hits of the left with none of the right within it.
        case proximity(ProximityOrder, distance: Int, negated: Bool, Expression, Expression)
        /// Hits of the left inside some (negated: no) hit of the right.
        case containment(negated: Bool, Expression, Expression)
        /// The hits of all, in a scope where at least `count` of them have some.
        case atLeast(count: Int, [Expression])
    }

    /// What the expression is made of.
    public var form: Form
    /// Where it is written.
    public var source: SourceRange

    /// An expression of the given form, written at `source`.
    public init(_ form: Form, source: SourceRange) {
        self.form = form
        self.source = source
    }
}
