public import Foundation

/// An empty folder of a test's own, removed when the last reference to it goes.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// A new folder in the system's folder for temporary files.
    /// - Throws: What the file system says when it cannot be made.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            // The test took it away itself, or the system will: nothing to report.
        }
    }

    /// The path of a file in the folder, by its path below it.
    public func path(_ name: String) -> String {
        url.appendingPathComponent(name).path
    }

    /// Writes a file below the folder, with the folders it needs, and returns its path.
    /// - Throws: What the file system says when it cannot be written.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// The text of a file below the folder.
    /// - Throws: What the file system says when it cannot be read.
    public func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
    }
}
