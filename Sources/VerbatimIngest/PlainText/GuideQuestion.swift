/// Questions of an interview guide as lines of their own.
enum GuideQuestion {
    /// The id of the question in a line that names one; `nil` for other lines.
    ///
    /// Such lines are `Question 1. What ...`, `Vraag 3`, `**Question 2b:** ...`; ids are written `Q1`, `Q2b`.
    static func id(ofLine line: String) -> String? {
        let text = line.drop { $0 == "*" || $0 == "_" || $0.isWhitespace }
        let word = text.prefix { $0.isLetter }
        guard LabelWords.questions.contains(word.lowercased()) else { return nil }
        let rest = text[word.endIndex...].drop { $0.isWhitespace }
        guard let number = number(rest), isEnd(number.rest) else { return nil }
        return "Q" + number.id
    }

    /// The id of the question in a numbered line; `nil` for other lines.
    ///
    /// Such lines are `3. Why ...`, `3.b Please ...`, `2) How ...`.
    static func id(ofNumberedLine line: String) -> String? {
        guard let number = number(line[...]) else { return nil }
        var rest = number.rest
        let isMarked = rest.first == "." || rest.first == ")"
        if isMarked { rest = rest.dropFirst() }
        guard isMarked || number.hasPart, let next = rest.first, next.isWhitespace else { return nil }
        guard rest.contains(where: \.isLetter) else { return nil }
        return "Q" + number.id
    }

    /// A number of at most two digits, and a part: `2`, `2b`, `2.b`, `2.1`.
    private static func number(_ text: Substring) -> (id: String, hasPart: Bool, rest: Substring)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return nil }
        var rest = text[digits.endIndex...]
        var part = rest.first == "." ? rest.dropFirst() : rest
        let separator = rest.first == "." ? "." : ""
        if let letter = part.first, letter.isASCII, letter.isLetter, letter.isLowercase,
            part.dropFirst().first.map({ !$0.isLetter && !$0.isNumber }) ?? true
        {
            return (digits + separator + String(letter), true, part.dropFirst())
        }
        let second = part.prefix { $0.isASCII && $0.isNumber }
        if separator == ".", (1...2).contains(second.count) {
            part = part[second.endIndex...]
            return ("\(digits).\(second)", true, part)
        }
        rest = text[digits.endIndex...]
        return (String(digits), false, rest)
    }

    private static func isEnd(_ rest: Substring) -> Bool {
        guard let next = rest.first else { return true }
        return next == "." || next == ":" || next == ")" || next == "*" || next == "_" || next == "-"
            || next.isWhitespace
    }
}
