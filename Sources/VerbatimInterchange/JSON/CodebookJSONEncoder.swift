import VerbatimCodebook
import VerbatimModel

/// Makes the JSON form of a codebook.
enum CodebookJSONEncoder {
    /// The value of a whole codebook.
    static func value(of codebook: Codebook) -> JSONText {
        var members = Members()
        members.add("format", CodebookJSON.format)
        members.add("formatVersion", .number(String(CodebookJSON.formatVersion)))
        members.add("id", codebook.id)
        if codebook.title != codebook.id { members.add("title", codebook.title) }
        members.add("version", codebook.version)
        members.add("languages", words: codebook.languages.map(\.code))
        members.add("define", codebook.definition)
        members.add("lists", codebook.lists.map(value))
        members.add("cues", CueText.runs(of: codebook.cues).map(value))
        members.add("codes", codebook.codes.map(value))
        return members.object
    }

    private static func value(of list: WordList) -> JSONText {
        var members = Members()
        members.add("name", list.name)
        members.add(
            "items",
            list.runs.map { run in
                var members = Members()
                members.add("language", run.language?.code)
                members.add("terms", words: run.items.map(TermText.item))
                return members.object
            })
        return members.object
    }

    private static func value(of cues: [Cue]) -> JSONText {
        var members = Members()
        guard let cue = cues.first else { return members.object }
        members.add("kind", cue.kind.rawValue)
        if cue.kind != .pseudo, cue.kind != .stop { members.add("direction", cue.direction.rawValue) }
        if let window = cue.window { members.add("window", .number(String(window))) }
        members.add("language", cue.language?.code)
        members.add("terms", words: cues.map { TermText.item($0.term) })
        return members.object
    }

    private static func value(of code: Code) -> JSONText {
        var members = Members()
        members.add("id", code.id)
        if !code.isCodable { members.add("kind", "theme") }
        if code.name != code.id { members.add("name", code.name) }
        for (keyword, value) in CodeProperties.values(of: code) {
            switch keyword {
            case "was": members.add(keyword, words: code.formerIDs)
            case "threshold": members.add(keyword, .number(value))
            default: members.add(keyword, value)
            }
        }
        members.add("define", code.definition)
        members.add("useWhen", code.useWhen)
        members.add("notWhen", code.notWhen)
        members.add("anchors", words: code.anchors)
        members.add("memo", code.memo)
        members.add(
            "rules",
            code.rules.enumerated().map { index, rule in
                var members = Members()
                members.add("id", rule.writtenID(at: index))
                members.add("language", rule.language?.code)
                members.add("rule", rule.text)
                return members.object
            })
        members.add("examples", code.examples.map(value))
        return members.object
    }

    private static func value(of example: Example) -> JSONText {
        var members = Members()
        members.add(example.isCoded ? "coded" : "notCoded", ExampleText.marked(example))
        members.add("language", example.language?.code)
        if example.role != .respondent { members.add("as", example.role.rawValue) }
        members.add("asked", example.question)
        if !example.attributes.isEmpty {
            members.add(
                "with",
                .object(example.attributes.names.map { ($0, .string(example.attributes[$0] ?? "")) }))
        }
        members.add("assertions", words: example.assertions.map(\.rawValue))
        return members.object
    }
}

/// The members of an object, without those that have no value.
private struct Members {
    private var members: [(key: String, value: JSONText)] = []

    var object: JSONText { .object(members) }

    mutating func add(_ key: String, _ value: JSONText) { members.append((key, value)) }

    mutating func add(_ key: String, _ text: String?) {
        if let text { members.append((key, .string(text))) }
    }

    mutating func add(_ key: String, words: [String]) {
        if !words.isEmpty { members.append((key, .words(words))) }
    }

    mutating func add(_ key: String, _ values: [JSONText]) {
        if !values.isEmpty { members.append((key, .array(values))) }
    }
}
