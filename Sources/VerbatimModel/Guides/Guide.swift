/// An interview guide: the questions that respondents were to be asked, with their wordings.
public struct Guide: Hashable, Sendable, Codable {
    /// One wording of a question.
    public struct Wording: Hashable, Sendable, Codable {
        /// The language it is in.
        public var language: Language
        /// The words.
        public var text: String

        /// A wording of `text` in `language`.
        public init(language: Language, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// One question.
    public struct Question: Hashable, Sendable, Codable, Identifiable {
        /// The id, such as `Q7`: what a rule's `where question = Q7` compares with.
        public var id: String
        /// The name for people.
        public var name: String
        /// The codes and themes that the question is about: who was asked is their denominator.
        public var codes: [Code.ID]
        /// The wordings, in any number of languages.
        public var wordings: [Wording]

        /// A question; see the properties of the same names.
        public init(id: String, name: String = "", codes: [Code.ID] = [], wordings: [Wording] = []) {
            self.id = id
            self.name = name
            self.codes = codes
            self.wordings = wordings
        }
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var name: String
    /// The questions, in order.
    public var questions: [Question]

    /// A guide; see the properties of the same names.
    public init(id: String, name: String = "", questions: [Question]) {
        self.id = id
        self.name = name
        self.questions = questions
    }
}
