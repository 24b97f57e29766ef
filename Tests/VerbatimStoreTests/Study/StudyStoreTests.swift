import Foundation
import GRDB
import Testing
import VerbatimModel
@testable import VerbatimStore
import VerbatimTestSupport

@Suite struct StudyStoreTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func code(opening name: String, create: Bool = false) -> StudyError.Code? {
        #expect(throws: StudyError.self) { try StudyStore.open(at: folder.path(name), create: create) }?.code
    }

    @Test func aMissingStudyIsMadeOnlyWhenAskedFor() throws {
        #expect(code(opening: "none.verbatim") == .notFound)
        #expect(!FileManager.default.fileExists(atPath: folder.path("none.verbatim")))
        let store = try StudyStore.open(at: folder.path("none.verbatim"), create: true)
        #expect(try store.runs().isEmpty)
        #expect(try store.latestRun() == nil)
    }

    @Test func aClosedStudyIsOneFileThatCanBeCopied() throws {
        let store = try StudyStore.open(at: folder.path("study.verbatim"), create: true)
        try store.record(SampleRun.run())
        let recorded = try store.latestRun()
        try store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["study.verbatim"])
        try FileManager.default.copyItem(atPath: folder.path("study.verbatim"), toPath: folder.path("copy.verbatim"))
        #expect(try StudyStore.open(at: folder.path("copy.verbatim")).latestRun() == recorded)
    }

    @Test(arguments: [false, true])
    func aFileThatIsNoDatabaseIsLeftAlone(create: Bool) throws {
        let text = String(repeating: "Not a database at all. ", count: 100)
        try folder.write(text, to: "notes.verbatim")
        #expect(code(opening: "notes.verbatim", create: create) == .notAStudy)
        #expect(try folder.text(of: "notes.verbatim") == text)
    }

    @Test(arguments: [false, true])
    func anotherProgramsDatabaseIsLeftAlone(create: Bool) throws {
        let queue = try DatabaseQueue(path: folder.path("other.db"))
        try queue.write { try $0.execute(sql: "CREATE TABLE mine (x)") }
        try queue.close()
        let before = try Data(contentsOf: folder.url.appendingPathComponent("other.db"))
        #expect(code(opening: "other.db", create: create) == .notAStudy)
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("other.db")) == before)
    }

    @Test func aFolderIsNotAStudy() {
        #expect(code(opening: "") == .notAStudy)
    }

    @Test func aStudyOfANewerVersionIsLeftAlone() throws {
        let path = folder.path("study.verbatim")
        try StudyStore.open(at: path, create: true).close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9000')") }
        try queue.close()
        #expect(code(opening: "study.verbatim") == .newer)
        #expect(code(opening: "study.verbatim", create: true) == .newer)
    }

    @Test func aDamagedStudyIsAnErrorAndNotACrash() throws {
        let path = folder.path("study.verbatim")
        let store = try StudyStore.open(at: path, create: true)
        try store.record(SampleRun.run())
        try store.close()
        var bytes = try Data(contentsOf: folder.url.appendingPathComponent("study.verbatim"))
        for index in 4096..<bytes.count { bytes[index] = 0xAB }
        try bytes.write(to: folder.url.appendingPathComponent("study.verbatim"))
        let error = #expect(throws: StudyError.self) { try StudyStore.open(at: path).latestRun() }
        #expect(error?.code == .damaged)
    }

    @Test func aFolderThatDoesNotExistIsNamed() {
        #expect(code(opening: "nowhere/study.verbatim", create: true) == .unwritable)
    }

    @Test func everyErrorSaysWhatToDo() {
        let codes: [StudyError.Code] = [
            .notFound, .notAStudy, .newer, .locked, .unwritable, .damaged, .inconsistent, .interrupted,
        ]
        for code in codes {
            let error = StudyError(code, path: "s.verbatim")
            #expect(error.diagnostic.identifier == code.identifier)
            #expect(error.diagnostic.severity == .error)
            #expect(error.diagnostic.description.hasPrefix("s.verbatim: error: [\(code.identifier)] "))
        }
    }
}
