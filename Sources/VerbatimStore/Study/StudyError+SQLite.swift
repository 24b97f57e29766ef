import GRDB

extension StudyError {
    /// The error that tells a user what `error` means for the study file at `path`.
    ///
    /// Of SQLite's errors only the message is kept, which names tables and columns and never their values.
    init(_ error: any Error, path: String) {
        if let error = error as? StudyError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(Self.code(of: error.resultCode), path: path, detail: error.message ?? "")
        } else if error is RowDecodingError || error is UnreadableValue {
            self.init(.damaged, path: path)
        } else {
            self.init(.interrupted, path: path)
        }
    }

    private static func code(of result: ResultCode) -> Code {
        switch result {
        case .SQLITE_NOTADB: .notAStudy
        case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR: .unwritable
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .inconsistent
        case .SQLITE_INTERRUPT, .SQLITE_ABORT, .SQLITE_NOMEM: .interrupted
        default: .damaged
        }
    }
}

/// A value in the study file that is none of those the schema knows.
struct UnreadableValue: Error {
    /// The table and column that hold it.
    var column: String
}
