import VerbatimFiles
import VerbatimModel

/// Reads a REFI-QDA project.
struct QDAReader {
    let archive: ZIPArchive
    let path: String
    let defaultLanguage: Language?
    let root: XMLTree
    var project: QDAProject
    /// The names of the parts below `sources/`, by their names in lower case.
    let parts: [String: String]

    /// The ids of the transcripts, by the GUIDs of their sources.
    var transcriptIDs: [String: Transcript.ID] = [:]
    /// The segments that selections name, by GUID.
    var selections: [String: (transcript: Transcript.ID, span: TextSpan)] = [:]
    var users: [String: String] = [:]
    var codePaths: [String: [String]] = [:]
    var caseGUIDs: Set<String> = []
    /// The names of the variables, by GUID.
    var variables: [String: String] = [:]
    /// The texts of the notes, by GUID.
    var notes: [String: String] = [:]
    private var takenIDs: Set<String> = []

    /// Opens the archive and reads its XML.
    init(_ bytes: [UInt8], path: String, defaultLanguage: Language?) throws(DiagnosticsError) {
        archive = try ZIPArchive(bytes, path: path)
        self.path = path
        self.defaultLanguage = defaultLanguage
        let projects = archive.entries.map(\.name).filter { !$0.contains("/") && $0.lowercased().hasSuffix(".qde") }
        guard projects.count == 1, let xml = try archive.bytes(of: projects[0]) else {
            let reason = projects.isEmpty ? "it holds no project (.qde)" : "it holds several projects (.qde)"
            throw Self.notAProject(path, reason)
        }
        root = try XMLTree.read(xml, path: "\(path)/\(projects[0])")
        guard root.name == "Project" else { throw Self.notAProject(path, "its XML is no REFI-QDA project") }
        var parts: [String: String] = [:]
        for entry in archive.entries where entry.name.lowercased().hasPrefix("sources/") {
            parts[String(entry.name.lowercased().dropFirst("sources/".count))] = entry.name
        }
        self.parts = parts
        project = QDAProject(
            name: root.attributes["name"] ?? "", origin: root.attributes["origin"] ?? "", transcripts: [], codings: [],
            codes: [], cases: [], caseSegments: [], warnings: [])
    }

