import VerbatimCodebook
import VerbatimModel

/// Writes the text of a codebook from its JSON form, each line with its place in the JSON.
///
/// It checks the shape of the JSON only: names, rules and references are checked by the parser, which reads the text.
struct CodebookJSONDecoder {
    private(set) var composer = CodebookComposer()
    private(set) var faults: [Diagnostic] = []
    private let path: String

    /// A decoder of the file at `path`.
    init(path: String) {
        self.path = path
    }

    /// Reads the whole value.
    mutating func read(_ node: JSONNode) {
        guard
            var object = object(
                node,
                keys: [
                    "format", "formatVersion", "id", "title", "version", "languages", "define", "lists", "cues",
                    "codes",
                ])
        else { return }
        let format = object.take("format")
        guard format?.string == CodebookJSON.format else {
            return fault(
                "not-a-codebook", "This JSON is no codebook: \"format\" must be \"\(CodebookJSON.format)\".",
                format?.position ?? node.position)
        }
        if let version = object.take("formatVersion"), number(version) != Double(CodebookJSON.formatVersion) {
            return fault(
                "later-format",
                "This form of codebook is not known: this program reads formatVersion \(CodebookJSON.formatVersion). "
                    + "Export the codebook again, or use a later version of the program.", version.position)
        }
        guard let id = required("id", &object, node) else { return }
        composer.begin("codebook", id, name: string("title", &object), at: node.position)
        prose("version", "version", &object)
        let languages = words("languages", &object)
        if !languages.texts.isEmpty {
            composer.property("languages", languages.texts.joined(separator: " "), at: languages.position)
        }
        prose("define", "define", &object)
        for node in array("lists", &object) { readList(node) }
        for node in array("cues", &object) { readCue(node) }
        for node in array("codes", &object) { readCode(node) }
    }

    private mutating func readList(_ node: JSONNode) {
        guard var object = object(node, keys: ["name", "items"]), let name = required("name", &object, node) else {
            return
        }
        composer.begin("list", "@" + name, at: node.position)
        for item in array("items", &object) {
            guard var object = self.object(item, keys: ["language", "terms"]) else { continue }
            let language = string("language", &object).map { Language(tag: $0) }
            let terms = words("terms", &object)
            composer.items(terms.texts, language: language, at: terms.position ?? item.position)
        }
    }

    private mutating func readCue(_ node: JSONNode) {
        let keys = ["kind", "direction", "window", "language", "terms"]
        guard var object = object(node, keys: keys), let kind = required("kind", &object, node) else { return }
        var direction = string("direction", &object)
        if let window = object.take("window") {
            guard let number = number(window).flatMap({ Int(exactly: $0) }) else {
                return fault("wrong-value", "\"window\" must be a whole number.", window.position)
            }
            direction = "\(direction ?? "")/\(number)"
        }
        let head = [kind, direction, string("language", &object)].compactMap(\.self).joined(separator: " ")
        composer.begin("cue", head + ": " + words("terms", &object).texts.joined(separator: ", "), at: node.position)
    }

    private mutating func readCode(_ node: JSONNode) {
        let keys = [
            "id", "kind", "name", "was", "color", "status", "mark", "scope", "speakers", "exclusive", "threshold",
            "define", "useWhen", "notWhen", "anchors", "memo", "rules", "examples",
        ]
        guard var object = object(node, keys: keys), let id = required("id", &object, node) else { return }
        let kind = object.take("kind")
        let keyword = kind?.string ?? "code"
        guard keyword == "code" || keyword == "theme" else {
            return fault("wrong-value", "\"kind\" must be \"code\" or \"theme\".", kind?.position ?? node.position)
        }
        composer.begin(keyword, id, name: string("name", &object), at: node.position)
        let former = words("was", &object)
        if !former.texts.isEmpty {
            composer.property("was", former.texts.joined(separator: " "), at: former.position)
        }
        for keyword in ["color", "status", "mark", "scope", "speakers", "exclusive"] {
            guard let value = object.take(keyword) else { continue }
            if let text = text(value, keyword) { composer.property(keyword, text, at: value.position) }
        }
        if let threshold = object.take("threshold") {
            if case .number(let number) = threshold.value {
                composer.property("threshold", number, at: threshold.position)
            } else {
                fault("wrong-value", "\"threshold\" must be a number.", threshold.position)
            }
        }
        prose("define", "define", &object)
        prose("use when", "useWhen", &object)
        prose("not when", "notWhen", &object)
        for node in array("anchors", &object) {
            if let text = text(node, "anchors") { composer.anchor(text, at: node.position) }
        }
        prose("memo", "memo", &object, splits: true)
        for node in array("rules", &object) { readRule(node) }
        for node in array("examples", &object) { readExample(node) }
    }

