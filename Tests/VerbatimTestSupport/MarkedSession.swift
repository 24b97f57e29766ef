public import VerbatimModel

/// A transcript made of words, so that a test knows every token, sentence and scope without a segmenter.
///
/// Words are put together with blanks, a sentence ends in a full stop and begins with a capital, a paragraph is a line.
public struct MarkedSession: Sendable {
    /// One turn: who speaks, and paragraphs of sentences of words.
    public struct Turn: Sendable {
        /// The index in ``MarkedSession/speakers``.
        public var speaker: Int
        /// The respondent, where it is not the speaker's own.
        public var respondent: Respondent.ID?
        /// Paragraphs of sentences of words, and each paragraph's language.
        public var paragraphs: [(language: Language?, sentences: [[String]])]

        /// A turn; see the properties of the same names.
        public init(
            speaker: Int, respondent: Respondent.ID? = nil,
            paragraphs: [(language: Language?, sentences: [[String]])]
        ) {
            self.speaker = speaker
            self.respondent = respondent
            self.paragraphs = paragraphs
        }
    }

    /// One token and all that it belongs to.
    public struct Token: Sendable, Hashable {
        /// The word, as it stands in the text.
        public var word: String
        /// Its UTF-8 offsets.
        public var range: ByteRange
        /// The numbers of its sentence, paragraph and turn in the session, from 0.
        public var sentence: Int
        /// See ``sentence``.
        public var paragraph: Int
        /// See ``sentence``.
        public var turn: Int
        /// The language of its paragraph.
        public var language: Language
    }

    /// Those who speak.
    public var speakers: [Speaker]
    /// What they say.
    public var turns: [Turn]
    /// The transcript.
    public let transcript: Transcript
    /// All tokens, in order.
    public let tokens: [Token]

    /// A session of the given turns.
    public init(speakers: [Speaker], turns: [Turn], language: Language = "en") {
        self.speakers = speakers
        self.turns = turns
        var text = ""
        var tokens: [Token] = []
        var built: [VerbatimModel.Turn] = []
        var sentenceNumber = 0
        var paragraphNumber = 0
        for (number, turn) in turns.enumerated() {
            text += "\(speakers[turn.speaker].label): "
            var paragraphs: [Paragraph] = []
            for paragraph in turn.paragraphs {
                let start = text.utf8.count
                for (index, sentence) in paragraph.sentences.enumerated() {
                    if index > 0 { text += " " }
                    for (position, word) in sentence.enumerated() {
                        if position > 0 { text += " " }
                        let written = position == 0 ? word.prefix(1).uppercased() + word.dropFirst() : word
                        let offset = text.utf8.count
                        text += written
                        tokens.append(
                            Token(
                                word: written, range: offset..<text.utf8.count, sentence: sentenceNumber,
                                paragraph: paragraphNumber, turn: number, language: paragraph.language ?? language))
                    }
                    text += "."
                    sentenceNumber += 1
                }
                paragraphs.append(Paragraph(range: start..<text.utf8.count, language: paragraph.language))
                paragraphNumber += 1
                text += "\n"
            }
            text += "\n"
            built.append(
                VerbatimModel.Turn(
                    number: number + 1, speaker: turn.speaker,
                    respondent: turn.respondent ?? speakers[turn.speaker].respondent, paragraphs: paragraphs))
        }
        self.tokens = tokens
        transcript = Transcript(
            id: "session", source: TranscriptSource(path: "session.txt", format: "text"), kind: .focusGroup,
            language: language, text: text, speakers: speakers, turns: built)
    }
}
