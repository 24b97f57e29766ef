import VerbatimFiles
import VerbatimModel

/// What a ZIP archive is, by the files in it.
enum ArchiveFormat: Hashable, Sendable {
    /// A word processor's document.
    case document(OfficeFormat)
    /// A REFI-QDA project.
    case project
    /// A workbook of tables.
    case workbook
    /// Something else.
    case other

    /// The format of an archive.
    ///
    /// A project has one file `.qde` beside its folder; an OpenDocument file says what it is in `mimetype`; Office's
    /// files name their main part.
    /// - Throws: As ``ZIPArchive`` does.
    static func sniff(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> ArchiveFormat {
        let archive = try ZIPArchive(bytes, path: path)
        let names = archive.entries.map { $0.name.lowercased() }
        if names.contains(where: { !$0.contains("/") && $0.hasSuffix(".qde") }) { return .project }
        if let type = try archive.bytes(of: "mimetype") {
            let name = String(decoding: type, as: UTF8.self)
            if name.hasPrefix("application/vnd.oasis.opendocument.text") { return .document(.odt) }
            return .other
        }
        guard names.contains("[content_types].xml") || names.contains("_rels/.rels") else { return .other }
        if names.contains(where: { $0.hasPrefix("word/") }) { return .document(.docx) }
        return names.contains { $0.hasPrefix("xl/") } ? .workbook : .other
    }
}
