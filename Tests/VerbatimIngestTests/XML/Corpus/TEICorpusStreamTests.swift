import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

@Suite struct TEICorpusStreamTests {
    @Test func streamGivesWhatTheWholeFileGives() throws {
        for name in ["corpus.xml", "session.xml", "tokenised.xml", "XMLOverlap.tei.xml"] {
            let whole = try Fixture.transcripts(name)
            let source = try #require(whole.first?.source)
            var streamed: [Transcript] = []
            try TEICorpusStream.read(
                contentsOf: RepositoryFiles.url("Tests/VerbatimIngestTests/Fixtures/\(name)").path,
                id: "fixtures/\(name)", source: source
            ) { (transcript) throws(DiagnosticsError) in streamed.append(transcript) }
            #expect(streamed == whole)
        }
    }

    @Test func manyTextsComeOneByOneInTheirOrder() throws {
        let texts = (1...3_000).map { number in
            "<TEI\(number % 2 == 0 ? " xml:id='t\(number)'" : "")><text><body><u who='#a'>Number \(number) "
                + "\(String(repeating: "words ", count: 150))</u></body></text></TEI>"
        }
        let header = "<teiHeader><person xml:id='a'><persName>Ada</persName></person></teiHeader>"
        let text = "<teiCorpus>\(header)\(texts.joined(separator: "\n"))</teiCorpus>"
        try withFile(text) { path in
            var ids: [String] = []
            var labels: Set<String> = []
            try TEICorpusStream.read(contentsOf: path, id: "c", source: TranscriptSource(path: path, format: "tei")) {
                (transcript) throws(DiagnosticsError) in
                ids.append(transcript.id)
                labels.formUnion(transcript.speakers.map(\.label))
            }
            #expect(ids == (1...3_000).map { $0 % 2 == 0 ? "t\($0)" : "c#\($0)" })
            #expect(labels == ["Ada"])
        }
    }

    @Test func faultComesBehindTheTextsBeforeIt() throws {
        let filler = String(
            repeating: "<TEI><text><body><u who='a'>words of a text</u></body></text></TEI>\n", count: 20_000)
        try withFile("<teiCorpus>\n\(filler)<TEI><oops></teiCorpus>") { path in
            var count = 0
            let error = #expect(throws: DiagnosticsError.self) {
                try TEICorpusStream.read(contentsOf: path, id: "c", source: TranscriptSource(path: path, format: "tei"))
                {
                    (_) throws(DiagnosticsError) in count += 1
                }
            }
            #expect(error?.diagnostics.map(\.identifier) == ["malformed-xml"])
            #expect(error?.diagnostics.first?.position?.line == 20_002)
            #expect(count > 10_000)
        }
    }

    @Test func whatTheTakerThrowsEndsTheReading() throws {
        try withFile("<teiCorpus><TEI><text><body><u who='a'>b</u></body></text></TEI></teiCorpus>") { path in
            let error = #expect(throws: DiagnosticsError.self) {
                try TEICorpusStream.read(contentsOf: path, id: "c", source: TranscriptSource(path: path, format: "tei"))
                {
                    (_) throws(DiagnosticsError) in throw DiagnosticsError([Diagnostic(.error, "stop", "Enough.")])
                }
            }
            #expect(error?.diagnostics.map(\.identifier) == ["stop"])
        }
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><!-- x --><teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>", true),
        ("<teiCorpus>", true), ("<TEI>", false), ("<teiCorpus xmlns='urn:other'>", false), ("Anna: yes", false),
        ("", false),
    ])
    func corpusIsKnownByItsRoot(beginning: String, isCorpus: Bool) {
        #expect(TEICorpusStream.isCorpus(Array(beginning.utf8)) == isCorpus)
    }

    @Test func otherFilesAreRefused() throws {
        try withFile("<Trans></Trans>") { path in
            #expect(faults(path) == ["not-a-corpus"])
        }
        #expect(faults("nowhere.xml") == ["unreadable-file"])
        try withFile("<teiCorpus><TEI/></teiCorpus>") { path in #expect(faults(path) == ["no-text"]) }
    }

    private func faults(_ path: String) -> [String] {
        do {
            try TEICorpusStream.read(contentsOf: path, id: "c", source: TranscriptSource(path: path, format: "tei")) {
                (_) throws(DiagnosticsError) in
            }
            return []
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }

    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        try body(folder.write(text, to: "corpus.xml"))
    }
}
