import Foundation
import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct SearchResultTests {
    private func search(_ rule: String, _ text: String) throws -> SearchResult {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a.txt")
        let compiled = try SearchRule.compile(rule, language: nil, codebook: nil)
        return Search.run(compiled, in: try SearchCorpus.read([folder.path("a.txt")], threads: 1), threads: 1)
    }

    private func pieces(_ result: SearchResult, words: Int? = nil) -> [[String]] {
        result.concordance(words: words).map { [$0.before, $0.match, $0.after] }
    }

    private let talk = """
        Interviewer: Where did you sleep?
        Amina: It rained. We slept outside (that night). Then we left.
        And nobody slept.
        Interviewer: And now?
        Amina: Fine.
        """

    @Test func theSentenceStandsAroundAHit() throws {
        #expect(
            pieces(try search("slept near/2 outside or fine", talk)) == [
                ["We ", "slept outside", " (that night)."], ["", "Fine", "."],
            ])
    }

    @Test func wordsOfTheTurnStandAroundAHitWhereTheyAreCounted() throws {
        let result = try search("outside", talk)
        #expect(pieces(result, words: 3) == [["rained. We slept ", "outside", " (that night). Then"]])
        #expect(pieces(result, words: 0) == [["", "outside", ""]])
        #expect(pieces(result, words: 99).first?.first == "It rained. We slept ")
    }

    @Test func labelsBetweenParagraphsAreNoContext() throws {
        let result = try search(
            "then",
            "Interviewer: So?\nAmina: We left.\nAmina: Then it rained.\nInterviewer: And?\nAmina: Yes.\n")
        #expect(result.total.hits == 1)
        for line in result.concordance(words: 10) { #expect(!line.before.contains("Amina")) }
    }

    @Test func aHitOverSeveralTurnsHasTheContextOfItsEnds() throws {
        let result = try search("rained and fine in transcript", talk)
        #expect(result.total.hits == 2)
        let lines = pieces(try search("rained before/40 fine in transcript", talk))
        #expect(lines.map { [$0[0], $0[2]] } == [["It ", "."]])
        #expect(lines.first?[1].hasPrefix("rained. We") == true)
    }

    @Test func totalsAndCountsAgreeWithTheRows() throws {
        let compiled = try SearchRule.compile("work* or home*, speakers any", language: nil, codebook: nil)
        let corpus = try SearchCorpus.read([RepositoryFiles.url("Transcripts").path], threads: 2)
        let result = Search.run(compiled, in: corpus, threads: 2)
        let rows = NaiveCSV.rows(String(decoding: CSVWriter().bytes(of: result.table()), as: UTF8.self))
        #expect(result.total.hits == rows.count)
        #expect(result.total.transcripts == Set(rows.compactMap { $0["transcript"] }).count)
        #expect(result.total.turns == Set(rows.map { "\($0["transcript"] ?? "") \($0["turn"] ?? "")" }).count)
        #expect(result.total.respondents == Set(rows.compactMap { $0["respondent"] }.filter { !$0.isEmpty }).count)

        let counts = NaiveCSV.rows(
            String(decoding: CSVWriter().bytes(of: try result.counts(by: ["transcript", "polarity"])), as: UTF8.self))
        #expect(counts.count > 10)
        for count in counts {
            let same = rows.filter { $0["transcript"] == count["transcript"] && $0["polarity"] == count["polarity"] }
            #expect(count["hits"] == String(same.count))
            #expect(count["turns"] == String(Set(same.compactMap { $0["turn"] }).count))
            #expect(
                count["respondents"] == String(Set(same.compactMap { $0["respondent"] }.filter { !$0.isEmpty }).count))
            #expect(count["transcripts"] == "1")
        }
        #expect(counts.reduce(0) { $0 + (Int($1["hits"] ?? "") ?? 0) } == rows.count)
    }

    @Test func countsAreByAttributeByTurnAndByWords() throws {
        let study = try StudyFolder()
        let compiled = try SearchRule.compile("slept or back", language: nil, codebook: nil)
        let result = Search.run(
            compiled, in: try SearchCorpus.read([study.path("Transcripts")], threads: 1), threads: 1)
        func text(_ names: String...) throws -> String {
            String(decoding: CSVWriter().bytes(of: try result.counts(by: names)), as: UTF8.self)
        }
        #expect(
            try text("Country", "words") == """
                Country,words,hits,turns,respondents,transcripts
                Iraq,back,2,2,1,1
                Iraq,slept,1,1,1,1
                Turkey,back,1,1,1,1
                Turkey,slept,2,2,1,1

                """)
        #expect(
            try text("turn") == """
                transcript,turn,hits,turns,respondents,transcripts
                one,2,2,1,1,1
                one,4,1,1,1,1
                two,2,1,1,1,1
                two,3,1,1,1,1
                two,4,1,1,0,1

                """)
        #expect(try text("respondent").contains("\n,1,1,0,1\n"), "the group's words are nobody's, and stand last")
        let error = #expect(throws: DiagnosticsError.self) { try result.counts(by: ["contry", "kind"]) }
        #expect(error?.diagnostics.map(\.identifier) == ["unknown-attribute"])
        #expect(error?.diagnostics.first?.message.contains("country") == true)
    }

    @Test func aLimitKeepsTheFirstHitsAndCountsAll() throws {
        let result = try search("slept or fine", talk)
        #expect(result.table(limit: 2).rows == Array(result.table().rows.prefix(2)))
        #expect(result.concordance(limit: 2).count == 2)
        #expect(result.total.hits == 3)
    }
}
