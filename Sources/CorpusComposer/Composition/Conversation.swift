/// Puts questions, answers and what is said between them in order.
struct Conversation {
    /// What has been said.
    private(set) var utterances: [Session.Utterance] = []
    private let cast: SessionCast
    private let passages: [Passage]
    private let phrases: SpokenPhrases

    init(cast: SessionCast, passages: [Passage], phrases: SpokenPhrases) {
        self.cast = cast
        self.passages = passages
        self.phrases = phrases
    }

    /// Talks about a question of the guide, in the given passages.
    mutating func discuss(
        _ items: [(index: Int, profile: Int)], question: Int, random: inout SplitMix64
    ) {
        if question == 0, let (words, answer) = random.element(of: phrases.openings) {
            say(words, by: cast.asking, question)
            if let first = random.element(of: cast.answering) { say(answer, by: first, question) }
        }
        // Now and then a question of the guide is left out.
        let isAsked = question == 0 || random.happens(perMille: 930)
        if isAsked {
            let wording = InterviewGuide.questions[question].wordings[phrases.language.position]
            utterances.append(
                Session.Utterance(speaker: cast.asking, lines: [wording], question: question, opensQuestion: true))
            if items.isEmpty, let words = random.element(of: phrases.passes),
                let speaker = random.element(of: cast.answering)
            {
                say(words, by: speaker, question)
            }
        }
        for (place, item) in items.enumerated() {
            let passage = passages[item.index]
            if isAsked, place == 0 {
                utterances[utterances.count - 1].lines.append(passage.question)
            } else {
                say(passage.question, by: cast.asking, question)
            }
            let own = cast.answering[item.profile]
            let speaker = passage.voice == .interpreter ? cast.interpreter ?? own : own
            utterances.append(
                Session.Utterance(speaker: speaker, lines: [passage.answer], passage: item, question: question))
            follow(own, question, random: &random)
        }
    }

    /// Ends the session.
    mutating func close(random: inout SplitMix64) {
        let question = InterviewGuide.questions.count - 1
        guard let (words, answer) = random.element(of: phrases.closings) else { return }
        say(words, by: cast.asking, question)
        if let last = random.element(of: cast.answering) { say(answer, by: last, question) }
    }

    /// What follows an answer: nothing, a prompt, or in a group a word of somebody else.
    private mutating func follow(_ speaker: Int, _ question: Int, random: inout SplitMix64) {
        let draw = random.below(100)
        if let several = cast.several {
            if draw < 4, let words = random.element(of: phrases.choruses) {
                say(words, by: several, question)
            } else if draw < 22, let other = random.element(of: cast.answering), other != speaker,
                let words = random.element(of: phrases.interjections)
            {
                say(words, by: other, question)
            }
        } else if draw < 13, let (words, answer) = random.element(of: phrases.prompts) {
            say(words, by: cast.asking, question)
            say(answer, by: speaker, question)
        }
    }

    private mutating func say(_ words: CountedText, by speaker: Int, _ question: Int) {
        utterances.append(Session.Utterance(speaker: speaker, lines: [words], question: question))
    }
}
