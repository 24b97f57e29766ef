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
        /// The number of the division, between whose bounds utterances may be put in order.
        var division = 0
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
    /// Whether utterances stand in annotation blocks with times, which ISO 24624 does not put in order.
    var hasAnnotationBlocks = false

    /// The utterances in the order in which they begin: that of the file, unless annotation blocks have times.
    ///
    /// Those that begin together, and those without a time, stay where they stand.
    var utterancesInOrder: [Utterance] {
        guard hasAnnotationBlocks else { return utterances }
        var keys: [(division: Int, start: Double)] = []
        for utterance in utterances {
            let before = keys.last.flatMap { $0.division == utterance.division ? $0.start : nil } ?? 0
            keys.append((utterance.division, timeline.seconds(utterance.start) ?? before))
        }
        let order = utterances.indices.sorted {
            (keys[$0].division, keys[$0].start, $0) < (keys[$1].division, keys[$1].start, $1)
        }
        return order.map { utterances[$0] }
    }
}
