import GRDB
import VerbatimModel

/// Reads back the interview guide of a run, and whom it was put to.
struct GuideReader {
    let database: Database

    /// The guide of a run, without its wordings; `nil` where it had none.
    func guide(ofRun run: Int) throws -> Guide? {
        let questions = try Row.fetchAll(
            database, sql: "SELECT id, name, codes FROM run_question WHERE run = ? ORDER BY position", arguments: [run]
        ).map { row in
            let codes: String = row["codes"]
            return Guide.Question(
                id: row["id"], name: row["name"], codes: codes.split(separator: " ").map(String.init))
        }
        return questions.isEmpty ? nil : Guide(id: "guide", questions: questions)
    }

    /// Who was asked which question, in the order in which it was recorded.
    func asked(ofRun run: Int) throws -> [AskedQuestion] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM run_asked WHERE run = ? ORDER BY position", arguments: [run]
        ).map { row in
            AskedQuestion(
                question: row["question"], respondent: row["respondent"], transcript: row["transcript"],
                turn: row["turn"], match: try value(row["matched"], column: "run_asked.matched"),
                similarity: row["similarity"])
        }
    }
}
