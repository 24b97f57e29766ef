import GRDB
import VerbatimModel

/// Writes the interview guide of a run, and whom it was put to.
struct GuideRecorder {
    let database: Database

    /// Writes what `run` knows of its guide; nothing where it has none.
    func record(_ run: StudyRun, number: Int) throws {
        guard let guide = run.guide else { return }
        for (position, question) in guide.questions.enumerated() {
            try database.execute(
                sql: "INSERT INTO run_question (run, position, id, name, codes) VALUES (?, ?, ?, ?, ?)",
                arguments: [number, position, question.id, question.name, question.codes.joined(separator: " ")])
        }
        let insert = try RowInsertion(
            into: "run_asked",
            ["run", "position", "question", "respondent", "transcript", "turn", "matched", "similarity"],
            database: database)
        try insert.insert(run.asked.indices) { index, row in
            let item = run.asked[index]
            row.add(number)
            row.add(index)
            row.add(item.question)
            row.add(item.respondent)
            row.add(item.transcript)
            row.add(item.turn)
            row.add(item.match.rawValue)
            row.add(item.similarity)
        }
    }
}
