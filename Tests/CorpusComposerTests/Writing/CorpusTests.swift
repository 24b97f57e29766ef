import CorpusComposer
import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

@Suite struct CorpusTests {
    private let fixture: FixtureBank
    private let bank: PassageBank
    private let output: TemporaryFolder

    init() throws {
        fixture = try FixtureBank()
        bank = try PassageBank(folder: fixture.path)
        output = try TemporaryFolder()
    }

    /// The files of a folder and their bytes.
    private func files(_ name: String) throws -> [String: Data] {
        let root = output.path(name)
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
            if let data = FileManager.default.contents(atPath: "\(root)/\(path)") { files[path] = data }
        }
        return files
    }

    /// The rows of a table of the corpus, without its head; no field is quoted.
    private func rows(_ path: String) throws -> [[String: String]] {
        let lines = try output.text(of: path).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let head = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
    }

    @Test func oneThreadAndSeveralGiveTheSameBytes() throws {
        let corpus = Corpus(bank: bank, respondents: 150)
        let several = try corpus.write(to: output.path("several"))
        let one = try corpus.write(to: output.path("one"), isSerial: true)
        #expect(several == one)
        #expect(try files("several") == files("one"))
    }

    @Test func anotherSeedGivesOtherSessions() throws {
        try Corpus(bank: bank, respondents: 20, seed: 1).write(to: output.path("first"))
        try Corpus(bank: bank, respondents: 20, seed: 2).write(to: output.path("second"))
        #expect(try output.text(of: "first/truth.csv") != output.text(of: "second/truth.csv"))
    }

    @Test func aLargerCorpusHoldsTheSameTranscripts() throws {
        try Corpus(bank: bank, respondents: 40).write(to: output.path("small"))
        try Corpus(bank: bank, respondents: 80).write(to: output.path("large"))
        let (small, large) = (try files("small"), try files("large"))
        let transcripts = small.filter { $0.key.contains("/") }
        #expect(transcripts.count > 25)
        // The last ones may be interviews in the place of a group that did not fit.
        #expect(transcripts.filter { large[$0.key] == $0.value }.count >= transcripts.count - 9)
    }

    @Test func theTruthCanStandElsewhere() throws {
        try Corpus(bank: bank, respondents: 5).write(to: output.path("corpus"), truthFolder: output.path("truth"))
        #expect(try files("corpus")["truth.csv"] == nil)
        #expect(try files("truth").keys.sorted() == ["truth-segments.csv", "truth.csv"])
    }

    @Test func everyTranscriptIsReadWithItsRolesLanguageAndRespondents() throws {
        try Corpus(bank: bank, respondents: 420).write(to: output.path("corpus"))
        let transcripts = try read("corpus")
        let people = try rows("corpus/respondents.csv")
        #expect(people.count == 420)
        let table = try RespondentTable.parse(
            Array(Data(contentsOf: output.url.appendingPathComponent("corpus/respondents.csv"))),
            path: "respondents.csv")
        var linking = transcripts.sorted { $0.key < $1.key }.map(\.value)
        let linked = RespondentLinking.link(&linking, respondents: table, speakers: nil)
        #expect(linked.diagnostics.isEmpty)
        #expect(Set(linked.respondents.map(\.id)) == Set(people.compactMap { $0["id"] }))
        let byTranscript = Dictionary(grouping: people) { $0["transcripts"] ?? "" }
        #expect(Set(byTranscript.keys) == Set(transcripts.keys))
        for (id, transcript) in transcripts {
            let expected = byTranscript[id] ?? []
            #expect(transcript.language.code == expected.first?["language"], "\(id)")
            #expect(transcript.kind == (expected.count > 1 ? .focusGroup : .interview), "\(id)")
            #expect(transcript.speakers.filter { $0.role.asks }.count == 1, "\(id)")
            let labels = transcript.speakers.filter { $0.role == .respondent && !$0.isCollective }.map(\.label)
            #expect(Set(labels) == Set(expected.compactMap { $0["labels"] }), "\(id)")
        }
        #expect(transcripts.values.contains { $0.speakers.contains { $0.role == .interpreter } })
        #expect(transcripts.values.contains { $0.speakers.contains { $0.isCollective } })
        let encodings = Set(transcripts.values.map(\.source.encoding))
        #expect(encodings.isSuperset(of: ["utf-8", "utf-16le"]))
        #expect(Set(transcripts.values.map(\.source.format)) == ["text", "tei", "verbatim"])
    }

    @Test func everySegmentOfTheTruthHoldsTheMarkedWords() throws {
        try Corpus(bank: bank, respondents: 420).write(to: output.path("corpus"))
        let transcripts = try read("corpus")
        let people = Dictionary(
            try rows("corpus/respondents.csv").map { ($0["id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        let segments = try rows("corpus/truth-segments.csv")
        #expect(segments.count > 2000)
        let scalars = transcripts.mapValues { Array($0.text.unicodeScalars) }
        for segment in segments {
            let id = try #require(segment["transcript"])
            let text = try #require(scalars[id])
            let start = try #require(Int(segment["start"] ?? ""))
            let end = try #require(Int(segment["end"] ?? ""))
            let passage = try #require(segment["passage"])
            var words = String.UnicodeScalarView()
            words.append(contentsOf: text[start..<end])
            #expect(String(words) == fixture.marked[passage], "\(id) \(start)")
            #expect("\(segment["code"] ?? "") \(segment["assertion"] ?? "")" == fixture.labels[passage])
            // Whoever says the words is the respondent of the row, or an interpreter.
            let transcript = try #require(transcripts[id])
            let offsets = OffsetMap(transcript.text)
            let turn = try #require(
                transcript.turns.first {
                    offsets.scalarOffset(ofUTF8: $0.range.lowerBound) <= start
                        && end <= offsets.scalarOffset(ofUTF8: $0.range.upperBound)
                })
            let speaker = try #require(transcript.speaker(of: turn))
            let label = people[segment["respondent"] ?? ""]?["labels"]
            #expect(speaker.role == .interpreter || speaker.label == label, "\(id) \(start)")
        }
    }

    @Test func theTablesOfTruthAgree() throws {
        try Corpus(bank: bank, respondents: 100).write(to: output.path("corpus"))
        var expected: [String: Set<String>] = [:]
        for segment in try rows("corpus/truth-segments.csv") {
            let key = "\(segment["respondent"] ?? "") \(segment["code"] ?? "")"
            expected[key, default: []].formUnion((segment["assertion"] ?? "").split(separator: "+").map(String.init))
        }
        let truth = try rows("corpus/truth.csv")
        #expect(truth.count == expected.count)
        for row in truth {
            #expect(row["value"] == "1")
            let key = "\(row["respondent"] ?? "") \(row["code"] ?? "")"
            let given = ["affirmed", "negated", "hedged", "conditional", "other"].filter { row[$0] == "1" }
            #expect(Set(given) == expected[key], "\(key)")
        }
    }

    @Test func noPassageStandsTwiceInATranscript() throws {
        try Corpus(bank: bank, respondents: 100).write(to: output.path("corpus"))
        let segments = try rows("corpus/truth-segments.csv")
        let places = segments.map { "\($0["transcript"] ?? "") \($0["passage"] ?? "")" }
        // Each passage of the fixture has one mark.
        #expect(Set(places).count == places.count)
    }

    private func read(_ name: String) throws -> [String: Transcript] {
        var transcripts: [String: Transcript] = [:]
        for (path, data) in try files(name) where path.contains("/") {
            let id = String(path.prefix { $0 != "." })
            let read = try TranscriptReader().read(Array(data), path: path, id: id)
            #expect(read.count == 1)
            if let transcript = read.first { transcripts[id] = transcript }
        }
        return transcripts
    }
}
