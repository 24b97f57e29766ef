import Foundation
import VerbatimModel

/// Sorts the paths that are searched by what they are.
enum SearchPaths {
    /// Paths that are read together.
    enum Group {
        /// A folder of transcripts.
        case folder(String)
        /// A study file.
        case study(String)
        /// Transcripts given one by one, of one folder.
        case files([String], folder: String)
    }

    /// The groups, in the order of their first paths; files of one folder are one group.
    /// - Throws: `no-such-path`, for all that are missing at once.
    static func groups(of paths: [String]) throws(DiagnosticsError) -> [Group] {
        var groups: [Group] = []
        var groupOfFolder: [String: Int] = [:]
        var missing: [Diagnostic] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                missing.append(
                    Diagnostic(.error, "no-such-path", "There is no such file or folder. Check the path.", path: path))
                continue
            }
            if isFolder.boolValue {
                groups.append(.folder(path))
            } else if try isStudy(path) {
                groups.append(.study(path))
            } else {
                let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
                if let index = groupOfFolder[folder], case .files(let files, _) = groups[index] {
                    groups[index] = .files(files + [path], folder: folder)
                } else {
                    groupOfFolder[folder] = groups.count
                    groups.append(.files([path], folder: folder))
                }
            }
        }
        guard missing.isEmpty else { throw DiagnosticsError(missing) }
        return groups
    }

    /// Whether a file is a SQLite database, by its first bytes, or has the name of a study.
    ///
    /// Source: "Database File Format", section 1.3, of the SQLite documentation.
    private static func isStudy(_ path: String) throws(DiagnosticsError) -> Bool {
        if path.hasSuffix(".verbatim") { return true }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            let head = try handle.read(upToCount: 16) ?? Data()
            try handle.close()
            return head == Data("SQLite format 3\u{0}".utf8)
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unreadable-file", "The file cannot be read. Check its permissions.", path: path)
            ])
        }
    }
}
