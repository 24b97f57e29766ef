import Foundation
import GRDB
package import VerbatimModel

/// A study file, open: the one owner of the connection to its database.
///
/// What is recorded is recorded whole or not at all: each run is one transaction, written ahead in a log, so that a
/// program killed at any moment leaves the study as it was before the run. While a study is open, SQLite may keep files
/// named like it with `-wal` and `-shm` behind the name; closing it folds them in, so that the one file can be copied.
package final class StudyStore: Sendable {
    /// The path of the study file, as the user gave it.
    package let path: String
    let queue: DatabaseQueue

    private init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Opens a study file and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: The path of the file, by convention `NAME.verbatim`.
    ///   - create: Whether to make a new study where there is no file. A file that is something else is never touched.
    /// - Returns: The open study.
    /// - Throws: `StudyError`: not found, not a study, newer, locked or unwritable.
    package static func open(at path: String, create: Bool = false) throws(StudyError) -> StudyStore {
        do {
            try inspect(path: path, create: create)
            var configuration = Configuration()
            configuration.foreignKeysEnabled = true
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(10)
            configuration.label = "study"
            configuration.prepareDatabase { database in
                // What is deleted is overwritten: nobody's words stay behind in free pages.
                try database.execute(sql: "PRAGMA secure_delete = ON")
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // A run is one commit, so waiting for the disk costs nothing, and a power cut loses nothing either.
            try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try StudyMigrator.migrator.migrate(queue)
            return StudyStore(path: path, queue: queue)
        } catch {
            throw StudyError(error, path: path)
        }
    }

    /// Throws unless the file at `path` is a study that this version can read, or nothing and `create` is set.
    ///
    /// It reads only, so that another program's database stays as it is.
    private static func inspect(path: String, create: Bool) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            if create { return }
            throw StudyError(.notFound, path: path)
        }
        guard !isFolder.boolValue else { throw StudyError(.notAStudy, path: path) }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { database in
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            if application != StudyMigrator.applicationID {
                let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
                guard create, application == 0, objects == 0 else { throw StudyError(.notAStudy, path: path) }
            } else if try StudyMigrator.migrator.hasBeenSuperseded(database) {
                throw StudyError(.newer, path: path)
            }
        }
        try queue.close()
    }

    /// Closes the file.
    ///
    /// Afterwards the study is one file again, which can be copied.
    /// - Throws: `StudyError` where what was written cannot be folded into the file.
    package func close() throws(StudyError) {
        do {
            try queue.close()
        } catch {
            throw StudyError(error, path: path)
        }
    }
}

// MARK: - Recording

extension StudyStore {
    /// Records a run: all of it, or, where this throws, nothing.
    ///
    /// Sources, codebook versions and the line of the run are kept for ever, the codings of the two latest runs only. A
    /// transcript whose source or reading changed replaces the row its id had.
    ///
    /// - Parameter run: What the run read and what came out.
    /// - Returns: The number of the run in the study, from 1.
    /// - Throws: `StudyError`: inconsistent, locked, unwritable or interrupted.
    /// - Complexity: O(bytes of the sources + codings x log(codings)).
    @discardableResult
    package func record(_ run: StudyRun) throws(StudyError) -> Int {
        try record(run) { _ in }
    }

    /// Records a run, and calls `checkpoint` behind each stage, inside the transaction; what it throws undoes the run.
    @discardableResult
    func record(_ run: StudyRun, checkpoint: (RunRecorder.Stage) throws -> Void) throws(StudyError) -> Int {
        do {
            return try queue.write { database in
                try RunRecorder(database: database, path: path).record(run, checkpoint: checkpoint)
            }
        } catch {
            throw StudyError(error, path: path)
        }
    }
}

// MARK: - Reading

extension StudyStore {
    /// All runs, the first first.
    /// - Throws: `StudyError`: locked or damaged.
    package func runs() throws(StudyError) -> [RunSummary] {
        try read { try RunReader(database: $0).summaries() }
    }

    /// The latest run with its codings; `nil` in a study that has none yet.
    /// - Throws: `StudyError`: locked or damaged.
    /// - Complexity: O(size of the texts + codings).
    package func latestRun() throws(StudyError) -> RecordedRun? {
        try read { try RunReader(database: $0).latestRun() }
    }

    /// The current transcript with the given id, whole; `nil` where the study has none.
    /// - Throws: `StudyError`: locked or damaged.
    package func transcript(_ id: Transcript.ID) throws(StudyError) -> Transcript? {
        try read { try TranscriptReader(database: $0).currentTranscript(id) }
    }

    /// The original bytes of a source, by their SHA-256 in lower-case hexadecimal; `nil` where the study has none.
    /// - Throws: `StudyError`: locked or damaged.
    package func sourceBytes(sha256: String) throws(StudyError) -> [UInt8]? {
        try read { database in
            try Data.fetchOne(database, sql: "SELECT bytes FROM source WHERE sha256 = ?", arguments: [sha256])
                .map { [UInt8]($0) }
        }
    }

    /// Reads in one transaction.
    func read<Value>(_ body: (Database) throws -> Value) throws(StudyError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw StudyError(error, path: path)
        }
    }
}
