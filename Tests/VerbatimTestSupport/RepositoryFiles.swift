public import Foundation

/// Where the files of the repository are, as seen from the tests.
public enum RepositoryFiles {
    /// The top folder of the repository.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder by its path below the top folder, such as `Codebooks`.
    public static func url(_ path: String) -> URL {
        root.appendingPathComponent(path)
    }
}
