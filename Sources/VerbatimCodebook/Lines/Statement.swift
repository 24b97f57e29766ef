import VerbatimModel

/// A statement of a codebook file with the properties that are indented under it.
struct Statement {
    /// The word that a statement begins with.
    enum Keyword: String, CaseIterable {
        case codebook, list, theme, code, include, cue
    }

    /// The word that it begins with.
    var keyword: Keyword
    /// The head, from the keyword on.
    var head: SourceText
    /// The properties, in order; a cue has none, since the lines under it go on with its items.
    var properties: [SourceText]
}

/// The words that a property begins with.
enum PropertyKeyword: String, CaseIterable {
    case version, languages
    case define
    case useWhen = "use when"
    case notWhen = "not when"
    case anchor, memo, color, status, mark, scope, speakers, exclusive, threshold, was
    case rule
    case example = "+"
    case counterExample = "-"

    /// What its lines hold.
    var content: CommentStripper.Content {
        switch self {
        case .version, .define, .useWhen, .notWhen, .anchor, .memo: .prose
        case .color: .color
        default: .structured
        }
    }

    /// The keyword that a property's text begins with, and the offset behind it; `nil` where it is none.
    static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (keyword: PropertyKeyword, end: Int)? {
        guard let first = scalars.first else { return nil }
        if first == "+" { return (.example, scalars.startIndex + 1) }
        if first == "-" { return (.counterExample, scalars.startIndex + 1) }
        let firstEnd = scalars.firstIndex { $0.isSpace || $0 == ":" } ?? scalars.endIndex
        let word = String(scalars: scalars[..<firstEnd])
        if word == "use" || word == "not" {
            let rest = scalars[firstEnd...].drop { $0.isSpace }
            let second = rest.prefix { !$0.isSpace }
            guard String(scalars: second) == "when" else { return nil }
            return (word == "use" ? .useWhen : .notWhen, second.endIndex)
        }
        return PropertyKeyword(rawValue: word).map { ($0, firstEnd) }
    }
}
