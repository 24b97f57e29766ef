import VerbatimModel

/// Looks up the names that rules and lists refer to, and finds those that refer to each other in a circle.
///
/// A name also means what is declared under it: `@idiom` means `@idiom.return` too, and `code:return` all codes under
/// `return`.
struct ReferenceCheck {
    /// Adds what it finds in `draft` to `faults`.
    static func run(_ draft: Draft, _ faults: inout [Fault]) {
        let lists = Names(draft.lists.map(\.list.name))
        let codes = Names(draft.codes.map(\.code.id))
        let formerIDs = Dictionary(
            draft.codes.flatMap { entry in entry.code.formerIDs.map { ($0, entry.code.id) } },
            uniquingKeysWith: { first, _ in first })
        for reference in draft.lists.flatMap(\.references) + draft.codes.flatMap(\.references) {
            switch reference.target {
            case .list where lists.indices(of: reference.name).isEmpty:
                faults.error(
                    "unknown-list",
                    "there is no list @\(reference.name): declare it with 'list', or correct the name",
                    at: reference.source,
                    suggestion: NearNames.nearest(to: reference.name, in: lists.all).map { "@" + $0 })
            case .code where codes.indices(of: reference.name).isEmpty:
                let near = formerIDs[reference.name] ?? NearNames.nearest(to: reference.name, in: codes.all)
                faults.error(
                    "unknown-code",
                    "there is no code '\(reference.name)': declare it, or correct the id", at: reference.source,
                    suggestion: near.map { "code:" + $0 })
            default: break
            }
        }
        let listCycles = cycles(names: lists, draft.lists.map { $0.references.filter { $0.target == .list } })
        for cycle in listCycles {
            faults.error(
                "list-cycle",
                "lists hold each other: \(cycle.names.map { "@" + $0 }.joined(separator: " holds ")); leave one of the "
                    + "references out",
                at: cycle.source)
        }
        let codeCycles = cycles(names: codes, draft.codes.map { $0.references.filter { $0.target == .code } })
        for cycle in codeCycles {
            faults.error(
                "code-cycle",
                "codes are defined by each other: \(cycle.names.joined(separator: " refers to ")); leave one of the "
                    + "references out",
                at: cycle.source)
        }
    }

    /// Declared names, found by themselves and by any name above them.
    private struct Names {
        /// The names, in the order of the file.
        let all: [String]
        private var indicesByName: [String: [Int]] = [:]

        init(_ names: [String]) {
            all = names
            for (index, name) in names.enumerated() {
                for key in [name] + Identifier.parents(of: name) { indicesByName[key, default: []].append(index) }
            }
        }

        func indices(of name: String) -> [Int] { indicesByName[name] ?? [] }
    }

    /// The cycles that a depth-first walk closes, each with the names along it, first and last the same, and the
    /// reference that closes it.
    /// - Complexity: O(names + references).
    private static func cycles(
        names: Names, _ references: [[Reference]]
    ) -> [(names: [String], source: SourceRange)] {
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: references.count)
        var found: [(names: [String], source: SourceRange)] = []
        // The edges of each node, and how many of them were followed; an explicit stack, since chains may be long.
        let edges = references.map { list in
            list.flatMap { reference in names.indices(of: reference.name).map { (target: $0, reference: reference) } }
        }
        for root in references.indices where marks[root] == .new {
            var path: [(node: Int, next: Int)] = [(root, 0)]
            marks[root] = .open
            while let (node, next) = path.last {
                guard next < edges[node].count else {
                    marks[node] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let edge = edges[node][next]
                switch marks[edge.target] {
                case .new:
                    marks[edge.target] = .open
                    path.append((edge.target, 0))
                case .open:
                    let start = path.firstIndex { $0.node == edge.target } ?? 0
                    let cycle = path[start...].map { names.all[$0.node] } + [names.all[edge.target]]
                    found.append((cycle, edge.reference.source))
                case .done: break
                }
            }
        }
        return found
    }
}
