import VerbatimModel

/// `code ID "Name"` and `theme ID "Name"` with their properties.
struct CodeStatement {
    private let statement: Statement
    private let languages: [Language]
    private var entry: Draft.CodeEntry
    private var log: PropertyLog
    private var faults: [Fault] = []
    private var ruleCount = 0

    private static let themeProperties: [PropertyKeyword] = [
        .define, .useWhen, .notWhen, .anchor, .memo, .color, .status, .was,
    ]
    private static let codeProperties: [PropertyKeyword] =
        themeProperties + [
            .mark, .scope, .speakers, .exclusive, .threshold, .rule, .example, .counterExample,
        ]

    /// The code or theme; `nil` where it has no valid id.
    ///
    /// The codebook's `languages` tell a rule's language from its id.
    static func parse(_ statement: Statement, languages: [Language], faults: inout [Fault]) -> Draft.CodeEntry? {
        let head = StatementHead(statement, faults: &faults)
        var parser = CodeStatement(statement, head, languages: languages)
        for property in statement.properties { parser.read(property) }
        parser.checkRuleIDs()
        faults += parser.faults
        return head.id == nil ? nil : parser.entry
    }

    private init(_ statement: Statement, _ head: StatementHead, languages: [Language]) {
        self.statement = statement
        self.languages = languages
        let id = head.id ?? ""
        let code = Code(
            id: id, name: head.name ?? id, isCodable: statement.keyword == .code, source: head.source)
        entry = Draft.CodeEntry(code: code)
        log = PropertyLog(of: statement.keyword.rawValue)
    }

    private mutating func read(_ text: SourceText) {
        let isTheme = statement.keyword == .theme
        let allowed = isTheme ? Self.themeProperties : Self.codeProperties
        guard let (keyword, end) = PropertyKeyword.leading(text.scalars[...]), Self.codeProperties.contains(keyword)
        else {
            log.reportUnknown(text, allowed: allowed, faults: &faults)
            return
        }
        guard allowed.contains(keyword) else {
            faults.error(
                "theme-with-rules",
                "a theme only groups, and has no '\(keyword.rawValue)': write it under a code, or make this a code",
                at: text.source(0..<end))
            return
        }
        switch keyword {
        case .rule: readRule(text)
        case .example, .counterExample:
            if let example = ExampleProperty.parse(text, faults: &faults) {
                entry.code.examples.append(example)
            } else {
                entry.hasFaultyExamples = true
            }
        default:
            let isRepeatable = [.anchor, .memo, .was].contains(keyword)
            guard isRepeatable || log.isFirst(keyword, text, faults: &faults),
                let value = PropertyLog.value(of: keyword, text, from: end, faults: &faults)
            else { return }
            readValue(keyword, text, value)
        }
    }

    private mutating func readRule(_ text: SourceText) {
        ruleCount += 1
        let parsed = RuleProperty.parse(text, number: ruleCount, languages: languages, faults: &faults)
        entry.references += parsed.references
        if let rule = parsed.rule {
            entry.code.rules.append(rule)
        } else {
            entry.hasFaultyRules = true
        }
    }

    private mutating func checkRuleIDs() {
        var first: [String: Int] = [:]
        for rule in entry.code.rules {
            if let line = first[rule.id] {
                faults.error(
                    "duplicate-rule",
                    "the rule '\(rule.id)' stands in line \(line) already: give each rule of a code its own id",
                    at: rule.source)
            } else {
                first[rule.id] = rule.source.start.line
            }
        }
    }

    // MARK: Properties with one value

    private mutating func readValue(_ keyword: PropertyKeyword, _ text: SourceText, _ value: Range<Int>) {
        let string = text.string(value)
        switch keyword {
        case .define: entry.code.definition = string
        case .useWhen: entry.code.useWhen = string
        case .notWhen: entry.code.notWhen = string
        case .anchor: entry.code.anchors.append(Self.withoutQuotes(string))
        case .memo: entry.code.memo = entry.code.memo.map { $0 + "\n" + string } ?? string
        case .color: readColor(text, value)
        case .status:
            entry.code.status = choice(CodeStatus.self, text, value, "unknown-status") ?? entry.code.status
        case .scope: entry.code.scope = choice(Scope.self, text, value, "unknown-scope")
        case .mark: readMark(text, value)
        case .speakers: readSpeakers(text, value)
        case .exclusive: readExclusive(text, value)
        case .threshold: readThreshold(text, value)
        case .was: readFormerIDs(text, value)
        case .version, .languages, .rule, .example, .counterExample: break
        }
    }

