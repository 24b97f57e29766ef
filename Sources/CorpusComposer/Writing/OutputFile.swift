import Foundation
import VerbatimModel

/// A file that is written from beginning to end.
final class OutputFile {
    private let path: String
    private let handle: FileHandle

    /// Opens a file, which becomes empty but for its head.
    /// - Throws: `unwritable-file`.
    init(_ path: String, head: String) throws(DiagnosticsError) {
        self.path = path
        try Self.write(Array(head.utf8), to: path)
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw Self.unwritable(path, "it cannot be opened")
        }
        self.handle = handle
        try doing { _ = try handle.seekToEnd() }
    }

    /// Adds bytes.
    /// - Throws: `unwritable-file`.
    func append(_ bytes: [UInt8]) throws(DiagnosticsError) {
        guard !bytes.isEmpty else { return }
        try doing { try handle.write(contentsOf: bytes) }
    }

    /// Closes the file.
    /// - Throws: `unwritable-file`.
    func close() throws(DiagnosticsError) {
        try doing { try handle.close() }
    }

    /// Writes a whole file.
    /// - Throws: `unwritable-file`.
    static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticsError) {
        guard let file = fopen(path, "wb") else { throw unwritable(path, String(cString: strerror(errno))) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else {
            throw unwritable(path, String(cString: strerror(errno)))
        }
    }

    /// Makes a folder and those above it.
    /// - Throws: `unwritable-file`.
    static func makeFolder(_ path: String) throws(DiagnosticsError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw unwritable(path, error.localizedDescription)
        }
    }

    private func doing(_ work: () throws -> Void) throws(DiagnosticsError) {
        do {
            try work()
        } catch {
            throw Self.unwritable(path, error.localizedDescription)
        }
    }

    private static func unwritable(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "unwritable-file", "The file cannot be written: \(reason). Choose a folder with '--output'.",
                path: path)
        ])
    }
}
