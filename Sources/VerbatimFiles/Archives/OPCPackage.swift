package import VerbatimModel

/// A package of parts, as Office writes its documents and workbooks: an archive whose parts name each other in
/// relationships.
///
/// Source: ECMA-376, part 2, Open Packaging Conventions; names of parts are compared without regard to case.
package struct OPCPackage {
    /// What a part says of another.
    package struct Relationship: Sendable, Hashable {
        /// The id by which the part's XML refers to it.
        package var id: String
        /// The last component of the type's URI, such as `worksheet` or `styles`, in lower case.
        package var type: String
        /// The name of the other part; `nil` for something outside the package.
        package var target: String?
    }

    private let archive: ZIPArchive
    private let names: [String: String]
    private let path: String

    /// The package in the bytes of a file.
    /// - Throws: As ``ZIPArchive/init(_:path:limits:)`` does.
    package init(_ bytes: [UInt8], path: String) throws(DiagnosticsError) {
        archive = try ZIPArchive(bytes, path: path)
        names = Dictionary(
            archive.entries.map { ($0.name.lowercased(), $0.name) }, uniquingKeysWith: { first, _ in first })
        self.path = path
    }

    /// The bytes of a part, whose name may begin with `/`; `nil` where there is none of that name.
    /// - Throws: As ``ZIPArchive/bytes(of:)`` does.
    package func bytes(of part: String) throws(DiagnosticsError) -> [UInt8]? {
        let name = part.hasPrefix("/") ? String(part.dropFirst()) : part
        guard let name = names[name.lowercased()] else { return nil }
        return try archive.bytes(of: name)
    }

    /// The root element of a part; `nil` where there is none of that name.
    /// - Throws: Also `malformed-xml` and `entity`, with the part's name behind the path of the file.
    package func tree(of part: String) throws(DiagnosticsError) -> XMLTree? {
        guard let bytes = try bytes(of: part) else { return nil }
        return try XMLTree.read(bytes, path: "\(path)/\(part)")
    }

    /// The relationships of a part, in the order of the file; those of the whole package for an empty name.
    /// - Throws: As ``tree(of:)`` does.
    package func relationships(of part: String) throws(DiagnosticsError) -> [Relationship] {
        let folder = Self.folder(of: part)
        let name = part.dropFirst(folder.count)
        guard let tree = try tree(of: "\(folder)_rels/\(name).rels") else { return [] }
        return tree.children("Relationship").map { element in
            let type = element.attributes["Type"]?.split(separator: "/").last.map { $0.lowercased() } ?? ""
            let isExternal = element.attributes["TargetMode"]?.lowercased() == "external"
            let target = element.attributes["Target"].map { Self.resolve($0, in: folder) }
            return Relationship(id: element.attributes["Id"] ?? "", type: type, target: isExternal ? nil : target)
        }
    }

    /// The name of the part that the package is about: `word/document.xml`, `xl/workbook.xml`.
    /// - Throws: As ``tree(of:)`` does.
    package func mainPart(usually name: String) throws(DiagnosticsError) -> String {
        try relationships(of: "").first { $0.type == "officedocument" }?.target ?? name
    }

    private static func folder(of part: String) -> String {
        guard let slash = part.lastIndex(of: "/") else { return "" }
        return String(part[...slash])
    }

    /// The name of the part that a relative reference from a folder leads to.
    private static func resolve(_ target: String, in folder: String) -> String {
        guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
        var components = folder.split(separator: "/")
        for component in target.split(separator: "/") {
            if component == ".." { _ = components.popLast() } else if component != "." { components.append(component) }
        }
        return components.joined(separator: "/")
    }
}
