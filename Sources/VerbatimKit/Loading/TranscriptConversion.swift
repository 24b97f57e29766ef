import Foundation
import VerbatimExport
package import VerbatimModel
import VerbatimText

/// Writes transcripts in another form.
package struct TranscriptConversion: Sendable {
    /// The forms that a transcript can be written in.
    package enum Form: String, CaseIterable, Sendable {
        /// One line of JSON for each transcript, for programs.
        case json
        /// Verbatim's own transcript XML.
        case xml
        /// TEI.
        case tei
        /// Plain text with a header and labels.
        case text

        /// The extension of its files.
        package var fileExtension: String {
            switch self {
            case .json: "json"
            case .xml, .tei: "xml"
            case .text: "txt"
            }
        }
    }

    private let form: Form
    private let withTokens: Bool

    /// A conversion into `form`; JSON can also tell where sentences and tokens stand.
    package init(to form: Form, withTokens: Bool = false) {
        self.form = form
        self.withTokens = withTokens
    }

    /// The bytes of a transcript in the form.
    /// - Complexity: O(length of the text).
    package func bytes(of transcript: Transcript) -> [UInt8] {
        switch form {
        case .json: TranscriptJSON().bytes(of: transcript, spans: withTokens ? spans(of: transcript) : nil)
        case .xml: VerbatimXMLWriter().bytes(of: transcript)
        case .tei: TEIWriter().bytes(of: transcript)
        case .text: PlainTextWriter().bytes(of: transcript)
        }
    }

    /// Writes each transcript into a file of its own, by its id, below a folder.
    ///
    /// Each file is written beside its place and renamed, so that none is half-written.
    /// - Returns: The number of files.
    /// - Throws: `unsafe-name` for an id that leads out of the folder, `unwritable-output`; nothing is written then, or
    ///   only files that are whole.
    @discardableResult
    package func write(_ transcripts: [Transcript], into folder: String) throws(DiagnosticsError) -> Int {
        let unsafe = transcripts.filter { transcript in
            let parts = transcript.id.split(separator: "/", omittingEmptySubsequences: false)
            return parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } || transcript.id.contains("\0")
        }
        guard unsafe.isEmpty else {
            throw DiagnosticsError(
                unsafe.map { transcript in
                    Diagnostic(
                        .error, "unsafe-name",
                        "The id '\(transcript.id)' cannot be the name of a file in the folder. Give the transcript "
                            + "another id.", path: transcript.source.path)
                })
        }
        for transcript in transcripts {
            let url = URL(fileURLWithPath: folder, isDirectory: true)
                .appendingPathComponent("\(transcript.id).\(form.fileExtension)")
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes(of: transcript)).write(to: url, options: .atomic)
            } catch {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "unwritable-output",
                        "The file cannot be written. Make the folder writable, or name another with '--output'.",
                        path: url.path)
                ])
            }
        }
        return transcripts.count
    }

    private func spans(of transcript: Transcript) -> TokenSpans {
        let offsets = OffsetMap(transcript.text)
        var segmented = SegmentedText()
        var text = transcript.text
        text.withUTF8 { utf8 in
            for turn in transcript.turns {
                for paragraph in turn.paragraphs {
                    Segmenter().segment(
                        utf8, in: paragraph.range, language: transcript.language(of: paragraph), into: &segmented)
                }
            }
        }
        func span(_ start: Int, _ end: Int) -> TextSpan {
            TextSpan(start: offsets.scalarOffset(ofUTF8: start), end: offsets.scalarOffset(ofUTF8: end))
        }
        return TokenSpans(
            sentences: segmented.sentences.map { span($0.range.lowerBound, $0.range.upperBound) },
            tokens: segmented.tokens.map { span(Int($0.start), Int($0.end)) })
    }
}
