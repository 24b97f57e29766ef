/// A hash table from runs of bytes to lists of atoms, filled once and then only read.
///
/// The hash is FNV-1a, so that the hashes of all the beginnings of a word come out on the way to that of the word.
struct ByteTable: Sendable {
    /// The hash of no bytes.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    private var slots: ContiguousArray<Int32>
    private var keys: ContiguousArray<ContiguousArray<UInt8>> = []
    private var values: ContiguousArray<ContiguousArray<Int32>> = []

    /// An empty table with room for `count` keys.
    init(capacity count: Int) {
        var size = 16
        while size < count * 2 { size *= 2 }
        slots = ContiguousArray(repeating: -1, count: size)
    }

    /// The hash of some bytes with one more.
    @inline(__always)
    static func hash(_ hash: UInt64, adding byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// Adds an atom to the list of a key.
    ///
    /// At most as many different keys as the table has room for may be added.
    mutating func add(_ atom: Int32, for key: [UInt8]) {
        let hash = key.reduce(Self.seed) { Self.hash($0, adding: $1) }
        let slot = key.withUnsafeBufferPointer { self.slot(of: $0, hash: hash) }
        if slots[slot] < 0 {
            slots[slot] = Int32(keys.count)
            keys.append(ContiguousArray(key))
            values.append([atom])
        } else {
            values[Int(slots[slot])].append(atom)
        }
    }

    /// Appends the atoms of a key to `atoms`.
    ///
    /// `hash` is the FNV-1a hash of `key`.
    func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64, into atoms: inout ContiguousArray<Int32>) {
        let index = slots[slot(of: key, hash: hash)]
        if index >= 0 { atoms.append(contentsOf: values[Int(index)]) }
    }

    private func slot(of key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while slots[slot] >= 0, !keys[Int(slots[slot])].elementsEqual(key) { slot = (slot + 1) & mask }
        return slot
    }
}
