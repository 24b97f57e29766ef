/// What a speaker says of a code's matter, as the bank labels it; several hold together, as in `negated+other`.
struct Stance: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let affirmed = Stance(rawValue: 1)
    static let negated = Stance(rawValue: 2)
    static let hedged = Stance(rawValue: 4)
    static let conditional = Stance(rawValue: 8)
    /// Somebody else's plan or experience.
    static let other = Stance(rawValue: 16)
    /// Said to be so by others.
    static let reported = Stance(rawValue: 32)

    /// The names of the bank, in the order in which they are joined.
    static let names: [(stance: Stance, name: String)] = [
        (.affirmed, "affirmed"), (.negated, "negated"), (.hedged, "hedged"), (.conditional, "conditional"),
        (.other, "other"), (.reported, "reported"),
    ]

    /// The stance of a label such as `conditional+negated`; `nil` where a name is none.
    init?(label: Substring) {
        self = []
        for part in label.split(separator: "+", omittingEmptySubsequences: false) {
            guard let known = Self.names.first(where: { $0.name == part }) else { return nil }
            insert(known.stance)
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The names of all that holds, joined by `+`.
    var label: String {
        Self.names.filter { contains($0.stance) }.map(\.name).joined(separator: "+")
    }
}
