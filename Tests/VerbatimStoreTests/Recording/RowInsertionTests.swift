import GRDB
import Testing
@testable import VerbatimStore

@Suite struct RowInsertionTests {
    private func database() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE t (number INTEGER NOT NULL UNIQUE, word TEXT, share REAL) STRICT")
        }
        return queue
    }

    @Test(arguments: [0, 1, 3, 4, 5, 8, 9, 100]) func everyRowIsInsertedInItsOrder(count: Int) throws {
        let words = (0..<count).map { $0 % 3 == 0 ? nil : "n° \($0) 🚉" }
        let queue = try database()
        let read = try queue.write { database in
            let insertion = try RowInsertion(
                into: "t", ["number", "word", "share"], rowsPerStatement: 4, database: database)
            try insertion.insert(words.indices) { index, row in
                row.add(index)
                row.add(words[index])
                row.add(Double(index) / 4)
            }
            return try Row.fetchAll(database, sql: "SELECT number, word, share FROM t ORDER BY rowid")
        }
        #expect(read.map { $0["number"] as Int } == Array(words.indices))
        #expect(read.map { $0["word"] as String? } == words)
        #expect(read.map { $0["share"] as Double } == words.indices.map { Double($0) / 4 })
    }

    @Test func aRowThatTheTableRefusesIsAnError() throws {
        let queue = try database()
        let error = #expect(throws: DatabaseError.self) {
            try queue.write { database in
                let insertion = try RowInsertion(into: "t", ["number"], rowsPerStatement: 4, database: database)
                try insertion.insert([1, 2, 3, 4, 5, 6, 2, 7]) { number, row in row.add(number) }
            }
        }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 0)
    }
}
