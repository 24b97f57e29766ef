import VerbatimFiles
import VerbatimIngest
import VerbatimModel

extension ReadingOptions {
    /// The reader that these options ask for.
    /// - Parameter folderMappings: the mapping files that lie with the transcripts; those of the options go before them.
    /// - Returns: A reader for any number of files.
    /// - Throws: `unknown-format`, faults of mapping files, `unreadable-file`.
    func reader(folderMappings: [String] = []) throws(DiagnosticsError) -> TranscriptReader {
        var sourceFormat: SourceFormat?
        if let format {
            sourceFormat = SourceFormat(name: format)
            if sourceFormat == nil {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "unknown-format",
                        "There is no format '\(format)'. Write one of \(SourceFormat.names.joined(separator: ", ")).",
                        suggestion: NearNames.nearest(to: format, in: SourceFormat.names))
                ])
            }
        }
        var parsed: [TranscriptMapping] = []
        for path in mappings + folderMappings.filter({ !mappings.contains($0) }) {
            parsed.append(try TranscriptMapping.parse(try TextFile.read(path), path: path))
        }
        return TranscriptReader(
            defaultLanguage: language, format: sourceFormat, encoding: encoding, mappings: parsed)
    }
}
