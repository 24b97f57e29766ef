import VerbatimIngest
package import VerbatimModel

/// The transcripts of a folder, read and tied to respondents.
package struct TranscriptCollection: Sendable {
    /// The transcripts, by id.
    package var transcripts: [Transcript]
    /// The original bytes of each transcript's file, in the order of ``transcripts``.
    package var bytes: [[UInt8]]
    /// The respondents who spoke, by id.
    package var respondents: [Respondent]
    /// What could not be read, and what a researcher should look at, beside the transcripts' own warnings.
    package var diagnostics: [Diagnostic]

    /// Reads the transcripts at a path in parallel, and the tables that go with them.
    ///
    /// A transcript that cannot be read is reported in ``diagnostics`` and left out; the others are read.
    /// - Parameters:
    ///   - path: A folder, or one file.
    ///   - respondents: The path of the respondents table; `nil` for the one in the folder.
    ///   - speakers: The path of the speakers table; `nil` for the one in the folder.
    ///   - language: The language of transcripts that declare none; `nil` to detect it.
    ///   - threads: How many files are read at once, at least 1.
    ///   - progress: Called from any thread with the number of files that are read, and of all files.
    /// - Returns: What was read, with what could not be read among its diagnostics.
    /// - Throws: what makes the whole folder or a table unusable: no such path, no transcripts, a broken table.
    package static func read(
        _ path: String, respondents: String?, speakers: String?, language: Language?, threads: Int,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws(DiagnosticsError) -> TranscriptCollection {
        let folder = try TranscriptFolder.files(at: path)
        let tables = try TranscriptTables(
            respondents: respondents ?? folder.respondentsTable, speakers: speakers ?? folder.speakersTable)
        let reader = TranscriptReader(defaultLanguage: language)
        let files = folder.files
        let outcomes = parallelMap(files, threads: threads, progress: { progress?($0, files.count) }) { file in
            Result { () throws(DiagnosticsError) -> ([UInt8], [Transcript]) in
                let bytes = try InputFile.read(file.path)
                return (bytes, try reader.read(bytes, path: file.path, id: file.id))
            }
        }

        var collection = TranscriptCollection(
            transcripts: [], bytes: [], respondents: [], diagnostics: folder.skipped)
        var pathByID: [Transcript.ID: String] = [:]
        var read: [(transcript: Transcript, bytes: [UInt8])] = []
        for outcome in outcomes {
            switch outcome {
            case .failure(let error):
                collection.diagnostics += error.diagnostics
            case .success(let (bytes, transcripts)):
                for transcript in transcripts {
                    if let earlier = pathByID[transcript.id] {
                        collection.diagnostics.append(duplicate(transcript, of: earlier))
                    } else {
                        pathByID[transcript.id] = transcript.source.path
                        read.append((transcript, bytes))
                    }
                }
            }
        }
        read.sort { $0.transcript.id.utf8.lexicographicallyPrecedes($1.transcript.id.utf8) }
        collection.transcripts = read.map(\.transcript)
        collection.bytes = read.map(\.bytes)
        let linked = tables.link(&collection.transcripts)
        collection.respondents = linked.respondents
        collection.diagnostics += linked.diagnostics
        return collection
    }

    private static func duplicate(_ transcript: Transcript, of earlier: String) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-transcript",
            "Its id '\(transcript.id)' is taken by '\(earlier)', so it is left out. Give one of them another id.",
            path: transcript.source.path)
    }
}
