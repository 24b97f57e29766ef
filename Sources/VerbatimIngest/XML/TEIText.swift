import VerbatimModel

/// The speech of one TEI text while it is read.
struct TEIText {
    /// A paragraph before its white space is settled.
    struct Block {
        var content: [UInt8]
        var language: Language?
    }

    /// One `u` or `sp`.
    struct Utterance {
        /// The ids of those who speak.
        var who: [String]
        /// The label that stands in a drama's `speaker`.
        var label: String?
        /// The `ana` of the utterance.
        var analysis: [String]
        var start: String?
        var section: String?
        var question: String?
        var blocks: [Block] = []
    }

    var id: String?
    /// The language that the text declares.
    var language: Language?
    var attributes = Attributes()
    var utterances: [Utterance] = []
    /// The paragraphs of a text without utterances.
    var prose: [Block] = []
    var timeline = TEITimeline()
    /// Whether the header says that it is a session of a parliament or committee.
    var isAssembly = false
    /// Whether spaces between words are elements (`c`).
    var hasSpaceElements = false
    /// Whether words say that no space follows (`join`).
    var hasJoins = false
}
