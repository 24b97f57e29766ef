/// Text as one line of a terminal, and cut to a number of columns.
///
/// Lengths are columns of the terminal (``DisplayWidth``), never characters.
enum TerminalText {
    /// A text without anything that breaks a line, moves the cursor or turns the direction of what stands beside it.
    ///
    /// A run of white space becomes one space, control characters U+FFFD; marks that open or close a direction are
    /// taken out.
    /// - Complexity: O(length of the text).
    static func line(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case _ where scalar.properties.isWhitespace:
                if clean.last != " " { clean.append(" ") }
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            case _ where scalar.properties.generalCategory == .control: clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// The beginning of a text; what is longer than `width` is cut and ends in `…`.
    static func head(_ text: String, width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        return width < 1 ? "" : prefix(of: text, width: width - 1) + "…"
    }

    /// The end of a text; what is longer than `width` is cut and begins with `…`.
    static func tail(_ text: String, width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        return width < 1 ? "" : "…" + suffix(of: text, width: width - 1)
    }

    /// Both ends of a text; what is longer than `width` has ` … ` in its middle.
    static func ends(_ text: String, width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width >= 7 else { return head(text, width: width) }
        let room = width - 3
        let first = prefix(of: text, width: room - room / 2)
        return first + " … " + suffix(of: text, width: room / 2)
    }

    /// So many spaces; none for a negative number.
    static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }

    /// Whether the first letter is written from right to left.
    static func isRightToLeft(_ text: String) -> Bool {
        text.unicodeScalars.first { $0.properties.isAlphabetic }.map(isRightToLeft) ?? false
    }

    /// A text that keeps its direction to itself, where it holds letters that are written from right to left.
    static func isolated(_ text: String) -> String {
        text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
    }

    /// The blocks of the scripts that Unicode (DerivedBidiClass.txt) gives to R and AL.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    private static func prefix(of text: String, width: Int) -> String {
        var left = width
        return String(
            text.prefix { character in
                left -= DisplayWidth.of(character)
                return left >= 0
            })
    }

    private static func suffix(of text: String, width: Int) -> String {
        var left = width
        var start = text.endIndex
        while start > text.startIndex {
            let next = text.index(before: start)
            left -= DisplayWidth.of(text[next])
            if left < 0 { break }
            start = next
        }
        return String(text[start...])
    }
}
