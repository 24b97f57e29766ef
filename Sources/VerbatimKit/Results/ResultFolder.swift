import Foundation
import VerbatimModel

/// A folder of results in which either all new files stand, or none.
///
/// Each file is written beside its place under a temporary name; ``commit()`` renames them all once everything is
/// there. What was in the folder before stays until then.
struct ResultFolder {
    private let url: URL
    private var pending: [(temporary: URL, final: URL)] = []
    private let wasCreated: Bool

    /// The folder at `path`, which is made if it does not exist.
    /// - Throws: `[unwritable-output]` if it cannot be made or written into.
    init(path: String) throws(DiagnosticsError) {
        url = URL(fileURLWithPath: path, isDirectory: true)
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
        wasCreated = !exists
        do {
            if exists && !isDirectory.boolValue {
                throw Self.unwritable(path, "it is a file; name a folder")
            }
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            let probe = url.appendingPathComponent(".verbatim-probe-\(ProcessInfo.processInfo.processIdentifier)")
            try Data().write(to: probe)
            try FileManager.default.removeItem(at: probe)
        } catch let error as DiagnosticsError {
            throw error
        } catch {
            throw Self.unwritable(path, "make it writable, or name another folder with '--output'")
        }
    }

    /// The path of a file of the folder.
    func path(of name: String) -> String {
        url.appendingPathComponent(name).path
    }

    /// Writes a file beside its place.
    mutating func write(_ bytes: [UInt8], to name: String) throws(DiagnosticsError) {
        let final = url.appendingPathComponent(name)
        let temporary = url.appendingPathComponent(
            ".\(name).new-\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try Data(bytes).write(to: temporary)
        } catch {
            discard()
            throw Self.unwritable(final.path, "is the disk full?")
        }
        pending.append((temporary, final))
    }

    /// Puts every written file in its place.
    mutating func commit() throws(DiagnosticsError) {
        for (temporary, final) in pending where rename(temporary.path, final.path) != 0 {
            discard()
            throw Self.unwritable(final.path, "is it a folder, or not yours?")
        }
        pending = []
    }

    /// Takes away what was written beside, and the folder if it was made for this and is empty.
    mutating func discard() {
        for (temporary, _) in pending { unlink(temporary.path) }
        pending = []
        // Only an empty folder goes: `rmdir` refuses any other.
        if wasCreated { rmdir(url.path) }
    }

    private static func unwritable(_ path: String, _ remedy: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(.error, "unwritable-output", "The results cannot be written here: \(remedy).", path: path)
        ])
    }
}
