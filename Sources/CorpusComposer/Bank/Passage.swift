/// One answer of the bank: the question before it, the words, and what a human coder marked in them.
struct Passage: Sendable {
    /// Who can say it.
    enum Voice: String, Sendable {
        /// A migrant.
        case migrant
        /// A stakeholder: an official, or one who works for an organisation.
        case stakeholder
        /// An interpreter, in the third person, for a migrant.
        case interpreter
    }

    /// A marked run of words.
    struct Mark: Sendable {
        /// The first Unicode scalar in the answer, from 0.
        var start: Int
        /// The end, exclusive, in Unicode scalars.
        var end: Int
        /// The index in ``StudyCodes/all``.
        var code: Int
        /// What the speaker says of the code's matter.
        var stance: Stance
    }

    /// The id in the bank, such as `en-014`.
    var id: String
    var language: StudyLanguage
    var voice: Voice
    /// The country that the words tie it to.
    var place: StudyCountry?
    /// The situation that the words tie it to.
    var situation: MigrantGroup.Situation?
    /// Whether it comes from the neutral part of the bank.
    var isNeutral: Bool
    var question: CountedText
    var answer: CountedText
    var marks: [Mark]
    /// Of an interpreter's passage: the sex of the person spoken of, where the words tell.
    var sexSpokenOf: Sex?

    /// The codes that it carries, a bit for each index in ``StudyCodes/all``.
    var codes: UInt64 { marks.reduce(0) { $0 | 1 << UInt64($1.code) } }
}
