import VerbatimModel

/// Checks what only the whole codebook can tell: names that are not declared, declared twice, or refer to each other
/// in a circle, and what is probably an oversight.
enum Validation {
    /// All faults and warnings of a draft.
    /// - Complexity: O(size of the codebook).
    static func faults(of draft: Draft) -> [Fault] {
        var faults: [Fault] = []
        DuplicateCheck.run(draft, &faults)
        ReferenceCheck.run(draft, &faults)
        CompletenessCheck.run(draft, &faults)
        LanguageCheck.run(draft, &faults)
        return faults
    }
}
