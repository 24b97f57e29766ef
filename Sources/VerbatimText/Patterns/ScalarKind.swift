/// What `\w` and `\d` tell apart, by the tables of the segmenter and so alike on every machine.
enum ScalarKind: UInt8, CaseIterable {
    /// Neither letter nor digit.
    case other
    /// A letter, a number that is no decimal digit, a mark that stays in folded text, or `_`.
    case word
    /// A decimal digit of any script.
    case digit

    /// The kind of a scalar.
    init(_ scalar: UInt32) {
        let table = BreakTable.shared
        let block = Int(table.blocks[Int(scalar >> BreakTable.blockShift)]) << Int(BreakTable.blockShift)
        let properties = BreakProperties(bits: table.values[block | Int(scalar & (1 << BreakTable.blockShift - 1))])
        if properties.isLetterOrDigit {
            self = properties.word == .numeric ? .digit : .word
        } else {
            self = properties.word == .extend || scalar == 0x5F ? .word : .other
        }
    }
}
