/// Finds the paragraphs that hold nothing but a speaker's name, where a style or a column of a table is kept for them.
///
/// In some documents only the style tells the speaker from the speech: the record of the Parliament of Catalonia has
/// the name alone in a paragraph of the style `D3Intervinent`. Others have a table with a column for the speaker. Such
/// a style or column holds short texts only, each with other text behind it, and names that come again.
enum NameParagraphs {
    /// What a name may be kept in.
    private enum Place: Hashable {
        case style(String)
        case column(table: Int, column: Int)
    }

    /// The indices of the paragraphs that are names; none of the paragraphs may be empty.
    /// - Complexity: O(length of the texts).
    static func find(in paragraphs: [DocumentParagraph]) -> Set<Int> {
        var groups: [Place: [Int]] = [:]
        for (index, paragraph) in paragraphs.enumerated() {
            if let cell = paragraph.cell {
                groups[.column(table: cell.table, column: cell.column), default: []].append(index)
            } else if let style = paragraph.style {
                groups[.style(style), default: []].append(index)
            }
        }
        var names: Set<Int> = []
        for group in groups.values where areNames(group, paragraphs) { names.formUnion(group) }
        return names
    }

    private static func areNames(_ group: [Int], _ paragraphs: [DocumentParagraph]) -> Bool {
        guard group.count >= 3, group.allSatisfy({ isNameLike(paragraphs[$0].text) }) else { return false }
        // Headings and questions hardly ever come again, speakers do.
        let distinct = Set(group.map { key(paragraphs[$0].text) })
        guard distinct.count * 3 <= group.count * 2 else { return false }
        let members = Set(group)
        var followed = 0
        var (nameLength, speechLength) = (0, 0)
        for index in group where index + 1 < paragraphs.count && !members.contains(index + 1) {
            let next = paragraphs[index + 1]
            // In a table the speech stands in the same row.
            if let cell = paragraphs[index].cell, next.cell?.table != cell.table || next.cell?.row != cell.row {
                continue
            }
            guard next.headingLevel == nil else { continue }
            followed += 1
            nameLength += paragraphs[index].text.utf8.count
            speechLength += next.text.utf8.count
        }
        return followed * 5 >= group.count * 4 && speechLength > nameLength
    }

    /// Whether a text can be a name: short, begins with a letter, and does not end as a sentence.
    private static func isNameLike(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.count <= 60, let first = scalars.first, first.properties.isAlphabetic, !scalars.contains("\n"),
            let last = scalars.last, !sentenceEnds.contains(last)
        else { return false }
        return text.split(whereSeparator: \.isWhitespace).count <= 7
    }

    private static let sentenceEnds: Set<Unicode.Scalar> = [".", "?", "!", "…", ";", ",", "؟", "»", "”", "\""]

    private static func key(_ text: String) -> String {
        let name = text.hasSuffix(":") ? text.dropLast() : text[...]
        return name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
