/// Translates the condition of a KH Coder code.
struct KHCoderRuleParser {
    /// A condition, taken apart.
    private indirect enum Condition {
        case text(String)
        case variable(String)
        case or([Condition])
        case and([Condition])
        case not(Condition)
    }

    private var tokens: [String]
    private var index = 0
    private let codes: [String: String]
    /// Why the condition cannot be carried.
    private(set) var fault: String?
    /// What was carried with another meaning, each said once.
    private(set) var notes: [String] = []

    /// A parser of a condition, with the ids of the codes by their names.
    init(_ text: String, codes: [String: String]) {
        self.codes = codes
        tokens = Self.tokens(of: text)
    }

    /// Words and operators, which stand apart by spaces; brackets also where they are glued to a word, but not those
    /// of `near(...)` and `seq(...)`; a quotation keeps its spaces.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var token = ""
        var quote: Character?
        var isCall = false
        func finish() {
            if !token.isEmpty { tokens.append(token) }
            token = ""
            isCall = false
        }
        for character in text {
            if let open = quote {
                token.append(character)
                if character == open { quote = nil }
            } else if token.isEmpty, character == "'" || character == "\"" {
                quote = character
                token.append(character)
            } else if character.isWhitespace {
                finish()
            } else if character == "(", ["near", "seq"].contains(token.lowercased()) {
                isCall = true
                token.append(character)
            } else if character == ")", isCall {
                token.append(character)
                isCall = false
            } else if character == "(" || character == ")" {
                finish()
                tokens.append(String(character))
            } else if character == "|" || character == "&", !token.hasPrefix("<") {
                finish()
                tokens.append(String(character))
            } else if character == "!", token.isEmpty {
                tokens.append("!")
            } else {
                token.append(character)
            }
        }
        finish()
        return tokens.map { ["and": "&", "or": "|", "not": "!"][$0.lowercased()] ?? $0 }
    }

    /// The rule in our language; `nil` where it cannot be carried, and ``fault`` says why.
    mutating func rule() -> String? {
        guard let condition = alternatives() else { return nil }
        guard index == tokens.count else {
            fault = fault ?? "'\(tokens[index])' stands where an operator must stand"
            return nil
        }
        // Variables that must hold with all the rest become the rule's filter.
        var parts = if case .and(let parts) = condition { parts } else { [condition] }
        let filters = parts.compactMap { part in if case .variable(let filter) = part { filter } else { nil } }
        parts.removeAll { if case .variable = $0 { true } else { false } }
        guard let text = text(parts.count == 1 ? parts[0] : .and(parts)) else { return nil }
        return text + (filters.isEmpty ? "" : ", where " + filters.joined(separator: " and "))
    }

    private mutating func note(_ text: String) {
        if !notes.contains(text) { notes.append(text) }
    }

    // MARK: Reading

    private mutating func advance(past token: String) -> Bool {
        guard index < tokens.count, tokens[index] == token else { return false }
        index += 1
        return true
    }

    private mutating func alternatives() -> Condition? {
        guard let first = conjunction() else { return nil }
        var parts = [first]
        while advance(past: "|") {
            guard let next = conjunction() else { return nil }
            parts.append(next)
        }
        return parts.count == 1 ? first : .or(parts)
    }

    private mutating func conjunction() -> Condition? {
        guard let first = negation() else { return nil }
        var parts = [first]
        while advance(past: "&") {
            guard let next = negation() else { return nil }
            parts.append(next)
        }
        return parts.count == 1 ? first : .and(parts)
    }

    private mutating func negation() -> Condition? {
        if advance(past: "!") { return negation().map { .not($0) } }
        if advance(past: "(") {
            guard let inner = alternatives() else { return nil }
            guard advance(past: ")") else {
                fault = fault ?? "a bracket is never closed"
                return nil
            }
            return inner
        }
        guard index < tokens.count, !["|", "&", ")"].contains(tokens[index]) else {
            fault = fault ?? "a word is missing"
            return nil
        }
        let token = tokens[index]
        index += 1
        if index < tokens.count, [">", "<", "=", "==", ">=", "<=", "+", "-", "*", "/"].contains(tokens[index]) {
            fault = "it counts or compares ('\(token) \(tokens[index]) ...')"
            return nil
        }
        return atom(token)
    }

    private mutating func atom(_ token: String) -> Condition? {
        if token.hasPrefix("<>") {
            let parts = token.dropFirst(2).components(separator: "-->")
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                fault = "'\(token)' is no variable with a value"
                return nil
            }
            if parts[0].lowercased().hasPrefix("heading") {
                note("headings are compared as the attribute 'section'.")
                return .variable("section = \(Self.quoted(parts[1]))")
            }
            return .variable("\(Self.quoted(parts[0])) = \(Self.quoted(parts[1]))")
        }
        if token.hasPrefix("<"), token.hasSuffix(">") {
            let name = token.dropFirst().dropLast().drop { $0 == "*" || $0 == "＊" }.trimmed
            guard let id = codes[name] else {
                fault = "the code '\(name)' is not in the file"
                return nil
            }
            return .text("code:" + id)
        }
        if let first = token.first, first == "'" || first == "\"" {
            note("a string in quotes is searched as whole words, and not as a run of letters.")
            guard let item = EntryPattern.item(String(token.filter { $0 != first })) else {
                fault = "\(token) holds no word"
                return nil
            }
            return .text(item.text.hasPrefix("\"") ? item.text : "\"\(item.text)\"")
        }
        for (name, relation) in [("near(", "near"), ("seq(", "before")] where token.lowercased().hasPrefix(name) {
            return proximity(token, name, relation)
        }
        if token.contains("+") {
            let words = token.split(separator: "+").compactMap { word($0.description, inPhrase: true) }
            guard words.count > 1 else {
                fault = fault ?? "'\(token)' is no phrase"
                return nil
            }
            return .text("\"" + words.joined(separator: " ") + "\"")
        }
        return word(token, inPhrase: false).map { .text($0) }
    }

    /// `near(a-b)[5]`: words within a distance; `+` also separates them in older versions.
    private mutating func proximity(_ token: String, _ name: String, _ relation: String) -> Condition? {
        guard let close = token.firstIndex(of: ")") else {
            fault = "'\(token)' is not closed"
            return nil
        }
        let inner = token[..<close].dropFirst(name.count)
        let words = inner.split { $0 == "-" || $0 == "+" }.compactMap { word(String($0), inPhrase: false) }
        let bracket = token[token.index(after: close)...].filter { $0 != "[" && $0 != "]" }
        let digits = bracket.filter(\.isNumber)
        let distance = Int(digits) ?? 10
        guard words.count > 1, (1...10_000).contains(distance) else {
            fault = fault ?? "'\(token)' needs two words and a distance"
            return nil
        }
        if digits.isEmpty { note("\(relation)/10 stands where no distance was given.") }
        if bracket.count > digits.count { note("the unit in '\(token)' was left out; the rule's scope counts.") }
        if words.count > 2 {
            note("'\(token)' is read from left to right, each word within the distance of those before it.")
        }
        var whole = "(\(words[0]) \(relation)/\(distance) \(words[1]))"
        for word in words.dropFirst(2) { whole = "(\(whole) \(relation)/\(distance) \(word))" }
        return .text(whole)
    }

    /// A word, which KH Coder has in its base form: the language's nearest is the stem.
    private mutating func word(_ token: String, inPhrase: Bool) -> String? {
        var token = token
        if let arrow = token.firstRange(of: "-->") ?? token.firstRange(of: "->") {
            note("the part of speech of '\(token)' was left out.")
            token = String(token[..<arrow.lowerBound])
        }
        guard let item = EntryPattern.item(token), !item.isChanged else {
            fault = "'\(token)' is not known"
            return nil
        }
        if !item.text.hasPrefix("\""), !item.text.contains("*"), !item.text.contains("?"), !item.text.contains("'") {
            note("words are searched by their stems, where KH Coder takes base forms.")
            return "~" + item.text
        }
        return inPhrase ? String(item.text.filter { $0 != "\"" }) : item.text
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.filter { $0 != "\"" && $0 != "\\" } + "\""
    }

    // MARK: Writing

    private mutating func text(_ condition: Condition) -> String? {
        switch condition {
        case .text(let text): return text
        case .variable:
            fault = "a variable stands elsewhere than joined to the whole by '&'"
            return nil
        case .not:
            fault = "'!' stands elsewhere than behind '&': a rule cannot match whatever does not hold something"
            return nil
        case .or(let parts):
            var texts: [String] = []
            for part in parts {
                guard let text = operand(part) else { return nil }
                texts.append(text)
            }
            return texts.joined(separator: " or ")
        case .and(let parts):
            // What must be there comes first, since a rule's hits are those of its first part.
            var present: [String] = []
            var absent: [String] = []
            for part in parts {
                if case .not(let inner) = part {
                    guard let text = operand(inner) else { return nil }
                    absent.append(text)
                } else {
                    guard let text = operand(part) else { return nil }
                    present.append(text)
                }
            }
            guard !present.isEmpty else {
                fault = "it has nothing that must be there, only what must not"
                return nil
            }
            var whole = present.joined(separator: " and ")
            for (position, text) in absent.enumerated() {
                if position > 0 || present.count > 1 { whole = "(\(whole))" }
                whole += " and not \(text)"
            }
            return whole
        }
    }

    private mutating func operand(_ condition: Condition) -> String? {
        guard let text = text(condition) else { return nil }
        if case .text = condition { return text }
        return "(\(text))"
    }
}

extension StringProtocol {
    /// The parts of a text between each place where a separator stands.
    fileprivate func components(separator: String) -> [String] {
        var parts: [String] = []
        var rest = String(self)
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound].trimmed)
            rest = String(rest[range.upperBound...])
        }
        return parts + [rest.trimmed]
    }
}
