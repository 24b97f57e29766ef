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

    /// Whether a label is two to four capitals that begin the words of a name: `RS` or `R.S.` of `Rebecca Stone`.
    ///
    /// Titles before the name and what stands in round brackets are not looked at.
    static func areInitials(_ label: String, of name: String) -> Bool {
        let initials = label.unicodeScalars.filter { $0 != "." && !$0.isSpace }
        guard (2...4).contains(initials.count), initials.allSatisfy(\.properties.isUppercase) else { return false }
        var words = (withoutBrackets(name) ?? name).split { $0.isWhitespace || $0 == "-" || $0 == "_" }
        while words.count > initials.count, let first = words.first, first.hasSuffix(".") { words.removeFirst() }
        // Particles have no initial of their own in most lists: `Anna van Dam` is `AD` or `AVD`.
        let letters = words.compactMap(\.unicodeScalars.first)
        let capitals = letters.filter(\.properties.isUppercase)
        let wanted = Array(initials).map(\.properties.lowercaseMapping)
        guard words.count >= 2 else { return false }
        return [letters, capitals].contains { $0.map(\.properties.lowercaseMapping) == wanted }
    }

    /// Whether a key of at least six letters is one letter off another, with the same digits.
    static func isMistyped(_ key: String, of other: String) -> Bool {
        guard min(key.unicodeScalars.count, other.unicodeScalars.count) >= 6,
            key.filter(\.isNumber) == other.filter(\.isNumber),
            RoleWords.role(of: key)?.role == RoleWords.role(of: other)?.role
        else { return false }
        return isOneEditApart(Array(key.unicodeScalars), Array(other.unicodeScalars))
    }

    /// Whether two words differ in one letter that was left out, added or replaced, or in two that were swapped.
    static func isOneEditApart(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        guard abs(left.count - right.count) <= 1, left != right else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let rests = (Array(left[start...]), Array(right[start...]))
        if rests.0.count == rests.1.count {
            if rests.0.dropFirst() == rests.1.dropFirst() { return true }
            return rests.0.count >= 2 && rests.0[0] == rests.1[1] && rests.0[1] == rests.1[0]
                && rests.0.dropFirst(2) == rests.1.dropFirst(2)
        }
        return rests.0.count < rests.1.count
            ? rests.0[...] == rests.1.dropFirst() : rests.0.dropFirst() == rests.1[...]
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
