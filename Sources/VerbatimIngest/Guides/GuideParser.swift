import VerbatimFiles
package import VerbatimModel

/// Reads interview guides (`NAME.guide`).
///
/// ```
/// guide migrants-2024 "Interviews with migrants"
///
/// question Q7 "Return"
///   codes  return.intention, return.conditional
///   en: Have you ever thought of going back?
///   en: Would you go back one day?
///   fr: Avez-vous déjà pensé à rentrer ?
/// ```
///
/// A statement begins in the first column, its properties are indented; each line with a language's tag is one wording.
/// `#` at the beginning of a line is a comment.
package enum GuideParser {
    /// The guide in the bytes of a file.
    /// - Throws: every fault of the file with its line: `guide-syntax`, `duplicate-question`, `empty-guide`, and what
    ///   keeps the bytes from being text.
    /// - Complexity: O(number of bytes).
    package static func parse(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> Guide {
        let decoded = try SourceDecoder.decode(bytes, path: path)
        var parse = GuideParse(path: path)
        let text = String(decoding: decoded.utf8, as: UTF8.self)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            parse.read(line, number: index + 1)
        }
        return try parse.finish()
    }
}

/// A guide on its way.
private struct GuideParse {
    let path: String
    private var guide: Guide?
    private var questions: [Guide.Question] = []
    private var lines: [String: Int] = [:]
    private var faults: [Diagnostic] = []

    init(path: String) { self.path = path }

    mutating func read(_ line: Substring, number: Int) {
        let words = trimmed(line)
        if words.isEmpty || words.hasPrefix("#") { return }
        let isIndented = line.first == " " || line.first == "\t"
        if isIndented { property(words, number) } else { statement(words, number) }
    }

    func finish() throws(DiagnosticsError) -> Guide {
        var faults = faults
        if faults.isEmpty, questions.isEmpty {
            faults.append(
                Diagnostic(
                    .error, "empty-guide",
                    "The guide has no question. Write 'question Q1 \"Name\"' and its wordings below it.", path: path))
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return Guide(id: guide?.id ?? "guide", name: guide?.name ?? "", questions: questions)
    }

    private mutating func statement(_ words: Substring, _ number: Int) {
        let keyword = words.prefix { !$0.isWhitespace }
        let rest = trimmed(words[keyword.endIndex...])
        let id = rest.prefix { !$0.isWhitespace && $0 != "\"" }
        let name = trimmed(rest[id.endIndex...])
        guard keyword == "guide" || keyword == "question" else {
            fault(
                "A line in the first column begins with 'guide' or 'question'. Indent what belongs to a question.",
                number)
            return
        }
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }) else {
            fault("After '\(keyword)' stands its id: letters, digits, '-', '_' and '.', such as Q7.", number)
            return
        }
        guard let name = quoted(name) else {
            fault("The name stands between double quotes: \(keyword) \(id) \"Name\".", number)
            return
        }
        if keyword == "guide" {
            if guide != nil || !questions.isEmpty { fault("'guide' stands once, above all questions.", number) }
            guide = Guide(id: String(id), name: name, questions: [])
        } else if let earlier = lines[id.lowercased()] {
            faults.append(
                Diagnostic(
                    .error, "duplicate-question",
                    "The question '\(id)' stands in line \(earlier) already. Give one of them another id.", path: path,
                    position: SourcePosition(line: number, column: 1)))
        } else {
            lines[id.lowercased()] = number
            questions.append(Guide.Question(id: String(id), name: name))
        }
    }

    private mutating func property(_ words: Substring, _ number: Int) {
        guard let last = questions.indices.last else {
            if !lines.isEmpty || guide == nil { fault("This line belongs to no question.", number) }
            return
        }
        let keyword = words.prefix { !$0.isWhitespace && $0 != ":" }
        let rest = words[keyword.endIndex...]
        if rest.first == ":" {
            let text = trimmed(rest.dropFirst())
            guard (2...3).contains(keyword.count), keyword.allSatisfy({ $0.isASCII && $0.isLetter }) else {
                fault("A wording begins with its language's tag: 'en: Why did you leave?'.", number)
                return
            }
            guard !text.isEmpty else {
                fault("The wording is empty. Write the question behind the colon, or remove the line.", number)
                return
            }
            questions[last].wordings.append(
                Guide.Wording(language: Language(tag: String(keyword)), text: quoted(text) ?? String(text)))
        } else if keyword == "codes" {
            let codes = rest.split { $0 == "," || $0.isWhitespace }.map(String.init)
            if codes.isEmpty { fault("After 'codes' stand the ids of codes or themes, with commas between.", number) }
            questions[last].codes += codes
        } else {
            fault("A question has 'codes' and wordings such as 'en: Why did you leave?'; this line is neither.", number)
        }
    }

    private mutating func fault(_ message: String, _ number: Int) {
        faults.append(
            Diagnostic(
                .error, "guide-syntax", message, path: path, position: SourcePosition(line: number, column: 1)))
    }

    /// The text between double quotes; empty for nothing, `nil` for anything else.
    private func quoted(_ text: Substring) -> String? {
        if text.isEmpty { return "" }
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
        return String(text.dropFirst().dropLast())
    }

    private func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0.isWhitespace }
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }
}
