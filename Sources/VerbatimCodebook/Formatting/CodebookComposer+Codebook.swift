package import VerbatimModel

extension CodebookComposer {
    /// The text of a whole codebook: what the parser reads from it is the codebook, but for places.
    package init(_ codebook: Codebook) {
        self.init()
        begin("codebook", codebook.id, name: codebook.title == codebook.id ? nil : codebook.title)
        if let version = codebook.version { prose("version", version) }
        if !codebook.languages.isEmpty {
            property("languages", codebook.languages.map(\.code).joined(separator: " "))
        }
        prose("define", codebook.definition)
        for list in codebook.lists { add(list) }
        add(codebook.cues)
        for code in codebook.codes { add(code) }
    }

    /// Adds a list.
    package mutating func add(_ list: WordList) {
        begin("list", "@" + list.name)
        for (language, items) in list.runs { self.items(items.map(TermText.item), language: language) }
    }

    /// Adds cues, in one statement as long as they differ in their words only.
    package mutating func add(_ cues: [Cue]) {
        for run in CueText.runs(of: cues) {
            begin("cue", CueText.head(of: run[0]) + ": " + run.map { TermText.item($0.term) }.joined(separator: ", "))
        }
    }

    /// Adds a code or theme.
    package mutating func add(_ code: Code) {
        begin(code.isCodable ? "code" : "theme", code.id, name: code.name == code.id ? nil : code.name)
        for (name, value) in CodeProperties.values(of: code) { property(name, value) }
        prose("define", code.definition)
        prose("use when", code.useWhen)
        prose("not when", code.notWhen)
        for anchor in code.anchors { self.anchor(anchor) }
        prose("memo", code.memo, splits: true)
        for (index, rule) in code.rules.enumerated() {
            self.rule(id: rule.writtenID(at: index), language: rule.language, rule.text)
        }
        for example in code.examples { self.example(example) }
    }
}

extension Rule {
    /// The id, unless it is the one that a rule without an id is given at this index of its code.
    package func writtenID(at index: Int) -> String? { id == "r\(index + 1)" ? nil : id }
}

extension WordList {
    /// The items, in runs of one language each, in order.
    package var runs: [(language: Language?, items: [Term])] {
        var runs: [(language: Language?, items: [Term])] = []
        for item in items {
            if let last = runs.last, last.language == item.language {
                runs[runs.count - 1].items.append(item.term)
            } else {
                runs.append((item.language, [item.term]))
            }
        }
        return runs
    }
}

/// Writes cues as a codebook has them.
package enum CueText {
    /// What stands between `cue` and the colon.
    package static func head(of cue: Cue) -> String {
        var words = [cue.kind.rawValue]
        if cue.kind != .pseudo, cue.kind != .stop {
            words.append(cue.direction.rawValue + (cue.window.map { "/\($0)" } ?? ""))
        }
        if let language = cue.language { words.append(language.code) }
        return words.joined(separator: " ")
    }

    /// Cues in runs that differ in their words only, in order.
    package static func runs(of cues: [Cue]) -> [[Cue]] {
        var runs: [[Cue]] = []
        for cue in cues {
            if let first = runs.last?.first, head(of: first) == head(of: cue) {
                runs[runs.count - 1].append(cue)
            } else {
                runs.append([cue])
            }
        }
        return runs
    }
}

/// Properties of codes that are one short value, as a codebook writes them.
package enum CodeProperties {
    /// The keywords and values that are not as they are where nothing is said, in canonical order.
    package static func values(of code: Code) -> [(keyword: String, value: String)] {
        var values: [(String, String)] = []
        if !code.formerIDs.isEmpty { values.append(("was", code.formerIDs.joined(separator: " "))) }
        if let color = code.color { values.append(("color", color)) }
        if code.status != .active { values.append(("status", code.status.rawValue)) }
        if let mark = code.mark {
            values.append(("mark", mark.unit.rawValue + (mark.sentences > 0 ? " +-\(mark.sentences)" : "")))
        }
        if let scope = code.scope { values.append(("scope", scope.rawValue)) }
        if let speakers = code.speakers { values.append(("speakers", FilterText.speakers(speakers))) }
        if let exclusive = code.exclusive { values.append(("exclusive", "\(exclusive.name) \(exclusive.priority)")) }
        if let threshold = code.threshold { values.append(("threshold", number(threshold))) }
        return values
    }

    /// A number as a codebook writes it, without an exponent and without needless digits.
    package static func number(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
