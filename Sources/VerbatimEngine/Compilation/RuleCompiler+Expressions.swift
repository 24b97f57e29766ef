import VerbatimModel

extension RuleCompiler {
    /// Adds the nodes of an expression and gives the topmost.
    mutating func lower(_ expression: Expression, language: Int16) -> Int32 {
        switch expression.form {
        case .term, .or:
            return node(of: pieces(of: expression, language: language))
        case .and(let parts):
            return node(.and, parts, language: language)
        case .andNot(let left, let right):
            return node(.andNot, [left, right], language: language)
        case .proximity(.near, let distance, let negated, let left, let right):
            return node(negated ? .notNear : .near, value: distance, [left, right], language: language)
        case .proximity(.before, let distance, let negated, let left, let right):
            return node(negated ? .notBefore : .before, value: distance, [left, right], language: language)
        case .proximity(.after, let distance, negated: false, let left, let right):
            return node(.before, value: distance, [right, left], language: language)
        case .proximity(.after, let distance, negated: true, let left, let right):
            return node(.notAfter, value: distance, [left, right], language: language)
        case .containment(let negated, let left, let right):
            return node(negated ? .notInside : .inside, [left, right], language: language)
        case .atLeast(let count, let parts):
            return node(.atLeast, value: count, parts, language: language)
        }
    }

    private mutating func node(
        _ kind: ExpressionNode.Kind, value: Int = 0, _ parts: [Expression], language: Int16
    ) -> Int32 {
        let lowered = parts.map { lower($0, language: language) }
        return add(kind, value: Int32(clamping: value), children: lowered)
    }

    /// Adds a node.
    mutating func add(_ kind: ExpressionNode.Kind, value: Int32 = 0, children list: [Int32] = []) -> Int32 {
        let start = Int32(children.count)
        children += list
        nodes.append(ExpressionNode(kind: kind, value: value, children: start..<start + Int32(list.count)))
        return Int32(nodes.count - 1)
    }

    /// What a term or an `or` is made of: all its single tokens are searched as one leaf.
    struct Pieces {
        var items: [Leaf.Item] = []
        var nodes: [Int32] = []

        static func += (left: inout Pieces, right: Pieces) {
            left.items += right.items
            left.nodes += right.nodes
        }
    }

    private mutating func pieces(of expression: Expression, language: Int16) -> Pieces {
        switch expression.form {
        case .term(let term):
            return pieces(of: term, language: language, at: expression.source)
        case .or(let parts):
            var all = Pieces()
            for part in parts { all += pieces(of: part, language: language) }
            return all
        default:
            return Pieces(nodes: [lower(expression, language: language)])
        }
    }

    private mutating func node(of pieces: Pieces) -> Int32 {
        var parts = pieces.nodes.filter { nodes[Int($0)].kind != .nothing }
        if !pieces.items.isEmpty { parts.insert(add(.leaf, value: leaf(of: pieces.items)), at: 0) }
        switch parts.count {
        case 0: return add(.nothing)
        case 1: return parts[0]
        default: return add(.or, children: parts)
        }
    }

    /// The number of the leaf of the given atoms.
    mutating func leaf(of items: [Leaf.Item]) -> Int32 {
        var unique: [Leaf.Item] = []
        for item in items.sorted() where unique.last != item {
            // An atom that is searched in every language need not be searched in one of them.
            if let last = unique.last, last.atom == item.atom, last.language == LanguageTable.any { continue }
            unique.append(item)
        }
        let leaf = Leaf(items: unique)
        if let number = leafNumbers[leaf] { return number }
        leaves.append(leaf)
        leafNumbers[leaf] = Int32(leaves.count - 1)
        return Int32(leaves.count - 1)
    }

    /// The number of an atom.
    mutating func number(of atom: Atom) -> Int32 {
        if let number = atomNumbers[atom] { return number }
        atoms.append(atom)
        atomNumbers[atom] = Int32(atoms.count - 1)
        return Int32(atoms.count - 1)
    }

    /// The number of a phrase.
    mutating func number(of phrase: PhraseProgram) -> Int32 {
        if let number = phraseNumbers[phrase] { return number }
        phrases.append(phrase)
        phraseNumbers[phrase] = Int32(phrases.count - 1)
        return Int32(phrases.count - 1)
    }
}
