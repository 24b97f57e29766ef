import Foundation
import VerbatimIngest
import VerbatimModel

/// Reads transcripts of one folder that are given one by one, with the tables that stand in the folder.
struct SearchFileReader {
    /// The language of transcripts that declare none; `nil` to detect it.
    let language: Language?
    /// How many files are read at once.
    let threads: Int

    /// Reads the files; one that cannot be read is reported in the collection's diagnostics.
    ///
    /// The tables may name other transcripts of the folder and those who speak in them: here that is no fault.
    /// - Throws: what makes a table unusable.
    func read(
        _ paths: [String], of folder: String, respondents: String?, speakers: String?,
        progress: (@Sendable (Int, Int) -> Void)?
    ) throws(DiagnosticsError) -> TranscriptCollection {
        let respondentTable = try table(respondents ?? beside("respondents.csv", folder), parse: RespondentTable.parse)
        let speakerTable = try table(speakers ?? beside("speakers.csv", folder), parse: SpeakerTable.parse)
        let reader = TranscriptReader(defaultLanguage: language)
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
        let linked = RespondentLinking.link(
            &collection.transcripts, respondents: respondentTable, speakers: speakerTable)
        collection.respondents = linked.respondents
        collection.diagnostics += (respondentTable?.warnings ?? []) + (speakerTable?.warnings ?? [])
        collection.diagnostics += linked.diagnostics.filter {
            !["unknown-transcript", "unknown-label", "silent-respondent"].contains($0.identifier)
        }
        return collection
    }

    private func beside(_ name: String, _ folder: String) -> String? {
        let path = folder == "." ? name : folder + name
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private func table<Table>(
        _ path: String?, parse: ([UInt8], String) throws(DiagnosticsError) -> Table
    ) throws(DiagnosticsError) -> Table? {
        guard let path else { return nil }
        return try parse(try InputFile.read(path), path)
    }
}
