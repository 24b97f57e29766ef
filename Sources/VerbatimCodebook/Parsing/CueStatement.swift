import VerbatimModel

/// `cue KIND [DIRECTION][/WINDOW] [LANG]: term, term ...`.
enum CueStatement {
    /// The cues, one for each term.
    static func parse(_ statement: Statement, faults: inout [Fault]) -> [Cue] {
        let text = statement.head
        var scanner = TextScanner(text)
        let keyword = scanner.word(stops: [":"]) ?? 0..<0
        var words: [Range<Int>] = []
        while let word = scanner.word(stops: [":"]) { words.append(word) }
        let head = keyword.lowerBound..<scanner.offset
        guard scanner.advance(past: ":") else {
            faults.error(
                "missing-colon", "a cue's words stand behind a colon: write for instance 'cue negation before en: not'",
                at: text.source(head))
            return []
        }
        let parsed = Head(text, words, keyword: keyword, faults: &faults)
        var grammar = RuleGrammar(text, from: scanner.offset, language: parsed.language, mode: .items)
        let items = grammar.items()
        faults += grammar.faults
        if items.isEmpty, !grammar.faults.hasErrors {
            faults.error(
                "empty-cue", "no words stand behind the colon: write some, or leave the cue out", at: text.source(head))
        }
        for reference in grammar.references {
            faults.error(
                "reference-in-cue", "a cue is a word or a phrase, not a list: write the words out",
                at: reference.source)
        }
        guard let kind = parsed.kind else { return [] }
        return items.filter { !$0.term.isList }.map { item in
            Cue(
                kind: kind, direction: parsed.direction ?? kind.defaultDirection, window: parsed.window,
                language: parsed.language, term: item.term, source: item.source)
        }
    }

    /// The words before the colon.
    private struct Head {
        var kind: Cue.Kind?
        var direction: Cue.Direction?
        var window: Int?
        var language: Language?

        init(_ text: SourceText, _ words: [Range<Int>], keyword: Range<Int>, faults: inout [Fault]) {
            let kinds = Cue.Kind.allCases.map(\.rawValue)
            guard let first = words.first else {
                faults.error(
                    "unknown-cue", "a cue's kind is missing: \(kinds.joined(separator: ", "))",
                    at: text.source(keyword))
                return
            }
            kind = Cue.Kind(rawValue: text.string(first))
            if kind == nil {
                faults.error(
                    "unknown-cue", "'\(text.string(first))' is no kind of cue: \(kinds.joined(separator: ", "))",
                    at: text.source(first), suggestion: NearNames.nearest(to: text.string(first), in: kinds))
            }
            var hasPlace = false
            for word in words.dropFirst() {
                let written = text.string(word)
                if !hasPlace, language == nil, readPlace(written, text.source(word), faults: &faults) {
                    hasPlace = true
                } else if language == nil, Identifier.isLanguage(written) {
                    language = Language(tag: written)
                } else {
                    let directions = Cue.Direction.allCases.map(\.rawValue)
                    faults.error(
                        "unexpected-text",
                        "'\(written)' cannot stand here: behind the kind stand a direction "
                            + "(\(directions.joined(separator: ", "))) with or without a window such as /6, and a "
                            + "language such as en",
                        at: text.source(word), suggestion: NearNames.nearest(to: written, in: directions))
                }
            }
        }

        /// Reads `before`, `/6` or `before/6`; `false` where the word is none of these.
        private mutating func readPlace(_ written: String, _ source: SourceRange, faults: inout [Fault]) -> Bool {
            let parts = written.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            direction = Cue.Direction(rawValue: name)
            guard direction != nil || (name.isEmpty && parts.count == 2) else { return false }
            if parts.count == 2 {
                window = Int(parts[1]).flatMap { (0...RuleLexer.maximalDistance).contains($0) ? $0 : nil }
                if window == nil {
                    faults.error(
                        "bad-window", "a window is a number of tokens: write for instance before/6", at: source)
                }
            }
            if kind == .pseudo || kind == .stop {
                faults.error(
                    "cue-without-direction", "a cue of this kind has no direction and no window: leave them out",
                    at: source)
            }
            return true
        }
    }
}

extension Cue.Kind {
    /// Where a cue of this kind stands from the hit, where its statement does not say.
    fileprivate var defaultDirection: Cue.Direction {
        switch self {
        case .negation, .hedge, .reported: .before
        case .conditional, .question, .pseudo, .stop: .around
        }
    }
}

extension Term {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
