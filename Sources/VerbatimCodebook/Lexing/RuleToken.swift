import VerbatimModel

/// A token of a rule, with its place as offsets in the ``SourceText`` it stands in.
struct RuleToken {
    /// The reserved words but those of proximity.
    enum Keyword: String {
        case and, or, not, `in`, at, least, of, unless, only, asked, `where`, weight
    }

    /// What a token is.
    enum Kind: Equatable {
        /// An unquoted word or number.
        case word
        /// A quoted text; the range is that between the marks.
        case quoted(Range<Int>)
        /// `~word`; the range is the word's.
        case stem(Range<Int>)
        /// `=Word`; the range is the word's.
        case exact(Range<Int>)
        /// `/regex/`; the range is that between the slashes.
        case regex(Range<Int>)
        /// `@name`; the range is the name's.
        case list(Range<Int>)
        /// `code:id`; the range is the id's.
        case code(Range<Int>)
        case keyword(Keyword)
        /// `near/N` and its relatives; the distance is `nil` where none or a bad one is written.
        case proximity(ProximityOrder, distance: Int?)
        case comparison(Filter.Comparison)
        case open, close, comma, bar
        /// What is no token at all; its fault is reported.
        case bad
        case end
    }

    var kind: Kind
    var range: Range<Int>
}
