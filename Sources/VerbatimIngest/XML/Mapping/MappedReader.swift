import CLibXML2
import VerbatimModel

/// Reads the transcripts of a file as a mapping says.
struct MappedReader {
    let mapping: TranscriptMapping
    let file: SourceFile
    let document: XPathDocument

    /// The transcripts; `nil` if the mapping is not meant for the file.
    /// - Throws: `mapping-xpath`, `mapping-no-turns`, `no-text`.
    func transcripts() throws(DiagnosticsError) -> [Transcript]? {
        if let root = mapping.expressions[.root] {
            let isMeant = try evaluate(root) { (expression) throws(XPathDocument.Fault) in
                try document.holds(expression)
            }
            guard isMeant else { return nil }
        }
        let elements = try nodes(.transcript, at: document.root) ?? [document.root].compactMap(\.self)
        // The digest of the file is worked out once, however many transcripts it holds.
        let source = XMLTranscripts.source(file, format: "mapping \(mapping.id)")
        var part = file
        part.bytes = []
        var transcripts: [Transcript] = []
        var turns = 0
        for (index, element) in elements.enumerated() {
            var text = try spokenText(of: element)
            turns += text.turns.count
            // Of several transcripts, one without words is left out.
            if elements.count > 1, text.turns.isEmpty { continue }
            if text.turns.isEmpty { break }
            if text.id == nil, elements.count > 1 { text.id = "\(file.id)#\(index + 1)" }
            var transcript = try text.transcript(of: part, format: source.format)
            transcript.source = source
            transcripts.append(transcript)
        }
        guard turns > 0 else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "mapping-no-turns",
                    "The mapping '\(mapping.id)' finds no turn with words in this file. Look at its 'turn', and at the "
                        + "namespaces of the file.", path: file.path)
            ])
        }
        return transcripts
    }

    private func spokenText(of element: xmlNodePtr) throws(DiagnosticsError) -> SpokenText {
        var text = SpokenText()
        text.id = try value(.transcriptID, at: element)?.text
        text.language = LanguageNames.language(of: try value(.language, at: element)?.text)
        for attribute in mapping.attributes {
            let value = try evaluate(attribute.expression) { (expression) throws(XPathDocument.Fault) in
                try document.text(expression, at: element).text
            }
            if !value.isEmpty { text.attributes[attribute.name] = value }
        }
        var times = MediaTime()
        var unknownRoles: [String] = []
        for turn in try nodes(.turn, at: element) ?? [] {
            let speaker = try value(.speaker, at: turn)
            let key = speaker?.text
            document.setVariable("speaker", key ?? "")
            let label = try value(.speakerLabel, at: turn)
            let role = try value(.role, at: turn)
            let time = try value(.time, at: turn)
            if let key = key ?? label?.text, text.person(key) == nil {
                var person = SpokenText.Person(label: label?.text ?? key)
                if let role = role?.text {
                    person.declared = Self.role(role).map { ($0, "the file says '\(role)'") }
                    if person.declared == nil, !unknownRoles.contains(role) { unknownRoles.append(role) }
                }
                text.list(person, as: key)
            }
            // What names the speaker, the role or the time is no speech, wherever it stands.
            let facts = [speaker, label, role, time].compactMap(\.self).flatMap(\.nodes)
            let blocks = try blocks(of: turn, leavingOut: Set(facts))
            guard !blocks.isEmpty else { continue }
            text.turns.append(
                SpokenText.SpokenTurn(
                    speaker: key ?? label?.text, blocks: blocks, time: Self.seconds(time?.text, &times),
                    section: try value(.section, at: turn)?.text, question: try value(.question, at: turn)?.text))
        }
        if let warning = times.warning(path: file.path) { text.warnings.append(warning) }
        if !unknownRoles.isEmpty {
            text.warnings.append(
                Diagnostic(
                    .warning, "mapping-role",
                    "No role is known by \(unknownRoles.map { "'\($0)'" }.joined(separator: ", ")), so roles are told from "
                        + "the talk. Say them in speakers.csv.", path: file.path))
        }
        return text
    }

    // MARK: - Speech

    private func blocks(
        of turn: xmlNodePtr, leavingOut facts: Set<xmlNodePtr>
    ) throws(DiagnosticsError) -> [TEIText.Block] {
        let found = try nodes(.paragraph, at: turn) ?? []
        let paragraphs = found.isEmpty ? [turn] : found
        var blocks: [TEIText.Block] = []
        for paragraph in paragraphs {
            var content: [UInt8] = []
            // A paragraph that is itself a fact, as when a mapping takes `.` for the speaker, is speech all the same.
            try collect(paragraph, leavingOut: facts.subtracting([paragraph]), into: &content)
            guard content.contains(where: { $0 > 0x20 }) else { continue }
            blocks.append(TEIText.Block(content: content, language: Self.language(of: paragraph)))
        }
        return blocks
    }

    /// The text of an element without what is to be ignored; the tree is at most as deep as libxml2 allows.
    private func collect(
        _ node: xmlNodePtr, leavingOut facts: Set<xmlNodePtr>, into content: inout [UInt8]
    ) throws(DiagnosticsError) {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ATTRIBUTE_NODE:
            guard let value = xmlNodeGetContent(node) else { return }
            defer { verbatim_xmlFree(value) }
            content.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
        case XML_ELEMENT_NODE:
            guard node.pointee.children != nil else { return }
            let ignored = facts.union(try nodes(.ignore, at: node) ?? [])
            var child = node.pointee.children
            while let current = child {
                if ignored.contains(current) {
                    content.append(0x20)
                } else {
                    try collect(current, leavingOut: ignored, into: &content)
                }
                child = current.pointee.next
            }
        default: return
        }
    }

    /// The language by the nearest `xml:lang`; `nil` where none is said.
    private static func language(of node: xmlNodePtr) -> Language? {
        guard let value = xmlNodeGetLang(node) else { return nil }
        defer { verbatim_xmlFree(value) }
        return LanguageNames.language(of: String(cString: value))
    }

    private static func role(_ text: String) -> SpeakerRole? {
        SpeakerRole(rawValue: text.lowercased()) ?? RoleWords.role(of: text)?.role
    }

    /// Seconds as a number, or as `h:mm:ss`; what XPath makes of a missing time is none.
    private static func seconds(_ text: String?, _ times: inout MediaTime) -> Double? {
        guard let text, text != "NaN" else { return nil }
        let bytes = Array(text.utf8)
        var cursor = ByteCursor(bytes, range: 0..<bytes.count)
        if let seconds = cursor.clock(), cursor.byte == nil { return seconds }
        return times.seconds(text)
    }

    // MARK: - Expressions

    private func nodes(
        _ property: TranscriptMapping.Property, at node: xmlNodePtr?
    ) throws(DiagnosticsError) -> [xmlNodePtr]? {
        guard let expression = mapping.expressions[property] else { return nil }
        return try evaluate(expression) { (text) throws(XPathDocument.Fault) in try document.nodes(text, at: node) }
    }

    /// The text of a property at an element, if it gives any, and the nodes it is of.
    private func value(
        _ property: TranscriptMapping.Property, at node: xmlNodePtr?
    ) throws(DiagnosticsError) -> (text: String, nodes: [xmlNodePtr])? {
        guard let expression = mapping.expressions[property] else { return nil }
        let value = try evaluate(expression) { (text) throws(XPathDocument.Fault) in try document.text(text, at: node) }
        return value.text.isEmpty ? nil : value
    }

    private func evaluate<Value>(
        _ expression: TranscriptMapping.Expression, with body: (String) throws(XPathDocument.Fault) -> Value
    ) throws(DiagnosticsError) -> Value {
        do throws(XPathDocument.Fault) {
            return try body(expression.text)
        } catch {
            throw DiagnosticsError([XPathCheck.diagnostic(error, expression, path: mapping.path)])
        }
    }
}
