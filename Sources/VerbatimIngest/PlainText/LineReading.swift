import VerbatimModel

/// What one line of a plain-text transcript is.
enum LineReading {
    /// Nothing is on it.
    case blank
    /// A heading: Markdown's, or a line in bold type. Level 1 is the highest; bold type has level 6.
    case heading(level: Int, text: String)
    /// A question of the guide, numbered by whoever wrote the guide.
    case guideQuestion(id: String, text: String)
    /// Only a time.
    case time(Double)
    /// A page number, `SIDE A`, a rule: no speech.
    case noise
    /// Perhaps speech with a label, perhaps without.
    case text(LabelledLine?)

    /// Reads a line that is not in the header.
    static func read(_ utf8: [UInt8], _ line: TextLine, judgements: inout LabelJudgements) -> LineReading {
        guard !line.isBlank else { return .blank }
        let first = utf8[line.range.lowerBound]
        if first == UInt8(ascii: "#"), let heading = heading(utf8, line.range) { return heading }
        if isRule(utf8[line.range]) { return .noise }
        var cursor = ByteCursor(utf8, range: line.range)
        if let time = cursor.bracketedClock() ?? cursor.clock(), cursor.index == line.range.upperBound {
            return .time(time)
        }
        if line.range.count <= 40, isNoise(utf8, line.range) { return .noise }
        if let question = questionLine(utf8, line.range) { return question }
        return .text(LabelledLine.parse(utf8, line.range, judgements: &judgements))
    }

    // MARK: - Headings

    private static func heading(_ utf8: [UInt8], _ range: ByteRange) -> LineReading? {
        var start = range.lowerBound
        while start < range.upperBound, utf8[start] == UInt8(ascii: "#") { start += 1 }
        let level = start - range.lowerBound
        guard level <= 6, start < range.upperBound, utf8[start] == 0x20 || utf8[start] == 0x09 else { return nil }
        let text = unadorned(String(decoding: utf8[start..<range.upperBound], as: UTF8.self))
        return text.isEmpty ? .noise : .heading(level: level, text: text)
    }

    /// A whole line in bold type is a heading, unless it is a label; `nil` for other lines.
    static func boldHeading(_ utf8: [UInt8], _ range: ByteRange) -> LineReading? {
        guard range.count > 4, range.count <= 200, utf8[range].starts(with: Array("**".utf8)),
            utf8[range].suffix(2).elementsEqual(Array("**".utf8))
        else { return nil }
        let inside = utf8[range].dropFirst(2).dropLast(2)
        guard !inside.contains(UInt8(ascii: "*")) else { return nil }
        return .heading(level: 6, text: unadorned(String(decoding: inside, as: UTF8.self)))
    }

    /// A heading without the marks of bold type and closing signs.
    private static func unadorned(_ text: String) -> String {
        var text = text.trimmingSpaces[...]
        while let last = text.last, last == "#" || last == "*" || last == "_" || last == " " { text.removeLast() }
        while let first = text.first, first == "*" || first == "_" || first == " " { text.removeFirst() }
        return String(text)
    }

    // MARK: - Questions of the guide

    /// `Question 1. What ...`, `Vraag 3`, `Q4: ...` are questions of the guide, typed by no one.
    private static func questionLine(_ utf8: [UInt8], _ range: ByteRange) -> LineReading? {
        if let word = LeadingWord.letters(utf8, range.prefix(48)), !LabelWords.questions.contains(word) { return nil }
        let start = String(decoding: utf8[range.prefix(48)], as: UTF8.self)
        guard let id = GuideQuestion.id(ofLine: start) else { return nil }
        let text = unadorned(String(decoding: utf8[range], as: UTF8.self))
        return .guideQuestion(id: id, text: text)
    }

    // MARK: - No speech

    private static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, bytes.count >= 3 else { return false }
        guard [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_")].contains(first) else {
            return false
        }
        return bytes.allSatisfy { $0 == first || $0 == 0x20 }
    }

    /// `SIDE A`, `TAPE 2, SIDE B`, `END OF TAPE`, `Page 3 of 9`, `- 12 -`.
    private static func isNoise(_ utf8: [UInt8], _ range: ByteRange) -> Bool {
        if let word = LeadingWord.lettersAndDigits(utf8, range) {
            guard !word.isEmpty, pageWords.contains(word) || reel.contains(word) || LeadingWord.isNumber(word) else {
                return false
            }
        }
        let line = String(decoding: utf8[range], as: UTF8.self)
        let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return false }
        if words.count == 1, words[0].allSatisfy(\.isNumber) { return words[0].count <= 4 && !line.contains(":") }
        if words.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
            // `3 / 12`
            return words.count == 2 && line.contains("/") && words.allSatisfy { $0.count <= 4 } && !isDate(words)
        }
        if pageWords.contains(String(words[0])), (2...4).contains(words.count) || words[0] == "page" {
            return words.dropFirst().allSatisfy { between.contains(String($0)) || $0.allSatisfy(\.isNumber) }
        }
        return words.contains { medium.contains(String($0)) }
            && words.allSatisfy { reel.contains(String($0)) || $0.allSatisfy(\.isNumber) }
    }

    /// Whether two numbers may be a month and a year.
    private static func isDate(_ words: [Substring]) -> Bool { words.contains { $0.count == 4 } }

    /// The words for a page.
    static let pageWords: Set<String> = [
        "page", "pg", "pagina", "blz", "bladzijde", "seite", "sayfa", "página", "صفحة", "الصفحة",
    ]

    private static let between: Set<String> = ["of", "van", "sur", "de", "von", "من"]

    private static let reel: Set<String> = [
        "end", "of", "tape", "side", "a", "b", "recording", "reel", "disc", "begin", "beginning", "start",
    ]

    private static let medium: Set<String> = ["tape", "side", "recording", "reel", "disc"]
}

extension Range<Int> {
    /// The range up to at most `count` elements.
    fileprivate func prefix(_ count: Int) -> Range<Int> {
        lowerBound..<Swift.min(upperBound, lowerBound + count)
    }
}
