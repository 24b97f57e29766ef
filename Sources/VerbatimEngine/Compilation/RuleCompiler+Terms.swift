import VerbatimModel
import VerbatimText

extension RuleCompiler {
    /// What a term is made of, searched in paragraphs of `language`.
    mutating func pieces(of term: Term, language: Int16, at source: SourceRange) -> Pieces {
        switch term {
        case .word, .exact, .stem:
            var found = Pieces()
            for sequence in sequences(of: term, language: language, at: source) {
                if sequence.count == 1 {
                    found.items.append(sequence[0])
                } else {
                    found.nodes.append(chain(of: sequence))
                }
            }
            return found
        case .wildcard, .regex:
            let single = sequences(of: term, language: language, at: source)
            return Pieces(items: single.compactMap(\.first))
        case .phrase(let elements):
            return Pieces(nodes: phrase(elements, language: language, at: source).map { [$0] } ?? [])
        case .list(let name):
            return pieces(ofList: name, language: language, at: source)
        case .code(let id):
            return Pieces(nodes: reference(to: id, at: source).map { [$0] } ?? [])
        }
    }

    /// The sequences of single tokens that a term of one token stands for: more than one, or one of several tokens,
    /// where languages split the word differently (`l'abri` is one token in English and two in French).
    mutating func sequences(of term: Term, language: Int16, at source: SourceRange) -> [[Leaf.Item]] {
        switch term {
        case .word(let text):
            let splits = splits(of: text, language: language)
            if splits.isEmpty { reportWithoutWord(text, at: source) }
            return splits.map { tokens in
                tokens.map { item(.word(Array(Folding.fold($0).utf8)), language: language) }
            }
        case .exact(let text):
            let splits = splits(of: text, language: language)
            if splits.isEmpty { reportWithoutWord(text, at: source) }
            return splits.map { tokens in tokens.map { item(.exact($0), language: language) } }
        case .wildcard(let text):
            let pattern = WildcardPattern(text)
            guard pattern.hasLiteral || !text.unicodeScalars.contains("*") else {
                report(
                    "wildcard-matches-everything",
                    "`\(text)` would match every word; give it at least one letter, or write `_` in a phrase",
                    at: source)
                return []
            }
            return [[item(.wildcard(pattern), language: language)]]
        case .stem(let text):
            return stemSequences(of: text, language: language, at: source)
        case .regex(let text):
            return regex(text, at: source).map { [[item(.regex($0), language: language)]] } ?? []
        case .phrase, .list, .code:
            return []
        }
    }

    /// An atom, searched in paragraphs of a language.
    mutating func item(_ atom: Atom, language: Int16) -> Leaf.Item {
        Leaf.Item(atom: number(of: atom), language: language)
    }

    /// Records that a term holds no word.
    mutating func reportWithoutWord(_ text: String, at source: SourceRange) {
        report(
            "term-without-word", "`\(text)` holds no letter and no digit, so that no word can match it; write a word",
            at: source)
    }

    private func splits(of text: String, language: Int16) -> [[String]] {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        }
        if isPlain { return text.isEmpty ? [] : [[text]] }
        if language != LanguageTable.any {
            let words = words(of: text, language: languages.languages[Int(language)])
            return words.isEmpty ? [] : [words]
        }
        var splits: [[String]] = []
        for language in [.unknown] + codebook.languages + ["fr", "it"] {
            let words = words(of: text, language: language)
            if !words.isEmpty, !splits.contains(words) { splits.append(words) }
        }
        return splits
    }

    /// The tokens of a term in a language.
    func words(of text: String, language: Language) -> [String] {
        // An elided word, such as `l'`, is a token only before another word.
        if let last = text.last, Folding.fold(String(last)) == "'",
            segmenter.words(of: text + "a", language: language).first == text
        {
            return [text]
        }
        return segmenter.words(of: text, language: language)
    }

    private mutating func chain(of items: [Leaf.Item]) -> Int32 {
        var program = PhraseProgram()
        var whole = PhraseFragment.empty
        for item in items { whole = program.sequence(whole, program.add(leaf(of: [item]))) }
        program.finish(whole)
        return add(.phrase, value: number(of: program))
    }

    // MARK: Lists

    private mutating func pieces(ofList name: String, language: Int16, at source: SourceRange) -> Pieces {
        var found = Pieces()
        for (item, language) in items(ofList: name, language: language, at: source) {
            openLists.append(name)
            found += pieces(of: item.term, language: language, at: item.source)
            openLists.removeLast()
        }
        return found
    }

    /// The items of the list `name` and the lists under it that are searched by a rule of `language`, each with the
    /// language of the paragraphs it is searched in.
    mutating func items(
        ofList name: String, language: Int16, at source: SourceRange
    ) -> [(item: WordList.Item, language: Int16)] {
        if openLists.contains(name) {
            let path = (openLists + [name]).map { "@\($0)" }.joined(separator: " -> ")
            report("list-cycle", "the list refers to itself (\(path)); take one of the references out", at: source)
            return []
        }
        let lists = codebook.lists.filter { $0.name == name || $0.name.hasPrefix(name + ".") }
        if lists.isEmpty {
            report("unknown-list", "there is no list `@\(name)`; declare it with `list @\(name)`", at: source)
        }
        var found: [(item: WordList.Item, language: Int16)] = []
        for item in lists.flatMap(\.items) {
            let own = languages.number(adding: item.language)
            if own == LanguageTable.any || language == LanguageTable.any || own == language {
                found.append((item, own == LanguageTable.any ? language : own))
            }
        }
        return found
    }
}
