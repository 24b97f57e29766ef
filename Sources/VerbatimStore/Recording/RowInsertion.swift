import GRDB

/// Inserts many rows into one table, many of them with each statement.
///
/// Running a statement costs about as much as the row it writes, and a run writes hundreds of thousands of rows.
struct RowInsertion {
    private let one: Statement
    private let many: Statement
    private let rowsPerStatement: Int

    /// An insertion into the given columns of a table; both are names that the program gives.
    ///
    /// A statement of many rows first saves the pages it changes, to undo them all if one row is refused. That is cheap
    /// where rows come in the order of all keys of the table, and dear where they are scattered over an index.
    init(into table: String, _ columns: [String], rowsPerStatement: Int = 40, database: Database) throws {
        self.rowsPerStatement = rowsPerStatement
        let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        let insert = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        one = try database.makeStatement(sql: insert + row)
        many = try database.makeStatement(
            sql: insert + Array(repeating: row, count: rowsPerStatement).joined(separator: ", "))
    }

    /// Inserts rows in their order; `bind` adds the values of one row, in the order of the columns.
    /// - Throws: What the database refuses, and what `bind` throws.
    func insert<Rows: RandomAccessCollection>(
        _ rows: Rows, bind: (Rows.Element, inout RowBinding) throws -> Void
    ) throws {
        var rest = rows[...]
        while !rest.isEmpty {
            let (statement, count) = rest.count < rowsPerStatement ? (one, 1) : (many, rowsPerStatement)
            // Takes the values of the last time away; the next are bound one by one, without a list of them.
            statement.setUncheckedArguments(StatementArguments())
            var binding = RowBinding(statement: statement)
            for row in rest.prefix(count) { try bind(row, &binding) }
            try binding.check()
            try statement.execute()
            rest = rest.dropFirst(count)
        }
    }
}

/// The values of a statement that is about to run, bound from the first on.
struct RowBinding {
    private let statement: SQLiteStatement
    private var index: Int32 = 0
    private var failure: ResultCode?

    fileprivate init(statement: Statement) {
        self.statement = statement.sqliteStatement
    }

    /// Binds the next value; `nil` is NULL.
    mutating func add(_ value: some StatementBinding) {
        index += 1
        let code = ResultCode(rawValue: value.bind(to: statement, at: index))
        if code != .SQLITE_OK { failure = failure ?? code }
    }

    /// Throws if a value could not be bound: it is too long, or memory ran out.
    fileprivate func check() throws {
        if let failure { throw DatabaseError(resultCode: failure, message: "a value could not be bound") }
    }
}
