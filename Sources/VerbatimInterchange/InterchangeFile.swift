import Foundation
package import VerbatimModel

/// Files that codebooks are read from and written to.
package enum InterchangeFile {
    /// The bytes of the file at `path`.
    /// - Throws: `unreadable-file`.
    package static func read(_ path: String) throws(DiagnosticsError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unreadable-file", "The file cannot be read. Check the path and its permissions.",
                    path: path)
            ])
        }
    }

    /// The text of the file at `path`, without a byte-order mark.
    /// - Throws: `unreadable-file`, `not-utf8`.
    package static func readText(_ path: String) throws(DiagnosticsError) -> String {
        let bytes = try read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DiagnosticsError([
                Diagnostic(.error, "not-utf8", "The file is not UTF-8 text. Save it as UTF-8.", path: path)
            ])
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Writes a file whole or not at all.
    /// - Throws: `unwritable-file`.
    package static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticsError) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unwritable-file",
                    "The file cannot be written. Check that its folder exists and can be written to.", path: path)
            ])
        }
    }
}
