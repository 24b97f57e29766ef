import Foundation
import VerbatimIngest
import VerbatimModel

/// Reads a `teiCorpus` that is too large to be held in memory, one text at a time.
enum CorpusStream {
    /// The size in bytes from which a corpus is streamed.
    static let threshold = 64 << 20

    /// Whether the file at a path is a corpus of ``threshold`` bytes or more.
    static func isNeeded(for path: String, options: ReadingOptions) -> Bool {
        guard options.format == nil, options.mappings.isEmpty,
            let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int, size >= threshold,
            let handle = FileHandle(forReadingAtPath: path), let start = try? handle.read(upToCount: 1 << 16)
        else { return false }
        return TEICorpusStream.isCorpus([UInt8](start))
    }

    /// Gives `each` the texts of the corpus, tied to respondents by the tables that stand beside the file.
    /// - Returns: What a researcher should look at.
    /// - Throws: what is wrong with the file or a table; what was read before has been given to `each`.
    static func read(
        _ path: String, options: ReadingOptions, each: (Transcript) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) -> [Diagnostic] {
        let tables = try TranscriptTables(respondents: options.respondents, speakers: options.speakers)
        guard let file = try TranscriptFolder.files(at: path).files.first else { return [] }
        var diagnostics: [Diagnostic] = []
        try TEICorpusStream.read(
            contentsOf: path, id: file.id, source: try FileFacts.ofXML(at: path), defaultLanguage: options.language
        ) { transcript throws(DiagnosticsError) in
            var transcripts = [transcript]
            // The tables name transcripts of the whole corpus: here that is no fault.
            diagnostics += tables.link(&transcripts).diagnostics.filter { !$0.isAboutOthers }
            for transcript in transcripts { try each(transcript) }
        }
        return diagnostics
    }
}
