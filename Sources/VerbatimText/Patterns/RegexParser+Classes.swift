extension RegexParser {
    /// What stands behind a backslash.
    enum Escape {
        case literal(Unicode.Scalar)
        case kinds([ScalarKind])
    }

    /// Reads an escape, from its backslash on.
    mutating func escape() throws(RegexFault) -> Escape {
        let start = position
        position += 1
        guard let scalar = peek else {
            throw .syntax("nothing stands behind this '\\'; write '\\\\' for the sign itself", at: start)
        }
        position += 1
        switch scalar {
        case "w": return .kinds([.word, .digit])
        case "W": return .kinds([.other])
        case "d": return .kinds([.digit])
        case "D": return .kinds([.other, .word])
        default: break
        }
        guard scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
            return .literal(scalar)
        }
        let reason: String
        switch scalar {
        case "b", "B", "A", "z", "Z", "G":
            reason = "'\\\(scalar)' is not supported: the expression always matches a whole word"
        case "s", "S", "h", "H", "v", "V", "R", "n", "r", "t", "f":
            reason = "'\\\(scalar)' is not supported: a word holds no space"
        case "1"..."9", "k", "g":
            reason = "looking back at a group ('\\\(scalar)') is not supported: it cannot be done in linear time"
        case "p", "P", "X":
            reason = "'\\\(scalar)' is not supported; write '\\w', '\\d' or a class such as '[a-z]'"
        case "u", "U", "x", "N", "0":
            reason = "'\\\(scalar)' is not supported; write the character itself"
        default:
            reason = "'\\\(scalar)' means nothing here; write '\(scalar)' for the letter"
        }
        throw .syntax(reason, at: start, length: 2)
    }

    /// Reads a class, from its `[` on.
    mutating func characterClass() throws(RegexFault) -> RegexNode {
        let start = position
        position += 1
        var set = ScalarSet()
        var sequences: [[Unicode.Scalar]] = []
        if peek == "^" {
            position += 1
            set.isNegated = true
        }
        while let scalar = peek, scalar != "]" {
            let memberStart = position
            guard let first = try member(scalar, into: &set) else { continue }
            var last = first
            if peek == "-", let next = peek(after: 1), next != "]" {
                position += 1
                guard let end = try member(next, into: &set) else {
                    throw .syntax("a range ends with a character, not with '\\w' or '\\d'", at: memberStart)
                }
                last = end
            }
            guard first <= last else {
                throw .syntax(
                    "the range '\(first)-\(last)' runs backward; write '\(last)-\(first)'", at: memberStart,
                    length: position - memberStart)
            }
            for folded in Self.fold(first...last) {
                if folded.count == 1 {
                    set.insert(folded[0].value...folded[0].value)
                } else if !folded.isEmpty, !sequences.contains(folded) {
                    sequences.append(folded)
                }
            }
        }
        guard peek == "]" else { throw .syntax("this '[' is never closed; put ']' behind its class", at: start) }
        position += 1
        set.normalise()
        return try node(of: set, and: sequences, from: start)
    }

    private func node(
        of set: ScalarSet, and sequences: [[Unicode.Scalar]], from start: Int
    ) throws(RegexFault) -> RegexNode {
        let length = position - start
        if let sequence = sequences.first, set.isNegated {
            let letters = sequence.map { String($0) }.joined()
            throw .syntax(
                "a letter that is compared as '\(letters)' cannot be left out of one character; name its letters alone",
                at: start, length: length)
        }
        let isEmpty = set.ranges.isEmpty && set.kinds == 0
        if isEmpty, sequences.isEmpty {
            throw .syntax(
                "the class is empty; name at least one letter in it, and write '\\]' for the sign itself", at: start,
                length: length)
        }
        let choices = sequences.map { RegexNode.sequence($0.map { .set(ScalarSet($0)) }) }
        if isEmpty { return choices.count == 1 ? choices[0] : .alternatives(choices) }
        return choices.isEmpty ? .set(set) : .alternatives([.set(set)] + choices)
    }

    /// Reads one member: a character, or `nil` where kinds of characters were added to the set.
    private mutating func member(
        _ scalar: Unicode.Scalar, into set: inout ScalarSet
    ) throws(RegexFault) -> Unicode.Scalar? {
        switch scalar {
        case "\\":
            switch try escape() {
            case .literal(let scalar): return scalar
            case .kinds(let kinds):
                if peek == "-", let next = peek(after: 1), next != "]" {
                    throw .syntax(
                        "a range begins with a character, not with '\\w' or '\\d'; write '\\-' for the sign itself",
                        at: position)
                }
                set.kinds |= ScalarSet(kinds).kinds
                return nil
            }
        case "[":
            throw .syntax(
                "a class inside a class, such as '[:alpha:]', is not supported; write '\\w', '\\d' or '\\['",
                at: position)
        default:
            position += 1
            return scalar
        }
    }

    /// The folded forms of a range of scalars.
    private static func fold(_ range: ClosedRange<Unicode.Scalar>) -> some Sequence<[Unicode.Scalar]> {
        (range.lowerBound.value...range.upperBound.value).lazy.compactMap(Unicode.Scalar.init).map { fold($0) }
    }
}
