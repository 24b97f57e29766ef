import VerbatimCodebook
import VerbatimFiles
package import VerbatimModel

extension RefiCodebook {
    /// The codebook of a `.qdc` file, or of a `.qde` project's codebook; elements are known by their names without
    /// namespace, since older files have older ones.
    /// - Throws: `malformed-xml`, `entity`, `not-a-codebook`.
    package static func decode(
        _ bytes: [UInt8], path: String, name: String
    ) throws(DiagnosticsError) -> ImportedCodebook {
        let root = try XMLTree.read(bytes, path: path)
        let codebook = root.name == "CodeBook" ? root : root.child("CodeBook")
        guard let codebook else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "not-a-codebook",
                    "The XML is no REFI-QDA codebook: its root must be CodeBook. Export a codebook (.qdc).",
                    path: path, position: root.position)
            ])
        }
        var reader = RefiReader(path: path)
        reader.begin(name: name)
        for code in codebook.child("Codes")?.children("Code") ?? [] { reader.read(code, parent: nil) }
        for set in codebook.child("Sets")?.children("Set") ?? [] { reader.reportSet(set) }
        return try ImportFinish.finish(reader.composer, path: path, warnings: reader.warnings)
    }
}

/// Reads the codes of a REFI-QDA codebook.
private struct RefiReader {
    var composer = CodebookComposer()
    var warnings: [Diagnostic] = []
    private var identifiers = CodeIdentifiers()
    private let path: String

    init(path: String) {
        self.path = path
    }

    mutating func begin(name: String) {
        let id = CodeIdentifiers.slug(name)
        composer.begin("codebook", id.isEmpty ? "codebook" : id, name: id == name ? nil : name)
    }

    mutating func reportSet(_ set: XMLTree) {
        let name = set.attributes["name"] ?? ""
        warn("not-carried", "The set '\(name)' was left out: write its codes under a theme.", set)
    }

    private mutating func warn(_ identifier: String, _ message: String, _ element: XMLTree) {
        warnings.append(Diagnostic(.warning, identifier, message, path: path, position: element.position))
    }

    mutating func read(_ element: XMLTree, parent: String?) {
        let name = element.attributes["name"] ?? ""
        let description = Description(element.child("Description")?.text ?? "")
        let written = description.parts["Id"]?.first
        let id: String
        if let written, CodeIdentifiers.isID(written), identifiers.take(written) {
            id = written
        } else {
            id = identifiers.id(for: name, under: parent)
        }
        let codable = element.attributes["isCodable"]?.lowercased()
        let at = element.position
        let keyword = codable == "false" || codable == "0" ? "theme" : "code"
        composer.begin(keyword, id, name: name == id ? nil : name, at: at)
        if let color = element.attributes["color"] { readColor(color, element) }
        if let status = description.parts["Status"]?.first { composer.property("status", status, at: at) }
        composer.prose("define", description.definition, at: at)
        composer.prose("use when", description.parts["Use when"]?.joined(separator: " "), at: at)
        composer.prose("not when", description.parts["Not when"]?.joined(separator: " "), at: at)
        for anchor in description.parts["Anchor"] ?? [] { composer.anchor(anchor, at: at) }
        for memo in description.parts["Memo"] ?? [] { composer.prose("memo", memo, at: at) }
        if !element.children("NoteRef").isEmpty {
            warn("not-carried", "The notes of the code '\(id)' are not in a codebook file and were left out.", element)
        }
        for child in element.children("Code") { read(child, parent: id) }
    }

    /// `#RRGGBB`, `#RGB`, and the `rgb(...)` and `rgba(...)` that some programs write against the standard.
    private mutating func readColor(_ color: String, _ element: XMLTree) {
        var digits = color.hasPrefix("#") ? color.dropFirst().uppercased() : ""
        if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
        if color.lowercased().hasPrefix("rgb") {
            let numbers = color.split { !$0.isNumber && $0 != "." }.prefix(3).compactMap { Double($0) }
            if numbers.count == 3, numbers.allSatisfy({ (0...255).contains($0) }) {
                digits = numbers.map { number in
                    let hex = String(Int(number.rounded()), radix: 16, uppercase: true)
                    return hex.count == 1 ? "0" + hex : hex
                }.joined()
            }
        }
        guard digits.count == 6, digits.allSatisfy(\.isHexDigit) else {
            return warn("not-carried", "The colour '\(color)' is none that can be read, and was left out.", element)
        }
        composer.property("color", "#" + digits, at: element.position)
    }

    /// A description, taken apart at the words that we introduce its parts with.
    private struct Description {
        var definition: String
        var parts: [String: [String]] = [:]

        init(_ text: String) {
            var lines: [Substring] = []
            for line in text.split(whereSeparator: \.isNewline) {
                if let part = RefiCodebook.parts.first(where: { line.hasPrefix($0 + ": ") }) {
                    parts[part, default: []].append(String(line.dropFirst(part.count + 2)))
                } else {
                    lines.append(line)
                }
            }
            definition = lines.joined(separator: " ")
        }
    }
}
