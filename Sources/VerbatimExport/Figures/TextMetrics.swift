/// How much room words take in a sans-serif face, roughly, and how they are cut into lines.
///
/// A figure is drawn by whatever program opens it, with a face that is not known here. The widths are those of wide
/// faces (DejaVu Sans, Verdana), so that words in any other take less room than they were given.
enum TextMetrics {
    /// The width of a text in the units of `size`.
    /// - Complexity: O(length of the text).
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        let width = text.reduce(0) { $0 + Self.width(of: $1) }
        return width * size * (isBold ? 1.12 : 1)
    }

    /// The lines of a text in a column: cut between words, and within a word that has no room.
    ///
    /// Nothing is left out but the spaces at which lines end.
    /// - Complexity: O(length of the text).
    static func lines(of text: String, size: Double, isBold: Bool = false, within width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            let longer = line.isEmpty ? word : "\(line) \(word)"
            if Self.width(of: longer, size: size, isBold: isBold) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty, Self.width(of: line + String(character), size: size, isBold: isBold) > width {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Whether a text begins in a script that is written from right to left: by its first letter.
    static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
            default: return false
            }
        }
        return false
    }

    /// The width of one character in ems.
    private static func width(of character: Character) -> Double {
        guard let ascii = character.asciiValue else {
            switch DisplayWidth.of(character) {
            case 0: return 0
            case 2: return 1.05
            default: return character.isUppercase ? 0.75 : 0.66
            }
        }
        switch ascii {
        case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "'"),
            UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"):
            return 0.34
        case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "-"), UInt8(ascii: "!"), UInt8(ascii: "|"):
            return 0.42
        case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"),
            UInt8(ascii: "%"):
            return 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 0.74
        default: return 0.64
        }
    }
}
