import VerbatimCodebook
import VerbatimFiles
import VerbatimModel

/// Makes a codebook of a table: ours, or one that people made for human coders, with a column of codes or names and
/// any of the others.
struct CodebookTableReader {
    /// The names under which columns are found, compared without case and with hyphens and spaces as `_`.
    private static let aliases: [String: [String]] = [
        "id": ["id", "code_id"],
        "name": ["name", "label", "title", "tag", "code_name", "theme_name"],
        "code": ["code", "codes"],
        "parent": ["parent", "category", "theme", "parent_code", "group"],
        "level": ["level", "kind", "type"],
        "definition": ["definition", "description", "define", "meaning", "brief_definition", "full_definition"],
        "use_when": ["use_when", "when_to_use", "inclusion", "inclusion_criteria", "include"],
        "not_when": ["not_when", "when_not_to_use", "exclusion", "exclusion_criteria", "exclude"],
        "anchors": ["anchors", "anchor", "anchor_example", "typical_example", "quote"],
        "memo": ["memo", "note", "notes", "comment", "comments"],
        "color": ["color", "colour"],
        "rules": ["rules", "rule"],
        "examples": ["examples", "example"],
    ]

    private var composer = CodebookComposer()
    private var faults: [Diagnostic] = []
    private var identifiers = CodeIdentifiers()
    /// The id of each code by its id, its name and its code in the table, folded to lower case.
    private var idOfName: [String: String] = [:]
    private let path: String

    private struct Entry {
        var line: Int
        var values: [String: String]
        var id = ""

        subscript(column: String) -> String? { values[column] }
    }

    /// The codebook of some rows, of which the first holds the names of the columns.
    /// - Throws: `missing-column`.
    static func read(
        _ rows: [DelimitedText.Row], path: String, name: String
    ) throws(DiagnosticsError) -> ImportedCodebook {
        var reader = CodebookTableReader(path: path)
        try reader.read(rows, name: name)
        return try ImportFinish.finish(reader.composer, path: path, warnings: reader.faults)
    }

    private init(path: String) {
        self.path = path
    }

