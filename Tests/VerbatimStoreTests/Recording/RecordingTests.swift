import Foundation
import Testing
import VerbatimModel
@testable import VerbatimStore
import VerbatimTestSupport

@Suite struct RecordingTests {
    let folder: TemporaryFolder
    let store: StudyStore

    init() throws {
        folder = try TemporaryFolder()
        store = try StudyStore.open(at: folder.path("study.verbatim"), create: true)
    }

    @Test func aRunIsReadBackAsItWasRecorded() throws {
        let run = SampleRun.run()
        #expect(try store.record(run) == 1)
        let read = try #require(try store.latestRun())
        #expect(read.number == 1)
        #expect(read.codebook == run.codebook)
        #expect(read.engineVersion == run.engineVersion)
        #expect(read.options == run.options)
        #expect(read.started == run.started)
        #expect(read.respondents == run.respondents)
        #expect(read.codings == run.codings)
        #expect(read.transcripts.map(\.id) == ["interviews/01", "interviews/02"])
        #expect(read.transcripts.map(\.respondents) == [["R01"], ["R02"]])
        #expect(read.transcripts.map(\.turns) == [2, 2])
        #expect(read.transcripts.first?.warnings == run.transcripts[0].transcript.warnings)
        #expect(read.transcripts.first?.attributes == run.transcripts[0].transcript.attributes)
        #expect(read.transcripts.first?.source == run.transcripts[0].transcript.source)
    }

    @Test func aTranscriptIsReadBackWholeWithItsSource() throws {
        let run = SampleRun.run()
        try store.record(run)
        for item in run.transcripts {
            let read = try #require(try store.transcript(item.transcript.id))
            #expect(read == item.transcript)
            #expect(Array(read.text.utf8) == Array(item.transcript.text.utf8))
            #expect(try store.sourceBytes(sha256: item.transcript.source.sha256) == item.bytes)
        }
        #expect(try store.transcript("interviews/03") == nil)
    }

