import Foundation
package import VerbatimModel

/// A folder of transcripts.
package enum TranscriptFolder {
    /// The files below a path that may hold transcripts; a path of a file lists that file.
    ///
    /// Hidden files, `README*` and `LICENSE*` are left out; tables, images, sounds and films are left out with a warning.
    /// `respondents.csv`, `speakers.csv` and an interview guide at the top of the folder are named apart. Links to folders are not followed.
    /// - Throws: `no-such-path`, `unreadable-folder`, `no-transcripts`.
    package static func files(at path: String) throws(DiagnosticsError) -> FolderListing {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw DiagnosticsError([
                Diagnostic(.error, "no-such-path", "There is no such file or folder. Check the path.", path: path)
            ])
        }
        guard isFolder.boolValue else {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let file = FolderListing.File(path: path, id: withoutExtension(name))
            return FolderListing(files: [file], respondentsTable: nil, speakersTable: nil, guide: nil, skipped: [])
        }
        var root = path
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        var relative: [String] = []
        try collect(root: root, below: "", into: &relative)
        relative.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return try listing(of: relative, root: root)
    }

    private static func listing(of relative: [String], root: String) throws(DiagnosticsError) -> FolderListing {
        var listing = FolderListing(files: [], respondentsTable: nil, speakersTable: nil, guide: nil, skipped: [])
        let prefix = root.hasSuffix("/") ? root : root + "/"
        var names: [String] = []
        var guides: [String] = []
        for name in relative {
            let path = prefix + name
            let last = (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
            switch last {
            case "respondents.csv", "respondents.xlsx":
                if name == last { listing.respondentsTable = path }
                if name != last {
                    listing.skipped.append(skipped(path, "a respondents table stands at the top of the folder"))
                }
            case "speakers.csv", "speakers.xlsx":
                if name == last { listing.speakersTable = path }
                if name != last {
                    listing.skipped.append(skipped(path, "a speakers table stands at the top of the folder"))
                }
            default:
                if fileExtension(last) == "guide", !name.contains("/") {
                    guides.append(path)
                    continue
                }
                if fileExtension(last) == "mapping", !name.contains("/") {
                    listing.mappings.append(path)
                    continue
                }
                // What a composed corpus is known to hold lies beside it, for `evaluate --truth`.
                if ["truth.csv", "truth-segments.csv"].contains(name.lowercased()) { continue }
                if last.hasPrefix("readme") || last.hasPrefix("license") || last.hasPrefix("licence") { continue }
                if let kind = otherKinds[fileExtension(last)] {
                    listing.skipped.append(skipped(path, "it is \(kind)"))
                } else {
                    names.append(name)
                }
            }
        }
        listing.guide = guides.count == 1 ? guides[0] : nil
        if guides.count > 1 {
            listing.skipped += guides.map { skipped($0, "there are several guides; name one with '--guide'") }
        }
        guard !names.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-transcripts",
                    "There is no transcript in this folder: no text or XML file. Check the path.", path: root)
            ])
        }
        // Two files that differ in their extension only keep it in their ids.
        let counts = Dictionary(names.map { (withoutExtension($0), 1) }, uniquingKeysWith: +)
        listing.files = names.map { name in
            let id = withoutExtension(name)
            return FolderListing.File(path: prefix + name, id: counts[id] == 1 ? id : name)
        }
        return listing
    }

    private static func skipped(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(.warning, "skipped-file", "Not read as a transcript: \(reason).", path: path)
    }

    private static func collect(
        root: String, below folder: String, into relative: inout [String]
    ) throws(DiagnosticsError) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unreadable-folder", "The folder cannot be read. Check its permissions.", path: path)
            ])
        }
        for name in names where !name.hasPrefix(".") {
            let below = folder.isEmpty ? name : "\(folder)/\(name)"
            let full = "\(root)/\(below)"
            var isFolder: ObjCBool = false
            // A link that leads nowhere does not exist.
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { continue }
            if !isFolder.boolValue {
                relative.append(below)
            } else if !isLink(full) {
                try collect(root: root, below: below, into: &relative)
            }
        }
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }

    private static func fileExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }

    private static func withoutExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        let end = name[name.index(after: dot)...]
        // A dot within the name, as in `P1.2 second talk`, is no extension.
        let isExtension = !end.isEmpty && end.utf8.count <= 5 && end.allSatisfy { $0.isLetter || $0.isNumber }
        let isNumber = end.allSatisfy(\.isNumber)
        return isExtension && !isNumber && name[..<dot].last != "/" ? String(name[..<dot]) : name
    }

    /// What certain extensions say a file is that is no transcript.
    private static let otherKinds: [String: String] = {
        var kinds: [String: String] = [:]
        for name in ["xls", "ods"] { kinds[name] = "a table that is not read; save it as .xlsx or .csv" }
        for name in ["png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "svg", "webp", "heic"] {
            kinds[name] = "an image"
        }
        for name in ["mp3", "wav", "m4a", "ogg", "flac", "aac", "wma", "mp4", "mov", "avi", "mkv", "webm"] {
            kinds[name] = "a sound or film"
        }
        for name in ["zip", "gz", "7z", "rar", "tar"] { kinds[name] = "an archive" }
        for name in ["json", "jsonl", "yml", "yaml", "sqlite", "verbatim"] { kinds[name] = "data" }
        for name in [
            "codebook", "guide", "mapping", "rng", "rnc", "xsd", "dtd", "xsl", "xslt", "css", "js", "sh", "py", "r",
        ] {
            kinds[name] = "no transcript"
        }
        return kinds
    }()
}
