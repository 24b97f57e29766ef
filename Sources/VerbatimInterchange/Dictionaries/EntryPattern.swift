import VerbatimCodebook
import VerbatimModel

/// Entries of dictionaries as items of lists: a word or several, with `*` and `?`.
enum EntryPattern {
    /// An entry as an item.
    struct Item {
        /// The item, as the language has it.
        var text: String
        /// Whether characters were left out that the language's words do not have.
        var isChanged: Bool
    }

    /// The item of an entry; `nil` where no word of it can be carried, such as an emoticon.
    ///
    /// A `*` between other words stands for one word of any kind, as `_` does. Words in capitals only are written in
    /// small letters, since both match the same.
    static func item(_ entry: String) -> Item? {
        let isCapital = entry == entry.uppercased()
        var words: [String] = []
        var isChanged = false
        for part in entry.split(whereSeparator: \.isWhitespace) {
            var word = String.UnicodeScalarView()
            for scalar in part.unicodeScalars {
                if isAllowed(scalar) { word.append(scalar) } else { isChanged = true }
            }
            while let first = word.first, first == "-" || first == "." { word.removeFirst() }
            while let last = word.last, last == "-" || last == "." { word.removeLast() }
            let text = String(word)
            if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
                words.append(isCapital ? text.lowercased() : text)
            } else if text.contains("*") || text.contains("?") {
                words.append("_")
            } else {
                isChanged = true
            }
        }
        // A word of any kind at the edge says nothing.
        while words.first == "_" {
            words.removeFirst()
            isChanged = true
        }
        while words.last == "_" {
            words.removeLast()
            isChanged = true
        }
        guard let first = words.first else { return nil }
        let isPlain =
            words.count == 1
            && first.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "*?'".unicodeScalars.contains($0) }
        let quoted = "\"\(words.joined(separator: " "))\""
        guard isPlain || RuleParser.parse(quoted, language: nil, path: "").rule != nil else { return nil }
        return Item(text: isPlain ? first : quoted, isChanged: isChanged)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "*", "?", "'", "\u{2019}", "-", ".": true
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
                || scalar.properties.generalCategory == .spacingMark
        }
    }
}
