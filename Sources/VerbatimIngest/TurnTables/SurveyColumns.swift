import VerbatimFiles

/// The columns of a table of survey answers.
struct SurveyColumns {
    /// A column that people answered in their own words.
    struct Question {
        var column: Int
        /// `Q3` where the name of the column begins so, else the name.
        var id: String
        /// The full wording.
        var wording: String
    }

    /// The ids of the respondents.
    private(set) var id: Int?
    private(set) var language: Int?
    /// The questions, where each has a column.
    private(set) var questions: [Question] = []
    /// The columns of categories and numbers.
    private(set) var attributes: [Int] = []
    /// The columns of the question and of the answer, where each answer has a row.
    private(set) var answers: (question: Int, answer: Int)?

    private let header: [String]
    /// The wordings that stand below the names.
    private var wordings: [String]

    /// From how many words on the mean value of a column is no category.
    static let fewestWords = 4.0

    /// Whether there are ids and answers.
    var isComplete: Bool { id != nil && (!questions.isEmpty || answers != nil) }

    /// The columns of the given names; ``prepare(_:)`` tells answers from categories.
    init(header: [String]) {
        self.header = header
        wordings = header
        let names = header.map(TurnColumns.normalised)
        func column(_ known: String) -> Int? {
            for name in known.split(separator: "|") {
                if let column = names.firstIndex(of: String(name)) { return column }
            }
            return nil
        }
        id = column(
            "respondent id|respondent|respondentid|participant id|participant|participantid|response id|responseid|id|case id|"
                + "caseid|case|subject id|subject|user id|deelnemer|deelnemer id|deelnemernummer|respondentnummer|répondant|"
                + "id répondant|identifiant|participante|numéro")
        language = column("language|lang|taal|langue|userlanguage|startlanguage|start language")
        if let question = column("question|question id|vraag|item"),
            let answer = column("answer|response|text|antwoord|tekst|réponse|reponse|texte")
        {
            answers = (question, answer)
        }
    }

    /// Tells answers from categories by their values, and gives the rows without further lines of the header.
    mutating func prepare(_ rows: [SourceTable.Row]) -> [SourceTable.Row] {
        let rows = withoutHeader(rows)
        for column in header.indices where column != id && column != language && !header[column].isEmpty {
            if let answers, column == answers.question || column == answers.answer { continue }
            let values = rows.map { $0.fields[column] }.filter { !TableText.isEmpty($0) }
            if answers == nil, Self.areAnswers(values) {
                let name = QuestionName.id(in: header[column]) ?? header[column]
                questions.append(Question(column: column, id: name, wording: wordings[column]))
            } else {
                attributes.append(column)
            }
        }
        return rows
    }

    /// Whether values are answers in people's own words: of four words and more in the mean, and not the same few again and again.
    private static func areAnswers(_ values: [String]) -> Bool {
        guard !values.isEmpty else { return false }
        let words = values.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        guard Double(words) >= fewestWords * Double(values.count) else { return false }
        return values.count < 5 || Set(values).count * 5 > values.count
    }

    /// Qualtrics writes the wordings below the names and ids of its own below these, SurveyMonkey the kinds of answers.
    private mutating func withoutHeader(_ rows: [SourceTable.Row]) -> [SourceTable.Row] {
        if rows.count >= 2, rows[1].fields.contains(where: { $0.hasPrefix("{\"ImportId\"") }) {
            for column in header.indices where !rows[0].fields[column].isEmpty {
                wordings[column] = rows[0].fields[column]
            }
            return Array(rows.dropFirst(2))
        }
        if let first = rows.first, let id, first.fields[id].isEmpty,
            first.fields.contains(where: { $0 == "Response" || $0 == "Open-Ended Response" })
        {
            return Array(rows.dropFirst())
        }
        return rows
    }
}
