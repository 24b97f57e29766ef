import VerbatimModel

/// Finds labels of one transcript that are one person's: `Rebecca Stone` and then `RS`, `Interviewer` and `interviewr`.
///
/// Labels that differ in case and spaces alone have one key already. What is joined here is told by the labels and by where they
/// stand, so each joining that could be wrong is named in a warning.
struct SpeakerAliases {
    /// A key that stands for another.
    struct Alias: Equatable {
        /// The label that is joined, as first written.
        var label: String
        /// The label that it is joined to, as first written.
        var other: String
    }

    /// What was joined on evidence that can mislead, in the order of the lines.
    private(set) var doubtful: [Alias] = []
    private var canonicalKeys: [String: String] = [:]

    /// The key of the person whose label has the given key.
    func canonical(_ key: String) -> String { canonicalKeys[key] ?? key }

    /// The aliases among the labels of a transcript's lines.
    init(_ labels: [Int: LabelledLine]) {
        var people: [String: Person] = [:]
        for (line, label) in labels.sorted(by: { $0.key < $1.key }) {
            people[label.key, default: Person(label: label.label, key: label.key, first: line)].count += 1
            people[label.key]?.last = line
        }
        let all = people.values.sorted { $0.first < $1.first }
        joinBracketed(all)
        joinRoles(all)
        joinShortened(all)
        joinMistyped(all)
    }

    /// One label and where it stands.
    private struct Person {
        var label: String
        var key: String
        var first: Int
        var last = 0
        var count = 0
        var words: [String] { SpeakerLabel.words(SpeakerLabel.withoutBrackets(label) ?? label) }

        init(label: String, key: String, first: Int) {
            self.label = label
            self.key = key
            self.first = first
        }
    }

    private mutating func join(_ person: Person, to other: Person, isDoubtful: Bool) {
        let target = canonical(other.key)
        guard canonicalKeys[person.key] == nil, target != person.key else { return }
        canonicalKeys[person.key] = target
        // Whoever was joined to this one before goes along.
        for (key, old) in canonicalKeys where old == person.key { canonicalKeys[key] = target }
        if isDoubtful { doubtful.append(Alias(label: person.label, other: other.label)) }
    }

    // MARK: - Certain

    /// `Sammy Mahdi:` is `Sammy Mahdi (CD&V):` where only one label in round brackets has that name.
    private mutating func joinBracketed(_ people: [Person]) {
        let byKey = Dictionary(people.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var byName: [String: [Person]] = [:]
        for person in people {
            guard let name = SpeakerLabel.withoutBrackets(person.label) else { continue }
            byName[SpeakerLabel.key(name), default: []].append(person)
        }
        for person in people {
            guard let name = SpeakerLabel.withoutBrackets(person.label), let plain = byKey[SpeakerLabel.key(name)],
                byName[plain.key]?.count == 1
            else { continue }
            join(person, to: plain, isDoubtful: false)
        }
    }

    /// Spellings of a role: `Interviewer2 2`, `interviewr`, and `interviewer` where there is one interviewer with a number.
    private mutating func joinRoles(_ people: [Person]) {
        var byRole: [String: Person] = [:]
        for person in people {
            guard let form = RoleForm(person.label) else { continue }
            let key = "\(form.word) \(form.number)"
            if let known = byRole[key] {
                join(person, to: known, isDoubtful: false)
            } else {
                byRole[key] = person
            }
        }
        for person in people {
            guard let form = RoleForm(person.label), form.number.isEmpty, form.asks else { continue }
            let numbered = people.filter { other in
                RoleForm(other.label).map { $0.word == form.word && !$0.number.isEmpty } ?? false
            }
            let numbers = Set(numbered.compactMap { RoleForm($0.label)?.number })
            guard numbers.count == 1, let only = numbered.first else { continue }
            // The first of them to speak gives the name.
            if only.first < person.first {
                join(person, to: only, isDoubtful: false)
            } else {
                for other in numbered { join(other, to: person, isDoubtful: false) }
            }
        }
    }

    // MARK: - By evidence

    /// `RS` is `Rebecca Stone`, and `Rebecca` or `Stone` is, where only one full name before it fits.
    private mutating func joinShortened(_ people: [Person]) {
        for person in people where RoleWords.role(of: person.label) == nil && !RoleWords.isCollective(person.label) {
            let fitting = people.filter { other in
                guard other.key != person.key, other.first < person.first else { return false }
                if SpeakerLabel.areInitials(person.label, of: other.label) { return true }
                // A first name may be somebody else's while both are in use.
                let (words, names) = (person.words, other.words)
                return words.count == 1 && names.count >= 2 && other.last < person.first
                    && words[0].unicodeScalars.count >= 3 && (names.first == words[0] || names.last == words[0])
            }
            let targets = Set(fitting.map { canonical($0.key) })
            if let only = fitting.first, targets.count == 1 { join(person, to: only, isDoubtful: true) }
        }
    }

    /// A label that stands once or twice, one letter off one that stands often.
    private mutating func joinMistyped(_ people: [Person]) {
        for person in people where person.count <= 2 && canonicalKeys[person.key] == nil {
            let near = people.filter { other in
                other.count >= 5 * person.count && other.key != person.key
                    && SpeakerLabel.isMistyped(person.key, of: other.key)
            }
            if near.count == 1 { join(person, to: near[0], isDoubtful: true) }
        }
    }
}

/// A label that is a role's word, perhaps mistyped, and a number.
private struct RoleForm {
    /// The word, rightly spelt.
    var word: String
    /// The digits behind it; empty without.
    var number: String
    var asks: Bool

    init?(_ label: String) {
        let words = SpeakerLabel.words(label)
        guard words.count == 1, words[0].unicodeScalars.count >= 3, let (role, word) = RoleWords.role(of: label) else {
            return nil
        }
        var numbers = label.split { !$0.isNumber }.map(String.init)
        // `Interviewer2 2`
        if numbers.count == 2, numbers[0] == numbers[1] { numbers.removeLast() }
        guard numbers.count <= 1 else { return nil }
        self.word = word
        number = numbers.first ?? ""
        asks = role.asks
    }
}
