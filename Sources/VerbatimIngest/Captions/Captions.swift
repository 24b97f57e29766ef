import VerbatimFiles
import VerbatimModel

/// The cues of a file of captions, which become turns: what one speaker says until another begins.
///
/// The canonical text is made of the words, as for XML: tags stand within words, and sentences run on from cue to cue.
struct Captions {
    /// A silence from which on a speaker's next sentence is a paragraph of its own, in seconds.
    static let paragraphPause = 2.0

    var cues: [CaptionCue]
    let utf8: [UInt8]
    var language: Language?
    var attributes = Attributes()
    var warnings: [Diagnostic] = []

    init(cues: [CaptionCue], utf8: [UInt8]) {
        self.cues = cues
        self.utf8 = utf8
    }

    /// The transcript: with turns where voices or labels tell who speaks, else a document.
    /// - Throws: `no-text` if nothing is said.
    func transcript(
        of file: SourceFile, decoded: DecodedText, format: String
    ) throws(DiagnosticsError) -> Transcript {
        var text = SpokenText()
        (text.language, text.attributes, text.warnings) = (language, attributes, warnings)
        var cues = cues
        let unreadable = cues.count { $0.start == nil }
        if unreadable > 0 { text.warnings.append(badTimes(unreadable, path: file.path)) }
        cues.sortByStart()
        let rolled = cues.removeRolledLines(in: utf8)
        if rolled > 0 {
            text.warnings.append(
                Diagnostic(
                    .warning, "rolled-lines",
                    "\(rolled) lines that repeat the line before them were left out, since the captions roll up. "
                        + "Look at the text if people repeat themselves.", path: file.path))
        }
        let lines = cues.enumerated().flatMap { number, cue in
            CaptionText.lines(of: cue, in: utf8).map { CaptionLine(cue: number, voice: $0.voice, text: $0.text) }
        }
        let labelled = lines.contains { $0.voice != nil } ? lines.map { $0.withoutDash } : CaptionLabels.find(in: lines)
        for line in labelled { add(line, of: cues, to: &text) }
        guard labelled.contains(where: { $0.voice != nil }) else {
            return try text.document(of: file, decoded: decoded, format: format)
        }
        for line in labelled {
            guard let voice = line.voice else { continue }
            text.list(SpokenText.Person(label: voice), as: SpeakerLabel.key(voice))
        }
        return try text.transcript(of: file, decoded: decoded, format: format)
    }

    /// Adds a line to the turn that it goes on with, or begins one.
    private func add(_ line: CaptionLine, of cues: [CaptionCue], to text: inout SpokenText) {
        guard !line.text.isEmpty else { return }
        let speaker = line.voice.map(SpeakerLabel.key)
        let last = text.turns.indices.last
        let goesOn = line.voice == nil && !line.startsSpeech || last.map { text.turns[$0].speaker == speaker } ?? false
        guard let last, goesOn else {
            text.turns.append(
                SpokenText.SpokenTurn(
                    speaker: speaker, blocks: [TEIText.Block(content: line.text, language: nil)],
                    time: cues[line.cue].start))
            return
        }
        let place = text.turns[last].blocks.count - 1
        if line.startsSpeech || isPause(before: line.cue, cues, text.turns[last].blocks[place].content) {
            text.turns[last].blocks.append(TEIText.Block(content: line.text, language: nil))
        } else {
            text.turns[last].blocks[place].content.append(0x20)
            text.turns[last].blocks[place].content.append(contentsOf: line.text)
        }
    }

    /// Whether a sentence ends and nobody speaks for a while before a cue.
    private func isPause(before cue: Int, _ cues: [CaptionCue], _ content: [UInt8]) -> Bool {
        guard cue > 0, let start = cues[cue].start, let end = cues[cue - 1].end,
            start - end >= Self.paragraphPause
        else { return false }
        let closing = Array("\"')] ".utf8)
        let words = content.reversed().drop { closing.contains($0) }
        guard let last = words.first else { return false }
        return Array(".?!".utf8).contains(last) || words.prefix(3).reversed().elementsEqual("…".utf8)
            || words.prefix(2).reversed().elementsEqual("؟".utf8)
    }

    private func badTimes(_ count: Int, path: String) -> Diagnostic {
        Diagnostic(
            .warning, "bad-time",
            "\(count) \(count == 1 ? "cue has a time" : "cues have times") that cannot be read. The words were kept. "
                + "Correct the file where times matter.", path: path)
    }
}
