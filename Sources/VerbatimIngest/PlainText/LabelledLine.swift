import VerbatimModel

/// A line that may begin with a speaker's label.
struct LabelledLine {
    /// How the label is set off.
    enum Form {
        /// `Name:`, `[Name]:`
        case colon
        /// `[Name]` before speech, or alone on the line.
        case bracket
        /// The name alone on the line.
        case bare
    }

    /// The label without its colon, brackets and marks.
    var label: String
    /// What two spellings of the label have in common.
    var key: String
    var form: Form
    /// When the turn begins, in seconds, where the line says so.
    var time: Double?
    /// Whether a time, a line id or bold type sets it off, so that it is hardly body text.
    var isSetOff: Bool
    /// Where the speech begins, as a UTF-8 offset; the end of the line for a label alone.
    var textStart: Int

    private static let longestLabel = 63
    private static let mostWords = 5

    /// The label at the start of a line, in any of the forms; `nil` if there can be none.
    static func parse(
        _ utf8: [UInt8], _ line: ByteRange, judgements: inout LabelJudgements
    ) -> LabelledLine? {
        var cursor = ByteCursor(utf8, range: line)
        var prefix = LinePrefix()
        prefix.read(&cursor)
        if let labelled = colonOrTimed(cursor, prefix, &judgements) { return labelled }
        // What looks like a line id may be the speaker: `[id1] hello`.
        if let lineID = prefix.beforeLineID {
            cursor.index = lineID
            return bracketed(cursor, prefix, &judgements)
        }
        return bracketed(cursor, prefix, &judgements) ?? bare(utf8, line, cursor, prefix)
    }

    // MARK: - Forms

    private static func colonOrTimed(
        _ start: ByteCursor, _ prefix: LinePrefix, _ judgements: inout LabelJudgements
    ) -> LabelledLine? {
        var cursor = start
        let isBold = takeBold(&cursor)
        var time = prefix.time
        let label: String
        if cursor.byte == UInt8(ascii: "[") {
            guard let inside = takeBracketed(&cursor) else { return nil }
            label = inside
        } else {
            guard let end = labelEnd(&cursor) else { return nil }
            label = withoutNumber(String(decoding: cursor.utf8[cursor.index..<end], as: UTF8.self).trimmingSpaces)
            cursor.index = end
        }
        if isBold { _ = takeBold(&cursor) }
        cursor.skipSpaces()
        var isTimed = false
        if let clock = cursor.bracketedClock() ?? cursor.clock() {
            time = clock
            isTimed = true
            cursor.skipSpaces()
        }
        let hasWideColon = cursor.take("：")
        let hasColon = hasWideColon || cursor.take(":")
        guard hasColon || isTimed && cursor.index == cursor.limit else { return nil }
        if isBold { _ = takeBold(&cursor) }
        let isSpaced = cursor.skipSpaces() || hasWideColon || cursor.index == cursor.limit
        if let clock = cursor.bracketedClock() {
            time = time ?? clock
            cursor.skipSpaces()
        }
        // `http://`, `2:30` and the like: no space behind the colon. Codes such as `Q:` can do without.
        guard isSpaced || RoleWords.role(of: label) != nil && !cursor.sees("//") else { return nil }
        guard let key = judgements.key(ofPlausible: label) else { return nil }
        return LabelledLine(
            label: label, key: key, form: .colon, time: time,
            isSetOff: isBold || isTimed || prefix.isSetOff, textStart: cursor.index)
    }

    private static func bracketed(
        _ start: ByteCursor, _ prefix: LinePrefix, _ judgements: inout LabelJudgements
    ) -> LabelledLine? {
        var cursor = start
        let isBold = takeBold(&cursor)
        guard let label = takeBracketed(&cursor), let key = judgements.key(ofPlausible: label),
            !TranscriptionMarks.isMark(label)
        else { return nil }
        if isBold { _ = takeBold(&cursor) }
        cursor.skipSpaces()
        return LabelledLine(
            label: label, key: key, form: .bracket, time: prefix.time, isSetOff: prefix.isSetOff,
            textStart: cursor.index)
    }

