import Testing
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct CorpusCheckTests {
    private func warnings(_ codebook: String, extra: [String: String] = [:]) throws -> [Diagnostic] {
        let study = try StudyFolder()
        try study.write(codebook, to: "tried.codebook")
        for (name, text) in extra { try study.write(text, to: name) }
        let loaded = try LoadedCodebook.load(study.path("tried.codebook"))
        let corpus = Corpus(try SearchCorpus.read([study.path("Transcripts")], threads: 2))
        return CorpusCheck.warnings(loaded, on: corpus, threads: 2)
    }

    @Test func warningsStandInTheOrderOfTheFileWithTheirLines() throws {
        let found = try warnings(
            """
            codebook tried "Tried"
              languages en nl
            code c "C"
              define Nothing.
              rule one en: "slept outside" or tent
              rule two en: "slept outside the station"
              rule three en: rent
              rule four nl: huur
            """)
        #expect(
            found.map(\.identifier) == [
                "unmatched-term", "shadowed-rule", "dead-rule", "unmatched-term", "language-without-transcripts",
            ])
        #expect(found.map { $0.position?.line } == [5, 6, 7, 7, 8])
        let caret = String(repeating: " ", count: 34) + "^~~~"
        let shown = "      rule one en: \"slept outside\" or tent\n    \(caret)"
        #expect(found.first?.rendered.hasSuffix(shown) == true)
        #expect(
            CorpusCheck.summary(of: found)
                == "Of the codebook, 2 terms occur in no transcript, 1 rule never hits, "
                + "1 rule adds nothing to the others and 1 language has no transcript")
        #expect(CorpusCheck.summary(of: []) == nil)
    }

    @Test func aCodebookThatDoesWhatItSaysHasNoWarnings() throws {
        #expect(try warnings(StudyFolder.codebook).isEmpty)
    }

    @Test func listsOfIncludedFilesAreNamedWhereTheyStand() throws {
        let found = try warnings(
            """
            codebook tried "Tried"
              languages en
            include "lists.codebook"
            code c "C"
              define Nothing.
              rule en: @sleep
            """, extra: ["lists.codebook": "list @sleep\n  en: slept,\n    dozed\n"])
        #expect(found.map(\.identifier) == ["unmatched-term"])
        #expect(found.first?.path?.hasSuffix("lists.codebook") == true)
        #expect(found.first?.position == SourcePosition(line: 3, column: 5))
        #expect(found.first?.sourceLine == "    dozed")
    }
}
