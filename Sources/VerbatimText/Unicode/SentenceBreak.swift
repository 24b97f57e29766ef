/// A value of the property Sentence_Break (UAX #29, table 4).
struct SentenceBreak: Hashable, Sendable {
    /// The number that stands for the value in the generated table.
    var rawValue: UInt8

    static var other: Self { Self(rawValue: 0) }
    static var carriageReturn: Self { Self(rawValue: 1) }
    static var lineFeed: Self { Self(rawValue: 2) }
    static var separator: Self { Self(rawValue: 3) }
    static var extend: Self { Self(rawValue: 4) }
    static var format: Self { Self(rawValue: 5) }
    static var space: Self { Self(rawValue: 6) }
    static var lower: Self { Self(rawValue: 7) }
    static var upper: Self { Self(rawValue: 8) }
    static var otherLetter: Self { Self(rawValue: 9) }
    static var numeric: Self { Self(rawValue: 10) }
    static var fullStop: Self { Self(rawValue: 11) }
    static var terminator: Self { Self(rawValue: 12) }
    static var continuation: Self { Self(rawValue: 13) }
    static var close: Self { Self(rawValue: 14) }

    /// ParaSep of UAX #29.
    var isParagraphBreak: Bool { (1...3).contains(rawValue) }
    /// SATerm of UAX #29.
    var isTerminator: Bool { self == .fullStop || self == .terminator }
    /// Extend or Format: what rule SB5 passes over.
    var isIgnored: Bool { self == .extend || self == .format }
    /// Upper, Lower or OLetter.
    var isLetter: Bool { (7...9).contains(rawValue) }
}
