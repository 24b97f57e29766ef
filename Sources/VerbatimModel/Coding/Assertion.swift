/// Whether a finding is affirmed or denied.
public enum Polarity: String, Hashable, Sendable, Codable, CaseIterable {
    /// Said to be so.
    case affirmed
    /// Said not to be so.
    case negated
    /// Of a coding made of hits that differ.
    case mixed
}

/// How a finding is put.
public enum Modality: String, Hashable, Sendable, Codable, CaseIterable {
    /// Said outright.
    case stated
    /// Said with doubt.
    case hedged
    /// Said under a condition.
    case conditional
    /// Asked.
    case question
    /// Of a coding made of hits that differ.
    case mixed
}

/// Whose finding it is.
public enum Holder: String, Hashable, Sendable, Codable, CaseIterable {
    /// The speaker's own.
    case `self`
    /// Somebody else's, whom the speaker reports.
    case other
    /// Of a coding made of hits that differ.
    case mixed
}

/// How a hit or a coding is asserted.
public struct Assertion: Hashable, Sendable, Codable {
    /// Whether it is affirmed or denied.
    public var polarity: Polarity
    /// How it is put.
    public var modality: Modality
    /// Whose it is.
    public var holder: Holder

    /// An assertion; outright, affirmed and the speaker's own where nothing is said.
    public init(polarity: Polarity = .affirmed, modality: Modality = .stated, holder: Holder = .self) {
        self.polarity = polarity
        self.modality = modality
        self.holder = holder
    }

    /// The assertion of a coding made of hits with these two: what differs is mixed.
    public func combined(with other: Assertion) -> Assertion {
        Assertion(
            polarity: polarity == other.polarity ? polarity : .mixed,
            modality: modality == other.modality ? modality : .mixed,
            holder: holder == other.holder ? holder : .mixed)
    }

    /// Whether the assertion is of the given kind.
    ///
    /// What is mixed is of each kind it may be made of only if it says so, so this is for hits, which are never mixed.
    public func isOf(_ kind: AssertionKind) -> Bool {
        switch kind {
        case .affirmed: polarity == .affirmed
        case .negated: polarity == .negated
        case .hedged: modality == .hedged
        case .conditional: modality == .conditional
        case .question: modality == .question
        case .reported: holder == .other
        }
    }
}
