import VerbatimFiles

/// What the bytes of a file are, as far as its beginning tells.
package enum SourceFormat: Hashable, Sendable {
    /// Plain text or Markdown.
    case text
    /// XML; its root element, or a mapping, tells which.
    case xml
    /// Captions in WebVTT.
    case vtt
    /// Captions in SubRip's format.
    case srt
    /// CHAT, of TalkBank's CLAN.
    case chat
    /// A TextGrid of Praat.
    case textGrid
    /// Office Open XML (Word).
    case docx
    /// OpenDocument text.
    case odt
    /// Rich Text Format.
    case rtf
    /// A REFI-QDA project.
    case qdpx
    /// A table of turns or of survey answers: CSV, TSV or XLSX.
    case table
    /// A format that is known and not read, by its name.
    case unsupported(String)

    /// The formats that `--format-hint` can name.
    package static let names: [String] = named.map(\.name)

    private static let named: [(name: String, format: SourceFormat)] = [
        ("text", .text), ("xml", .xml), ("vtt", .vtt), ("srt", .srt), ("chat", .chat), ("textgrid", .textGrid),
        ("docx", .docx), ("odt", .odt), ("rtf", .rtf), ("qdpx", .qdpx), ("table", .table),
    ]

    /// The format of a name in ``names``; `nil` for any other.
    package init?(name: String) {
        guard let match = Self.named.first(where: { $0.name == name.lowercased() }) else { return nil }
        self = match.format
    }

    /// The format of the bytes of a file.
    ///
    /// The name only tells tables from text, since any text with commas could be one: what is named as a table and holds
    /// neither turns nor answers is said to, and not searched as a document.
    static func sniff(_ bytes: [UInt8], name: String) -> SourceFormat {
        if OLEContainer.isContainer(bytes) {
            return OLEContainer.isEncryptedDocument(bytes) ? .docx : .unsupported("Word 97-2003 (.doc)")
        }
        if FileSignature.isZIP(bytes) { return zipped(bytes, name: name) }
        let start = beginning(of: bytes)
        if start.hasPrefix("{\\rtf") { return .rtf }
        if start.hasPrefix("<") { return marked(start, bytes) }
        if WebVTTReader.matches(start) { return .vtt }
        if TextGridReader.matches(start) { return .textGrid }
        if CHATReader.matches(start) { return .chat }
        if SRTReader.matches(start) { return .srt }
        let isNamedTable = [".csv", ".tsv", ".xlsx"].contains { name.lowercased().hasSuffix($0) }
        return isNamedTable || TableTranscripts.matches(start) ? .table : .text
    }

    /// The format of a ZIP archive, by the files in it; a broken one is left to the reader of its name, which says so.
    private static func zipped(_ bytes: [UInt8], name: String) -> SourceFormat {
        let lowered = name.lowercased()
        do {
            switch try ArchiveFormat.sniff(bytes, path: name) {
            case .document(.odt): return .odt
            case .document: return .docx
            case .project: return .qdpx
            case .workbook: return .table
            case .other: return .text
            }
        } catch {
            if lowered.hasSuffix(".qdpx") { return .qdpx }
            if lowered.hasSuffix(".odt") { return .odt }
            return lowered.hasSuffix(".xlsx") ? .table : .docx
        }
    }

    private static func marked(_ start: String, _ bytes: [UInt8]) -> SourceFormat {
        let lowered = start.lowercased()
        if lowered.hasPrefix("<!doctype html") || lowered.hasPrefix("<html") { return .unsupported("HTML") }
        if lowered.hasPrefix("<?xml"), start.contains("urn:oasis:names:tc:opendocument:xmlns:office") { return .odt }
        if lowered.hasPrefix("<?xml") || lowered.hasPrefix("<!doctype") || lowered.hasPrefix("<!--") { return .xml }
        return start.contains("xmlns") || endsWithTag(bytes) ? .xml : .text
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

    /// Whether the file begins in UTF-16 without a byte-order mark.
    private static func isSpacedOut(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4 else { return false }
        return bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 || bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0
    }

    private static func endsWithTag(_ bytes: [UInt8]) -> Bool {
        let end = bytes.last { $0 != 0 && $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return end == UInt8(ascii: ">")
    }
}
