package import VerbatimModel
import VerbatimText

/// Tells which question of a guide each turn belongs to.
///
/// An interviewer's turn puts a question when it begins with its number (`Q7`, `7.`, `Question 7`), when the transcript
/// numbers it, or when most of one of its wordings is heard in one or two neighbouring sentences: of the wording's
/// stems, weighted by how few other wordings have them (inverse document frequency; Spärck Jones 1972), at least
/// ``threshold``. What follows belongs to that question until another is put.
package struct GuideAlignment {
    /// The least share of a wording's weight that must be heard.
    package static let threshold = 0.62
    /// By how much the best question must be ahead of the next, so that neither of two alike is taken by chance.
    static let margin = 0.05

    private struct Wording {
        var question: Int
        var language: Language
        var stems: [String: Double]
        var weight: Double
    }

    private let guide: Guide
    private let idsByFolded: [String: Int]
    private let wordings: [Wording]

    /// The alignment to a guide.
    package init(_ guide: Guide) {
        self.guide = guide
        idsByFolded = Dictionary(
            guide.questions.indices.map { (Folding.fold(guide.questions[$0].id), $0) },
            uniquingKeysWith: { first, _ in first })
        var reader = StemReader()
        let plain = guide.questions.indices.flatMap { question in
            guide.questions[question].wordings.map { wording in
                (question, wording.language, Set(reader.stems(of: wording.text, language: wording.language)))
            }
        }
        var questionsByStem: [String: Set<Int>] = [:]
        for (question, _, stems) in plain { for stem in stems { questionsByStem[stem, default: []].insert(question) } }
        let count = Double(guide.questions.count)
        wordings = plain.map { question, language, stems in
            var weights: [String: Double] = [:]
            for stem in stems { weights[stem] = logarithm(1 + count / Double(questionsByStem[stem]?.count ?? 1)) }
            // Summed in the order of the stems, so that the same guide gives the same sums.
            let weight = stems.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
            return Wording(question: question, language: language, stems: weights, weight: weight)
        }
    }

    /// Sets the question of each turn of a transcript.
    /// - Returns: For each respondent who speaks in it and each question that was put, where it was first put.
    /// - Complexity: O(length of the interviewers' turns x wordings of the guide).
    package func align(_ transcript: inout Transcript) -> [AskedQuestion] {
        var reader = StemReader()
        var current: Int?
        var lastInFile: String?
        var put: [(question: Int, turn: Int, match: AskedQuestion.Match, similarity: Double)] = []
        for index in transcript.turns.indices {
            let turn = transcript.turns[index]
            if turn.question != lastInFile {
                lastInFile = turn.question
                if let question = turn.question.flatMap({ idsByFolded[Folding.fold($0)] }) {
                    current = question
                    put.append((question, turn.number, .number, 1))
                }
            }
            if transcript.speaker(of: turn)?.role.asks == true,
                let found = question(in: turn, of: transcript, reader: &reader)
            {
                current = found.question
                put.append((found.question, turn.number, found.match, found.similarity))
            }
            if let current { transcript.turns[index].question = guide.questions[current].id }
        }
        var first: Set<Int> = []
        let questions = put.filter { first.insert($0.question).inserted }
        var respondents: [Respondent.ID] = []
        for turn in transcript.turns {
            if let respondent = turn.respondent, !respondents.contains(respondent) { respondents.append(respondent) }
        }
        return respondents.flatMap { respondent in
            questions.map { item in
                AskedQuestion(
                    question: guide.questions[item.question].id, respondent: respondent, transcript: transcript.id,
                    turn: item.turn, match: item.match, similarity: item.similarity)
            }
        }
    }

    private func question(
        in turn: Turn, of transcript: Transcript, reader: inout StemReader
    ) -> (question: Int, match: AskedQuestion.Match, similarity: Double)? {
        let start = words(in: turn.range, of: transcript.text).prefix(24)
        let number = GuideQuestion.id(ofLine: String(start)) ?? GuideQuestion.id(ofNumberedLine: String(start))
        if let question = number.flatMap({ idsByFolded[Folding.fold($0)] }) ?? leadingID(start) {
            return (question, .number, 1)
        }
        var best: [Int: Double] = [:]
        for paragraph in turn.paragraphs {
            let language = transcript.language(of: paragraph)
            let sentences = reader.sentences(of: transcript.text, in: paragraph.range, language: language)
            for (index, sentence) in sentences.enumerated() {
                let heard = index + 1 < sentences.count ? sentence.union(sentences[index + 1]) : sentence
                for wording in wordings where language == .unknown || wording.language == language {
                    let shared = wording.stems.keys.filter { heard.contains($0) }
                    // One word in common is no question, unless that is all there is.
                    guard shared.count >= min(2, wording.stems.count) else { continue }
                    let weight = shared.sorted().reduce(0) { $0 + (wording.stems[$1] ?? 0) }
                    best[wording.question] = max(best[wording.question] ?? 0, weight / wording.weight)
                }
            }
        }
        let ranked = best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, first.value >= Self.threshold else { return nil }
        if ranked.count > 1, first.value - ranked[1].value < Self.margin { return nil }
        return (first.key, .wording, first.value)
    }

    /// The question whose id the turn begins with, as in `Q7: ...` or `B2. ...`.
    private func leadingID(_ start: Substring) -> Int? {
        let word = start.prefix { !$0.isWhitespace && $0 != ":" && $0 != ")" }
        let id = word.last == "." ? word.dropLast() : word
        guard id.contains(where: \.isNumber), start.dropFirst(word.count).first.map({ ": )".contains($0) }) ?? true
        else {
            return nil
        }
        return idsByFolded[Folding.fold(String(id))]
    }

    private func words(in range: ByteRange, of text: String) -> Substring {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return text[start...].prefix(64)
    }
}
