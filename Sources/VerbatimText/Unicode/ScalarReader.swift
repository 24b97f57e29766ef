/// Reads the scalars of a UTF-8 text with their break properties, forward and backward.
///
/// It borrows the text and the tables: it must not outlive the call that made it. Offsets are UTF-8 offsets in the
/// whole buffer. Bytes that are no valid UTF-8 are read one by one, as scalars without properties.
struct ScalarReader {
    /// One scalar, where it was read.
    struct Item {
        /// The scalar's number.
        var scalar: UInt32
        /// Its properties.
        var properties: BreakProperties
        /// The UTF-8 offset behind it.
        var next: Int
    }

    /// The whole buffer.
    let utf8: UnsafeBufferPointer<UInt8>
    /// Where reading backward stops.
    let start: Int
    /// Where reading forward stops.
    let end: Int
    private let blocks: UnsafeBufferPointer<UInt16>
    private let values: UnsafeBufferPointer<UInt16>

    /// Calls `body` with a reader of `range` (UTF-8 offsets in `utf8`).
    static func withReader<Result>(
        of utf8: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (ScalarReader) -> Result
    ) -> Result {
        let table = BreakTable.shared
        return table.blocks.withUnsafeBufferPointer { blocks in
            table.values.withUnsafeBufferPointer { values in
                body(
                    ScalarReader(
                        utf8: utf8, start: range.lowerBound, end: range.upperBound, blocks: blocks, values: values))
            }
        }
    }

    /// The scalar at `offset`, which must lie before ``end``.
    @inline(__always)
    func read(at offset: Int) -> Item {
        let first = utf8[offset]
        if first < 0x80 {
            return Item(
                scalar: UInt32(first), properties: BreakProperties(bits: values[Int(first)]), next: offset + 1)
        }
        return readMultibyte(first, at: offset)
    }

    @inline(__always)
    private func readMultibyte(_ first: UInt8, at offset: Int) -> Item {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, offset + length <= end else {
            return Item(scalar: 0xFFFD, properties: BreakProperties(bits: 0), next: offset + 1)
        }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { scalar = scalar << 6 | UInt32(utf8[offset + index] & 0x3F) }
        guard scalar < 0x11_0000 else {
            return Item(scalar: 0xFFFD, properties: BreakProperties(bits: 0), next: offset + 1)
        }
        let block = Int(blocks[Int(scalar >> BreakTable.blockShift)]) << Int(BreakTable.blockShift)
        let bits = values[block | Int(scalar & (1 << BreakTable.blockShift - 1))]
        return Item(scalar: scalar, properties: BreakProperties(bits: bits), next: offset + length)
    }

    /// The UTF-8 offset of the scalar that ends at `offset`, which must lie behind ``start``.
    func offset(before offset: Int) -> Int {
        var previous = offset - 1
        while previous > start, offset - previous < 4, utf8[previous] & 0xC0 == 0x80 { previous -= 1 }
        return previous
    }
}
