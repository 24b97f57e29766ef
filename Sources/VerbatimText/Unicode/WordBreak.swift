/// A value of the property Word_Break (UAX #29, table 3).
struct WordBreak: Hashable, Sendable {
    /// The number that stands for the value in the generated table.
    var rawValue: UInt8

    static var other: Self { Self(rawValue: 0) }
    static var carriageReturn: Self { Self(rawValue: 1) }
    static var lineFeed: Self { Self(rawValue: 2) }
    static var newline: Self { Self(rawValue: 3) }
    static var extend: Self { Self(rawValue: 4) }
    static var zeroWidthJoiner: Self { Self(rawValue: 5) }
    static var format: Self { Self(rawValue: 6) }
    static var regionalIndicator: Self { Self(rawValue: 7) }
    static var katakana: Self { Self(rawValue: 8) }
    static var hebrewLetter: Self { Self(rawValue: 9) }
    static var letter: Self { Self(rawValue: 10) }
    static var singleQuote: Self { Self(rawValue: 11) }
    static var doubleQuote: Self { Self(rawValue: 12) }
    static var midNumLet: Self { Self(rawValue: 13) }
    static var midLetter: Self { Self(rawValue: 14) }
    static var midNum: Self { Self(rawValue: 15) }
    static var numeric: Self { Self(rawValue: 16) }
    static var extendNumLet: Self { Self(rawValue: 17) }
    static var space: Self { Self(rawValue: 18) }

    /// AHLetter of UAX #29.
    var isLetter: Bool { self == .letter || self == .hebrewLetter }
    /// CR, LF or Newline.
    var isLineBreak: Bool { (1...3).contains(rawValue) }
    /// Extend, ZWJ or Format: what rule WB4 passes over.
    var isIgnored: Bool { (4...6).contains(rawValue) }
    /// MidLetter or MidNumLetQ of UAX #29: joins two letters.
    var joinsLetters: Bool { self == .midLetter || self == .midNumLet || self == .singleQuote }
    /// MidNum or MidNumLetQ of UAX #29: joins two numbers.
    var joinsNumbers: Bool { self == .midNum || self == .midNumLet || self == .singleQuote }
    /// Katakana, a letter, a number or a joiner such as the low line: what runs together in one word.
    var isWordPart: Bool { isLetter || self == .numeric || self == .katakana || self == .extendNumLet }
}