    /// An anchor is a quotation of a person's words, and may be written as one.
    private static func withoutQuotes(_ string: String) -> String {
        let scalars = Array(string.unicodeScalars)
        guard let first = scalars.first, QuoteMark.opens(first),
            QuoteMark.closing(in: scalars, from: 0, to: scalars.count) == scalars.count - 1
        else { return string }
        return String(scalars: scalars[1..<(scalars.count - 1)])
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type, _ text: SourceText, _ value: Range<Int>, _ identifier: String
    ) -> Choice? where Choice.RawValue == String {
        if let choice = Choice(rawValue: text.string(value)) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        faults.error(
            identifier, "'\(text.string(value))' cannot stand here: write one of \(names.joined(separator: ", "))",
            at: text.source(value), suggestion: NearNames.nearest(to: text.string(value), in: names))
        return nil
    }

    private mutating func readColor(_ text: SourceText, _ value: Range<Int>) {
        let scalars = text.scalars[value]
        let isHex = scalars.dropFirst().allSatisfy { scalar in
            scalar.isASCIIDigit || ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
        }
        guard scalars.first == "#", scalars.count == 7, isHex else {
            faults.error(
                "bad-color", "a colour is written with six hexadecimal digits, as in #4477AA", at: text.source(value))
            return
        }
        entry.code.color = text.string(value).uppercased()
    }

    /// `match|sentence|turn|answer [+-N]`.
    private mutating func readMark(_ text: SourceText, _ value: Range<Int>) {
        var scanner = TextScanner(text, from: value.lowerBound)
        guard let word = scanner.word(stops: ["+", "\u{B1}"]) else { return scanner.expectEndAnd(&faults) }
        guard let unit = choice(Mark.Unit.self, text, word, "unknown-mark") else { return }
        var mark = Mark(unit)
        if !scanner.isAtEnd() {
            let rest = scanner.rest()
            var number = text.scalars[rest].drop { $0 == "\u{B1}" }
            if number.count == rest.count, number.starts(with: ["+", "-"]) { number = number.dropFirst(2) }
            let digits = String(scalars: number.drop { $0.isSpace })
            guard number.count < rest.count, let sentences = Int(digits), (0...1000).contains(sentences),
                digits.unicodeScalars.allSatisfy(\.isASCIIDigit)
            else {
                faults.error(
                    "bad-mark", "behind the unit stands a number of sentences on either side, as in +-1",
                    at: text.source(rest))
                return
            }
            mark.sentences = sentences
            if sentences > 0, unit == .turn || unit == .answer {
                faults.warning(
                    "mark-without-effect",
                    "a whole \(unit.rawValue) is marked, so sentences on either side add nothing: leave them out",
                    at: text.source(rest))
            }
        }
        entry.code.mark = mark
    }

    private mutating func readSpeakers(_ text: SourceText, _ value: Range<Int>) {
        var grammar = RuleGrammar(text, from: value.lowerBound, language: nil, mode: .filter)
        let speakers = grammar.speakers()
        if grammar.token.kind != .end, grammar.faults.isEmpty {
            grammar.error(
                "unexpected-token",
                "'\(grammar.tokenText)' cannot stand here: write 'any', roles joined by 'or', or a condition such as "
                    + "population = migrant")
        }
        faults += grammar.faults
        if grammar.faults.isEmpty { entry.code.speakers = speakers }
    }

    private mutating func readExclusive(_ text: SourceText, _ value: Range<Int>) {
        var scanner = TextScanner(text, from: value.lowerBound)
        let name = scanner.word().map(text.string)
        let priority = scanner.word().flatMap { Int(text.string($0)) }
        guard let name, let priority, scanner.isAtEnd() else {
            faults.error(
                "bad-exclusive", "a group and a whole number must stand here, as in 'exclusive intention 2'",
                at: text.source(value))
            return
        }
        entry.code.exclusive = ExclusiveGroup(name: name, priority: priority)
        entry.exclusiveSource = text.source(value)
    }

    private mutating func readThreshold(_ text: SourceText, _ value: Range<Int>) {
        guard let threshold = Number.parse(text.string(value)), threshold > 0 else {
            faults.error(
                "bad-number", "a threshold is a number above 0, as in 'threshold 1.5'", at: text.source(value))
            return
        }
        entry.code.threshold = threshold
    }

    /// Ids separated by white space or commas.
    private mutating func readFormerIDs(_ text: SourceText, _ value: Range<Int>) {
        var scanner = TextScanner(text, from: value.lowerBound)
        while !scanner.isAtEnd() {
            if scanner.advance(past: ",") { continue }
            guard let word = scanner.word(stops: [","]) else { return scanner.expectEndAnd(&faults) }
            let id = text.string(word)
            guard Identifier.isValid(id) else {
                faults.error(
                    "bad-id", "an id is made of a-z, 0-9 and '-', with dots between the parts",
                    at: text.source(word), suggestion: Identifier.repaired(id))
                continue
            }
            entry.code.formerIDs.append(id)
            entry.formerIDSources.append(text.source(word))
        }
    }
}

extension TextScanner {
    /// Reports what is left, and hands over the faults.
    fileprivate mutating func expectEndAnd(_ faults: inout [Fault]) {
        expectEnd()
        faults += self.faults
    }
}
