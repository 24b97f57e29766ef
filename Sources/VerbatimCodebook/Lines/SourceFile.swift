/// The lines of a file, as Unicode scalars, so that a place in a line is a column without counting.
struct SourceFile {
    /// The path, as the user gave it.
    let path: String
    /// The lines, without their ends (LF, CRLF or CR) and without a byte-order mark.
    let lines: [[Unicode.Scalar]]

    /// The lines of `text`.
    /// - Complexity: O(length of the text).
    init(path: String, text: String) {
        self.path = path
        var lines: [[Unicode.Scalar]] = []
        var line: [Unicode.Scalar] = []
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\u{FEFF}" where previous == nil: break
            case "\n" where previous == "\r": break
            case "\n", "\r":
                lines.append(line)
                line = []
            default: line.append(scalar)
            }
        }
        if !line.isEmpty { lines.append(line) }
        self.lines = lines
    }
}

extension String {
    /// The string of some scalars.
    init(scalars: some Sequence<Unicode.Scalar>) {
        self.init()
        unicodeScalars.append(contentsOf: scalars)
    }
}

extension Unicode.Scalar {
    /// Whether it separates words in a codebook.
    var isSpace: Bool {
        value < 0x80 ? (value == 0x20 || (0x09...0x0D).contains(value)) : properties.isWhitespace
    }

    /// Whether it is a digit from 0 to 9.
    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// Whether it is a letter from a to z.
    var isASCIILowercase: Bool { (0x61...0x7A).contains(value) }

    /// Whether it is a letter from a to z or from A to Z.
    var isASCIILetter: Bool { isASCIILowercase || (0x41...0x5A).contains(value) }
}