    @Test(arguments: RunRecorder.Stage.allCases)
    func aRunThatFailsAtAnyStageChangesNothing(stage: RunRecorder.Stage) throws {
        struct Stopped: Error {}
        try store.record(SampleRun.run())
        let before = try store.latestRun()
        var second = SampleRun.run(codebook: "d")
        second.transcripts[0] = SampleRun.transcript(
            "interviews/01", text: SampleRun.arabic, respondent: "R09", source: "e")
        second.codings = []
        let error = #expect(throws: StudyError.self) {
            try store.record(second) { if $0 == stage { throw Stopped() } }
        }
        #expect(error?.code == .interrupted)
        #expect(try store.latestRun() == before)
        #expect(try store.runs().count == 1)
        #expect(try store.sourceBytes(sha256: String(repeating: "e", count: 64)) == nil)
    }

    /// What the disk holds in the middle of a run is what a killed program leaves behind.
    @Test(arguments: RunRecorder.Stage.allCases)
    func aProgramKilledAtAnyStageLeavesTheEarlierState(stage: RunRecorder.Stage) throws {
        try store.record(SampleRun.run())
        let before = try store.latestRun()
        let copy = folder.path("killed.verbatim")
        try store.record(SampleRun.run(codebook: "d")) { reached in
            guard reached == stage else { return }
            for suffix in ["", "-wal"] {
                let file = folder.path("study.verbatim") + suffix
                if FileManager.default.fileExists(atPath: file) {
                    try FileManager.default.copyItem(atPath: file, toPath: copy + suffix)
                }
            }
        }
        #expect(try store.runs().count == 2)
        let reopened = try StudyStore.open(at: copy)
        #expect(try reopened.latestRun() == before)
        #expect(try reopened.runs().count == 1)
    }

    @Test func theTwoLatestRunsKeepTheirCodingsAndAllKeepTheirLine() throws {
        for number in 1...3 { #expect(try store.record(SampleRun.run()) == number) }
        let runs = try store.runs()
        #expect(runs.map(\.number) == [1, 2, 3])
        #expect(runs.map(\.hasCodings) == [false, true, true])
        #expect(runs.map(\.codings) == [3, 3, 3])
        #expect(runs.map(\.turns) == [4, 4, 4])
        #expect(try store.latestRun()?.codings == SampleRun.run().codings)
    }

    @Test func aChangedSourceReplacesTheTranscriptAndKeepsTheOldSource() throws {
        try store.record(SampleRun.run())
        var run = SampleRun.run()
        let changed = SampleRun.transcript(
            "interviews/01", text: SampleRun.french + " Oui.", respondent: "R01", source: "f")
        run.transcripts[0] = changed
        try store.record(run)
        #expect(try store.transcript("interviews/01") == changed.transcript)
        #expect(try store.sourceBytes(sha256: String(repeating: "a", count: 64)) == Array(SampleRun.french.utf8))
        #expect(try store.latestRun()?.codings == run.codings)
    }

    @Test func aChangedRoleReplacesTheReadingOfTheSameSource() throws {
        try store.record(SampleRun.run())
        var run = SampleRun.run()
        run.transcripts[0].transcript.speakers[0].role = .moderator
        try store.record(run)
        #expect(try store.transcript("interviews/01")?.speakers.first?.role == .moderator)
    }

    @Test func aTranscriptThatIsGoneIsNotPartOfTheLatestRun() throws {
        try store.record(SampleRun.run())
        var run = SampleRun.run()
        run.transcripts.removeFirst()
        run.respondents.removeFirst()
        run.codings.removeAll { $0.transcript == "interviews/01" }
        try store.record(run)
        #expect(try store.latestRun()?.transcripts.map(\.id) == ["interviews/02"])
        #expect(try store.latestRun()?.respondents.map(\.id) == ["R02"])
        #expect(try store.transcript("interviews/01") != nil)
    }

    @Test func namesThatDifferOnlyInTheirScalarsAreTwo() throws {
        var run = SampleRun.run()
        run.transcripts = [
            SampleRun.transcript("caf\u{E9}", text: SampleRun.french, respondent: "R\u{E9}"),
            SampleRun.transcript("cafe\u{301}", text: SampleRun.french, respondent: "Re\u{301}"),
        ]
        run.respondents = [Respondent(id: "R\u{E9}"), Respondent(id: "Re\u{301}")]
        run.codings = run.transcripts.map { SampleRun.coding("gare", in: $0) }
        try store.record(run)
        let read = try #require(try store.latestRun())
        #expect(read.transcripts.map { $0.id.unicodeScalars.count } == [4, 5])
        #expect(read.codings.map { $0.transcript.unicodeScalars.count } == [4, 5])
    }

    @Test func whatDoesNotFitTogetherIsRefused() throws {
        var strange = SampleRun.run()
        strange.codings[0].transcript = "interviews/77"
        var outside = SampleRun.run()
        outside.codings[0].evidence = [TextSpan(start: 0, end: 10_000)]
        var nobody = SampleRun.run()
        nobody.codings[0].respondent = "R77"
        var nowhere = SampleRun.run()
        nowhere.codings[0].turn = 9
        var twice = SampleRun.run()
        twice.transcripts[1] = twice.transcripts[0]
        var short = SampleRun.run()
        short.transcripts[0].bytes.removeLast()
        for run in [strange, outside, nobody, nowhere, twice, short] {
            let error = #expect(throws: StudyError.self) { try store.record(run) }
            #expect(error?.code == .inconsistent)
            #expect(try store.runs().isEmpty)
        }
    }

    @Test func anErrorNeverHoldsARespondentsWords() throws {
        var run = SampleRun.run()
        run.codings[0].turn = 9
        let error = #expect(throws: StudyError.self) { try store.record(run) }
        let text = String(describing: error)
        #expect(!text.contains("gare"))
        #expect(!text.contains("fatigu"))
    }

    @Test func manyCodingsComeBackInOrder() throws {
        var generator = SeededGenerator(seed: 7)
        var run = SampleRun.run()
        let scalars = run.transcripts[0].transcript.text.unicodeScalars.count
        run.codings = (0..<2_000).map { number in
            let item = run.transcripts[Int.random(in: 0...1, using: &generator)]
            let start = Int.random(in: 0..<20, using: &generator)
            let end = Int.random(in: start...min(28, scalars), using: &generator)
            let text = Array(item.transcript.text.unicodeScalars)
            let span = TextSpan(start: start, end: end)
            let words = String(String.UnicodeScalarView(text[start..<end]))
            return Coding(
                transcript: item.transcript.id, turn: 1, speaker: nil, respondent: nil, code: "c.n\(number)",
                rules: number % 3 == 0 ? [] : ["r\(number)"], assertion: Assertion(), assertionKinds: [.affirmed],
                span: span, quote: words, evidence: number % 2 == 0 ? [] : [span, span],
                evidenceWords: number % 2 == 0 ? [] : [words, words], status: .suppressed, coder: "sample 1.0")
        }
        try store.record(run)
        #expect(try store.latestRun()?.codings == run.codings)
    }
}
