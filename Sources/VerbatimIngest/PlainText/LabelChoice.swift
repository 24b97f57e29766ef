import VerbatimModel

/// Decides which of the lines that look labelled begin a turn.
struct LabelChoice {
    /// For each line that begins a turn, its label; the others are speech or no speech at all.
    private(set) var labels: [Int: LabelledLine] = [:]
    /// Roles that a title block above the talk gives to labels, by key.
    private(set) var roles: [String: SpeakerRole] = [:]
    /// The roles of labels that nobody wrote, by key.
    private(set) var assumedRoles: [String: SpeakerEvidence.Declaration] = [:]

    /// The names in the title block, as written, with their roles.
    private var names: [(name: String, role: SpeakerRole)] = []

    private let readings: [LineReading]
    private let lines: [TextLine]
    private let utf8: [UInt8]
    private let firstLine: Int

    /// Chooses among the lines from `firstLine` on.
    init(_ readings: [LineReading], lines: [TextLine], utf8: [UInt8], firstLine: Int) {
        self.readings = readings
        self.lines = lines
        self.utf8 = utf8
        self.firstLine = firstLine
        choose(.colon)
        if labels.isEmpty { chooseBrackets() }
        if labels.isEmpty { chooseBareNames() }
    }

    /// The role that the title block gives to the person of a label, by name or initials.
    func role(ofLabel label: String) -> SpeakerRole? {
        if let role = roles[SpeakerLabel.key(label)] { return role }
        let fitting = Set(names.filter { SpeakerLabel.areInitials(label, of: $0.name) }.map(\.role))
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Adds labels that nobody wrote, for lines that begin a turn all the same.
    mutating func add(_ labels: [Int: LabelledLine], roles: [String: SpeakerEvidence.Declaration]) {
        self.labels.merge(labels) { written, _ in written }
        assumedRoles.merge(roles) { known, _ in known }
    }

    /// A line that looks labelled.
    private struct Candidate {
        var line: Int
        var label: LabelledLine
        /// Whether the line can begin a paragraph: it does not stand in the middle of a wrapped one.
        var startsParagraph: Bool
        /// Whether the line above is blank or no speech.
        var standsApart: Bool
    }

    private func candidates(_ form: LabelledLine.Form) -> [Candidate] {
        var candidates: [Candidate] = []
        for line in firstLine..<readings.count {
            guard case .text(let labelled?) = readings[line], labelled.form == form else { continue }
            let apart = standsApart(line)
            candidates.append(
                Candidate(
                    line: line, label: labelled, startsParagraph: apart || endsSentence(line - 1), standsApart: apart))
        }
        return candidates
    }

    private func standsApart(_ line: Int) -> Bool {
        guard line > firstLine else { return true }
        if case .text = readings[line - 1] { return false }
        return true
    }

    /// Whether a line ends as a sentence, a mark or a label does, so that the next may begin a turn.
    private func endsSentence(_ line: Int) -> Bool {
        let range = lines[line].range
        guard let last = utf8[range].last else { return true }
        let ascii = Array(".?!])\"':*-".utf8)
        if ascii.contains(last) { return true }
        // Short lines are not wrapped ones; letters in other scripts' punctuation are close enough.
        if range.count < 50 { return true }
        return utf8[range].suffix(3).elementsEqual("…".utf8) || utf8[range].suffix(2).elementsEqual("؟".utf8)
            || utf8[range].suffix(3).elementsEqual("”".utf8) || utf8[range].suffix(3).elementsEqual("—".utf8)
    }

    // MARK: - `Name:`

    private mutating func choose(_ form: LabelledLine.Form) {
        var candidates = candidates(form)
        let titles = titleBlock(candidates)
        candidates.removeAll { titles.contains($0.line) }
        let groups = Dictionary(grouping: candidates, by: \.label.key)
        var accepted: Set<String> = []
        for (key, group) in groups where isSpeaker(group) { accepted.insert(key) }
        for (key, group) in groups where !accepted.contains(key) {
            guard let only = group.first, group.count == 1 else { continue }
            if canBeSpeaker(only.label), LabelWords.isNameLike(only.label.label), only.startsParagraph,
                !accepted.isEmpty ? isShort(only.label.label) : everyParagraphIsLabelled(candidates)
            {
                accepted.insert(key)
            }
        }
        for candidate in candidates where accepted.contains(candidate.label.key) {
            labels[candidate.line] = candidate.label
        }
    }

    /// Whether a label that recurs, or that is set off, or that names a role, is a speaker's.
    private func isSpeaker(_ group: [Candidate]) -> Bool {
        guard let first = group.first else { return false }
        let label = first.label.label
        let starts = group.count(where: \.startsParagraph)
        if RoleWords.role(of: label) != nil || RoleWords.isCollective(label) {
            return starts > 0 && canBeSpeaker(first.label)
        }
        guard canBeSpeaker(first.label), starts > 0 else { return false }
        let isName = LabelWords.isNameLike(label)
        if group.contains(where: \.label.isSetOff) { return isName || group.count >= 2 }
        return isName ? starts >= 2 : starts >= 3 && label.split(separator: " ").count <= 2
    }

    private func canBeSpeaker(_ label: LabelledLine) -> Bool {
        !LabelWords.isHeading(label.label) && !LabelWords.isClause(label.label)
    }

    private func isShort(_ label: String) -> Bool {
        (SpeakerLabel.withoutBrackets(label) ?? label).split(separator: " ").count <= 3
    }

    /// Whether at least two lines are candidates and every paragraph from the first of them on begins with one.
    private func everyParagraphIsLabelled(_ candidates: [Candidate]) -> Bool {
        guard let first = candidates.first?.line, candidates.count >= 2 else { return false }
        let labelled = Set(candidates.map(\.line))
        for line in first..<readings.count {
            if case .text = readings[line], standsApart(line), !labelled.contains(line) { return false }
        }
        return true
    }

    /// The lines of a title block: `Interviewer: Sarah`, `Date: ...` in one paragraph above the talk.
    ///
    /// What it says of labels is kept as their roles.
    private mutating func titleBlock(_ candidates: [Candidate]) -> Set<Int> {
        var counts: [String: Int] = [:]
        for candidate in candidates { counts[candidate.label.key, default: 0] += 1 }
        let byLine = Dictionary(candidates.map { ($0.line, $0.label) }, uniquingKeysWith: { first, _ in first })
        var titles: Set<Int> = []
        var line = firstLine
        while line < readings.count {
            guard case .text = readings[line] else {
                line += 1
                continue
            }
            var block: [Int] = []
            while line < readings.count, case .text = readings[line] {
                block.append(line)
                line += 1
            }
            let labelled = block.filter { byLine[$0] != nil }
            let isTitle = labelled.contains { LabelWords.isHeading(byLine[$0]?.label ?? "") }
            let isTalk = labelled.contains { line in
                byLine[line].map { counts[$0.key, default: 0] > 1 && !LabelWords.isHeading($0.label) } ?? false
            }
            if !labelled.isEmpty, !isTitle || isTalk && !isListOfFacts(labelled, byLine) { break }
            for line in labelled {
                titles.insert(line)
                guard let label = byLine[line], let role = RoleWords.role(of: label.label)?.role else { continue }
                let name = String(decoding: utf8[label.textStart..<lines[line].range.upperBound], as: UTF8.self)
                roles[SpeakerLabel.key(name)] = role
                names.append((name, role))
            }
        }
        return titles
    }

    /// Whether each label stands once in the block, with a short value: `Interviewer: Sarah` over a talk with `Interviewer:`.
    private func isListOfFacts(_ block: [Int], _ byLine: [Int: LabelledLine]) -> Bool {
        var keys: Set<String> = []
        return block.allSatisfy { line in
            guard let label = byLine[line], keys.insert(label.key).inserted else { return false }
            let value = utf8[min(label.textStart, lines[line].range.upperBound)..<lines[line].range.upperBound]
            return value.count(where: { $0 == 0x20 }) < 6 && !value.contains(UInt8(ascii: "?"))
                && value.last != UInt8(ascii: ".")
        }
    }

    // MARK: - `[Name]` and names alone on a line

    /// `[Name] speech` is a style of its own: every paragraph begins with one, or at least two recur.
    private mutating func chooseBrackets() {
        let candidates = candidates(.bracket).filter(\.startsParagraph)
        let keys = Set(candidates.map(\.label.key))
        if keys.count >= 2, keys.count < candidates.count, everyParagraphIsLabelled(candidates) {
            for candidate in candidates { labels[candidate.line] = candidate.label }
        } else {
            chooseRecurring(candidates)
        }
    }

    /// A name alone on a line, with speech below it or below a blank line.
    private mutating func chooseBareNames() {
        let candidates = candidates(.bare).filter { candidate in
            guard candidate.standsApart, canBeSpeaker(candidate.label), let below = nextLine(after: candidate.line)
            else {
                return false
            }
            guard case .text = readings[below] else { return false }
            return true
        }
        // Names are as frequent as what is said under them; what is rarer is a heading or a very short answer.
        guard let first = candidates.first?.line, candidates.count * 4 >= paragraphCount(from: first) else { return }
        chooseRecurring(candidates)
    }

    private func nextLine(after line: Int) -> Int? {
        ((line + 1)..<max(line + 1, readings.count)).first { if case .blank = readings[$0] { false } else { true } }
    }

    private func paragraphCount(from first: Int) -> Int {
        (first..<readings.count).count { line in
            if case .text = readings[line] { standsApart(line) } else { false }
        }
    }

    /// Takes the candidates if at least two labels recur, or one does and another names a role.
    private mutating func chooseRecurring(_ candidates: [Candidate]) {
        let groups = Dictionary(grouping: candidates, by: \.label.key)
        let recurring = groups.filter { $0.value.count >= 2 }
        let roles = groups.filter { $0.value.first.map { RoleWords.role(of: $0.label.label) != nil } ?? false }
        guard recurring.count >= 2 || !roles.isEmpty && groups.count >= 2 && !recurring.isEmpty || roles.count >= 2
        else {
            return
        }
        for candidate in candidates {
            let isKnown = recurring[candidate.label.key] != nil || roles[candidate.label.key] != nil
            // A bracket at the start of a paragraph is a label once that is the style; a lone word is not.
            let isNew = candidate.label.form == .bracket && LabelWords.isNameLike(candidate.label.label)
            if isKnown || isNew && isShort(candidate.label.label) {
                labels[candidate.line] = candidate.label
            }
        }
    }
}
