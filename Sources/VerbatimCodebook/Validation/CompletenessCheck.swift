import VerbatimModel

/// Warns of what a codebook probably lacks: definitions, rules, examples, parents, uses of a list.
enum CompletenessCheck {
    /// Adds what it finds in `draft` to `faults`.
    static func run(_ draft: Draft, _ faults: inout [Fault]) {
        let ids = Set(draft.codes.map(\.code.id))
        let parents = Set(ids.flatMap(Identifier.parents))
        for entry in draft.codes {
            let code = entry.code
            if code.definition == nil, code.isCodable {
                faults.warning(
                    "no-definition", "the code '\(code.id)' has no definition: say what it means, with 'define'",
                    at: code.source)
            }
            if !code.isCodable, !parents.contains(code.id) {
                faults.warning(
                    "empty-theme",
                    "no code stands under the theme '\(code.id)': write codes whose ids begin with '\(code.id).'",
                    at: code.source)
            }
            if let parent = Identifier.parents(of: code.id).first, !ids.contains(parent) {
                faults.warning(
                    "undeclared-parent",
                    "nothing is declared as '\(parent)', so that nothing adds up what is coded under it: declare it as "
                        + "a theme or code, or correct the id",
                    at: code.source, suggestion: NearNames.nearest(to: parent, in: parents.intersection(ids)))
            }
            checkRules(of: entry, isParent: parents.contains(code.id), &faults)
        }
        checkLists(draft, &faults)
    }

    private static func checkRules(of entry: Draft.CodeEntry, isParent: Bool, _ faults: inout [Fault]) {
        let code = entry.code
        guard code.isCodable, code.status != .retired else { return }
        if code.rules.isEmpty {
            guard !entry.hasFaultyRules, !isParent else { return }
            faults.warning(
                "no-rules", "the code '\(code.id)' has no rule, so that nothing is ever coded with it: write one",
                at: code.source)
        } else if code.examples.isEmpty, !entry.hasFaultyExamples {
            faults.warning(
                "no-example",
                "the code '\(code.id)' has no example that tests its rules: write some with '+' and '-'",
                at: code.source)
        }
    }

    private static func checkLists(_ draft: Draft, _ faults: inout [Fault]) {
        let references = draft.lists.flatMap(\.references) + draft.codes.flatMap(\.references)
        let used = Set(references.lazy.filter { $0.target == .list }.map(\.name))
        for entry in draft.lists where !entry.isIncluded {
            let name = entry.list.name
            guard !used.contains(name), !Identifier.parents(of: name).contains(where: used.contains) else { continue }
            faults.warning(
                "unused-list", "no rule uses the list @\(name): use it, or leave it out", at: entry.list.source)
        }
    }
}
