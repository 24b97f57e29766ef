import VerbatimModel

/// Finds places again in a text that may have been corrected since they were noted.
///
/// Where the words still stand at their position, with what stood around them, that is the place. Else all places are
/// looked at that have the same words, white space aside, and the one is taken around which most of the old context
/// stands: the context on either side is compared from the words outwards, up to the first difference.
struct PlaceFinder {
    /// What looking for a place gives.
    enum Outcome: Hashable {
        /// The words stand here, in Unicode scalars.
        case found(TextSpan)
        /// The words stand nowhere, or only where nothing of their context does.
        case lost
        /// The words stand at several places that are equally likely.
        case ambiguous
    }

    /// How much of the context must agree, in Unicode scalars, for words that stand at several places or are short.
    private static let sufficientContext = 8
    /// From how many Unicode scalars on words that stand at one place only are taken without any context.
    private static let tellingLength = 20

    private let scalars: [Unicode.Scalar]
    /// The text with each run of white space as one space, and where each scalar of it stands.
    private let collapsed: (scalars: [Unicode.Scalar], origins: [Int])

    /// A finder for a canonical text.
    /// - Complexity: O(length of the text).
    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        collapsed = Self.collapse(scalars)
    }

    /// Where a place is now.
    /// - Complexity: O(1) where it has not moved, else O(length of the text x length of the words) at worst.
    func find(_ place: QuotedPlace) -> Outcome {
        if stands(place) { return .found(place.span) }
        let quote = Self.collapse(Array(place.quote.unicodeScalars)).scalars
        guard !quote.isEmpty else { return .lost }
        let before = Self.collapse(Array(place.before.unicodeScalars)).scalars
        let after = Self.collapse(Array(place.after.unicodeScalars)).scalars
        let candidates = starts(of: quote).map { start in
            let agreement = agreement(before: start, with: before) + agreement(behind: start + quote.count, with: after)
            return Candidate(span: span(start, quote.count), agreement: agreement)
        }
        guard let most = candidates.map(\.agreement).max() else { return .lost }
        let best = candidates.filter { $0.agreement == most }
        let isTelling = most >= Self.sufficientContext || most == before.count + after.count
        if candidates.count == 1 {
            return isTelling || quote.count >= Self.tellingLength ? .found(best[0].span) : .lost
        }
        guard isTelling else { return .ambiguous }
        if best.count == 1 { return .found(best[0].span) }
        return best.first { $0.span == place.span }.map { .found($0.span) } ?? .ambiguous
    }

    private struct Candidate {
        var span: TextSpan
        var agreement: Int
    }

    /// Whether words and context are where they were.
    private func stands(_ place: QuotedPlace) -> Bool {
        let before = Array(place.before.unicodeScalars)
        let expected = before + Array(place.quote.unicodeScalars) + Array(place.after.unicodeScalars)
        let start = place.span.start - before.count
        let end = start + expected.count
        guard start >= 0, end <= scalars.count, place.span.end - place.span.start == place.quote.unicodeScalars.count
        else { return false }
        return scalars[start..<end].elementsEqual(expected)
    }

    /// Where a run of scalars stands in the collapsed text, not beginning or ending within a word.
    private func starts(of quote: [Unicode.Scalar]) -> [Int] {
        guard let first = quote.first, let last = quote.last, quote.count <= collapsed.scalars.count else { return [] }
        return (0...(collapsed.scalars.count - quote.count)).filter { start in
            guard collapsed.scalars[start] == first,
                collapsed.scalars[start..<start + quote.count].elementsEqual(quote)
            else { return false }
            let cutsBefore = Self.isWord(first) && start > 0 && Self.isWord(collapsed.scalars[start - 1])
            let end = start + quote.count
            let cutsBehind =
                Self.isWord(last) && end < collapsed.scalars.count && Self.isWord(collapsed.scalars[end])
            return !cutsBefore && !cutsBehind
        }
    }

    private func agreement(before start: Int, with context: [Unicode.Scalar]) -> Int {
        zip(collapsed.scalars[..<start].reversed(), context.reversed()).prefix { $0 == $1 }.count
    }

    private func agreement(behind end: Int, with context: [Unicode.Scalar]) -> Int {
        zip(collapsed.scalars[end...], context).prefix { $0 == $1 }.count
    }

    /// The span in the text of so many scalars of the collapsed text.
    private func span(_ start: Int, _ count: Int) -> TextSpan {
        TextSpan(start: collapsed.origins[start], end: collapsed.origins[start + count - 1] + 1)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func collapse(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], origins: [Int]) {
        var result: [Unicode.Scalar] = []
        var origins: [Int] = []
        result.reserveCapacity(scalars.count)
        origins.reserveCapacity(scalars.count)
        var wasSpace = false
        for (index, scalar) in scalars.enumerated() {
            let isSpace =
                scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
            if isSpace && wasSpace { continue }
            result.append(isSpace ? " " : scalar)
            origins.append(index)
            wasSpace = isSpace
        }
        return (result, origins)
    }
}
