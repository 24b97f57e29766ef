/// The passages that a kind of person can say.
struct PassagePool: Sendable {
    /// Who speaks.
    struct Key: Hashable, Sendable {
        var language: StudyLanguage
        var country: StudyCountry
        /// `nil` for stakeholders.
        var group: MigrantGroup?
        /// The sex of the person whom an interpreter speaks for; `nil` where there is none.
        var interpreted: Sex?
    }

    /// For each code, the places in the bank of the passages that carry it.
    private(set) var byCode: [[Int]]
    /// Those with words of a theme and no code.
    private(set) var uncoded: [Int] = []
    /// The neutral ones.
    private(set) var neutral: [Int] = []

    /// The pool of a kind of person.
    /// - Complexity: O(passages of the bank).
    init(_ key: Key, of passages: [Passage]) {
        byCode = StudyCodes.all.map { _ in [] }
        for (index, passage) in passages.enumerated() where Self.fits(passage, key) {
            if passage.isNeutral {
                neutral.append(index)
            } else if passage.marks.isEmpty {
                uncoded.append(index)
            } else {
                for code in StudyCodes.all.indices where passage.codes & 1 << UInt64(code) != 0 {
                    byCode[code].append(index)
                }
            }
        }
    }

    private static func fits(_ passage: Passage, _ key: Key) -> Bool {
        guard passage.language == key.language, passage.place == nil || passage.place == key.country else {
            return false
        }
        switch passage.voice {
        case .stakeholder: return key.group == nil
        case .interpreter:
            guard let sex = key.interpreted, (passage.sexSpokenOf ?? sex) == sex else { return false }
        case .migrant: break
        }
        guard let group = key.group else { return false }
        return passage.situation == nil || passage.situation == group.situation
    }
}
