import VerbatimCodebook
import VerbatimModel

/// Translates the expression of a WordStat rule: `A [NOT] NEAR|AFTER|BEFORE B [/S|/P|/C|/D] [N]`, several joined by
/// `AND`, `OR` or `AND NOT`.
///
/// `/S` is within a sentence, `/P` a paragraph, `/C` and `/D` the whole case; `N` is the largest distance in words.
struct WordStatRuleParser {
    private var tokens: [String] = []
    private var index = 0
    private let references: WordStatReferences
    private var scopes: Set<String> = []
    /// Why the rule cannot be carried.
    private(set) var fault: String?

    /// Distances that a rule leaves open reach over any sentence or paragraph; the scope ends them.
    private static let openDistance = 1000

    /// A parser of an expression whose categories are known.
    init(_ text: String, _ references: WordStatReferences) {
        self.references = references
        var token = ""
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
                token.append(character)
            } else if !isQuoted, character.isWhitespace || character == "(" || character == ")" {
                if !token.isEmpty { tokens.append(token) }
                token = ""
                if !character.isWhitespace { tokens.append(String(character)) }
            } else {
                token.append(character)
            }
        }
        if !token.isEmpty { tokens.append(token) }
    }

    /// The rule in our language, with its scope; `nil` where it cannot be carried, and ``fault`` says why.
    mutating func rule() -> String? {
        guard let expression = expression() else { return nil }
        guard index == tokens.count else {
            fault = fault ?? "'\(tokens[index])' is not known here"
            return nil
        }
        guard scopes.count <= 1 else {
            fault = "its conditions hold in different units of text"
            return nil
        }
        return expression + (scopes.first.map { " in " + $0 } ?? "")
    }

    private var next: String? { index < tokens.count ? tokens[index].uppercased() : nil }

    private mutating func advance(past words: String...) -> Bool {
        for (offset, word) in words.enumerated() {
            guard index + offset < tokens.count, tokens[index + offset].uppercased() == word else { return false }
        }
        index += words.count
        return true
    }

    private mutating func expression() -> String? {
        guard var whole = condition() else { return nil }
        var joint: String?
        while let word = next, word == "AND" || word == "OR" {
            let isNegated = advance(past: "AND", "NOT")
            if !isNegated { index += 1 }
            let text = isNegated ? "and not" : word.lowercased()
            guard let right = condition() else { return nil }
            // Brackets say what binds first, where two operators meet.
            if let joint, joint != text || isNegated { whole = "(\(whole))" }
            joint = text
            whole += " \(text) \(right)"
        }
        return whole
    }

    private mutating func condition() -> String? {
        guard let left = operand() else { return nil }
        let isNegated = advance(past: "NOT")
        let relation: String
        switch next {
        case "NEAR": relation = "near"
        case "AFTER": relation = "after"
        case "BEFORE": relation = "before"
        case "FOLLOWED" where index + 1 < tokens.count && tokens[index + 1].uppercased() == "BY":
            index += 1
            relation = "before"
        default:
            guard !isNegated else {
                fault = "NOT stands before '\(index < tokens.count ? tokens[index] : "its end")'"
                return nil
            }
            return left
        }
        index += 1
        guard let right = operand() else { return nil }
        var distance = Self.openDistance
        if let unit = next, unit.hasPrefix("/") {
            index += 1
            // `/S5` and `/S 5` are both written.
            let letter = unit.dropFirst().prefix(while: \.isLetter)
            let digits = unit.dropFirst(1 + letter.count)
            switch letter {
            case "S", "": scopes.insert("sentence")
            case "P": scopes.insert("paragraph")
            case "C", "D": scopes.insert("transcript")
            default:
                fault = "the unit '\(unit)' is not known"
                return nil
            }
            if let number = Int(digits) { distance = number }
        }
        if let number = next.flatMap({ Int($0) }) {
            distance = number
            index += 1
        }
        guard (1...10_000).contains(distance) else {
            fault = "the distance \(distance) is none"
            return nil
        }
        return "(\(left) \(isNegated ? "not " : "")\(relation)/\(distance) \(right))"
    }

    private mutating func operand() -> String? {
        guard index < tokens.count else {
            fault = fault ?? "a word is missing at its end"
            return nil
        }
        let token = tokens[index]
        index += 1
        if token == "(" {
            guard let inner = expression() else { return nil }
            guard advance(past: ")") else {
                fault = fault ?? "a bracket is never closed"
                return nil
            }
            return inner.hasPrefix("(") && !inner.dropFirst().contains("(") ? inner : "(\(inner))"
        }
        if token.hasPrefix("#") {
            guard let operand = references.operand(String(token.dropFirst())) else {
                fault = "the category '\(token)' is not in the dictionary, or has no words"
                return nil
            }
            return operand
        }
        if token.hasPrefix("@") {
            fault = "it refers to the rule '\(token)'"
            return nil
        }
        let words = String(token.filter { $0 != "\"" }.map { $0 == "_" ? " " : $0 })
        guard let item = EntryPattern.item(words) else {
            fault = "'\(token)' holds no word"
            return nil
        }
        return item.text.hasPrefix("\"") ? item.text : "\"\(item.text)\""
    }
}
