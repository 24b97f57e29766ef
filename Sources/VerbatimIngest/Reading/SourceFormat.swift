/// What the bytes of a file are, as far as its beginning tells.
enum SourceFormat: Equatable {
    /// Plain text or Markdown.
    case text
    /// XML; its root element tells which.
    case xml
    /// A format that is known but not read by this version, by its name.
    case unsupported(String)

    /// The format of the bytes of a file.
    static func sniff(_ bytes: [UInt8]) -> SourceFormat {
        if let office = officeFormat(of: bytes) { return .unsupported(office) }
        let start = beginning(of: bytes)
        let lowered = start.lowercased()
        if start.hasPrefix("{\\rtf") { return .unsupported("RTF") }
        if start.hasPrefix("<") {
            if lowered.hasPrefix("<!doctype html") || lowered.hasPrefix("<html") { return .unsupported("HTML") }
            if lowered.hasPrefix("<?xml") || lowered.hasPrefix("<!doctype") || lowered.hasPrefix("<!--") { return .xml }
            if start.contains("xmlns") || endsWithTag(bytes) { return .xml }
            return .text
        }
        return caption(start).map(SourceFormat.unsupported) ?? .text
    }

    /// A word processor's format: a ZIP archive that names its parts in its first bytes, or an old Word document.
    private static func officeFormat(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return "Word 97-2003 (.doc)" }
        guard bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) else { return nil }
        let start = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        if start.contains("[Content_Types].xml") || start.contains("word/") { return "Word (.docx)" }
        if start.contains("application/vnd.oasis.opendocument.text") { return "OpenDocument (.odt)" }
        if start.contains("project.qde") { return "REFI-QDA (.qdpx)" }
        return nil
    }

    /// The first characters behind a byte-order mark and white space.
    private static func beginning(of bytes: [UInt8]) -> String {
        let start: String
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || isSpacedOut(bytes) {
            // UTF-16: what is looked for is ASCII, so the other byte of each unit can be left out.
            start = String(decoding: bytes.prefix(8_192).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
        } else {
            let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
            start = String(decoding: body.prefix(4_096), as: UTF8.self)
        }
        return String(start.drop { $0.isWhitespace })
    }

    /// Whether the file begins with `<` in UTF-16 without a byte-order mark.
    private static func isSpacedOut(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x3C, 0]) || bytes.starts(with: [0, 0x3C])
    }

    private static func endsWithTag(_ bytes: [UInt8]) -> Bool {
        let end = bytes.last { $0 != 0 && $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return end == UInt8(ascii: ">")
    }

    /// The name of a line-based format that has marks of its own.
    private static func caption(_ start: String) -> String? {
        if start.hasPrefix("WEBVTT") { return "WebVTT" }
        if start.hasPrefix("File type = \"ooTextFile\"") { return "Praat TextGrid" }
        let lines = start.split(separator: "\n", maxSplits: 12, omittingEmptySubsequences: true).map {
            $0.hasSuffix("\r") ? $0.dropLast() : $0
        }
        if start.hasPrefix("@"), lines.contains(where: { $0 == "@Begin" || $0.hasPrefix("@Participants:") }) {
            return "CHAT"
        }
        if lines.count >= 2, lines[0].allSatisfy(\.isNumber), lines[1].contains(" --> ") { return "SRT" }
        return nil
    }
}
