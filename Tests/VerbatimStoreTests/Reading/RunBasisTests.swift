import GRDB
import Testing
import VerbatimModel
@testable import VerbatimStore
import VerbatimTestSupport

@Suite struct RunBasisTests {
    private let folder: TemporaryFolder
    private let store: StudyStore

    init() throws {
        folder = try TemporaryFolder()
        store = try StudyStore.open(at: folder.path("study.verbatim"), create: true)
    }

    @Test func aRunKnowsWhatItWasMadeFrom() throws {
        let run = SampleRun.run()
        try store.record(run)
        let basis = try #require(try store.basis(ofRun: 1))
        #expect(basis.codebook == run.codebook)
        #expect(basis.engineVersion == run.engineVersion)
        #expect(basis.options == run.options)
        #expect(basis.readings != nil)
        #expect(RunBasis(run).readings == basis.readings)
        #expect(try store.basis(ofRun: 2) == nil)
    }

    /// A study of a program that did not record what was read.
    @Test func whatAnOlderRunReadIsKnownWhileItsTranscriptsAreKept() throws {
        try store.record(SampleRun.run())
        let recorded = try store.basis(ofRun: 1)?.readings
        try store.queue.write { try $0.execute(sql: "UPDATE run SET readings = NULL") }
        #expect(try store.basis(ofRun: 1)?.readings == recorded)
        for _ in 0..<2 { try store.record(SampleRun.run()) }
        #expect(try store.basis(ofRun: 1)?.readings == nil)
    }

    @Test func runsOnTheSameReadingsAreTold() throws {
        try store.record(SampleRun.run())
        try store.record(SampleRun.run(codebook: "d"))
        #expect(try store.basis(ofRun: 1)?.readings == store.basis(ofRun: 2)?.readings)
        #expect(try store.basis(ofRun: 1)?.codebook.sha256 != store.basis(ofRun: 2)?.codebook.sha256)
        var third = SampleRun.run()
        third.transcripts[0] = SampleRun.transcript(
            "interviews/01", text: SampleRun.arabic, respondent: "R01", source: "e")
        third.codings = []
        try store.record(third)
        #expect(try store.basis(ofRun: 2)?.readings != store.basis(ofRun: 3)?.readings)
        // The transcripts of the first run are not kept any more; what it was made from is known still.
        try store.record(SampleRun.run())
        #expect(try store.basis(ofRun: 1)?.readings == store.basis(ofRun: 4)?.readings)
        #expect(try store.basis(ofRun: 1)?.codebook == SampleRun.run().codebook)
    }
}
