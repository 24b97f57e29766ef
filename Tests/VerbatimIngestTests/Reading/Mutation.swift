import VerbatimTestSupport

/// Changes a file at random, as accidents do: bytes and runs replaced, cut, doubled and moved, lines swapped, signs put in.
struct Mutation {
    /// The signs that the format is made of: put in at random places.
    var signs: [UInt8]
    /// How many changes a file has.
    var changes: ClosedRange<Int>

    /// So many changes, with the signs of a format.
    init(signs: String, changes: ClosedRange<Int> = 1...4) {
        self.signs = Array(signs.utf8)
        self.changes = changes
    }

    /// The bytes with changes drawn from a stream.
    func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: changes, using: &random) where !bytes.isEmpty { change(&bytes, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<12, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes[place] = UInt8.random(in: 0x30...0x39, using: &random)
        case 3: bytes[place] = UInt8.random(in: 0x61...0x7A, using: &random)
        case 4: bytes.remove(at: place)
        case 5: bytes.removeSubrange(place..<end)
        case 6: bytes.insert(contentsOf: signs.shuffled(using: &random).prefix(4), at: place)
        case 7: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: place)
        case 8: bytes.removeSubrange(end...)
        case 9: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        case 10:
            let run = Array(bytes[place..<end])
            bytes.insert(contentsOf: run, at: Int.random(in: 0...bytes.count, using: &random))
        default: swapLines(&bytes, &random)
        }
    }

    private func swapLines(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        guard lines.count > 2 else { return }
        lines.swapAt(Int.random(in: 1..<lines.count, using: &random), Int.random(in: 1..<lines.count, using: &random))
        bytes = Array(lines.joined(separator: [0x0A]))
    }
}
