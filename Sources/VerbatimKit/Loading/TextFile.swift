import Foundation
import VerbatimModel

/// A file that must be UTF-8 text: a codebook.
enum TextFile {
    /// The text of the file at `path`, without a byte-order mark.
    /// - Throws: `[unreadable-file]`; `[not-utf8]` with the line and column of the first byte that is not UTF-8.
    static func read(_ path: String) throws(DiagnosticsError) -> String {
        let bytes = try InputFile.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            // Repairing puts U+FFFD where the first bad byte stands; all before it is as in the file.
            let prefix = validPrefix(bytes)
            let position = OffsetMap(utf8: prefix).position(ofUTF8: prefix.count)
            throw DiagnosticsError([
                Diagnostic(
                    .error, "not-utf8", "The file is not UTF-8 text from here on. Save it as UTF-8.", path: path,
                    position: position)
            ])
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func validPrefix(_ bytes: [UInt8]) -> [UInt8] {
        var low = 0
        var high = bytes.count
        // Valid UTF-8 cut short is invalid only in its last three bytes, so the search looks at whole scalars.
        while low < high {
            var middle = (low + high + 1) / 2
            while middle < bytes.count, bytes[middle] & 0xC0 == 0x80, middle < high { middle += 1 }
            if String(validating: bytes[..<middle], as: UTF8.self) != nil { low = middle } else { high = middle - 1 }
        }
        return Array(bytes[..<low])
    }
}

/// A file, as bytes.
enum InputFile {
    /// The bytes of the file at `path`.
    /// - Throws: `[unreadable-file]`.
    static func read(_ path: String) throws(DiagnosticsError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            var isDirectory: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            let reason =
                !exists
                ? "There is no such file. Check the path."
                : isDirectory.boolValue
                    ? "This is a folder; name a file in it." : "The file cannot be read. Check its permissions."
            throw DiagnosticsError([Diagnostic(.error, "unreadable-file", reason, path: path)])
        }
    }
}
