/// Reads a regular expression and folds what it asks for.
///
/// The folding is that of tokens: the tree accepts the folded forms of the texts that the expression accepts as it is
/// written. A letter that folds to several is a sequence of them; a class holds the folded forms of its members.
struct RegexParser {
    /// The most times that a part may be asked to repeat.
    static let mostRepetitions = 1_000
    /// The most groups that may stand inside each other.
    static let deepestGroup = 100

    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0

    /// Reads a whole pattern.
    static func parse(_ pattern: String) throws(RegexFault) -> RegexNode {
        var parser = RegexParser(scalars: Array(pattern.unicodeScalars))
        let node = try parser.alternatives()
        if parser.peek != nil {
            throw .syntax("this ')' closes nothing; take it out, or write '\\)'", at: parser.position)
        }
        return node
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    func peek(after count: Int) -> Unicode.Scalar? {
        position + count < scalars.count ? scalars[position + count] : nil
    }

    /// What `scalar` folds to: none for a mark, several for `ß` or a ligature.
    static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        Array(Folding.fold(String(scalar)).unicodeScalars)
    }

    // MARK: Structure

    private mutating func alternatives() throws(RegexFault) -> RegexNode {
        var choices = [try sequence()]
        while peek == "|" {
            position += 1
            choices.append(try sequence())
        }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence() throws(RegexFault) -> RegexNode {
        var parts: [RegexNode] = []
        // A whole token is matched anyway, so anchors say nothing new.
        if depth == 0, peek == "^" { position += 1 }
        while let scalar = peek, scalar != "|", scalar != ")" {
            if scalar == "$", depth == 0, peek(after: 1) == nil || peek(after: 1) == "|" {
                position += 1
                break
            }
            let start = position
            let part = try atom(scalar)
            skipMarks()
            parts.append(try repetition(of: part, from: start))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// Passes over combining marks behind a letter, which folding removes.
    private mutating func skipMarks() {
        while let scalar = peek, Self.fold(scalar).isEmpty { position += 1 }
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(RegexFault) -> RegexNode {
        switch scalar {
        case "(": return try group()
        case "[": return try characterClass()
        case ".":
            position += 1
            return .set(.any)
        case "\\":
            switch try escape() {
            case .literal(let scalar): return Self.literal(scalar)
            case .kinds(let kinds): return .set(ScalarSet(kinds))
            }
        case "*", "+", "?":
            throw .syntax("'\(scalar)' has nothing to repeat; put it behind a letter, a class or a group", at: position)
        case "{", "}", "]":
            throw .syntax("'\(scalar)' stands alone; write '\\\(scalar)' for the sign itself", at: position)
        case "^", "$":
            throw .syntax(
                "'\(scalar)' can only stand at an end of the expression: it always matches a whole word", at: position)
        default:
            if scalar.properties.isWhitespace {
                throw .syntax(
                    "a space matches nothing, since the expression is compared with one word; write a phrase in quotes",
                    at: position)
            }
            position += 1
            return Self.literal(scalar)
        }
    }

    private static func literal(_ scalar: Unicode.Scalar) -> RegexNode {
        let parts = fold(scalar).map { RegexNode.set(ScalarSet($0)) }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func group() throws(RegexFault) -> RegexNode {
        let start = position
        position += 1
        if peek == "?" {
            guard peek(after: 1) == ":" else { throw unsupportedGroup(at: start) }
            position += 2
        }
        depth += 1
        guard depth <= Self.deepestGroup else {
            throw .tooLarge("more than \(Self.deepestGroup) groups stand inside each other", at: start)
        }
        let inside = try alternatives()
        guard peek == ")" else { throw .syntax("this '(' is never closed; put ')' behind its group", at: start) }
        position += 1
        depth -= 1
        return inside
    }

    private func unsupportedGroup(at start: Int) -> RegexFault {
        let length = min(3, scalars.count - start)
        return switch (peek(after: 1), peek(after: 2)) {
        case ("=", _), ("!", _), ("<", "="), ("<", "!"):
            .syntax(
                "looking ahead or behind is not supported; use 'and not', 'not in' or a second rule",
                at: start, length: length)
        case ("<", _), ("P", _), ("'", _):
            .syntax("a group has no name here; write '( )'", at: start, length: length)
        default:
            .syntax(
                "options such as '(?i)' are not supported (case and marks never count); write '( )' or '(?: )'",
                at: start, length: length)
        }
    }

    // MARK: Repetition

    private mutating func repetition(of part: RegexNode, from start: Int) throws(RegexFault) -> RegexNode {
        var node = part
        switch peek {
        case "*":
            position += 1
            node = .repetition(part, minimum: 0, maximum: nil)
        case "+":
            position += 1
            node = .repetition(part, minimum: 1, maximum: nil)
        case "?":
            position += 1
            node = .repetition(part, minimum: 0, maximum: 1)
        case "{":
            let bounds = try bounds()
            node = .repetition(part, minimum: bounds.minimum, maximum: bounds.maximum)
        default:
            return node
        }
        switch peek {
        case "?", "+":
            throw .syntax(
                "lazy and possessive repetition are not supported; as whole words are matched, take this sign out",
                at: position)
        case "*", "{":
            throw .syntax(
                "what is repeated already needs a group to be repeated again: write '( )' around it", at: position)
        default:
            return node
        }
    }

    private mutating func bounds() throws(RegexFault) -> (minimum: Int, maximum: Int?) {
        let start = position
        position += 1
        let minimum = number()
        var maximum = minimum
        if peek == "," {
            position += 1
            maximum = number()
        }
        guard let minimum, peek == "}" else {
            throw .syntax("write how often as {2}, {2,} or {2,5}; '\\{' is the sign itself", at: start)
        }
        position += 1
        let length = position - start
        guard max(minimum, maximum ?? 0) <= Self.mostRepetitions else {
            throw .tooLarge("a part can be repeated at most \(Self.mostRepetitions) times", at: start, length: length)
        }
        if let maximum, maximum < minimum {
            throw .syntax(
                "the second number is smaller than the first; write {\(maximum),\(minimum)}", at: start, length: length)
        }
        return (minimum, maximum)
    }

    /// A number in ASCII digits, at most one more than ``mostRepetitions``; `nil` if there is none.
    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = peek, ("0"..."9").contains(scalar) {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), Self.mostRepetitions + 1)
            position += 1
        }
        return value
    }
}
