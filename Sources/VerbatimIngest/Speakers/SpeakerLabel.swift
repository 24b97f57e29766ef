/// What can be told of a label as it is written.
enum SpeakerLabel {
    /// What two spellings of one label have in common: lower case, no white space.
    static func key(_ label: String) -> String {
        var key = ""
        for scalar in label.lowercased().unicodeScalars {
            // Marks of direction around Arabic names are no part of them; a dot ends abbreviated labels at will.
            let isMark = (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            if !scalar.isSpace, !isMark { key.unicodeScalars.append(scalar) }
        }
        while key.hasSuffix("."), key.count > 1 { key.removeLast() }
        return key
    }

    /// The label without what stands in round brackets: `Sammy Mahdi` of `Sammy Mahdi (CD&V)`; `nil` if there is nothing.
    static func withoutBrackets(_ label: String) -> String? {
        guard label.utf8.contains(UInt8(ascii: "(")), let open = label.firstIndex(of: "("), label.hasSuffix(")"),
            open != label.startIndex
        else { return nil }
        return label[..<open].trimmingSpaces
    }

    /// The words of a label in lower case, without numbers, digits at their end, and signs.
    static func words(_ label: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in label.lowercased().unicodeScalars {
            if scalar.isAlphabetic || scalar == "'" || scalar.isNonspacingMark {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmingSpaces: String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.isSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isSpace { scalars.removeLast() }
        return String(scalars)
    }
}
