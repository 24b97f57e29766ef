import VerbatimModel

/// Finds transcripts by what tables call them.
struct TranscriptIndex {
    private var byName: [String: [Int]] = [:]
    private let ids: [String]

    /// An index of the transcripts' ids and paths, whole or their last part, with or without extension.
    init(_ transcripts: [Transcript]) {
        ids = transcripts.map(\.id)
        for (index, transcript) in transcripts.enumerated() {
            var names: Set<String> = []
            for name in [transcript.id, transcript.source.path] {
                let last = name.split(separator: "/").last.map(String.init) ?? name
                for form in [name, last] {
                    names.insert(form)
                    if let dot = form.lastIndex(of: "."), dot != form.startIndex { names.insert(String(form[..<dot])) }
                }
            }
            // A path below the folder, where the file names an id of its own.
            var rest = transcript.source.path[...]
            while let slash = rest.firstIndex(of: "/") {
                rest = rest[rest.index(after: slash)...]
                names.insert(String(rest))
                if let dot = rest.lastIndex(of: ".") { names.insert(String(rest[..<dot])) }
            }
            for name in names { byName[name, default: []].append(index) }
        }
    }

    /// The transcripts of a name; an exact id goes before everything else.
    func find(_ name: String) -> [Int] {
        if let exact = ids.firstIndex(of: name) { return [exact] }
        if let found = byName[name] { return found }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return [] }
        return byName[String(name[..<dot])] ?? []
    }

    /// The id that was probably meant.
    func near(_ name: String) -> String? {
        NearNames.nearest(to: name, in: ids)
            ?? NearNames.nearest(to: name, in: ids.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    }
}
