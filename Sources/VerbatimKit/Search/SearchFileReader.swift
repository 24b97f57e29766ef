import Foundation
import VerbatimIngest
import VerbatimModel

/// Reads transcripts of one folder that are given one by one, with the tables that stand in the folder.
struct SearchFileReader {
    /// Tables, guide, and what else is known of the transcripts.
    let options: ReadingOptions
    /// How many files are read at once.
    let threads: Int

    /// Reads the files; one that cannot be read is reported in the collection's diagnostics.
    ///
    /// The tables may name other transcripts of the folder and those who speak in them: here that is no fault.
    /// - Throws: what makes a table unusable.
    func read(
        _ paths: [String], of folder: String, progress: (@Sendable (Int, Int) -> Void)?
    ) throws(DiagnosticsError) -> TranscriptCollection {
        let tables = try TranscriptTables(
            respondents: options.respondents ?? beside("respondents.csv", folder),
            speakers: options.speakers ?? beside("speakers.csv", folder))
        let reader = try options.reader()
        let outcomes = parallelMap(paths, threads: threads, progress: { progress?($0, paths.count) }) { path in
            Result { () throws(DiagnosticsError) -> [Transcript] in
                guard let file = try TranscriptFolder.files(at: path).files.first else { return [] }
                return try reader.read(try InputFile.read(file.path), path: file.path, id: file.id)
            }
        }
        var collection = TranscriptCollection(transcripts: [], bytes: [], respondents: [], diagnostics: [])
        var seen: Set<String> = []
        for outcome in outcomes {
            switch outcome {
            case .failure(let error): collection.diagnostics += error.diagnostics
            case .success(let transcripts):
                // A file that is named twice is searched once.
                guard let path = transcripts.first?.source.path, seen.insert(path).inserted else { continue }
                collection.transcripts += transcripts
            }
        }
        let linked = tables.link(&collection.transcripts)
        collection.respondents = linked.respondents
        collection.diagnostics += linked.diagnostics.filter { !$0.isAboutOthers }
        return collection
    }

    private func beside(_ name: String, _ folder: String) -> String? {
        let path = folder == "." ? name : folder + name
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
