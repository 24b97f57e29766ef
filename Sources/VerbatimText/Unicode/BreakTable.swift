/// The break properties of every Unicode scalar, as a table of two stages, decoded once from the generated text.
struct BreakTable: Sendable {
    /// Scalars in a block, as a power of two.
    static let blockShift: UInt32 = 7
    /// The table that everybody shares.
    static let shared = BreakTable()

    /// For each block of scalars, where its values begin in ``values``, in blocks.
    let blocks: [UInt16]
    /// The packed properties, block after block; the first block is that of ASCII.
    let values: [UInt16]

    private init() {
        let blockSize = 1 << Self.blockShift
        var kindOfLetter = [UInt16](repeating: 0, count: 128)
        Self.kindNames.withUTF8Buffer { names in
            for (name, kind) in zip(names, Self.kinds) { kindOfLetter[Int(name)] = kind }
        }
        var blocks: [UInt16] = []
        var values: [UInt16] = []
        var uniform: [UInt16: UInt16] = [:]
        var block: [UInt16] = []

        func append(_ kind: UInt16, _ length: Int) {
            var left = length
            while left > 0 {
                if block.isEmpty, left >= blockSize {
                    // Most of the code space repeats one value: such blocks are stored once.
                    let index = uniform[kind] ?? UInt16(values.count / blockSize)
                    if uniform.updateValue(index, forKey: kind) == nil {
                        values.append(contentsOf: repeatElement(kind, count: blockSize))
                    }
                    let whole = left / blockSize
                    blocks.append(contentsOf: repeatElement(index, count: whole))
                    left -= whole * blockSize
                } else {
                    let part = min(left, blockSize - block.count)
                    block.append(contentsOf: repeatElement(kind, count: part))
                    left -= part
                    if block.count == blockSize {
                        blocks.append(UInt16(values.count / blockSize))
                        values.append(contentsOf: block)
                        block.removeAll(keepingCapacity: true)
                    }
                }
            }
        }

        Self.runs.withUTF8Buffer { text in
            var index = 0
            while index < text.count {
                let kind = kindOfLetter[Int(text[index] & 0x7F)]
                let isKind = text[index] > 0x20
                index += 1
                guard isKind else { continue }
                var length = 0
                while index < text.count, let digit = hexadecimalDigit(text[index]) {
                    length = length * 16 + digit
                    index += 1
                }
                append(kind, max(length, 1))
            }
        }
        self.blocks = blocks
        self.values = values
    }
}
