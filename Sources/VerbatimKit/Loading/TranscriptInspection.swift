package import VerbatimExport
package import VerbatimModel
import VerbatimText

/// What was found in a folder of transcripts, before anything is coded.
package struct TranscriptInspection: Sendable {
    /// The transcripts, by id.
    package let transcripts: [Transcript]
    /// What could not be read, and what a researcher should look at.
    package let diagnostics: [Diagnostic]

    /// Reads the transcripts at a path; the parameters are those of `TranscriptCollection.read`.
    /// - Throws: what makes the whole folder or a table unusable.
    package static func read(
        _ path: String, options: ReadingOptions, threads: Int
    ) throws(DiagnosticsError) -> TranscriptInspection {
        let collection = try TranscriptCollection.read(
            path, options: options, threads: threads)
        return TranscriptInspection(
            transcripts: collection.transcripts,
            diagnostics: collection.diagnostics + collection.transcripts.flatMap(\.warnings))
    }

    /// Gives `each` the transcripts at several paths, one after the other.
    ///
    /// A `teiCorpus` that is named and too large to be held in memory is read as a stream: no more than one of its texts
    /// is held at a time.
    /// - Parameters:
    ///   - paths: Folders and files.
    ///   - options: Tables, guide, and what else is known of the transcripts.
    ///   - threads: How many files are read at once.
    ///   - each: Called with each transcript, in the order of the paths and then of the ids; of a stream, of the file.
    /// - Returns: What could not be read, and what a researcher should look at.
    /// - Throws: what makes a whole folder or a table unusable, and what `each` throws.
    package static func read(
        _ paths: [String], options: ReadingOptions, threads: Int, each: (Transcript) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for path in paths {
            if CorpusStream.isNeeded(for: path, options: options) {
                diagnostics += try CorpusStream.read(path, options: options) { transcript throws(DiagnosticsError) in
                    diagnostics += transcript.warnings
                    try each(transcript)
                }
            } else {
                let inspection = try read(path, options: options, threads: threads)
                diagnostics += inspection.diagnostics
                for transcript in inspection.transcripts { try each(transcript) }
            }
        }
        return diagnostics
    }

    /// What was found in a transcript, as a row below `Table.findingColumns`.
    /// - Complexity: O(length of the text).
    package static func findings(of transcript: Transcript) -> [Table.Cell] {
        Table.findings(
            of: transcript, words: SpeechCount.counts(in: transcript).reduce(0) { $0 + $1.words })
    }

    /// The labels of each transcript, in the order in which they first speak, with their turns, words and roles.
    /// - Complexity: O(length of the texts).
    package var speakers: Table {
        .speakers(
            transcripts.flatMap { transcript in
                zip(transcript.speakers, SpeechCount.counts(in: transcript)).map { speaker, count in
                    SpeakerRow(
                        transcript: transcript.id, speaker: speaker, turns: count.turns, words: count.words)
                }
            })
    }
}

/// How much a speaker says.
private struct SpeechCount {
    var turns = 0
    var words = 0

    /// The counts of each speaker of a transcript, in the order of `Transcript.speakers`.
    static func counts(in transcript: Transcript) -> [SpeechCount] {
        var counts = [SpeechCount](repeating: SpeechCount(), count: max(1, transcript.speakers.count))
        let segmenter = Segmenter()
        var text = transcript.text
        text.withUTF8 { utf8 in
            for turn in transcript.turns {
                // A text without speakers counts as that of one who is not named.
                let speaker = turn.speaker ?? 0
                counts[speaker].turns += 1
                for paragraph in turn.paragraphs {
                    var segmented = SegmentedText()
                    segmenter.segment(
                        utf8, in: paragraph.range, language: transcript.language(of: paragraph), into: &segmented)
                    counts[speaker].words += segmented.tokens.count
                }
            }
        }
        return counts
    }
}
