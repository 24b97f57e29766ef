import Foundation
import VerbatimIngest
package import VerbatimModel
import VerbatimStore

/// The transcripts that are searched: those of folders, of single files and of study files.
///
/// Each folder is read with its own tables, and so are files of one folder that are given one by one. Where two
/// transcripts of different paths have the same id, the path is put before it.
package struct SearchCorpus: Sendable {
    /// Transcripts that were read together, and those who speak in them.
    struct Part: Sendable {
        /// The path they were given by.
        var path: String
        /// Whether they come from a study file.
        var isStudy = false
        /// The transcripts.
        var transcripts: [Transcript]
        /// Those who speak in them.
        var respondents: [Respondent.ID: Respondent]
    }

    /// The parts, in the order in which their paths were given.
    let parts: [Part]
    /// What could not be read, and what a researcher should look at, beside the transcripts' own warnings.
    package let diagnostics: [Diagnostic]

    /// The number of transcripts.
    package var transcriptCount: Int { parts.reduce(0) { $0 + $1.transcripts.count } }

    /// Reads the transcripts at the given paths.
    ///
    /// A transcript that cannot be read is reported in ``diagnostics`` and left out; the others are read. What two paths
    /// lead to is searched once.
    /// - Parameters:
    ///   - paths: folders, transcripts and study files.
    ///   - options: tables, guide, and what else is known of the transcripts; tables that are not named are those of
    ///     each folder.
    ///   - threads: how many files are read at once.
    ///   - progress: called from any thread with the number of files of a path that are read, and of all its files.
    /// - Returns: the transcripts, with what could not be read.
    /// - Throws: what makes a path unusable: no such path, no transcripts, a broken table or study.
    package static func read(
        _ paths: [String], options: ReadingOptions = ReadingOptions(), threads: Int,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws(DiagnosticsError) -> SearchCorpus {
        var parts: [Part] = []
        var diagnostics: [Diagnostic] = []
        for group in try SearchPaths.groups(of: paths) {
            switch group {
            case .study(let path):
                parts.append(try study(at: path))
            case .folder(let path):
                let read = try TranscriptCollection.read(
                    path, options: options, threads: threads, progress: progress)
                parts.append(Part(path: path, transcripts: read.transcripts, respondents: read.respondents.byID))
                // What else lies in a folder is no matter of a search.
                diagnostics += read.diagnostics.filter { $0.identifier != "skipped-file" }
            case .files(let files, let folder):
                let reader = SearchFileReader(options: options, threads: threads)
                let read = try reader.read(files, of: folder, progress: progress)
                parts.append(Part(path: folder, transcripts: read.transcripts, respondents: read.respondents.byID))
                diagnostics += read.diagnostics
            }
        }
        keepOnce(&parts)
        tellApart(&parts)
        return SearchCorpus(parts: parts, diagnostics: diagnostics)
    }

    /// The transcripts of the latest run of a study file.
    private static func study(at path: String) throws(DiagnosticsError) -> Part {
        try StudyStore.withLatestRun(of: path) { store, run in
            let transcripts = try run.transcripts.compactMap { try store.transcript($0.id) }
            return Part(path: path, isStudy: true, transcripts: transcripts, respondents: run.respondents.byID)
        }
    }

    /// Takes away what an earlier part holds too: the same file, or the same bytes under the same id, as where a study
    /// is searched together with the folder that it was made from.
    private static func keepOnce(_ parts: inout [Part]) {
        var files: Set<String> = []
        var contents: Set<[String]> = []
        for index in parts.indices {
            let isStudy = parts[index].isStudy
            let keys = parts[index].transcripts.map { transcript in
                (
                    // What a study says of paths was true where it was made.
                    file: isStudy ? nil : URL(fileURLWithPath: transcript.source.path).standardizedFileURL.path,
                    content: [transcript.id, transcript.source.sha256]
                )
            }
            parts[index].transcripts = zip(parts[index].transcripts, keys).filter { _, key in
                !contents.contains(key.content) && !(key.file.map(files.contains) ?? false)
            }.map(\.0)
            files.formUnion(keys.compactMap(\.file))
            contents.formUnion(keys.map(\.content))
        }
    }

    /// Puts the path before ids that transcripts of several parts have, and before the ids of respondents made of them.
    private static func tellApart(_ parts: inout [Part]) {
        let ids = parts.flatMap { part in Set(part.transcripts.map(\.id)) }
        let counts = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
        for part in parts.indices {
            var path = parts[part].path
            while path.count > 1, path.hasSuffix("/") { path.removeLast() }
            for index in parts[part].transcripts.indices {
                let id = parts[part].transcripts[index].id
                guard (counts[id] ?? 0) > 1 else { continue }
                parts[part].rename(transcript: index, to: "\(path)/\(id)")
            }
        }
    }
}

extension SearchCorpus.Part {
    /// Gives a transcript another id, and so those of its respondents whose id is made of it.
    fileprivate mutating func rename(transcript index: Int, to id: Transcript.ID) {
        let prefix = transcripts[index].id + "/"
        transcripts[index].id = id
        func renamed(_ respondent: Respondent.ID) -> Respondent.ID {
            let isListed = respondents[respondent]?.isListed ?? true
            return !isListed && respondent.hasPrefix(prefix)
                ? "\(id)/\(respondent.dropFirst(prefix.count))" : respondent
        }
        var moved: [(from: Respondent.ID, to: Respondent.ID)] = []
        for speaker in transcripts[index].speakers.indices {
            guard let old = transcripts[index].speakers[speaker].respondent else { continue }
            transcripts[index].speakers[speaker].respondent = renamed(old)
            moved.append((old, renamed(old)))
        }
        for turn in transcripts[index].turns.indices {
            guard let old = transcripts[index].turns[turn].respondent else { continue }
            transcripts[index].turns[turn].respondent = renamed(old)
        }
        for (old, new) in moved where old != new {
            guard var respondent = respondents.removeValue(forKey: old) else { continue }
            respondent.id = new
            respondents[new] = respondent
        }
    }
}
