import VerbatimModel
import VerbatimText

/// One test of a single token: what a word, a wildcard, a stem, a regular expression or an exact word of the codebook
/// asks of it.
///
/// Atoms are shared by all terms of a codebook that are written alike, and each is tested once per word type, never per
/// occurrence.
enum Atom: Hashable, Sendable {
    /// The token whose folded form is this, in UTF-8.
    case word([UInt8])
    /// A token whose folded form fits the pattern.
    case wildcard(WildcardPattern)
    /// A token whose stem in a language, folded, is this, in UTF-8.
    case stem([UInt8], Language)
    /// A token whose folded form matches as a whole.
    case regex(RegexPattern)
    /// The token that is written exactly so. Two spellings of one character (NFC, NFD) are the same.
    case exact(String)
}
