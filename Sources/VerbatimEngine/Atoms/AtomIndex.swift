import VerbatimModel
import VerbatimText

/// Finds the atoms that a word type fits, without trying them all.
///
/// Words and exact words are found by the hash of the folded form; wildcards by that of their literal beginning, for
/// which all the beginnings of the folded form are looked up on the way; stems by the hash of the type's stem, which is
/// worked out once in each language that has stems. Regular expressions are tried where the first byte fits, and only
/// wildcards that begin with `*` or `?` are all tried one by one.
struct AtomIndex: Sendable {
    /// The languages that the atoms ask for stems in.
    let stemLanguages: [Language]
    private let atoms: [Atom]
    private var words: ByteTable
    private var prefixes: ByteTable
    /// By length in bytes: whether there is a wildcard with a literal beginning so long.
    private var prefixLengths: [Bool]
    /// Wildcards without a literal beginning.
    private var unanchored: ContiguousArray<Int32> = []
    /// For each of ``stemLanguages`` the atoms of each stem.
    private var stems: [ByteTable] = []
    /// By the first byte of a folded token: the regular expressions that it may match; empty where there are none.
    private var regexes: ContiguousArray<ContiguousArray<Int32>> = []

    /// An index of the given atoms.
    init(_ atoms: [Atom]) {
        self.atoms = atoms
        words = ByteTable(capacity: atoms.count)
        prefixes = ByteTable(capacity: atoms.count)
        var longest = 0
        var stemCounts: [Language: Int] = [:]
        for atom in atoms {
            if case .wildcard(let pattern) = atom { longest = max(longest, pattern.prefix.count) }
            if case .stem(_, let language) = atom { stemCounts[language, default: 0] += 1 }
        }
        prefixLengths = Array(repeating: false, count: longest + 1)
        stemLanguages = stemCounts.keys.sorted { $0.code < $1.code }
        stems = stemLanguages.map { ByteTable(capacity: stemCounts[$0] ?? 0) }
        for (index, atom) in atoms.enumerated() { add(atom, Int32(index)) }
    }

    private mutating func add(_ atom: Atom, _ index: Int32) {
        switch atom {
        case .word(let folded):
            words.add(index, for: folded)
        case .exact(let text):
            words.add(index, for: Array(Folding.fold(text).utf8))
        case .wildcard(let pattern) where pattern.prefix.isEmpty:
            unanchored.append(index)
        case .wildcard(let pattern):
            prefixes.add(index, for: pattern.prefix)
            prefixLengths[pattern.prefix.count] = true
        case .stem(let stem, let language):
            if let table = stemLanguages.firstIndex(of: language) { stems[table].add(index, for: stem) }
        case .regex(let pattern):
            if regexes.isEmpty { regexes = ContiguousArray(repeating: [], count: 256) }
            for byte in UInt8.min...UInt8.max where pattern.mayBegin(with: byte) { regexes[Int(byte)].append(index) }
        }
    }

    /// Puts the atoms that a word type fits into `found`, in ascending order.
    /// - Parameters:
    ///   - surface: the type as written, in UTF-8.
    ///   - folded: its folded form, in UTF-8.
    ///   - stemmers: one for each of ``stemLanguages``.
    ///   - stem: room for a stem, whatever it holds.
    ///   - found: the result; what it held before is removed.
    func find(
        surface: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>, stemmers: [Stemmer?],
        stem: inout [UInt8], into found: inout ContiguousArray<Int32>
    ) {
        found.removeAll(keepingCapacity: true)
        var hash = ByteTable.seed
        for length in 0..<folded.count {
            hash = ByteTable.hash(hash, adding: folded[length])
            if length + 1 < prefixLengths.count, prefixLengths[length + 1] {
                prefixes.find(UnsafeBufferPointer(rebasing: folded[...length]), hash: hash, into: &found)
            }
        }
        words.find(folded, hash: hash, into: &found)
        found.append(contentsOf: unanchored)
        if !regexes.isEmpty, let first = folded.first { found.append(contentsOf: regexes[Int(first)]) }
        for (table, stemmer) in zip(stems, stemmers) {
            guard let stemmer else { continue }
            stemmer.stem(of: surface, into: &stem)
            stem.withUnsafeBufferPointer { key in
                table.find(key, hash: key.reduce(ByteTable.seed) { ByteTable.hash($0, adding: $1) }, into: &found)
            }
        }
        found.removeAll { atom in
            switch atoms[Int(atom)] {
            case .word, .stem: false
            case .exact(let text): text != String(decoding: surface, as: UTF8.self)
            case .wildcard(let pattern): !pattern.fits(folded)
            case .regex(let pattern): !pattern.matches(folded)
            }
        }
        found.sort()
    }

    /// The same with stemmers of its own: for look-ups that are few.
    func find(
        surface: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>,
        into found: inout ContiguousArray<Int32>
    ) {
        var stem: [UInt8] = []
        find(
            surface: surface, folded: folded, stemmers: stemLanguages.map { Stemmer(language: $0) }, stem: &stem,
            into: &found)
    }
}
