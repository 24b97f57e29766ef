import VerbatimFiles
import VerbatimModel
import VerbatimText

/// A table of survey answers: a respondent's answers become a transcript, with a turn for each answer.
struct SurveyTable {
    let file: SourceFile
    let table: SourceTable
    let rows: [SourceTable.Row]
    let columns: SurveyColumns
    let source: TranscriptSource

    /// One respondent's answers.
    private struct Answers {
        var id: Respondent.ID
        var rows: [SourceTable.Row]
    }

    /// The transcripts, in the order of the rows; respondents without an answer have none.
    /// - Throws: `missing-id` for each row without an id; `no-text` if nobody answers.
    func read() throws(DiagnosticsError) -> [Transcript] {
        var transcripts: [Transcript] = []
        var silent = 0
        for answers in try respondents() {
            let text = spokenText(answers)
            guard !text.turns.isEmpty else {
                silent += 1
                continue
            }
            var transcript = try text.transcript(of: file, source: source)
            for index in transcript.speakers.indices { transcript.speakers[index].respondent = answers.id }
            transcripts.append(transcript)
        }
        guard !transcripts.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(.error, "no-text", "No row of the table holds an answer. Add the answers.", path: file.path)
            ])
        }
        nameLanguages(&transcripts)
        transcripts[0].warnings = table.warnings + transcripts[0].warnings
        if silent > 0 {
            transcripts[0].warnings.append(
                Diagnostic(
                    .warning, "no-answers",
                    "\(silent) \(silent == 1 ? "respondent answers" : "respondents answer") no question in words and "
                        + "\(silent == 1 ? "is" : "are") left out. Look whether the answers are complete.",
                    path: file.path))
        }
        return transcripts
    }

    /// The rows of each respondent: one where each question has a column, else those with the same id.
    private func respondents() throws(DiagnosticsError) -> [Answers] {
        guard let id = columns.id else { return [] }
        var faults: [Diagnostic] = []
        var respondents: [Answers] = []
        var places: [String: Int] = [:]
        for row in rows {
            let name = row.fields[id]
            if name.isEmpty {
                faults.append(
                    Diagnostic(
                        .error, "missing-id", "The row has no id. Give one.", path: file.path, position: row.position))
            } else if columns.answers != nil, let place = places[name] {
                respondents[place].rows.append(row)
            } else {
                places[name] = respondents.count
                respondents.append(Answers(id: name, rows: [row]))
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return respondents
    }

    private func spokenText(_ answers: Answers) -> SpokenText {
        var text = SpokenText()
        text.id = "\(file.id)/\(answers.id)"
        text.list(
            SpokenText.Person(
                label: answers.id, declared: (.respondent, "the table gives this respondent's answers"),
                isCollective: false),
            as: answers.id)
        for row in answers.rows {
            if text.language == nil, let column = columns.language {
                text.language = LanguageNames.language(of: row.fields[column])
            }
            for column in columns.attributes where !row.fields[column].isEmpty {
                let name = table.header[column]
                if text.attributes[name] == nil { text.attributes[name] = row.fields[column] }
            }
            if let (question, answer) = columns.answers {
                let wording = row.fields[question]
                add(
                    row.fields[answer], question: QuestionName.id(in: wording) ?? wording, wording: wording,
                    answers.id, to: &text)
            }
            for question in columns.questions {
                add(
                    row.fields[question.column], question: question.id, wording: question.wording, answers.id, to: &text
                )
            }
        }
        return text
    }

    private func add(_ cell: String, question: String, wording: String, _ speaker: String, to text: inout SpokenText) {
        let blocks = TableText.blocks(cell, language: text.language)
        guard !TableText.isEmpty(cell), !blocks.isEmpty else { return }
        text.turns.append(
            SpokenText.SpokenTurn(
                speaker: speaker, blocks: blocks, section: wording.isEmpty ? nil : wording,
                question: question.isEmpty ? nil : question))
    }

    /// Short answers do not tell their language alone; together they may.
    private func nameLanguages(_ transcripts: inout [Transcript]) {
        let unknown = transcripts.indices.filter { transcripts[$0].language == .unknown }
        var sample = ""
        for index in unknown where sample.utf8.count < 20_000 { sample += transcripts[index].text + "\n" }
        let language = LanguageDetector.detect(sample).language
        for index in unknown { transcripts[index].language = language }
    }
}
