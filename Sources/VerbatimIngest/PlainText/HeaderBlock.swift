import VerbatimModel

/// The `key: value` lines between `---` at the top of a plain-text transcript.
struct HeaderBlock {
    /// The transcript's id, where the header names one.
    var id: String?
    var kind: TranscriptKind?
    var language: Language?
    /// The id of the sole respondent.
    var respondent: String?
    /// Everything else, in order, and `respondent`, `interviewer`, `moderator`, `interpreter` too.
    var attributes = Attributes()
    /// The number of lines that the header takes, with both `---`.
    var lineCount = 0

    /// The header of a text, empty if there is none.
    /// - Throws: `header`, with the line, for each fault.
    static func read(_ utf8: [UInt8], lines: [TextLine], path: String) throws(DiagnosticsError) -> HeaderBlock {
        var header = HeaderBlock()
        func text(_ line: TextLine) -> String { String(decoding: utf8[line.range], as: UTF8.self) }
        guard let first = lines.firstIndex(where: { !$0.isBlank }), text(lines[first]) == "---" else { return header }
        guard let last = lines[(first + 1)...].firstIndex(where: { text($0) == "---" }) else {
            throw DiagnosticsError([
                fault("The header that opens here is never closed. Put a line with --- below it.", path, first)
            ])
        }
        header.lineCount = last + 1
        var faults: [Diagnostic] = []
        var seen: Set<String> = []
        for index in (first + 1)..<last where !lines[index].isBlank {
            let line = text(lines[index])
            if line.hasPrefix("#") { continue }
            guard let colon = line.firstIndex(of: ":") else {
                faults.append(fault("A header line is a key, a colon and a value.", path, index))
                continue
            }
            let key = line[..<colon].trimmingSpaces
            let value = unquoted(line[line.index(after: colon)...].trimmingSpaces)
            guard !key.isEmpty, key.unicodeScalars.count <= 60 else {
                faults.append(fault("There is no key before the colon.", path, index))
                continue
            }
            guard seen.insert(key.lowercased()).inserted else {
                faults.append(fault("The key '\(key)' stands twice. Remove one.", path, index))
                continue
            }
            if let message = header.set(key, value) { faults.append(fault(message, path, index)) }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return header
    }

    /// Takes one value over; what is wrong with it, in words, or `nil`.
    private mutating func set(_ key: String, _ value: String) -> String? {
        guard !value.isEmpty else { return nil }
        switch key.lowercased() {
        case "transcript": id = value
        case "kind":
            guard let kind = Self.kind(named: value) else {
                return "'\(value)' is no kind of transcript: write interview, focus-group or document."
            }
            self.kind = kind
        case "language":
            guard let language = LanguageName.language(of: value) else {
                return "'\(value)' is no language: write a code such as en, nl, fr, ar or tr."
            }
            self.language = language
        case "respondent":
            respondent = value
            attributes["respondent"] = value
        default: attributes[key] = value
        }
        return nil
    }

    /// The kind of that name, however it is spaced.
    static func kind(named name: String) -> TranscriptKind? {
        let plain = name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
        return TranscriptKind(rawValue: plain)
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }

    private static func fault(_ message: String, _ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(.error, "header", message, path: path, position: SourcePosition(line: line + 1, column: 1))
    }
}

/// Languages as headers name them.
enum LanguageName {
    /// The language of a BCP 47 tag or of a name in English; `nil` if it is neither.
    static func language(of name: String) -> Language? {
        if let tag = names[name.lowercased()] { return Language(tag: tag) }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.count <= 8
                && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
        }
        guard isTag, let primary = parts.first, (2...3).contains(primary.utf8.count) else { return nil }
        return Language(tag: name)
    }

    private static let names = [
        "english": "en", "dutch": "nl", "nederlands": "nl", "french": "fr", "français": "fr", "arabic": "ar",
        "العربية": "ar", "turkish": "tr", "türkçe": "tr", "german": "de", "spanish": "es", "kurdish": "ku",
    ]
}
