import VerbatimModel

/// Reads one file of the bank: blocks of three lines, an empty line between them.
///
/// ```
/// @ en-014 migrant hard=denial place=Turkey
/// ? And where did you sleep in those weeks?
/// [[protection.shelter negated: No no, we never slept outside]], thank God.
/// ```
struct PassageParser {
    let path: String
    let language: StudyLanguage
    let isNeutral: Bool
    private(set) var passages: [Passage] = []
    private(set) var faults: [Diagnostic] = []

    init(path: String, language: StudyLanguage, isNeutral: Bool) {
        self.path = path
        self.language = language
        self.isNeutral = isNeutral
    }

    /// Reads the text of the file; what is wrong is collected in `faults`.
    mutating func read(_ text: String) {
        var block: [Substring] = []
        var first = 1
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.allSatisfy({ $0 == " " }) {
                if !block.isEmpty { passage(block, line: first) }
                block = []
            } else {
                if block.isEmpty { first = index + 1 }
                block.append(line)
            }
        }
        if !block.isEmpty { passage(block, line: first) }
    }

    private mutating func passage(_ block: [Substring], line: Int) {
        guard block.count == 3, block[0].hasPrefix("@ "), block[1].hasPrefix("? ") else {
            return fault(
                "bank-syntax",
                "A passage has three lines: '@ ID WHO ...', '? question' and the answer. This block is not so.", line)
        }
        let words = block[0].dropFirst(2).split(separator: " ")
        guard words.count >= 2, let voice = Passage.Voice(rawValue: String(words[1])) else {
            return fault(
                "bank-syntax", "Write who speaks after the id: 'migrant', 'stakeholder' or 'interpreter'.", line)
        }
        var passage = Passage(
            id: String(words[0]), language: language, voice: voice, isNeutral: isNeutral,
            question: CountedText(String(block[1].dropFirst(2))), answer: CountedText(""), marks: [])
        for property in words.dropFirst(2) {
            let parts = property.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.count == 2 ? parts[1] : ""
            switch parts.first ?? "" {
            case "hard": continue
            case "place": passage.place = StudyCountry(rawValue: value)
            case "situation": passage.situation = MigrantGroup.Situation(rawValue: value)
            default: break
            }
            if passage.place == nil && parts.first == "place" || passage.situation == nil && parts.first == "situation"
                || !["place", "situation"].contains(parts.first ?? "")
            {
                fault(
                    "bank-syntax",
                    "'\(property)' is not understood. Write 'hard=KIND', 'place=COUNTRY' or 'situation=SITUATION'.",
                    line)
            }
        }
        guard let (answer, marks) = marked(block[2], line: line + 2) else { return }
        passage.answer = CountedText(answer)
        passage.marks = marks
        if voice == .interpreter { passage.sexSpokenOf = Sex(spokenOfIn: answer, language) }
        passages.append(passage)
    }

    /// The words without their marks, and the marks.
    private mutating func marked(_ text: Substring, line: Int) -> (String, [Passage.Mark])? {
        var words = ""
        var marks: [Passage.Mark] = []
        var length = 0
        var rest = text
        while let open = rest.firstRange(of: "[[") {
            let before = rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "]]"),
                let colon = rest[open.upperBound..<close.lowerBound].firstRange(of: ": ")
            else {
                fault("bank-syntax", "Write a mark as '[[CODE ASSERTION: words]]'. This one is not closed.", line)
                return nil
            }
            let span = rest[colon.upperBound..<close.lowerBound]
            length += before.unicodeScalars.count
            let end = length + span.unicodeScalars.count
            for label in rest[open.upperBound..<colon.lowerBound].split(separator: ",") {
                let parts = label.split(separator: " ")
                guard parts.count == 2, let code = StudyCodes.index[String(parts[0])],
                    let stance = Stance(label: parts[1])
                else {
                    fault(
                        "bank-code",
                        "'\(label)' is no code of the study with an assertion. Write 'CODE ASSERTION', as in 'return.forced other'.",
                        line)
                    return nil
                }
                marks.append(Passage.Mark(start: length, end: end, code: code, stance: stance))
            }
            words += before + span
            length = end
            rest = rest[close.upperBound...]
        }
        return (words + rest, marks)
    }

    private mutating func fault(_ identifier: String, _ message: String, _ line: Int) {
        faults.append(
            Diagnostic(
                .error, identifier, message, path: path, position: SourcePosition(line: line, column: 1)))
    }
}
