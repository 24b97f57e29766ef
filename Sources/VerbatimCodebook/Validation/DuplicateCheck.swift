import VerbatimModel

/// Finds ids that are declared twice, and codes that compete for the same place in an exclusive group.
enum DuplicateCheck {
    /// Adds what it finds in `draft` to `faults`.
    static func run(_ draft: Draft, _ faults: inout [Fault]) {
        codes(draft, &faults)
        formerIDs(draft, &faults)
        lists(draft, &faults)
        exclusiveGroups(draft, &faults)
    }

    private static func codes(_ draft: Draft, _ faults: inout [Fault]) {
        var first: [String: SourceRange] = [:]
        for code in draft.codes.map(\.code) {
            if let earlier = first[code.id] {
                faults.error(
                    "duplicate-code",
                    "the id '\(code.id)' is taken by the code or theme at \(place(earlier)): give this one another id",
                    at: code.source)
            } else {
                first[code.id] = code.source
            }
        }
    }

    private static func formerIDs(_ draft: Draft, _ faults: inout [Fault]) {
        let live = Dictionary(draft.codes.map { ($0.code.id, $0.code.source) }, uniquingKeysWith: { first, _ in first })
        var first: [String: SourceRange] = [:]
        for entry in draft.codes {
            for (id, source) in zip(entry.code.formerIDs, entry.formerIDSources) {
                if let owner = live[id] {
                    faults.error(
                        "former-id-in-use",
                        "'\(id)' is the id of the code at \(place(owner)), so no code can have had it before: give the "
                            + "new code another id, or leave this out",
                        at: source)
                } else if let earlier = first[id] {
                    faults.error(
                        "duplicate-former-id",
                        "'\(id)' is claimed at \(place(earlier)) already: decisions can follow it to one code only",
                        at: source)
                } else {
                    first[id] = source
                }
            }
        }
    }

    private static func lists(_ draft: Draft, _ faults: inout [Fault]) {
        var first: [String: SourceRange] = [:]
        for list in draft.lists.map(\.list) {
            if let earlier = first[list.name] {
                faults.error(
                    "duplicate-list",
                    "the list @\(list.name) stands at \(place(earlier)) already: join the two, or give this one "
                        + "another name",
                    at: list.source)
            } else {
                first[list.name] = list.source
            }
        }
    }

    private static func exclusiveGroups(_ draft: Draft, _ faults: inout [Fault]) {
        var first: [ExclusiveGroup: Code] = [:]
        for entry in draft.codes {
            guard let group = entry.code.exclusive, let source = entry.exclusiveSource else { continue }
            if let earlier = first[group] {
                faults.error(
                    "equal-priority",
                    "'\(earlier.id)' has the same priority in the group '\(group.name)', so that neither could stay: "
                        + "give each code of the group its own",
                    at: source)
            } else {
                first[group] = entry.code
            }
        }
    }

    private static func place(_ source: SourceRange) -> String {
        "\(source.path):\(source.start.line)"
    }
}
