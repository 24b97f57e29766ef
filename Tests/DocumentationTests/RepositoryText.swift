import Foundation
import VerbatimTestSupport

/// The text files of the repository, as the checks of this target read them.
enum RepositoryText {
    /// A Swift source.
    struct SwiftFile {
        /// The path below the repository's top folder.
        var path: String
        /// The folder below `Sources` or `Tests` that it lies in.
        var target: String
        /// The text.
        var text: String
    }

    /// The text of a file, by its path below the repository's top folder.
    static func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: RepositoryFiles.url(path)), as: UTF8.self)
    }

    /// The paths below `folder` (itself below the top folder) that do not begin with a dot, sorted.
    static func paths(under folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(
            atPath: RepositoryFiles.url(folder).resolvingSymlinksInPath().path
        )
        .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
        .map { "\(folder)/\($0)" }.sorted()
    }

    /// The Swift sources below a folder.
    static func swiftFiles(under folder: String) throws -> [SwiftFile] {
        try paths(under: folder).filter { $0.hasSuffix(".swift") }.map { path in
            let target = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
            return SwiftFile(path: path, target: target, text: try text(of: path))
        }
    }
}
