import Foundation
import GRDB
import Testing
import VerbatimModel
@testable import VerbatimStore
import VerbatimTestSupport

/// What anybody sees who opens a study with an SQLite tool.
@Suite struct StudyMigratorTests {
    let folder: TemporaryFolder
    let database: DatabaseQueue

    init() throws {
        folder = try TemporaryFolder()
        let path = folder.path("study.verbatim")
        let store = try StudyStore.open(at: path, create: true)
        try store.record(SampleRun.run())
        try store.record(SampleRun.run())
        try store.close()
        database = try DatabaseQueue(path: path)
    }

    @Test func positionsGiveTheWordsInSQL() throws {
        let quotes = try database.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT substr(text, start+1, end-start) FROM coding JOIN transcript ON transcript.key = transcript
                    WHERE run = 2 ORDER BY coding.key
                    """)
        }
        #expect(quotes == ["à la gare 🚉, très", "في المحطة 🚉 يومين", "fatiguée"])
        let evidence = try database.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT substr(text, evidence.start+1, evidence.end-evidence.start)
                    FROM evidence JOIN coding ON coding.key = evidence.coding
                        JOIN transcript ON transcript.key = coding.transcript
                    WHERE run = 2 ORDER BY coding.key, position
                    """)
        }
        #expect(evidence == ["à", "la", "gare", "🚉,", "très", "في", "المحطة", "🚉", "يومين", "fatiguée"])
        let paragraphs = try database.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT substr(text, start+1, end-start) FROM paragraph
                        JOIN transcript ON transcript.key = paragraph.transcript
                    WHERE turn = 2 ORDER BY paragraph.transcript
                    """)
        }
        #expect(paragraphs == ["J’étais à la gare 🚉, très fatiguée.", "كنت في المحطة 🚉 يومين."])
    }

    @Test func theViewShowsTheCodingsOfTheLatestRunWithTheirWords() throws {
        let quotes = try database.read { try String.fetchAll($0, sql: "SELECT quote FROM latest_coding") }
        #expect(quotes == ["à la gare 🚉, très", "في المحطة 🚉 يومين", "fatiguée"])
    }

    @Test func aReadingThatIsKnownIsNotStoredTwice() throws {
        let counts = try database.read { database in
            try ["source", "transcript", "codebook_version", "respondent", "run"].map {
                try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0
            }
        }
        #expect(counts == [2, 2, 1, 2, 2])
    }

    @Test func everyTableIsStrictAndEveryReferenceHolds() throws {
        try database.read { database in
            let loose = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                    """)
            #expect(loose.isEmpty)
            #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
            #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
            #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
        }
    }

    @Test func replacedTranscriptsAreKeptAsLongAsARunStandsOnThem() throws {
        let store = try StudyStore.open(at: folder.path("study.verbatim"))
        var counts: [Int] = []
        for text in [SampleRun.french + " Oui.", SampleRun.french + " Non.", SampleRun.french + " Si."] {
            var run = SampleRun.run()
            let source = Character(String(counts.count))
            run.transcripts[0] = SampleRun.transcript("interviews/01", text: text, respondent: "R01", source: source)
            try store.record(run)
            let count = try database.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM transcript WHERE id = 'interviews/01'")
            }
            counts.append(count ?? 0)
        }
        #expect(counts == [2, 2, 2])
        let sources = try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM source") }
        #expect(sources == 5)
    }
}