    private mutating func read(_ rows: [DelimitedText.Row], name: String) throws(DiagnosticsError) {
        let columns = (rows.first?.fields ?? []).map(Self.column)
        guard columns.contains("id") || columns.contains("code") || columns.contains("name") else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "The table has no column of codes: its first row must name one 'id', 'code' or 'name'.",
                    path: path, position: SourcePosition(line: rows.first?.line ?? 1, column: 1))
            ])
        }
        reportUnknown(columns, rows.first)
        var entries = rows.dropFirst().map { row in
            var values: [String: String] = [:]
            for (column, field) in zip(columns, row.fields) where !Self.trimmed(field).isEmpty {
                if values[column] == nil { values[column] = Self.trimmed(field) }
            }
            return Entry(line: row.line, values: values)
        }
        writeHead(entries.first { $0["level"] == "codebook" }, name: name)
        entries.removeAll { $0["level"] == "codebook" }
        for entry in entries where entry["level"] == "list" { writeList(entry) }
        for entry in entries where entry["level"] == "cue" { writeCue(entry) }
        entries.removeAll { $0["level"] == "list" || $0["level"] == "cue" }
        nameCodes(&entries)
        for entry in entries { write(entry) }
    }

    private static func column(_ name: String) -> String {
        let plain = String(trimmed(name).lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
        return aliases.first { $0.value.contains(plain) }?.key ?? plain
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private mutating func reportUnknown(_ columns: [String], _ header: DelimitedText.Row?) {
        let known = Set(CodebookTable.columns).union(Self.aliases.keys)
        for (index, column) in columns.enumerated() where !column.isEmpty && !known.contains(column) {
            faults.append(
                Diagnostic(
                    .warning, "column-not-carried",
                    "The column '\(header?.fields[index] ?? column)' is not known and was left out: rename it, or add "
                        + "its text to the memo.", path: path,
                    position: SourcePosition(line: header?.line ?? 1, column: 1)))
        }
        var seen: Set<String> = []
        for (index, column) in columns.enumerated() where !column.isEmpty && !seen.insert(column).inserted {
            faults.append(
                Diagnostic(
                    .warning, "column-not-carried",
                    "The column '\(header?.fields[index] ?? column)' says what another column says: where both have a "
                        + "value, the first is taken.", path: path,
                    position: SourcePosition(line: header?.line ?? 1, column: 1)))
        }
    }

    // MARK: Statements

    private mutating func writeHead(_ entry: Entry?, name: String) {
        let id = entry?["id"] ?? CodeIdentifiers.slug(name)
        let title = entry.map { $0["name"] ?? id } ?? name
        composer.begin(
            "codebook", id.isEmpty ? "codebook" : id, name: title == id ? nil : title, at: entry.map(place))
        guard let entry else { return }
        composer.prose("version", entry["version"], at: place(entry))
        if let languages = entry["languages"] { composer.property("languages", languages, at: place(entry)) }
        composer.prose("define", entry["definition"], at: place(entry))
    }

    private func place(_ entry: Entry) -> SourcePosition { SourcePosition(line: entry.line, column: 1) }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private mutating func writeList(_ entry: Entry) {
        let id = entry["id"] ?? ""
        composer.begin("list", id.hasPrefix("@") ? id : "@" + id, at: place(entry))
        for line in Self.lines(entry["rules"]) { composer.items([line], language: nil, at: place(entry)) }
    }

    private mutating func writeCue(_ entry: Entry) {
        composer.begin(
            "cue", (entry["id"] ?? "") + ": " + Self.lines(entry["rules"]).joined(separator: ", "), at: place(entry))
    }

    /// Gives each code its id: its own where it is one, else one made of its name, under its parent.
    private mutating func nameCodes(_ entries: inout [Entry]) {
        for index in entries.indices {
            let written = entries[index]["id"] ?? entries[index]["code"] ?? entries[index]["name"] ?? ""
            let parent = entries[index]["parent"].flatMap { idOfName[$0.lowercased()] ?? Self.knownID($0) }
            let isOwn = entries[index]["id"] != nil || CodeIdentifiers.isID(written)
            // A parent that is given elsewhere than in the id: `shelter` under `protection` is `protection.shelter`.
            let isUnderParent = parent.map { written.hasPrefix($0 + ".") } ?? true
            if isOwn, CodeIdentifiers.isID(written), isUnderParent || entries[index]["id"] != nil {
                entries[index].id = written
                if !identifiers.take(written) {
                    // The parser reports the second one.
                    continue
                }
            } else if written.contains("."), parent == nil, !written.contains(" ") {
                // `Protection.Shelter`, as programs without a hierarchy write paths.
                let path = written.split(separator: ".").map { CodeIdentifiers.slug(String($0)) }
                entries[index].id = identifiers.path(path.filter { !$0.isEmpty })
            } else {
                entries[index].id = identifiers.id(for: entries[index]["name"] ?? written, under: parent)
            }
            for name in [entries[index]["id"], entries[index]["code"], entries[index]["name"]].compactMap(\.self) {
                let key = name.lowercased()
                if idOfName[key] == nil { idOfName[key] = entries[index].id }
            }
        }
    }

    private static func knownID(_ text: String) -> String? {
        if CodeIdentifiers.isID(text) { return text }
        let slug = CodeIdentifiers.slug(text)
        return slug.isEmpty ? nil : slug
    }

    private mutating func write(_ entry: Entry) {
        let origin = place(entry)
        if entry["id"] == nil, entry["code"] == nil, entry["name"] == nil {
            faults.append(
                Diagnostic(
                    .warning, "row-not-carried", "This row names no code and was left out.", path: path,
                    position: origin))
            return
        }
        let name = entry["name"] ?? entry["code"]
        composer.begin(
            entry["level"]?.lowercased() == "theme" ? "theme" : "code", entry.id, name: name == entry.id ? nil : name,
            at: origin)
        for keyword in ["was", "color", "status", "mark", "scope", "speakers", "exclusive", "threshold"] {
            if let value = entry[keyword] { composer.property(keyword, value, at: origin) }
        }
        composer.prose("define", entry["definition"], at: origin)
        composer.prose("use when", entry["use_when"], at: origin)
        composer.prose("not when", entry["not_when"], at: origin)
        for line in Self.lines(entry["anchors"]) { composer.anchor(line, at: origin) }
        composer.prose("memo", entry["memo"], splits: true, at: origin)
        for line in Self.lines(entry["rules"]) { writeRule(line, origin) }
        for line in Self.lines(entry["examples"]) {
            // People's examples without a sign are for people, and no tests.
            if line.hasPrefix("+") || line.hasPrefix("-"), line.contains("\"") {
                let sign = line.prefix { $0 != " " && $0 != "\"" }
                composer.property(String(sign), String(line.dropFirst(sign.count)), at: origin)
            } else {
                composer.anchor(line, at: origin)
            }
        }
    }

    /// `ID LANG: text`, `LANG: text`, or the text alone.
    private mutating func writeRule(_ line: String, _ origin: SourcePosition) {
        if let match = line.firstRange(of: ": ") {
            let words = line[..<match.lowerBound].split(separator: " ")
            let isHead =
                !words.isEmpty && words.count <= 2
                && words.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) } }
            if isHead {
                return composer.property("rule", line, at: origin)
            }
        }
        composer.rule(id: nil, language: nil, line, at: origin)
    }
}

extension CodeIdentifiers {
    /// A new id of several parts; the last one is numbered where the id is taken.
    mutating func path(_ parts: [String]) -> String {
        id(for: parts.last ?? "", under: parts.count > 1 ? parts.dropLast().joined(separator: ".") : nil)
    }
}
