package import VerbatimModel

/// The themes and codes of a codebook as a forest, by their index in ``Codebook/codes``.
///
/// A code stands under the nearest declared node of its dotted path. A coding of a code counts for all of its
/// ``lineage(of:)``.
package struct CodeHierarchy: Hashable, Sendable {
    private var indices: [Code.ID: Int]
    private var lineages: [[Int]]
    private var childIndices: [[Int]]
    /// The nodes that stand under no other, in codebook order.
    package let roots: [Int]
    private let assertionBound: [Bool]

    /// The forest of a codebook.
    /// - Complexity: O(codes x depth).
    package init(_ codebook: Codebook) {
        indices = [:]
        for (index, code) in codebook.codes.enumerated() where indices[code.id] == nil { indices[code.id] = index }
        for (index, code) in codebook.codes.enumerated() {
            for former in code.formerIDs where indices[former] == nil { indices[former] = index }
        }
        lineages = []
        childIndices = codebook.codes.map { _ in [] }
        var roots: [Int] = []
        for (index, code) in codebook.codes.enumerated() {
            var lineage = [index]
            var path = code.id[...]
            while let dot = path.lastIndex(of: ".") {
                path = path[..<dot]
                // A former id names nothing that a code can stand under.
                if let above = indices[String(path)], codebook.codes[above].id == path { lineage.append(above) }
            }
            lineages.append(lineage)
            if lineage.count > 1 { childIndices[lineage[1]].append(index) } else { roots.append(index) }
        }
        self.roots = roots
        assertionBound = codebook.codes.map(Self.isAssertionBound)
    }

    /// The index of the code with this id, or that had it before; `nil` where the codebook holds none.
    package func index(of id: Code.ID) -> Int? { indices[id] }

    /// The node itself and those above it, the nearest first.
    package func lineage(of index: Int) -> [Int] { lineages[index] }

    /// The nodes right under a node, in codebook order.
    package func children(of index: Int) -> [Int] { childIndices[index] }

    /// How many nodes stand above a node.
    package func depth(of index: Int) -> Int { lineages[index].count - 1 }

    /// The nodes, each followed by those under it: codebook order, even where a theme and its codes stand apart.
    package var preorder: [Int] {
        var order: [Int] = []
        var pending = Array(roots.reversed())
        while let index = pending.popLast() {
            order.append(index)
            pending.append(contentsOf: childIndices[index].reversed())
        }
        return order
    }

    /// Whether a rule of the code asks for negated or conditional words and not for affirmed ones.
    ///
    /// Such rules say `only negated` or `only conditional`. All rules of a code look for one finding. Of a code like "does not intend to return" words in the negative are
    /// the finding, not its denial, whichever of its rules found them.
    package func isAssertionBound(_ index: Int) -> Bool { assertionBound[index] }

    private static func isAssertionBound(_ code: Code) -> Bool {
        code.rules.contains { rule in
            rule.guards.contains {
                guard case .only(let kinds) = $0 else { return false }
                return !kinds.contains(.affirmed) && (kinds.contains(.negated) || kinds.contains(.conditional))
            }
        }
    }
}
