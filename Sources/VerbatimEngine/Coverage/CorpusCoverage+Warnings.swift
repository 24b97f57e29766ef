package import VerbatimModel

extension CorpusCoverage {
    /// The number of word types above which a wildcard is warned of.
    package static let explodingCount = 200

    /// What is probably not as was meant: terms that match nothing, wildcards that fit too much, rules and list items
    /// in a language that nobody speaks here.
    ///
    /// - Parameter rules: those that the coverage was gathered with.
    /// - Returns: the warnings by file and place; none about a corpus without transcripts.
    package func warnings(_ rules: CompiledRules) -> [Diagnostic] {
        guard transcripts > 0 else { return [] }
        let tables = rules.tables
        let diagnostics = unmatched(tables) + exploding(tables) + silentLanguages(tables)
        return diagnostics.inOrderOfPlaces
    }

    /// Whether rules of a language are searched somewhere in the corpus.
    package func searches(_ language: Language?, _ rules: CompiledRules) -> Bool {
        guard let language, language != .unknown else { return true }
        return searches(rules.tables.languages.number(of: language))
    }

    private func unmatched(_ rules: RuleTables) -> [Diagnostic] {
        var missingParts: [Int: [String]] = [:]
        for (probe, isFound) in zip(rules.probes, isFound) where !isFound {
            if let phrase = probe.phrase, missingParts[phrase]?.contains(probe.written) != true {
                missingParts[phrase, default: []].append(probe.written)
            }
        }
        var found: [Diagnostic] = []
        for (number, probe) in rules.probes.enumerated() where probe.phrase == nil && searches(probe.language) {
            let missing = missingParts[number] ?? []
            let parts = missing.map { "`\($0)`" }.joined(separator: ", ") + (missing.count == 1 ? " matches" : " match")
            let message: String
            switch (isFound[number], probe.isPhrase) {
            case (true, _) where missing.isEmpty:
                continue
            case (true, _):
                message =
                    "of `\(probe.written)`, \(parts) no word of the transcripts; check how it is written"
            case (false, false):
                message = "`\(probe.written)` matches no word of the transcripts; check how it is written"
            case (false, true) where missing.isEmpty:
                message =
                    "`\(probe.written)` is found nowhere: its words occur, but not together like this; leave a gap "
                    + "with `...`, or write it with `near/N`"
            case (false, true):
                message =
                    "`\(probe.written)` is found nowhere: \(parts) no word of the transcripts; check how it "
                    + "is written"
            }
            found.append(Self.warning("unmatched-term", message, at: probe.source))
        }
        return found
    }

    private func exploding(_ rules: RuleTables) -> [Diagnostic] {
        rules.probes.compactMap { probe in
            guard let leaf = probe.wildcard, let count = types[leaf]?.count, count > Self.explodingCount else {
                return nil
            }
            return Self.warning(
                "exploding-wildcard",
                "`\(probe.written)` fits \(count) different words of the transcripts; write more of the word, or see "
                    + "what it fits with `verbatim search`", at: probe.source)
        }
    }

    private func silentLanguages(_ rules: RuleTables) -> [Diagnostic] {
        struct Users {
            var rules = 0
            var items = 0
            var first: SourceRange
        }
        var users: [Language: Users] = [:]
        var order: [Language] = []
        func note(_ language: Language?, _ source: SourceRange, _ count: WritableKeyPath<Users, Int>) {
            guard let language, !searches(rules.languages.number(of: language)) else { return }
            if users[language] == nil {
                users[language] = Users(first: source)
                order.append(language)
            }
            users[language]?[keyPath: count] += 1
        }
        for list in rules.codebook.lists {
            for item in list.items { note(item.language, item.source, \.items) }
        }
        for code in rules.codebook.codes where code.status != .retired {
            for rule in code.rules { note(rule.language, rule.source, \.rules) }
        }
        return order.compactMap { language in
            users[language].map { users in
                let counts = [Self.counted(users.rules, "rule"), Self.counted(users.items, "list item")]
                let subject = counts.compactMap(\.self).joined(separator: " and ")
                let verb = users.rules + users.items == 1 ? "is" : "are"
                return Self.warning(
                    "language-without-transcripts",
                    "\(subject) \(verb) for `\(language)`, and nothing in the transcripts is in that language; check "
                        + "the language of the transcripts if it should be", at: users.first)
            }
        }
    }

    private static func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private static func warning(_ identifier: String, _ message: String, at source: SourceRange) -> Diagnostic {
        Diagnostic(.warning, identifier, message, path: source.path, position: source.start, length: source.length)
    }
}

extension [Diagnostic] {
    /// By the order in which the files first appear, then by place.
    var inOrderOfPlaces: [Diagnostic] {
        var files: [String?: Int] = [:]
        for diagnostic in self where files[diagnostic.path] == nil { files[diagnostic.path] = files.count }
        let start = SourcePosition(line: 0, column: 0)
        return enumerated().sorted { left, right in
            let leftFile = files[left.element.path] ?? 0
            let rightFile = files[right.element.path] ?? 0
            if leftFile != rightFile { return leftFile < rightFile }
            let leftPlace = left.element.position ?? start
            let rightPlace = right.element.position ?? start
            return leftPlace == rightPlace ? left.offset < right.offset : leftPlace < rightPlace
        }.map(\.element)
    }
}