    private static func bare(
        _ utf8: [UInt8], _ line: ByteRange, _ start: ByteCursor, _ prefix: LinePrefix
    ) -> LabelledLine? {
        var cursor = start
        let isBold = takeBold(&cursor)
        var end = line.upperBound
        if isBold {
            while end > cursor.index, utf8[end - 1] == UInt8(ascii: "*") || utf8[end - 1] == UInt8(ascii: "_") {
                end -= 1
            }
        }
        guard end - cursor.index <= 60, end > cursor.index else { return nil }
        let label = String(decoding: utf8[cursor.index..<end], as: UTF8.self).trimmingSpaces
        let words = label.split(separator: " ").count
        // A sentence ends with a sign, a name does not.
        guard words <= 4, isPlausible(label), let last = label.last, last.isLetter || last.isNumber || last == ")",
            LabelWords.isNameLike(label) || RoleWords.role(of: label) != nil
        else { return nil }
        return LabelledLine(
            label: label, key: SpeakerLabel.key(label), form: .bare, time: prefix.time,
            isSetOff: isBold || prefix.isSetOff, textStart: line.upperBound)
    }

    // MARK: - Parts

    /// Moves behind Markdown's marks of bold or italic type.
    private static func takeBold(_ cursor: inout ByteCursor) -> Bool {
        cursor.take("**") || cursor.take("__") || cursor.take("*") || cursor.take("_")
    }

    /// Moves behind `[...]`, and gives what is inside; `nil` (and no move) if it is no name.
    private static func takeBracketed(_ cursor: inout ByteCursor) -> String? {
        guard cursor.byte == UInt8(ascii: "[") else { return nil }
        var end = cursor.index + 1
        while end < cursor.limit, cursor.utf8[end] != UInt8(ascii: "]"), end - cursor.index < 4 * longestLabel {
            end += 1
        }
        guard end < cursor.limit, cursor.utf8[end] == UInt8(ascii: "]") else { return nil }
        let inside = String(decoding: cursor.utf8[cursor.index + 1..<end], as: UTF8.self).trimmingSpaces
        guard !inside.isEmpty else { return nil }
        cursor.index = end + 1
        return inside
    }

    /// Where the label that begins here ends: before its colon, a time or bold type; `nil` if a byte stands there that no
    /// label holds.
    private static func labelEnd(_ cursor: inout ByteCursor) -> Int? {
        var scan = cursor
        var depth = 0
        while let byte = scan.byte, scan.index - cursor.index < 4 * longestLabel {
            switch byte {
            case UInt8(ascii: ":"): return depth == 0 ? scan.index : nil
            case 0xEF where scan.sees("："): return depth == 0 ? scan.index : nil
            case UInt8(ascii: "*"): return scan.index
            case UInt8(ascii: "_") where scan.sees("__"): return scan.index
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "#"):
                var ahead = scan
                if ahead.bracketedClock() != nil { return scan.index }
                if byte == UInt8(ascii: "(") { depth += 1 } else if byte != UInt8(ascii: "#") { return nil }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth < 0 { return nil }
            case 0x30...0x39:
                var ahead = scan
                if scan.index > cursor.index, scan.utf8[scan.index - 1] == 0x20 || scan.utf8[scan.index - 1] == 0x09,
                    ahead.clock() != nil
                {
                    return scan.index
                }
            case UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "="),
                UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "|"):
                return nil
            default: break
            }
            scan.index += 1
        }
        return nil
    }

    /// `Dan` of `12 Dan`: a paragraph's number with one space behind it.
    private static func withoutNumber(_ label: String) -> String {
        guard let first = label.utf8.first, (0x30...0x39).contains(first),
            let space = label.utf8.firstIndex(where: { !(0x30...0x39).contains($0) }), label.utf8[space] == 0x20
        else { return label }
        let rest = label[space...].trimmingSpaces
        return rest.unicodeScalars.first?.isAlphabetic == true ? rest : label
    }

    /// Whether a text can be a label at all: letters, few words, no sentence.
    ///
    /// Round brackets at its end hold somebody's function or party, in any words.
    static func isPlausible(_ label: String) -> Bool {
        let outside = SpeakerLabel.withoutBrackets(label) ?? label
        let scalars = outside.unicodeScalars
        guard !scalars.isEmpty, scalars.count <= longestLabel else { return false }
        if RoleWords.isCollective(label), scalars.count <= 30 { return true }
        guard scalars.contains(where: \.isAlphabetic) else { return false }
        var commas = 0
        for scalar in scalars {
            switch scalar {
            case "?", "…", "“", "”", "„", "«", "»", "؟", "،": return false
            case ",": commas += 1
            default: break
            }
        }
        let words = outside.split { $0.isWhitespace }
        guard commas <= 1, !words.isEmpty, words.count <= mostWords else { return false }
        // A full stop ends a title or an initial, not a word of a sentence.
        return !words.dropLast().contains { $0.hasSuffix(".") && $0.unicodeScalars.count > 6 }
    }
}
