/// Writes the paragraphs of a document as the plain text that the transcript is read from: its canonical text.
///
/// A paragraph a line, with an empty line between paragraphs. What the document says by its styles only is written as
/// Markdown writes it: `# ` before a heading, `**Name:**` for a speaker's name that is a paragraph of its own. A title
/// block above the talk stays one block. Everything else is the document's own text.
enum DocumentText {
    /// The text of the paragraphs; empty ones are left out.
    /// - Complexity: O(length of the text).
    static func text(of paragraphs: [DocumentParagraph]) -> String {
        var trimmed = paragraphs
        for index in trimmed.indices { trimmed[index].text = Self.trimmed(trimmed[index].text) }
        let block = titleBlock(of: trimmed)
        let places = trimmed.indices.filter { !trimmed[$0].text.isEmpty }
        let kept = places.map { trimmed[$0] }
        let names = NameParagraphs.find(in: kept)
        let hasTitle = kept.contains { $0.headingLevel == 0 }
        var text = ""
        for (index, paragraph) in kept.enumerated() {
            if index > 0 {
                let isInBlock = block.contains(places[index]) && block.contains(places[index - 1])
                text += isInBlock || names.contains(index - 1) ? "\n" : "\n\n"
            }
            if names.contains(index) {
                let name = paragraph.text.hasSuffix(":") ? paragraph.text.dropLast() : paragraph.text[...]
                text += "**\(name):**"
            } else if let level = paragraph.headingLevel {
                let marks = min(6, max(1, hasTitle ? level + 1 : level))
                let lines = paragraph.text.split(whereSeparator: \.isNewline).map { Self.trimmed(String($0)) }
                text += String(repeating: "#", count: marks) + " " + lines.joined(separator: " ")
            } else {
                text += paragraph.text
            }
        }
        return text.isEmpty ? "" : text + "\n"
    }

    /// The paragraphs at the start that are `Interviewer: Sarah`, `Date: ...`.
    ///
    /// They may stand below headings, and end with an empty paragraph or the next heading; where there is no such end,
    /// or most of them end as sentences, it is the talk that begins.
    private static func titleBlock(of paragraphs: [DocumentParagraph]) -> Range<Int> {
        func isEnd(_ paragraph: DocumentParagraph) -> Bool { paragraph.text.isEmpty || paragraph.headingLevel != nil }
        let start = paragraphs.firstIndex { !isEnd($0) } ?? 0
        let block = paragraphs[start...].prefix { !isEnd($0) && isFact($0.text) && $0.cell == nil }
        let sentences = block.count { $0.text.last.map { ".?!…؟".contains($0) } == true }
        guard block.count >= 2, sentences * 2 < block.count, block.endIndex < paragraphs.count,
            isEnd(paragraphs[block.endIndex])
        else {
            return start..<start
        }
        return block.indices
    }

    private static func isFact(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return !text.isEmpty && scalars.count <= 120 && scalars.prefix(40).contains(":") && !scalars.contains("\n")
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
