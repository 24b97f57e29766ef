/// A run of a canonical text, as half-open Unicode-scalar offsets counted from 0.
///
/// This is the only unit in which a position leaves the program (the study file, CSV, JSON, REFI-QDA). Inside the
/// engine positions are UTF-8 offsets (``ByteRange``); ``OffsetMap`` converts, and no other code does.
public struct TextSpan: Hashable, Sendable, Codable {
    /// The offset of the first scalar.
    public var start: Int
    /// The offset behind the last scalar.
    public var end: Int

    /// A span from `start` up to and without `end`, both in Unicode scalars from 0.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

extension TextSpan: Comparable {
    /// Orders by start, then by end.
    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

/// A run of a canonical text, as half-open UTF-8 offsets counted from 0.
public typealias ByteRange = Range<Int>
