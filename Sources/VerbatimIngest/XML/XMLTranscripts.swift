import VerbatimFiles
import VerbatimModel

/// Reads transcripts in XML: which dialect it is, its root element tells.
enum XMLTranscripts {
    /// All transcripts of a file: as a mapping says, where there is one that is meant for it, else by its dialect.
    /// - Throws: `malformed-xml`, `entity`, `unknown-xml`, `unsupported-format`, `invalid-transcript`, `no-text`, and what is
    ///   wrong with a dialect's tiers, times or index.
    static func read(_ file: SourceFile, mapping: TranscriptMapping? = nil) throws(DiagnosticsError) -> [Transcript] {
        if let transcripts = try mapping?.read(file) { return transcripts }
        let handler = RootHandler(file: file)
        try XMLScanner.scan(file.bytes, path: file.path, handler: handler)
        if let fault = handler.fault { throw DiagnosticsError([fault]) }
        guard let reader = handler.reader else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "malformed-xml", "The file has no root element. Export it again.", path: file.path)
            ])
        }
        return try reader.transcripts()
    }

    /// The facts that a transcript in XML keeps of its file.
    static func source(_ file: SourceFile, format: String) -> TranscriptSource {
        file.source(
            format: format, encoding: encoding(of: file.bytes), newlines: SourceDecoder.newlineStyle(of: file.bytes))
    }

    /// The encoding that the bytes declare, by its IANA name in lower case; UTF-8 if none.
    static func encoding(of bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) { return "utf-16le" }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) { return "utf-16be" }
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let end = start.firstRange(of: "?>"), let name = start[..<end.lowerBound].firstRange(of: "encoding")
        else {
            return "utf-8"
        }
        let value = start[name.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
        let encoding = value.prefix { $0 != "\"" && $0 != "'" }.lowercased()
        return encoding.isEmpty ? "utf-8" : encoding
    }
}
