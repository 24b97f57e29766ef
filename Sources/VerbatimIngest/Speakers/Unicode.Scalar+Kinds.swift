extension Unicode.Scalar {
    // The property tables are dear to ask, and most scalars of labels are ASCII.

    /// Whether it is white space: the property White_Space.
    var isSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether it is part of a word: the property Alphabetic.
    var isAlphabetic: Bool {
        isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }

    /// Whether it is a mark that stands over or under a letter: the general category Mn.
    var isNonspacingMark: Bool {
        !isASCII && properties.generalCategory == .nonspacingMark
    }
}
