/// Questions as the columns of tables name them.
enum QuestionName {
    /// The id of the question in a column's name: `Q3` of `Q3. Why did you leave?`, `q3`, `Question 3`, `3. Why ...`; `nil` where the
    /// name begins with none.
    static func id(in name: String) -> String? {
        if let id = GuideQuestion.id(ofLine: name) ?? GuideQuestion.id(ofNumberedLine: name) { return id }
        var word = name.prefix { !$0.isWhitespace && $0 != ":" && $0 != ")" && $0 != "]" && $0 != "," }
        while let last = word.last, ".-–—".contains(last) { word = word.dropLast() }
        let letters = word.prefix { $0.isASCII && $0.isLetter }
        let number = word[letters.endIndex...]
        guard
            letters.lowercased() == "q"
                || letters.uppercased() == letters && letters.first == "Q" && letters.count <= 3,
            number.first.map({ $0.isASCII && $0.isNumber }) == true, number.utf8.count <= 12,
            number.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter || $0 == "." || $0 == "_") })
        else { return nil }
        return letters.uppercased() + number
    }

    /// Whether a column's name is a question rather than a fact about somebody.
    static func isQuestion(_ name: String) -> Bool {
        id(in: name) != nil || name.hasSuffix("?") || name.hasSuffix("؟")
    }
}
