package import VerbatimModel

/// How a finding is asserted **as its code defines it**: what people label, and what codings are compared with.
///
/// People judge the finding, rules the words: "I will not go back" affirms the code "does not intend to return", though
/// its words are negated. So what a code's rules ask for (`only negated`, `only conditional`) is the finding itself.
package struct AssertionLabel: Hashable, Sendable {
    /// The kinds it is of, with `other` as `reported`.
    package let kinds: Set<AssertionKind>

    /// The label of the given kinds.
    package init(_ kinds: Set<AssertionKind>) {
        self.kinds = kinds
    }

    /// The label that people wrote: kinds joined by `+`, spaces, commas or semicolons; `other` is `reported`, `stated`
    /// and `self` say nothing more.
    ///
    /// - Returns: `nil` where a word is no kind.
    package init?(_ text: String) {
        var kinds: Set<AssertionKind> = []
        for word in text.lowercased().split(whereSeparator: { "+ ,;/|".contains($0) }) {
            switch word {
            case "other", "others": kinds.insert(.reported)
            case "denied": kinds.insert(.negated)
            case "stated", "self": continue
            case "mixed": kinds.formUnion([.affirmed, .negated])
            default:
                guard let kind = AssertionKind(rawValue: String(word)) else { return nil }
                kinds.insert(kind)
            }
        }
        self.kinds = kinds
    }

    /// The label of a coding, of a code that asks for words of the kinds `bound`.
    init(_ coding: Coding, bound: Set<AssertionKind>) {
        var kinds = Set(coding.assertionKinds)
        if bound.contains(.negated), kinds.remove(.negated) != nil { kinds.insert(.affirmed) }
        self = AssertionLabel(kinds).leavingOut(bound)
    }

    /// The label without the condition that a code asks for: what is the finding itself is said by every coding of it.
    func leavingOut(_ bound: Set<AssertionKind>) -> AssertionLabel {
        bound.contains(.conditional) ? AssertionLabel(kinds.subtracting([.conditional])) : self
    }

    /// Whether it says that the finding is so or is not so; a label may say only that it is conditional.
    var hasPolarity: Bool { !kinds.isDisjoint(with: [.affirmed, .negated]) }

    /// Whether a coding's label is that of the truth: polarity, where the truth names one; modality; and whose it is.
    func agrees(with truth: AssertionLabel) -> Bool {
        func same(_ group: Set<AssertionKind>) -> Bool { kinds.intersection(group) == truth.kinds.intersection(group) }
        return (!truth.hasPolarity || same([.affirmed, .negated])) && same([.hedged, .conditional, .question])
            && same([.reported])
    }

    /// Whether a coding's label has all that the truth says, perhaps beside more: a coding of several hits is of the kinds
    /// of all of them.
    func contains(_ truth: AssertionLabel) -> Bool { kinds.isSuperset(of: truth.kinds) }

    /// The kinds in their order, joined by `+`; `nil` where none is known.
    var text: String? {
        kinds.isEmpty ? nil : AssertionKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: "+")
    }

    /// The kinds of words that the rules of a code ask for in place of affirmed ones.
    static func bound(by code: Code) -> Set<AssertionKind> {
        var bound: Set<AssertionKind> = []
        for rule in code.rules {
            for case .only(let kinds) in rule.guards where !kinds.contains(.affirmed) { bound.formUnion(kinds) }
        }
        return bound.intersection([.negated, .conditional])
    }
}
