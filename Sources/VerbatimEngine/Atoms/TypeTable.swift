import VerbatimText

/// The word types that one worker has met, each with the set of atoms it fits.
///
/// The key is the token as written. A type is folded and tested once, when it is first met; from then on a token costs
/// one look-up. A set of atoms that occurs is a *symbol*; symbol 0 is the empty set.
final class TypeTable {
    private struct Entry {
        /// The first 8 bytes and the next 8; of a longer type, a hash of all and the offset in ``long``.
        var low: UInt64
        var high: UInt64
        var length: Int32
        var symbol: Int32
    }

    /// Bytes behind a token that must be readable, whatever they hold.
    static let padding = 16

    private let index: AtomIndex
    private var slots: UnsafeMutablePointer<UInt32>
    private var mask: Int
    private var entries: UnsafeMutablePointer<Entry>
    private var capacity: Int
    private var count = 0
    private var long: ContiguousArray<UInt8> = []
    private var folded: [UInt8] = []
    private var stem: [UInt8] = []
    /// One for each language of the index; a stemmer is no worker's but its own.
    private let stemmers: [Stemmer?]
    private var atoms: ContiguousArray<Int32> = []
    private var symbols: [ContiguousArray<Int32>: Int32] = [[]: 0]
    /// The atoms of all symbols, one symbol after another, each in ascending order.
    private(set) var symbolAtoms: ContiguousArray<Int32> = []
    /// For each symbol where its atoms begin in ``symbolAtoms``; one more entry for the end.
    private(set) var symbolStarts: ContiguousArray<Int32> = [0, 0]

    /// An empty table for the given atoms.
    init(_ index: AtomIndex) {
        self.index = index
        stemmers = index.stemLanguages.map { Stemmer(language: $0) }
        mask = 1 << 10 - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
        capacity = (mask + 1) / 2
        entries = .allocate(capacity: capacity)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
    }

    /// The atoms of a symbol, as a range of ``symbolAtoms``.
    @inline(__always)
    func atoms(ofSymbol symbol: Int) -> Range<Int> {
        Int(symbolStarts[symbol])..<Int(symbolStarts[symbol + 1])
    }

    /// The symbols of tokens, in order.
    ///
    /// - Parameters:
    ///   - tokens: where they stand in `text`.
    ///   - text: ``padding`` bytes behind the last token must be readable.
    ///   - symbols: room for one symbol for each token.
    func findSymbols(
        of tokens: UnsafeBufferPointer<SegmentedText.Token>, in text: UnsafePointer<UInt8>,
        into symbols: UnsafeMutableBufferPointer<Int32>
    ) {
        // Copies, since every access to a property of a class is checked.
        var slots = slots
        var mask = mask
        var entries = entries
        for (number, token) in tokens.enumerated() {
            let start = text + Int(token.start)
            let length = Int(token.end &- token.start)
            let key = Key(start, length: length)
            var slot = key.slot & mask
            var symbol: Int32 = -1
            while slots[slot] != 0 {
                let entry = entries + Int(slots[slot] &- 1)
                if entry.pointee.low == key.low, entry.pointee.length == Int32(truncatingIfNeeded: length),
                    length <= 16
                        ? entry.pointee.high == key.high : isLong(start, length: length, at: Int(entry.pointee.high))
                {
                    symbol = entry.pointee.symbol
                    break
                }
                slot = (slot &+ 1) & mask
            }
            if symbol < 0 {
                symbol = add(UnsafeBufferPointer(start: start, count: length), key, slot: slot)
                slots = self.slots
                mask = self.mask
                entries = self.entries
            }
            symbols[number] = symbol
        }
    }

    /// What a token is looked up by.
    private struct Key {
        /// The first 8 bytes and the next 8; of a longer token a hash of all, and 0.
        var low: UInt64
        var high: UInt64 = 0
        var length: Int

        @inline(__always)
        init(_ token: UnsafePointer<UInt8>, length: Int) {
            self.length = length
            guard length <= 16 else {
                low = ByteTable.seed
                for offset in 0..<length { low = ByteTable.hash(low, adding: token[offset]) }
                return
            }
            let raw = UnsafeRawPointer(token)
            low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
            if length < 8 {
                low &= (1 &<< UInt64(length &* 8)) &- 1
            } else if length > 8 {
                high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                if length < 16 { high &= (1 &<< UInt64((length &- 8) &* 8)) &- 1 }
            }
        }

        init(low: UInt64, high: UInt64, length: Int) {
            self.low = low
            self.high = length <= 16 ? high : 0
            self.length = length
        }

        /// Where the search for the token begins, before the mask of the table.
        @inline(__always)
        var slot: Int {
            let hash = ((low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &+ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
            return Int(truncatingIfNeeded: hash >> 32)
        }
    }

    private func isLong(_ token: UnsafePointer<UInt8>, length: Int, at offset: Int) -> Bool {
        for index in 0..<length where long[offset + index] != token[index] { return false }
        return true
    }

    private func add(_ surface: UnsafeBufferPointer<UInt8>, _ key: Key, slot: Int) -> Int32 {
        let symbol = classify(surface)
        var high = key.high
        if surface.count > 16 {
            high = UInt64(long.count)
            long.append(contentsOf: surface)
        }
        (entries + count).initialize(
            to: Entry(low: key.low, high: high, length: Int32(surface.count), symbol: symbol))
        count += 1
        slots[slot] = UInt32(count)
        if count == capacity { grow() }
        return symbol
    }

    private func classify(_ surface: UnsafeBufferPointer<UInt8>) -> Int32 {
        folded.removeAll(keepingCapacity: true)
        if surface.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "`") }) {
            // Of ASCII only the capitals fold to something else.
            for byte in surface { folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        } else {
            Folding.fold(utf8: surface, into: &folded)
        }
        folded.withUnsafeBufferPointer {
            index.find(surface: surface, folded: $0, stemmers: stemmers, stem: &stem, into: &atoms)
        }
        if let symbol = symbols[atoms] { return symbol }
        let symbol = Int32(symbols.count)
        symbols[atoms] = symbol
        symbolAtoms.append(contentsOf: atoms)
        symbolStarts.append(Int32(symbolAtoms.count))
        return symbol
    }

    private func grow() {
        let newEntries = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
        newEntries.moveInitialize(from: entries, count: count)
        entries.deallocate()
        entries = newEntries
        capacity *= 2
        let oldSlots = slots
        let oldSize = mask + 1
        mask = oldSize * 2 - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
        for old in 0..<oldSize where oldSlots[old] != 0 {
            let entry = entries[Int(oldSlots[old] - 1)]
            var slot = Key(low: entry.low, high: entry.high, length: Int(entry.length)).slot & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = oldSlots[old]
        }
        oldSlots.deallocate()
    }
}
