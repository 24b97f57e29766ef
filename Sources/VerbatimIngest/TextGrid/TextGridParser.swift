import VerbatimModel

/// Reads the objects of a TextGrid's text forms.
///
/// Source: Boersma and Weenink, Praat manual, "TextGrid file formats": only free-standing numbers, texts between double quotes and
/// flags in angle brackets count; all other characters are for the reader's eye, so that the long form and the short one are the
/// same to a program.
struct TextGridParser {
    private let utf8: [UInt8]
    private let path: String
    private var index = 0

    init(utf8: [UInt8], path: String) {
        self.utf8 = utf8
        self.path = path
    }

    private enum Token {
        case number(Double)
        case text(String)
        case flag(String)
    }

    /// The tiers, in the order of the file.
    /// - Throws: `malformed-textgrid` with line and column.
    /// - Complexity: O(number of bytes).
    mutating func tiers() throws(DiagnosticsError) -> [TextGridTier] {
        let type = try text("the type of the file")
        guard type.hasPrefix("ooTextFile") else { throw fault("The file does not begin as a Praat text file.") }
        let kind = try text("the kind of object")
        guard kind == "TextGrid" || kind.hasPrefix("TextGrid ") else {
            throw fault("The file holds another Praat object than a TextGrid. Save the TextGrid alone, as a text file.")
        }
        _ = try number("where the recording begins")
        _ = try number("where the recording ends")
        guard case .flag(let exists) = try token("whether there are tiers"), exists == "exists" else {
            throw fault("The TextGrid has no tiers. Add one for each speaker.")
        }
        let count = try count("the number of tiers")
        var tiers: [TextGridTier] = []
        while tiers.count < count { tiers.append(try tier()) }
        return tiers
    }

    private mutating func tier() throws(DiagnosticsError) -> TextGridTier {
        let kind = try text("the kind of a tier")
        guard kind == "IntervalTier" || kind == "TextTier" || kind == "PointTier" else {
            throw fault("A tier is an IntervalTier or a TextTier. Save the file again in Praat.")
        }
        var tier = TextGridTier(name: try text("the name of a tier"), isPointTier: kind != "IntervalTier")
        _ = try number("where a tier begins")
        _ = try number("where a tier ends")
        for _ in 0..<(try count("the number of intervals")) {
            let start = try number("a time")
            if tier.isPointTier {
                _ = try text("the mark of a point")
            } else {
                let end = try number("the end of an interval")
                tier.intervals.append(
                    TextGridTier.Interval(start: start, end: end, text: try text("the text of an interval")))
            }
        }
        return tier
    }

    // MARK: - Tokens

    private mutating func text(_ what: String) throws(DiagnosticsError) -> String {
        guard case .text(let text) = try token(what) else { throw expected(what, "a text between double quotes") }
        return text
    }

    private mutating func number(_ what: String) throws(DiagnosticsError) -> Double {
        guard case .number(let number) = try token(what) else { throw expected(what, "a number") }
        return number
    }

    private mutating func count(_ what: String) throws(DiagnosticsError) -> Int {
        let number = try number(what)
        guard let count = Int(exactly: number), count >= 0 else { throw expected(what, "a whole number") }
        return count
    }

    private mutating func token(_ what: String) throws(DiagnosticsError) -> Token {
        while index < utf8.count {
            let byte = utf8[index]
            if byte == UInt8(ascii: "\"") { return .text(try quoted()) }
            if isSpace(byte) {
                index += 1
                continue
            }
            if byte == UInt8(ascii: "!") {
                while index < utf8.count, utf8[index] != 0x0A { index += 1 }
                continue
            }
            let start = index
            while index < utf8.count, !isSpace(utf8[index]), utf8[index] != UInt8(ascii: "\"") { index += 1 }
            let word = String(decoding: utf8[start..<index], as: UTF8.self)
            if word.hasPrefix("<"), word.hasSuffix(">") { return .flag(String(word.dropFirst().dropLast())) }
            // `[1]:` and `xmin` are for the eye; so would a number be that no time can have.
            if let first = word.utf8.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-"),
                let number = Double(word), number.isFinite
            {
                return .number(number)
            }
        }
        throw expected(what, "the end of the file")
    }

    /// A text, in which a double quote is written twice.
    private mutating func quoted() throws(DiagnosticsError) -> String {
        let opening = index
        var text: [UInt8] = []
        index += 1
        while index < utf8.count {
            let byte = utf8[index]
            index += 1
            if byte != UInt8(ascii: "\"") {
                text.append(byte)
            } else if index < utf8.count, utf8[index] == UInt8(ascii: "\"") {
                text.append(byte)
                index += 1
            } else {
                return String(decoding: text, as: UTF8.self)
            }
        }
        index = opening
        throw fault("The double quote that opens here is never closed. Write a quote within a text twice.")
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    // MARK: - Faults

    private func expected(_ what: String, _ found: String) -> DiagnosticsError {
        index == utf8.count
            ? fault("The file ends where \(what) should stand. Save it again in Praat.")
            : fault("Not \(found), as \(what) should be, stands before this place. Save the file again in Praat.")
    }

    private func fault(_ message: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "malformed-textgrid", message, path: path,
                position: OffsetMap(utf8: utf8).position(ofUTF8: index))
        ])
    }
}