    private mutating func readRule(_ node: JSONNode) {
        // A rule that is only a text is one without an id and a language.
        if let text = node.string { return composer.rule(id: nil, language: nil, text, at: node.position) }
        guard var object = object(node, keys: ["id", "language", "rule"]) else { return }
        let place = object["rule"]?.position ?? node.position
        guard let rule = required("rule", &object, node) else { return }
        composer.rule(
            id: string("id", &object), language: string("language", &object).map { Language(tag: $0) }, rule, at: place)
    }

    private mutating func readExample(_ node: JSONNode) {
        let keys = ["coded", "notCoded", "language", "as", "asked", "with", "assertions"]
        guard var object = object(node, keys: keys) else { return }
        let coded = string("coded", &object)
        let notCoded = string("notCoded", &object)
        guard let text = coded ?? notCoded, coded == nil || notCoded == nil else {
            return fault(
                "missing-key", "An example needs a text: either \"coded\" or \"notCoded\".", node.position)
        }
        let role = string("as", &object)
        guard let speaker = role.map({ SpeakerRole(rawValue: $0) }) ?? .respondent else {
            let names = SpeakerRole.allCases.map(\.rawValue).joined(separator: ", ")
            return fault("wrong-value", "\"as\" must be a role: \(names).", node.position)
        }
        var example = Example(
            isCoded: coded != nil, text: text, language: string("language", &object).map { Language(tag: $0) },
            role: speaker, question: string("asked", &object),
            source: SourceRange(path: path, start: node.position))
        if let with = object.take("with") {
            guard case .object(let members) = with.value else {
                return fault("wrong-value", "\"with\" must be an object of names and values.", with.position)
            }
            for (name, value) in members {
                if let text = self.text(value, name) { example.attributes[name] = text }
            }
        }
        for name in words("assertions", &object).texts {
            guard let kind = AssertionKind(rawValue: name) else {
                let names = AssertionKind.allCases.map(\.rawValue).joined(separator: ", ")
                return fault("wrong-value", "\"assertions\" holds what is none: write \(names).", node.position)
            }
            example.assertions.append(kind)
        }
        composer.example(example, at: node.position)
    }

    // MARK: Shapes

    /// The members of an object that were not taken yet.
    private struct Object {
        var members: [String: JSONNode]

        subscript(key: String) -> JSONNode? { members[key] }

        mutating func take(_ key: String) -> JSONNode? {
            guard let node = members.removeValue(forKey: key) else { return nil }
            if case .null = node.value { return nil }
            return node
        }
    }

    private mutating func fault(_ identifier: String, _ message: String, _ position: SourcePosition) {
        faults.append(Diagnostic(.error, identifier, message, path: path, position: position))
    }

    private mutating func object(_ node: JSONNode, keys: [String]) -> Object? {
        guard case .object(let members) = node.value else {
            fault("wrong-value", "An object must stand here, not \(node.kind).", node.position)
            return nil
        }
        for (key, value) in members where !keys.contains(key) {
            fault(
                "unknown-key", "The key \"\(key)\" is not known here: there are \(keys.joined(separator: ", ")).",
                value.position)
        }
        return Object(members: Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first })
    }

    private mutating func text(_ node: JSONNode, _ key: String) -> String? {
        if node.string == nil {
            fault("wrong-value", "\"\(key)\" must be a text, not \(node.kind).", node.position)
        }
        return node.string
    }

    private func number(_ node: JSONNode) -> Double? {
        if case .number(let number) = node.value { Double(number) } else { nil }
    }

    private mutating func string(_ key: String, _ object: inout Object) -> String? {
        object.take(key).flatMap { text($0, key) }
    }

    private mutating func required(_ key: String, _ object: inout Object, _ node: JSONNode) -> String? {
        guard let value = object.take(key) else {
            fault("missing-key", "\"\(key)\" is missing here: add it.", node.position)
            return nil
        }
        return text(value, key)
    }

    private mutating func array(_ key: String, _ object: inout Object) -> [JSONNode] {
        guard let node = object.take(key) else { return [] }
        guard case .array(let nodes) = node.value else {
            fault("wrong-value", "\"\(key)\" must be a list, not \(node.kind).", node.position)
            return []
        }
        return nodes
    }

    private mutating func words(_ key: String, _ object: inout Object) -> (texts: [String], position: SourcePosition?) {
        let position = object[key]?.position
        let nodes = array(key, &object)
        return (nodes.compactMap { text($0, key) }, position)
    }

    private mutating func prose(_ keyword: String, _ key: String, _ object: inout Object, splits: Bool = false) {
        guard let node = object.take(key), let text = text(node, key) else { return }
        composer.prose(keyword, text, splits: splits, at: node.position)
    }
}
