/// Converts positions in one text between UTF-8 offsets, Unicode-scalar offsets, and lines and columns.
///
/// Building it scans the text once. A conversion then reads at most one block of ``blockSize`` bytes; in a text that
/// is all ASCII it reads nothing. A UTF-8 offset inside a scalar counts as the offset of that scalar.
public struct OffsetMap: Sendable {
    /// Bytes between two remembered positions.
    static let blockSize = 256

    private let bytes: [UInt8]
    /// The number of scalars that begin before each block; empty when the text is ASCII.
    private let scalarsBeforeBlock: [Int]
    /// The UTF-8 offset at which each line begins, the first at 0.
    private let lineStarts: [Int]
    /// The number of Unicode scalars in the text.
    public let scalarCount: Int

    /// A map of the given text.
    /// - Complexity: O(length of the text).
    public init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    /// A map of the given text, which must be valid UTF-8.
    /// - Complexity: O(length of the text).
    public init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        var blocks: [Int] = []
        var lines = [0]
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.blockSize == 0 { blocks.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == UInt8(ascii: "\n") { lines.append(offset + 1) }
        }
        scalarCount = scalars
        lineStarts = lines
        scalarsBeforeBlock = scalars == bytes.count ? [] : blocks
    }

    /// The number of UTF-8 code units in the text.
    public var utf8Count: Int { bytes.count }

    /// The Unicode-scalar offset of a UTF-8 offset; offsets outside the text are clamped to it.
    public func scalarOffset(ofUTF8 offset: Int) -> Int {
        let offset = min(max(offset, 0), bytes.count)
        guard !scalarsBeforeBlock.isEmpty else { return offset }
        guard offset < bytes.count else { return scalarCount }
        let block = offset / Self.blockSize
        var scalars = scalarsBeforeBlock[block] - 1
        for index in (block * Self.blockSize)...offset where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
        // A block may begin inside a scalar, which was counted with the block before it.
        return max(scalars, 0)
    }

    /// The UTF-8 offset at which the scalar with the given offset begins; offsets outside the text are clamped to it.
    public func utf8Offset(ofScalar offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        guard offset < scalarCount else { return bytes.count }
        guard !scalarsBeforeBlock.isEmpty else { return offset }
        var low = 0
        var high = scalarsBeforeBlock.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if scalarsBeforeBlock[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        var scalars = scalarsBeforeBlock[low]
        var index = low * Self.blockSize
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if scalars == offset { return index }
                scalars += 1
            }
            index += 1
        }
        return bytes.count
    }

    /// The span in Unicode scalars of a range in UTF-8 code units.
    public func span(of range: ByteRange) -> TextSpan {
        TextSpan(start: scalarOffset(ofUTF8: range.lowerBound), end: scalarOffset(ofUTF8: range.upperBound))
    }

    /// The range in UTF-8 code units of a span in Unicode scalars.
    public func byteRange(of span: TextSpan) -> ByteRange {
        let start = utf8Offset(ofScalar: span.start)
        return start..<max(start, utf8Offset(ofScalar: span.end))
    }

    /// The 1-based line and the 1-based column (in Unicode scalars) of a UTF-8 offset.
    public func position(ofUTF8 offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        let column = scalarOffset(ofUTF8: offset) - scalarOffset(ofUTF8: lineStarts[low])
        return SourcePosition(line: low + 1, column: column + 1)
    }

    /// The text of a range in UTF-8 code units.
    public func text(in range: ByteRange) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
