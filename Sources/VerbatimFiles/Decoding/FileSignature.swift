/// The first bytes by which files that are no text are known.
package enum FileSignature {
    /// What a file is that is certainly no text, in words; `nil` when its first bytes are of no such kind.
    package static func binaryKind(of bytes: [UInt8]) -> String? {
        for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
        return nil
    }

    /// Whether the bytes begin as a ZIP archive does.
    package static func isZIP(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) }

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF"), (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"),
        ([0x1F, 0x8B], "a gzip archive"), (Array("RIFF".utf8), "a sound or film"), (Array("ID3".utf8), "a sound"),
        (Array("SQLite format 3\u{0}".utf8), "an SQLite database"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
    ]
}