    private static func notAProject(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "not-a-project",
                "The archive is no project that can be read: \(reason). Export it again as .qdpx.",
                path: path)
        ])
    }

    /// The project.
    mutating func read() throws(DiagnosticsError) -> QDAProject {
        for user in root.child("Users")?.children("User") ?? [] {
            guard let guid = guid(user, "guid") else { continue }
            let name = [user.attributes["name"], user.attributes["id"]].compactMap(\.self).first { !$0.isEmpty }
            users[guid] = name ?? guid
        }
        for variable in root.child("Variables")?.children("Variable") ?? [] {
            if let guid = guid(variable, "guid") { variables[guid] = variable.attributes["name"] }
        }
        let cases = root.child("Cases")?.children("Case") ?? []
        caseGUIDs = Set(cases.compactMap { guid($0, "guid") })
        for code in root.child("CodeBook")?.child("Codes")?.children("Code") ?? [] { read(code: code, under: []) }
        for note in root.child("Notes")?.children("Note") ?? [] {
            guard let guid = guid(note, "guid") else { continue }
            notes[guid] = try text(of: note)
        }
        try readSources()
        for element in cases { read(case: element) }
        linkRespondents()
        return project
    }

    // MARK: - Parts of the project

    /// A GUID in lower case without braces; `nil` where there is none.
    func guid(_ element: XMLTree, _ attribute: String) -> String? {
        guard let value = element.attributes[attribute] else { return nil }
        let plain = value.lowercased().filter { $0 != "{" && $0 != "}" && !$0.isWhitespace }
        return plain.isEmpty ? nil : plain
    }

    mutating func warn(_ identifier: String, _ message: String, _ element: XMLTree? = nil) {
        project.warnings.append(
            Diagnostic(.warning, identifier, message, path: path, position: element?.position))
    }

    private mutating func read(code element: XMLTree, under parent: [String]) {
        let path = parent + [element.attributes["name"] ?? ""]
        if let guid = guid(element, "guid") {
            codePaths[guid] = path
            // Some programs list a respondent as a code too, to mark what the respondent said.
            if !caseGUIDs.contains(guid) {
                let codable = element.attributes["isCodable"]?.lowercased()
                project.codes.append(
                    QDAProject.Code(guid: guid, path: path, isCodable: codable != "false" && codable != "0"))
            }
        }
        for child in element.children("Code") { read(code: child, under: path) }
    }

    // MARK: - Sources

    private mutating func readSources() throws(DiagnosticsError) {
        var unread: [String: Int] = [:]
        for source in root.child("Sources")?.children ?? [] {
            let transcripts = source.children("Transcript")
            for transcript in transcripts { try read(source: transcript, of: source) }
            if source.name == "TextSource" {
                try read(source: source, of: source)
            } else if transcripts.isEmpty, let kind = Self.kinds[source.name] {
                unread[kind, default: 0] += 1
            }
        }
        for (kind, count) in unread.sorted(by: { $0.key < $1.key }) {
            warn(
                "source-not-read",
                "\(count) \(count == 1 ? "source" : "sources") of \(kind) without a transcript "
                    + "\(count == 1 ? "was" : "were") not read. Export the talk as a text source.")
        }
        guard project.transcripts.isEmpty else { return }
        let fault = Diagnostic(
            .error, "no-transcripts", "There is no text source in this project that could be read. Export it again.",
            path: path)
        throw DiagnosticsError([fault] + project.warnings)
    }

    private static let kinds = [
        "PDFSource": "PDF pages", "PictureSource": "pictures", "AudioSource": "sound", "VideoSource": "film",
    ]

    /// Reads a text: a source, or the transcript of a source that is sound or film.
    private mutating func read(source element: XMLTree, of parent: XMLTree) throws(DiagnosticsError) {
        let names = [parent, element].map {
            ($0.attributes["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let id = unusedID(names.first { !$0.isEmpty } ?? guid(parent, "guid") ?? "source")
        guard let bytes = try bytes(of: element, shownAs: id) else { return }
        let file = SourceFile(path: "\(path)/\(id)", id: id, bytes: bytes, defaultLanguage: defaultLanguage)
        var transcript: Transcript
        do {
            transcript = try PlainTextReader(file: file).read()
        } catch {
            // The other sources of a project can do without one.
            project.warnings += error.diagnostics.map {
                Diagnostic(.warning, "source-not-read", $0.message, path: $0.path, position: $0.position)
            }
            return
        }
        transcript.id = id
        transcript.source.format = "qdpx"
        for (name, value) in values(of: parent) where transcript.attributes[name] == nil {
            transcript.attributes[name] = value
        }
        takenIDs.insert(id)
        for guid in [guid(element, "guid"), guid(parent, "guid")].compactMap(\.self) { transcriptIDs[guid] = id }
        readCodings(of: element, transcript: &transcript, bytes: bytes)
        project.transcripts.append(transcript)
    }

    /// A name as an id that no other source has.
    private mutating func unusedID(_ name: String) -> String {
        guard takenIDs.contains(name) else { return name }
        var number = 2
        while takenIDs.contains("\(name) (\(number))") { number += 1 }
        let id = "\(name) (\(number))"
        warn("duplicate-source", "Two sources are named '\(name)'; the later one is read as '\(id)'.")
        return id
    }

    /// The bytes of a source's plain text; `nil`, with a warning, where the project does not hold it.
    private mutating func bytes(of element: XMLTree, shownAs id: String) throws(DiagnosticsError) -> [UInt8]? {
        if let content = element.child("PlainTextContent") { return Array(content.text.utf8) }
        guard let reference = element.attributes["plainTextPath"], !reference.isEmpty else {
            warn("source-not-read", "The source '\(id)' has no plain text. Export it again with its text.", element)
            return nil
        }
        guard let part = internalPart(reference) else {
            warn(
                "source-not-read",
                "The text of the source '\(id)' is not in the project file. Export the project with its sources.",
                element)
            return nil
        }
        return try archive.bytes(of: part)
    }

    /// The name of the part that a reference such as `internal://GUID.txt` leads to.
    private func internalPart(_ reference: String) -> String? {
        guard reference.lowercased().hasPrefix("internal:") else { return nil }
        let name = reference.dropFirst("internal:".count).drop { $0 == "/" }.lowercased()
        let relative = name.hasPrefix("sources/") ? String(name.dropFirst("sources/".count)) : name
        return parts[relative] ?? parts[relative.removingPercentEncodingOfASCII]
    }

    /// The text of a note; `nil` where the project does not hold it.
    private func text(of note: XMLTree) throws(DiagnosticsError) -> String? {
        if let content = note.child("PlainTextContent") { return content.text }
        guard let part = note.attributes["plainTextPath"].flatMap(internalPart),
            let bytes = try archive.bytes(of: part)
        else { return nil }
        do {
            return String(decoding: try SourceDecoder.decode(bytes, path: path).utf8, as: UTF8.self)
        } catch {
            // An empty note says nothing.
            if error.diagnostics.contains(where: { $0.identifier == "empty-file" }) { return nil }
            throw error
        }
    }
}

extension String {
    /// The text with `%20` and the like as the characters they stand for.
    fileprivate var removingPercentEncodingOfASCII: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
