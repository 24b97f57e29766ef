import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodebookSuggestionsTests {
    /// Four people, of whom three lose a flat, in these and other words, among much talk of something else.
    static func study() throws -> StudyFolder {
        let study = try StudyFolder()
        let talk = (1...12).map { "A word about the weather, number \(String(repeating: "x", count: $0)) of many." }
        for (index, name) in ["one", "two", "three", "four"].enumerated() {
            let own =
                index < 3
                ? "The landlord threw us out, an eviction. We slept outside after the eviction."
                : "The landlord threw us out, and there was an eviction notice."
            try study.write(
                """
                ---
                kind: interview
                language: en
                ---
                Interviewer: The eviction, the eviction, the eviction?
                Amina: \(own) \(talk.joined(separator: " "))
                """, to: "Talk/\(name).txt")
        }
        return study
    }

    /// A table that codes the first two sentences of the first three.
    static func table(_ study: StudyFolder, code: String = "protection.shelter") throws -> String {
        var rows = "transcript,start,end,code,coder\n"
        for name in ["one", "two", "three"] {
            let text = try study.text("Talk/\(name).txt")
            let start = try #require(text.firstRange(of: "The landlord")).lowerBound
            let end = try #require(text.firstRange(of: "after the eviction.")).upperBound
            let offset = { (index: String.Index) in text.unicodeScalars.distance(from: text.startIndex, to: index) }
            rows += "\(name),\(offset(start)),\(offset(end)),\(code),Lena\n"
        }
        return rows
    }

    private func suggestions(
        _ study: StudyFolder, _ options: CodebookSuggestions.Options = CodebookSuggestions.Options()
    ) throws -> CodebookSuggestions {
        var request = SuggestionRequest(codebook: study.path("small.codebook"), paths: [study.path("Talk")])
        request.codings = study.path("coded.csv")
        request.options = options
        request.threads = 2
        return try request.run().suggestions
    }

    private func faults(_ study: StudyFolder, table: String) throws -> [String] {
        try study.write(table, to: "coded.csv")
        do throws(DiagnosticsError) {
            var request = SuggestionRequest(codebook: study.path("small.codebook"), paths: [study.path("Talk")])
            request.codings = study.path("coded.csv")
            return try request.run().diagnostics.map(\.identifier)
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }

    @Test func termsAreThoseOfTheCodedSentencesThatTheRulesDoNotHave() throws {
        let study = try Self.study()
        try study.write(try Self.table(study), to: "coded.csv")
        let found = try suggestions(study)
        let terms = found.terms.map(\.text)
        #expect(terms.contains("eviction"))
        #expect(terms.contains("landlord"))
        // The rules look for these two already; the others are function words, or talk of something else.
        for word in ["slept", "outside", "slept outside", "the", "us", "we", "weather", "word"] {
            #expect(!terms.contains(word))
        }
        // `an eviction` says nothing that `eviction` does not.
        #expect(!terms.contains("an eviction"))
        let eviction = try #require(found.terms.first { $0.text == "eviction" })
        #expect(eviction.code == "protection.shelter")
        // The interviewer's words count nowhere.
        #expect(eviction.coded == 6)
        #expect(eviction.other == 1)
        #expect(eviction.respondents == 3)
        // In the second sentence the rule finds `slept outside`.
        #expect(eviction.missed == 3)
        #expect(found.terms.map(\.z) == found.terms.map(\.z).sorted(by: >))
    }

    @Test func sentencesAreThoseThatShareWordsAndNobodyCoded() throws {
        let study = try Self.study()
        try study.write(try Self.table(study), to: "coded.csv")
        let found = try suggestions(study)
        #expect(found.sentences.map(\.transcript) == ["four"])
        let sentence = try #require(found.sentences.first)
        #expect(sentence.text == "The landlord threw us out, and there was an eviction notice.")
        #expect(Set(sentence.terms) == ["eviction", "landlord", "threw"])
        #expect(sentence.speaker == "Amina")
        let text = try study.text("Talk/four.txt")
        let scalars = Array(text.unicodeScalars)[sentence.span.start..<sentence.span.end]
        #expect(String(String.UnicodeScalarView(scalars)) == sentence.text)
        #expect(found.sentenceTable.rows.count == 1)
        #expect(found.termTable.rows.count == found.terms.count)
    }

    @Test func termsOfTooFewRespondentsAreLeftOut() throws {
        let study = try Self.study()
        try study.write(try Self.table(study), to: "coded.csv")
        var options = CodebookSuggestions.Options()
        options.minimumRespondents = 4
        #expect(try suggestions(study, options).terms.isEmpty)
        options.minimumRespondents = 3
        options.limit = 1
        #expect(try suggestions(study, options).terms.count == 1)
        options.codes = ["return.any"]
        #expect(try suggestions(study, options).terms.isEmpty)
        options.codes = ["nothing"]
        #expect(throws: DiagnosticsError.self) { try suggestions(study, options) }
    }

    @Test func faultsOfTheTableAreReportedTogether() throws {
        let study = try Self.study()
        #expect(try faults(study, table: "respondent,code\none,protection.shelter\n") == ["missing-column"])
        #expect(
            try faults(
                study,
                table: "transcript,start,end,code\none,5,5,protection.shelter\none,a,9,protection.shelter\n")
                == ["wrong-offset", "wrong-offset"])
        #expect(
            try faults(
                study, table: "transcript,start,end,code\none,0,99999,protection.shelter\none,0,9,protection.flat\n")
                == ["span-outside-text", "unknown-code"])
        #expect(
            try faults(study, table: "transcript,start,end,code\nfive,0,9,protection.shelter\n")
                == ["unknown-transcript"])
    }

    @Test func withoutCodingsThereIsNothingToLearnFrom() throws {
        let study = try Self.study()
        let request = SuggestionRequest(codebook: study.path("small.codebook"), paths: [study.path("Talk")])
        #expect(throws: DiagnosticsError.self) { try request.run() }
    }

    @Test func aStudyThatNobodyReviewedStandsInWithAWarning() throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options()).run()
        let request = SuggestionRequest(
            codebook: study.path("small.codebook"), paths: [study.path("Results/study.verbatim")])
        #expect(try request.run().diagnostics.map(\.identifier) == ["nothing-reviewed"])
    }

    @Test func acceptedCodingsAreLearnedFromAndRejectedOnesKept() {
        func coding(_ start: Int, _ status: CodingStatus) -> Coding {
            Coding(
                transcript: "t", turn: 1, speaker: "R", respondent: "r", code: "c", rules: ["r1"],
                assertion: Assertion(), assertionKinds: [], span: TextSpan(start: start, end: start + 5), quote: "",
                evidence: [], evidenceWords: [], status: status, coder: "test")
        }
        let study = CodedStudy(
            codebook: Codebook(id: "test", title: "Test"), transcripts: [], respondents: [],
            codings: [coding(0, .accepted), coding(10, .rejected), coding(20, .proposed), coding(30, .suppressed)])
        let codings = HandCodings(of: study, path: "study.verbatim")
        #expect(codings.segments.map(\.span.start) == [0, 10])
        #expect(codings.segments.map(\.isRejected) == [false, true])
        #expect(codings.warnings.isEmpty)
    }
}
