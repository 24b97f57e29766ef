package import VerbatimModel

/// Values without the places they were written at, for telling whether two codebooks say the same.
extension Codebook {
    /// The codebook with every place set to the first column of an unnamed file.
    /// - Complexity: O(size of the codebook).
    package var withoutPlaces: Codebook {
        var copy = self
        for list in copy.lists.indices { copy.lists[list] = copy.lists[list].withoutPlaces }
        for code in copy.codes.indices { copy.codes[code] = copy.codes[code].withoutPlaces }
        for cue in copy.cues.indices { copy.cues[cue].source = .nowhere }
        return copy
    }
}

extension SourceRange {
    /// The place that all values get when places do not matter.
    static let nowhere = SourceRange(path: "", start: SourcePosition(line: 1, column: 1))
}

extension WordList {
    /// The list without places.
    var withoutPlaces: WordList {
        var copy = self
        copy.source = .nowhere
        for item in copy.items.indices { copy.items[item].source = .nowhere }
        return copy
    }
}

extension Code {
    /// The code without places.
    var withoutPlaces: Code {
        var copy = self
        copy.source = .nowhere
        copy.rules = rules.map(\.withoutPlaces)
        copy.examples = examples.map(\.withoutPlaces)
        return copy
    }
}

extension Example {
    /// The example without its place.
    var withoutPlaces: Example {
        var copy = self
        copy.source = .nowhere
        return copy
    }
}

extension Rule {
    /// The rule without places.
    var withoutPlaces: Rule {
        var copy = self
        copy.source = .nowhere
        copy.expression = expression.withoutPlaces
        copy.asked = asked?.withoutPlaces
        return copy
    }
}

extension Expression {
    /// The expression without places.
    var withoutPlaces: Expression {
        let form: Form =
            switch self.form {
            case .term: self.form
            case .or(let parts): .or(parts.map(\.withoutPlaces))
            case .and(let parts): .and(parts.map(\.withoutPlaces))
            case .andNot(let left, let right): .andNot(left.withoutPlaces, right.withoutPlaces)
            case .proximity(let order, let distance, let negated, let left, let right):
                .proximity(
                    order, distance: distance, negated: negated, left.withoutPlaces, right.withoutPlaces)
            case .containment(let negated, let left, let right):
                .containment(negated: negated, left.withoutPlaces, right.withoutPlaces)
            case .atLeast(let count, let parts): .atLeast(count: count, parts.map(\.withoutPlaces))
            }
        return Expression(form, source: .nowhere)
    }
}
