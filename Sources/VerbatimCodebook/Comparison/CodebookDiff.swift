package import VerbatimModel

/// What is different between two versions of a codebook, in the words of a researcher.
///
///     let diff = CodebookDiff(old: before, new: after)
///     for change in diff.changes { print(change.sentence) }
///
/// A code is the same code where it has the same id, or where one version's id is among the other's `was`. Rules are
/// compared by id, then by text, so that a rule without an id that moved is not taken for a changed one. Places,
/// comments and layout are no differences.
package struct CodebookDiff: Hashable, Sendable {
    /// The differences: of the codebook itself, then of lists, cues and codes, in the order of the new version, with
    /// what was removed behind what is there.
    package private(set) var changes: [CodebookChange] = []

    /// The differences between `old` and `new`.
    /// - Complexity: O(size of both).
    package init(old: Codebook, new: Codebook) {
        compareHeads(old, new)
        compareLists(old.lists, new.lists)
        compareCues(old.cues, new.cues)
        compareCodes(old, new)
    }

    /// Whether nothing differs.
    package var isEmpty: Bool { changes.isEmpty }

    // MARK: Codebook, lists, cues

    private mutating func compareHeads(_ old: Codebook, _ new: Codebook) {
        let parts: [(String, String?, String?)] = [
            ("id", old.id, new.id), ("title", old.title, new.title), ("version", old.version, new.version),
            ("languages", Self.join(old.languages), Self.join(new.languages)),
            ("definition", old.definition, new.definition),
        ]
        for (part, before, after) in parts { compare(part, before, after, of: ("codebook", new.id)) }
    }

    private static func join(_ languages: [Language]) -> String? {
        languages.isEmpty ? nil : languages.map(\.code).joined(separator: " ")
    }

    private mutating func compareLists(_ old: [WordList], _ new: [WordList]) {
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        for list in new {
            let items = Self.texts(of: list)
            guard let earlier = before[list.name] else {
                changes.append(
                    CodebookChange(
                        subject: "list", id: "@" + list.name, kind: .added, new: items.joined(separator: ", ")))
                continue
            }
            compareTexts(Self.texts(of: earlier), items, part: "item", of: ("list", "@" + list.name))
        }
        let names = Set(new.map(\.name))
        for list in old where !names.contains(list.name) {
            changes.append(
                CodebookChange(
                    subject: "list", id: "@" + list.name, kind: .removed,
                    old: Self.texts(of: list).joined(separator: ", ")))
        }
    }

    private static func texts(of list: WordList) -> [String] {
        list.items.map { item in (item.language.map { $0.code + ": " } ?? "") + TermText.item(item.term) }
    }

    private mutating func compareCues(_ old: [Cue], _ new: [Cue]) {
        let before = Dictionary(grouping: old, by: CueText.head)
        let after = Dictionary(grouping: new, by: CueText.head)
        var seen: Set<String> = []
        for cue in new + old {
            let head = CueText.head(of: cue)
            guard seen.insert(head).inserted else { continue }
            compareTexts(
                (before[head] ?? []).map { TermText.item($0.term) },
                (after[head] ?? []).map { TermText.item($0.term) }, part: "item", of: ("cue", head))
        }
    }

    // MARK: Codes

    private mutating func compareCodes(_ old: Codebook, _ new: Codebook) {
        var indexOfID: [String: Int] = [:]
        for (index, code) in old.codes.enumerated() where indexOfID[code.id] == nil { indexOfID[code.id] = index }
        var matched: Set<Int> = []
        // A code keeps its id before it can be another's former one.
        let kept = Set(new.codes.map(\.id))
        for code in new.codes {
            let former = code.formerIDs.last { indexOfID[$0] != nil && !kept.contains($0) }
            let earlier = indexOfID[code.id] ?? former.flatMap { indexOfID[$0] }
            guard let earlier, matched.insert(earlier).inserted else {
                changes.append(
                    CodebookChange(subject: Self.subject(code), id: code.id, kind: .added, new: code.name))
                continue
            }
            compare(
                old.codes[earlier], code, oldParent: old.parent(of: old.codes[earlier].id)?.id,
                newParent: new.parent(of: code.id)?.id)
        }
        for (index, code) in old.codes.enumerated() where !matched.contains(index) {
            changes.append(CodebookChange(subject: Self.subject(code), id: code.id, kind: .removed, old: code.name))
        }
    }

    private static func subject(_ code: Code) -> String { code.isCodable ? "code" : "theme" }

    private mutating func compare(_ old: Code, _ new: Code, oldParent: String?, newParent: String?) {
        let owner = (Self.subject(new), new.id)
        if old.id != new.id {
            changes.append(
                CodebookChange(
                    subject: owner.0, id: new.id, kind: oldParent == newParent ? .renamed : .moved, old: old.id,
                    new: new.id))
        }
        if old.isCodable != new.isCodable {
            compare("kind", Self.subject(old), Self.subject(new), of: owner)
        }
        compare("name", old.name == old.id ? nil : old.name, new.name == new.id ? nil : new.name, of: owner)
        compare("definition", old.definition, new.definition, of: owner)
        compare("use when", old.useWhen, new.useWhen, of: owner)
        compare("not when", old.notWhen, new.notWhen, of: owner)
        compareTexts(old.anchors, new.anchors, part: "anchor", of: owner)
        compare("memo", old.memo, new.memo, of: owner)
        let before = Dictionary(CodeProperties.values(of: old).map { ($0.keyword, $0.value) }) { first, _ in first }
        let after = Dictionary(CodeProperties.values(of: new).map { ($0.keyword, $0.value) }) { first, _ in first }
        for keyword in ["color", "status", "mark", "scope", "speakers", "exclusive", "threshold"] {
            compare(keyword, before[keyword], after[keyword], of: owner)
        }
        compareRules(old.rules, new.rules, of: owner)
        compareTexts(
            old.examples.map(ExampleText.property), new.examples.map(ExampleText.property), part: "example", of: owner)
    }

    /// A rule as text, with its language.
    private static func text(_ rule: Rule) -> String {
        (rule.language.map { $0.code + ": " } ?? "") + rule.text
    }

    /// Rules by id; then those that are left by text, so that an unnamed rule that moved is no change.
    private mutating func compareRules(_ old: [Rule], _ new: [Rule], of owner: (String, String)) {
        // An unnamed rule is named for its place, which says nothing: it is the same only where its text is.
        var left = old.enumerated().map { (rule: $1, id: $1.writtenID(at: $0)) }
        var open: [(rule: Rule, id: String?)] = []
        for (index, rule) in new.enumerated() {
            let id = rule.writtenID(at: index)
            if let id, let match = left.firstIndex(where: { $0.id == id }) {
                compare("rule \(id)", Self.text(left[match].rule), Self.text(rule), of: owner)
                left.remove(at: match)
            } else {
                open.append((rule, id))
            }
        }
        for (rule, id) in open {
            let text = Self.text(rule)
            if let match = left.firstIndex(where: { Self.text($0.rule) == text }) {
                if id != left[match].id {
                    compare("rule id", left[match].id, id, of: owner)
                }
                left.remove(at: match)
            } else {
                changes.append(
                    CodebookChange(
                        subject: owner.0, id: owner.1, kind: .added, part: id.map { "rule \($0)" } ?? "rule",
                        new: text))
            }
        }
        for (rule, id) in left {
            changes.append(
                CodebookChange(
                    subject: owner.0, id: owner.1, kind: .removed, part: id.map { "rule \($0)" } ?? "rule",
                    old: Self.text(rule)))
        }
    }

    // MARK: Values

    private mutating func compare(_ part: String, _ old: String?, _ new: String?, of owner: (String, String)) {
        guard old != new else { return }
        let kind: CodebookChange.Kind = old == nil ? .added : new == nil ? .removed : .changed
        changes.append(
            CodebookChange(
                subject: owner.0, id: owner.1, kind: kind, part: part, old: old ?? "", new: new ?? ""))
    }

    /// Texts as sets with counts: what was added, then what was removed.
    private mutating func compareTexts(
        _ old: [String], _ new: [String], part: String, of owner: (String, String)
    ) {
        var counts: [String: Int] = [:]
        for text in old { counts[text, default: 0] += 1 }
        var added: [String] = []
        for text in new {
            if let count = counts[text], count > 0 { counts[text] = count - 1 } else { added.append(text) }
        }
        for text in added {
            changes.append(
                CodebookChange(subject: owner.0, id: owner.1, kind: .added, part: part, new: text))
        }
        for text in old.reversed() {
            guard let count = counts[text], count > 0 else { continue }
            counts[text] = count - 1
            changes.append(
                CodebookChange(subject: owner.0, id: owner.1, kind: .removed, part: part, old: text))
        }
    }
}
