import Foundation
import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct SearchCorpusTests {
    private func hits(_ rule: String, in paths: [String]) throws -> [ConcordanceSummary] {
        let compiled = try SearchRule.compile(rule, language: nil, codebook: nil)
        let result = Search.run(compiled, in: try SearchCorpus.read(paths, threads: 2), threads: 2)
        return result.concordance().map { ConcordanceSummary(transcript: $0.transcript, respondent: $0.respondent) }
    }

    private struct ConcordanceSummary: Equatable {
        var transcript: String
        var respondent: String?
    }

    @Test func aStudyFileGivesTheHitsOfItsTranscripts() throws {
        let study = try StudyFolder()
        try study.write("id,labels,origin\nR1,Amina,Mosul\n", to: "Transcripts/respondents.csv")
        try CodingPipeline(study.options()).run()
        let compiled = try SearchRule.compile(
            "(go or slept) and not x, where kind = interview", language: nil, codebook: nil)
        let folder = try SearchCorpus.read([study.path("Transcripts")], threads: 1)
        let file = try SearchCorpus.read([study.path("Results/study.verbatim")], threads: 1)
        let expected = Search.run(compiled, in: folder, threads: 1)
        let found = Search.run(compiled, in: file, threads: 1)
        #expect(expected.total.hits == 3)
        #expect(found.table() == expected.table())
        #expect(try found.counts(by: ["origin"]) == expected.counts(by: ["origin"]))
        let both = try SearchCorpus.read([study.path("Transcripts"), study.path("Results/study.verbatim")], threads: 1)
        #expect(both.transcriptCount == 2, "the study holds the same transcripts")
    }

    @Test func transcriptsOfOneNameInTwoFoldersAreToldApart() throws {
        let study = try StudyFolder()
        try study.write("Interviewer: And?\nAmina: We slept well.\nInterviewer: So?\nAmina: Yes.\n", to: "More/one.txt")
        let more = study.path("More")
        let first = study.path("Transcripts")
        #expect(
            try hits("slept", in: [first, more + "/"]) == [
                ConcordanceSummary(transcript: "\(more)/one", respondent: "\(more)/one/Amina"),
                ConcordanceSummary(transcript: "\(first)/one", respondent: "\(first)/one/Amina"),
                ConcordanceSummary(transcript: "two", respondent: "two/P1"),
                ConcordanceSummary(transcript: "two", respondent: nil),
            ])
    }

    @Test func aFileThatIsGivenTwiceIsSearchedOnce() throws {
        let study = try StudyFolder()
        let folder = study.path("Transcripts")
        let once = try hits("slept", in: [folder])
        #expect(try hits("slept", in: [folder, folder + "/one.txt"]) == once)
        #expect(try hits("slept", in: [folder + "/one.txt", folder + "/two.txt", folder + "/one.txt"]) == once)
    }

    @Test func filesUseTheTablesOfTheirFolder() throws {
        let study = try StudyFolder()
        try study.write(
            "id,labels,transcripts,origin\nR1,Amina,one,Mosul\nR2,P1,two,Fes\n", to: "Transcripts/respondents.csv")
        let corpus = try SearchCorpus.read([study.path("Transcripts/one.txt")], threads: 1)
        #expect(corpus.diagnostics.isEmpty, "that the table names other transcripts is no fault here")
        #expect(
            try hits("slept", in: [study.path("Transcripts/one.txt")])
                == [ConcordanceSummary(transcript: "one", respondent: "R1")])
    }

    @Test func aTranscriptThatCannotBeReadDoesNotStopTheOthers() throws {
        let study = try StudyFolder()
        try study.write("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>", to: "Transcripts/broken.xml")
        let folder = study.path("Transcripts")
        for paths in [[folder], [folder + "/broken.xml", folder + "/one.txt"]] {
            let corpus = try SearchCorpus.read(paths, threads: 1)
            #expect(corpus.diagnostics.contains { $0.identifier == "malformed-xml" })
            #expect(corpus.transcriptCount >= 1)
        }
    }

    @Test func allMissingPathsAreNamedAtOnce() throws {
        let error = #expect(throws: DiagnosticsError.self) {
            try SearchCorpus.read(["nowhere-a", "nowhere-b.txt"], threads: 1)
        }
        #expect(error?.diagnostics.map(\.path) == ["nowhere-a", "nowhere-b.txt"])
    }

    @Test func aStudyWithoutTheFormOfOneIsRefused() throws {
        let study = try StudyFolder()
        try study.write("no database", to: "x.verbatim")
        let error = #expect(throws: DiagnosticsError.self) {
            try SearchCorpus.read([study.path("x.verbatim")], threads: 1)
        }
        #expect(error?.diagnostics.map(\.identifier) == ["not-a-study"])
    }
}
