/// What folding makes of every Unicode scalar, as a table of two stages, decoded once from the generated text.
struct FoldingTable: Sendable {
    /// Scalars in a block, as a power of two.
    static let blockShift: UInt32 = 7
    /// The table that everybody shares.
    static let shared = FoldingTable()

    /// For each block of scalars, its number in ``entries``.
    let blocks: [UInt8]
    /// Block after block: 0 for a scalar that stays, else the number of its folded form in ``ends``.
    ///
    /// Block 0 holds only zeros.
    let entries: [UInt16]
    /// Where each folded form ends in ``pool``; it begins where the one before ends.
    ///
    /// Forms 0 and 1 are empty: 1 is that of scalars that are removed.
    let ends: [UInt32]
    /// The folded forms, in UTF-8.
    let pool: [UInt8]

    private init() {
        let blockSize = 1 << Self.blockShift
        var blocks = [UInt8](repeating: 0, count: 0x11_0000 >> Int(Self.blockShift))
        var entries = [UInt16](repeating: 0, count: blockSize)
        var ends: [UInt32] = [0, 0]
        var pool: [UInt8] = []
        var forms: [[UInt32]: UInt16] = [[]: 1]

        func add(_ scalar: Int, _ form: [UInt32]) {
            let number = forms[form] ?? UInt16(ends.count)
            if forms.updateValue(number, forKey: form) == nil {
                for each in form.compactMap(Unicode.Scalar.init) { pool.append(contentsOf: String(each).utf8) }
                ends.append(UInt32(pool.count))
            }
            let block = scalar >> Int(Self.blockShift)
            if blocks[block] == 0 {
                blocks[block] = UInt8(entries.count / blockSize)
                entries.append(contentsOf: repeatElement(0, count: blockSize))
            }
            entries[Int(blocks[block]) * blockSize + scalar % blockSize] = number
        }

        Self.records.withUTF8Buffer { text in
            var index = 0
            var scalar = 0
            func number() -> Int {
                var value = 0
                while index < text.count, let digit = hexadecimalDigit(text[index]) {
                    value = value * 16 + digit
                    index += 1
                }
                return value
            }
            while index < text.count {
                guard hexadecimalDigit(text[index]) != nil else {
                    index += 1
                    continue
                }
                scalar += number()
                let operation = text[index]
                index += 1
                switch operation {
                case UInt8(ascii: "x"):
                    let count = number()
                    for offset in 0..<count { add(scalar + offset, []) }
                    scalar += count
                case UInt8(ascii: "s"), UInt8(ascii: "t"):
                    let step = operation == UInt8(ascii: "s") ? 1 : 2
                    let count = number()
                    let sign = text[index] == UInt8(ascii: "-") ? -1 : 1
                    index += 1
                    let delta = sign * number()
                    for offset in 0..<count {
                        add(scalar + step * offset, [UInt32(scalar + step * offset + delta)])
                    }
                    scalar += step * (count - 1) + 1
                default:
                    var form = [UInt32(number())]
                    while index < text.count, text[index] == UInt8(ascii: ",") {
                        index += 1
                        form.append(UInt32(number()))
                    }
                    add(scalar, form)
                    scalar += 1
                }
            }
        }
        self.blocks = blocks
        self.entries = entries
        self.ends = ends
        self.pool = pool
    }

    /// Appends the folded form of a scalar that is written at `source` in UTF-8.
    @inline(__always)
    func fold(_ scalar: UInt32, writtenAt source: UnsafeBufferPointer<UInt8>.SubSequence, into output: inout [UInt8]) {
        if (0xAC00...0xD7A3).contains(scalar) {
            foldHangul(scalar, into: &output)
            return
        }
        let block = Int(blocks[Int(scalar >> Self.blockShift)]) << Int(Self.blockShift)
        let number = Int(entries[block | Int(scalar & (1 << Self.blockShift - 1))])
        if number == 0 {
            output.append(contentsOf: source)
        } else {
            output.append(contentsOf: pool[Int(ends[number - 1])..<Int(ends[number])])
        }
    }

    /// Appends the jamo of a Hangul syllable (The Unicode Standard, section 3.12).
    private func foldHangul(_ scalar: UInt32, into output: inout [UInt8]) {
        let index = scalar - 0xAC00
        let tail = index % 28
        let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (tail == 0 ? [] : [0x11A7 + tail])
        for each in jamo.compactMap(Unicode.Scalar.init) { output.append(contentsOf: String(each).utf8) }
    }
}
