import VerbatimFiles
import VerbatimModel

extension SpokenText {
    /// The transcript of a file that is no XML, with the warnings of its decoding before its own.
    /// - Throws: `no-text` if nothing is said.
    func transcript(
        of file: SourceFile, decoded: DecodedText, format: String
    ) throws(DiagnosticsError) -> Transcript {
        var text = self
        text.warnings = decoded.warnings + warnings
        let source = file.source(format: format, encoding: decoded.encoding, newlines: decoded.newlines)
        return try text.transcript(of: file, source: source)
    }

    /// The transcript of a part of a file whose facts are known.
    /// - Throws: `no-text` if nothing is said.
    func transcript(of file: SourceFile, source: TranscriptSource) throws(DiagnosticsError) -> Transcript {
        var part = file
        // A table of answers gives a transcript a row, and the digest of the file is wanted once.
        part.bytes = []
        var transcript = try transcript(of: part, format: source.format)
        transcript.source = source
        markLanguages(of: &transcript)
        if transcript.speakers.contains(where: { $0.role.asks && $0.confidence < 0.6 }) {
            transcript.warnings.append(
                Diagnostic(
                    .warning, "uncertain-roles",
                    "It is not clear who asks and who answers. Look at `verbatim speakers`, and say it in speakers.csv.",
                    path: file.path))
        }
        return transcript
    }

    /// The text as a document: all paragraphs in one turn of nobody's.
    /// - Throws: `no-text` if there are no words.
    func document(
        of file: SourceFile, decoded: DecodedText, format: String
    ) throws(DiagnosticsError) -> Transcript {
        var text = self
        text.warnings = decoded.warnings + warnings
        let source = file.source(format: format, encoding: decoded.encoding, newlines: decoded.newlines)
        return try text.document(of: file, source: source)
    }

    /// A part of a file whose facts are known as a document.
    /// - Throws: `no-text` if there are no words.
    func document(of file: SourceFile, source: TranscriptSource) throws(DiagnosticsError) -> Transcript {
        var builder = SpeechBuilder()
        var paragraphs: [Paragraph] = []
        for block in turns.flatMap(\.blocks) {
            if let range = builder.add(block.content, startsTurn: false) {
                paragraphs.append(Paragraph(range: range, language: block.language ?? language))
            }
        }
        guard !paragraphs.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(.error, "no-text", "Nothing is said in the file. Add the talk.", path: file.path)
            ])
        }
        var turns = [Turn(number: 1, speaker: nil, paragraphs: paragraphs, time: self.turns.first?.time)]
        let spoken = TEIHandler.settleLanguage(of: &turns, declared: language, utf8: builder.text, file: file)
        var transcript = Transcript(
            id: id ?? file.id, source: source, kind: .document, language: spoken, attributes: attributes,
            text: String(decoding: builder.text, as: UTF8.self), turns: turns,
            warnings: warnings + [Self.noSpeakers(path: file.path)])
        markLanguages(of: &transcript)
        return transcript
    }

    /// Tells the paragraphs that are in another language than the transcript, where the file itself tells none.
    private func markLanguages(of transcript: inout Transcript) {
        guard !turns.contains(where: { $0.blocks.contains { $0.language != nil } }) else { return }
        LanguageOfSpeech.mark(&transcript, utf8: Array(transcript.text.utf8))
    }

    private static func noSpeakers(path: String) -> Diagnostic {
        Diagnostic(
            .warning, "no-speakers",
            "No speakers are named, so the text is searched whole, without respondents. Name who speaks in the file.",
            path: path)
    }
}
