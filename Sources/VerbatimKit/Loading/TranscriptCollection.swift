import VerbatimFiles
package import VerbatimIngest
package import VerbatimModel

/// The transcripts of a folder, read and tied to respondents.
package struct TranscriptCollection: Sendable {
    /// The transcripts, by id.
    package var transcripts: [Transcript]
    /// The original bytes of each transcript's file, in the order of ``transcripts``.
    package var bytes: [[UInt8]]
    /// The respondents who spoke, by id.
    package var respondents: [Respondent]
    /// The interview guide; `nil` where none was given.
    package var guide: Guide?
    /// Which respondents were asked which questions of the guide, by transcript.
    package var asked: [AskedQuestion] = []
    /// What people coded in another program, where projects of one were read.
    package var codings: [ForeignCoding] = []
    /// What could not be read, and what a researcher should look at, beside the transcripts' own warnings.
    package var diagnostics: [Diagnostic]

    /// Reads the transcripts at a path in parallel, and the tables that go with them.
    ///
    /// A transcript that cannot be read is reported in ``diagnostics`` and left out; the others are read.
    /// - Parameters:
    ///   - path: A folder, or one file.
    ///   - options: Tables, guide, and what else is known of the transcripts.
    ///   - threads: How many files are read at once, at least 1.
    ///   - progress: Called from any thread with the number of files that are read, and of all files.
    /// - Returns: What was read, with what could not be read among its diagnostics.
    /// - Throws: what makes the whole folder or a table unusable: no such path, no transcripts, a broken table.
    package static func read(
        _ path: String, options: ReadingOptions = ReadingOptions(), threads: Int,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws(DiagnosticsError) -> TranscriptCollection {
        let folder = try TranscriptFolder.files(at: path)
        let tables = try TranscriptTables(
            respondents: options.respondents ?? folder.respondentsTable,
            speakers: options.speakers ?? folder.speakersTable)
        let guide = try (options.guide ?? folder.guide).map { path throws(DiagnosticsError) in
            try GuideParser.parse(try InputFile.read(path), path: path)
        }
        let reader = try options.reader(folderMappings: folder.mappings)
        // A folder may hold tables that are no transcripts; a file that was named is meant to be one.
        let isFolder = folder.files.map(\.path) != [path]
        let files = folder.files
        let outcomes = parallelMap(files, threads: threads, progress: { progress?($0, files.count) }) { file in
            Result { () throws(DiagnosticsError) -> ([UInt8], SourceContents) in
                let bytes = try InputFile.read(file.path)
                return (bytes, try reader.contents(of: bytes, path: file.path, id: file.id))
            }
        }

        var collection = TranscriptCollection(
            transcripts: [], bytes: [], respondents: [], diagnostics: folder.skipped)
        var pathByID: [Transcript.ID: String] = [:]
        var read: [(transcript: Transcript, bytes: [UInt8])] = []
        for outcome in outcomes {
            switch outcome {
            case .failure(let error):
                collection.diagnostics += error.diagnostics.map { isFolder ? $0.asSkippedTable : $0 }
            case .success(let (bytes, contents)):
                collection.diagnostics += contents.warnings
                collection.codings += contents.codings
                for transcript in contents.transcripts {
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
        if let guide {
            let alignment = GuideAlignment(guide)
            collection.guide = guide
            for index in collection.transcripts.indices {
                collection.asked += alignment.align(&collection.transcripts[index])
            }
        }
        return collection
    }

    private static func duplicate(_ transcript: Transcript, of earlier: String) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-transcript",
            "Its id '\(transcript.id)' is taken by '\(earlier)', so it is left out. Give one of them another id.",
            path: transcript.source.path)
    }
}

extension Diagnostic {
    /// A table that holds no transcript, as a warning that it was not read; everything else as it is.
    fileprivate var asSkippedTable: Diagnostic {
        guard identifier == "unsupported-table" else { return self }
        var warning = self
        warning.severity = .warning
        return warning
    }
}
