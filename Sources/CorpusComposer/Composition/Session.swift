/// A session that has been held, before it is written down.
struct Session: Sendable {
    /// One who speaks.
    struct Speaker: Sendable {
        var label: String
        /// The role, as the formats name it.
        var role: String
        /// Whether the label stands for several people.
        var isCollective = false
        /// The place in ``Session/profiles``.
        var profile: Int?
    }

    /// What one says until another begins.
    struct Utterance: Sendable {
        /// The place in ``Session/speakers``.
        var speaker: Int
        /// The words, joined by a space; a passage's answer stands alone.
        var lines: [CountedText]
        /// The passage whose answer this is, and whose words they are; `nil` for all else.
        var passage: (index: Int, profile: Int)?
        /// The question of the guide, from 0, under which it stands.
        var question: Int
        /// Whether the first line is that question's wording.
        var opensQuestion = false
    }

    var id: String
    var plan: SessionPlan
    var form: TranscriptForm
    var encoding: FileEncoding
    /// The day, as in `2024-03-12`.
    var date: String
    var speakers: [Speaker]
    var utterances: [Utterance]
    var profiles: [RespondentProfile]

    /// The path of its file below the corpus, in `/`.
    var path: String { "\(id).\(form.fileExtension)" }
}
