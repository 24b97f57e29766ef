import Foundation
import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct SearchTests {
    /// The rows of a search, by column name.
    private func rows(
        _ rule: String, in paths: [String], codebook: String? = nil, language: Language? = nil, threads: Int = 2
    ) throws -> [[String: String]] {
        let compiled = try SearchRule.compile(rule, language: language, codebook: codebook)
        let corpus = try SearchCorpus.read(paths, threads: threads)
        let table = Search.run(compiled, in: corpus, threads: threads).table()
        return NaiveCSV.rows(String(decoding: CSVWriter().bytes(of: table), as: UTF8.self))
    }

    private func faults(_ rule: String, codebook: String? = nil) -> [Diagnostic] {
        do {
            _ = try SearchRule.compile(rule, language: nil, codebook: codebook)
            return []
        } catch {
            return error.diagnostics
        }
    }

    @Test func hitsHaveTheFieldsThatScriptsStandOn() throws {
        let study = try StudyFolder()
        let compiled = try SearchRule.compile("\"go back\" in turn, only negated", language: nil, codebook: nil)
        let corpus = try SearchCorpus.read([study.path("Transcripts/one.txt")], threads: 1)
        let table = Search.run(compiled, in: corpus, threads: 1).table()
        #expect(
            table.columns.map(\.name).joined(separator: ",")
                == "transcript,turn,speaker,respondent,start,end,text,evidence,polarity,modality,holder")
        let text = try study.text("Transcripts/one.txt")
        let range = try #require(text.range(of: "go back"))
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        #expect(
            table.rows == [
                [
                    .text("one"), .integer(2), .text("Amina"), .text("one/Amina"), .integer(start),
                    .integer(start + 7), .text("go back"),
                    .tokens(
                        ["go", "back"],
                        spans: [
                            TextSpan(start: start, end: start + 2), TextSpan(start: start + 3, end: start + 7),
                        ]),
                    .text("negated"), .text("stated"), .text("self"),
                ]
            ])
    }

    @Test func offsetsAreScalarsOfTheCanonicalText() throws {
        let study = try StudyFolder()
        try study.write(
            "Interviewer: So?\r\nJosé: Ah\u{301} 🙂 voilà: we slept\r\noutside — là-bas.\r\n", to: "More/three.txt")
        let canonical = try study.text("More/three.txt").replacingOccurrences(of: "\r\n", with: "\n")
        let row = try #require(try rows("slept before/2 outside", in: [study.path("More")]).first)
        let start = try #require(row["start"].flatMap { Int($0) })
        let end = try #require(row["end"].flatMap { Int($0) })
        let scalars = Array(canonical.unicodeScalars)[start..<end]
        #expect(String(String.UnicodeScalarView(scalars)) == "slept\noutside")
        #expect(row["text"] == "slept\noutside")
        #expect(row["evidence"] == "slept … outside")
    }

    @Test(arguments: [
        "home* or return*", "(go* or come) before/3 back", "\"go back\" in turn, only negated",
        "(mother or brother) and money in turn", "work*, where country = Morocco", "want* and return* in answer",
        "money, unless negated", "house* not in \"white house\"", "help*, speakers any",
        "at least 2 of (police, money, afraid, paper*) in turn",
        "yes or no, asked (return* or back)",
    ])
    func aSearchFindsWhatACodeThatMarksMatchesCodes(rule: String) throws {
        let folder = try TemporaryFolder()
        let codebook = try folder.write(
            "codebook one \"One\"\ncode one \"One\"\n  mark match\n  rule: \(rule)\n", to: "one.codebook")
        let transcripts = RepositoryFiles.url("Transcripts").path
        let run = try CodingPipeline(
            RunOptions(transcripts: transcripts, codebook: codebook, output: folder.path("Results"), threads: 2)
        ).run()
        let coded = run.study.codings.map { "\($0.transcript) \($0.turn) \($0.span) \($0.evidence)" }

        // Within one code, hits that overlap are one coding with all their evidence.
        let corpus = try SearchCorpus.read([transcripts], threads: 2)
        let compiled = try SearchRule.compile(rule, language: nil, codebook: nil)
        var merged: [(transcript: String, turn: Int, span: TextSpan, evidence: Set<TextSpan>)] = []
        for row in Search.run(compiled, in: corpus, threads: 2).table().rows {
            guard case .text(let transcript) = row[0], case .integer(let turn) = row[1],
                case .integer(let start) = row[4], case .integer(let end) = row[5],
                case .tokens(_, let spans) = row[7]
            else { continue }
            if let last = merged.last, last.transcript == transcript, start < last.span.end {
                merged[merged.count - 1].span.end = max(last.span.end, end)
                merged[merged.count - 1].evidence.formUnion(spans)
            } else {
                merged.append((transcript, turn, TextSpan(start: start, end: end), Set(spans)))
            }
        }
        #expect(merged.map { "\($0.transcript) \($0.turn) \($0.span) \($0.evidence.sorted())" } == coded)
        #expect(!coded.isEmpty)
    }

    @Test(arguments: [1, 2, 16]) func theHitsAreTheSameWithAnyNumberOfThreads(threads: Int) throws {
        let paths = [RepositoryFiles.url("Transcripts").path]
        let reference = try rows("the or a", in: paths, threads: 1)
        #expect(reference.count > 100)
        #expect(try rows("the or a", in: paths, threads: threads) == reference)
    }

    @Test func hitsAreOrderedByTranscriptAndPosition() throws {
        let hits = try rows("the or back", in: [RepositoryFiles.url("Transcripts").path])
        let keys = hits.map { ($0["transcript"] ?? "", Int($0["start"] ?? "") ?? -1) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func listsCodesAndCuesOfACodebookApply() throws {
        let study = try StudyFolder()
        try study.write(
            StudyFolder.codebook + "\nlist @place\n  en: station\ncue conditional before en: \"outside the\"\n",
            to: "more.codebook")
        let codebook = study.path("more.codebook")
        let transcripts = [study.path("Transcripts")]
        let place = try rows("@place", in: transcripts, codebook: codebook)
        #expect(place.map { $0["text"] } == ["station"])
        #expect(place.map { $0["modality"] } == ["conditional"])
        #expect(try rows("station", in: transcripts).map { $0["modality"] } == ["stated"])
        let near = try rows("code:protection.shelter near/3 station", in: transcripts, codebook: codebook)
        #expect(near.map { $0["evidence"] } == ["slept … outside … station"])
        #expect(try rows("code:return near/4 never", in: transcripts, codebook: codebook).count == 1)
    }

    @Test func aRuleOfALanguageSearchesTextInItOnly() throws {
        let study = try StudyFolder()
        try study.write("---\nlanguage: nl\n---\nA: Hij wil back.\nB: Go back.\n", to: "Transcripts/nl.txt")
        let transcripts = [study.path("Transcripts")]
        #expect(Set(try rows("back", in: transcripts).map { $0["transcript"] }) == ["nl", "one", "two"])
        #expect(Set(try rows("back", in: transcripts, language: "nl").map { $0["transcript"] }) == ["nl"])
    }

    @Test func aWeightDoesNotMatter() throws {
        let study = try StudyFolder()
        let transcripts = [study.path("Transcripts")]
        #expect(try rows("back, weight -2", in: transcripts) == rows("back", in: transcripts))
    }

    @Test func everyFaultOfARuleIsReportedWithItsLineAndPlace() throws {
        let found = faults("home near/0 away\n  and (b or")
        #expect(found.count >= 2)
        #expect(found.allSatisfy { $0.path == "rule" && $0.sourceLine != nil })
        #expect(Set(found.compactMap(\.position?.line)) == [1, 2])
    }

    @Test func anUnknownNameIsShownInTheRule() throws {
        let study = try StudyFolder()
        let fault = try #require(faults("station near/3 @place", codebook: study.path("small.codebook")).first)
        #expect(fault.identifier == "unknown-list")
        #expect(fault.rendered.contains("rule:1:16: error:"))
        #expect(fault.rendered.hasSuffix("    station near/3 @place\n                   ^~~~~~"))
        #expect(faults("code:x").first?.message.contains("'--codebook'") == true)
    }

    @Test func faultsOfTheCodebookAreReported() throws {
        let study = try StudyFolder()
        try study.write("codebook x \"X\"\ncode y \"Y\"\n  rule: near\n", to: "wrong.codebook")
        let found = faults("a", codebook: study.path("wrong.codebook"))
        #expect(found.contains { $0.path?.hasSuffix("wrong.codebook") == true })
    }

    @Test func aFilterOnAttributesReadsTheRespondentsTable() throws {
        let study = try StudyFolder()
        try study.write("id,labels,origin\nR1,Amina,Mosul\nR2,P1,Fes\n", to: "Transcripts/respondents.csv")
        let hits = try rows("slept, where origin = Fes", in: [study.path("Transcripts")])
        #expect(hits.map { $0["respondent"] } == ["R2"])
    }
}
