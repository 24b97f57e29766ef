import Foundation
import Testing
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodingPipelineTests {
    static let files = [
        "transcripts.csv", "codings.csv", "frequencies.csv", "respondents.csv", "report.html", "manifest.json",
    ]

    @Test func everyFileIsWrittenWithItsColumns() throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options()).run()
        let header = { (name: String) in NaiveCSV.header(try study.text("Results/\(name)")).joined(separator: ",") }
        #expect(
            try header("transcripts.csv")
                == "transcript,path,format,kind,language,turns,respondents,words,sha256,warnings")
        #expect(
            try header("codings.csv")
                == "coding,transcript,turn,speaker,respondent,code,rules,polarity,modality,holder,start,end,quote,"
                + "evidence,status,coder")
        #expect(
            try header("frequencies.csv")
                == "code,name,level,respondents,share,ci_low,ci_high,asked,transcripts,turns,codings,affirmed,"
                + "negated,conditional")
        #expect(try header("respondents.csv") == "id,country,protection.shelter,return.any")
        for name in Self.files + ["study.verbatim"] { #expect(study.exists("Results/\(name)"), "\(name)") }
    }

    @Test func nothingIsLeftBesideTheResults() throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options()).run()
        let names = try FileManager.default.contentsOfDirectory(atPath: study.path("Results"))
        #expect(Set(names) == Set(Self.files + ["study.verbatim"]))
    }

    @Test func denialConditionAndGroupSpeechAreKeptApart() throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options()).run()
        let rows = NaiveCSV.rows(try study.text("Results/frequencies.csv"))
        let back = try #require(rows.first { $0["code"] == "return.any" })
        #expect(back["respondents"] == "2")
        #expect(back["asked"] == "3")
        #expect(back["negated"] == "1")
        #expect(back["conditional"] == "1")
        let shelter = try #require(rows.first { $0["code"] == "protection.shelter" })
        #expect(shelter["respondents"] == "2")
        #expect(shelter["codings"] == "3")
        #expect(shelter["transcripts"] == "2")
    }

    @Test func aQuoteIsTheTextAtItsOffsets() throws {
        let study = try StudyFolder()
        try study.write(
            "Interviewer: So?\r\nJosé: Ah\u{301} 🙂 voilà. We slept outside — là-bas.\r\nInterviewer: Ok\r\nJosé: Yes.\r\n",
            to: "Transcripts/three.txt")
        let result = try CodingPipeline(study.options()).run()
        let coding = try #require(result.study.codings.first { $0.transcript == "three" })
        let canonical = try String(contentsOfFile: study.path("Transcripts/three.txt"), encoding: .utf8)
            .replacingOccurrences(of: "\r\n", with: "\n")
        let scalars = Array(canonical.unicodeScalars)[coding.span.start..<coding.span.end]
        #expect(String(String.UnicodeScalarView(scalars)) == coding.quote)
        #expect(coding.quote == "We slept outside — là-bas.")
        #expect(coding.respondent == "three/José")
    }

    @Test(arguments: [1, 2, 16]) func theSameBytesComeOutWithAnyNumberOfThreads(threads: Int) throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options(output: "Reference", threads: 1)).run()
        try CodingPipeline(study.options(output: "Other", threads: threads)).run()
        for name in Self.files {
            #expect(try study.bytes("Reference/\(name)") == study.bytes("Other/\(name)"), "\(name)")
        }
    }

    @Test func aSecondRunGoesOnWithTheStudy() throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options()).run()
        try study.write(StudyFolder.codebook.replacing("version   1", with: "version   2"), to: "small.codebook")
        try CodingPipeline(study.options()).run()
        #expect(try StudyHistory(of: study.path("Results/study.verbatim")).versions == ["1", "2"])
    }

    @Test func aBadTranscriptDoesNotStopTheOthers() throws {
        let study = try StudyFolder()
        try study.write("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>", to: "Transcripts/broken.xml")
        try study.write("", to: "Transcripts/empty.txt")
        let result = try CodingPipeline(study.options()).run()
        #expect(result.hasFindings)
        #expect(result.study.transcripts.map(\.id) == ["one", "two"])
        #expect(Set(result.diagnostics.map(\.identifier)).isSuperset(of: ["malformed-xml", "empty-file"]))
    }

    @Test func aRespondentsTableThatNamesNoTranscriptIsAFinding() throws {
        let study = try StudyFolder()
        try study.write(
            "id,labels,transcripts,country\nR1,Amina,one,Iraq\nR2,Ali,tow,Iraq\n", to: "Transcripts/respondents.csv")
        let result = try CodingPipeline(study.options()).run()
        let fault = try #require(result.diagnostics.first { $0.identifier == "unknown-transcript" })
        #expect(fault.position?.line == 3)
        #expect(result.hasFindings)
        #expect(result.study.respondents.contains { $0.id == "R1" })
    }

    @Test func aCodebookWithFaultsWritesNothing() throws {
        let study = try StudyFolder()
        try study.write(StudyFolder.codebook + "\n  rule bad: near near\n", to: "small.codebook")
        #expect(!study.faults(study.options()).isEmpty)
        #expect(!study.exists("Results"))
    }

    @Test func aCodebookWhoseExamplesFailIsRefusedUnlessAllowed() throws {
        let study = try StudyFolder()
        try study.write(StudyFolder.codebook + "\n  + \"I stay here.\"\n", to: "small.codebook")
        #expect(study.faults(study.options()).contains("failing-examples"))
        #expect(!study.exists("Results"))
        var options = study.options()
        options.allowsFailingExamples = true
        let result = try CodingPipeline(options).run()
        #expect(result.hasFindings)
        #expect(result.failingExamples.count == 1)
        #expect(try study.text("Results/manifest.json").contains("small.codebook:"))
    }

    @Test func aFolderWithoutTranscriptsWritesNothing() throws {
        let study = try StudyFolder()
        var options = study.options()
        options.transcripts = study.path("Nothing")
        try study.write("not a transcript", to: "Nothing/README.md")
        #expect(study.faults(options) == ["no-transcripts"])
        #expect(!study.exists("Results"))
    }

    @Test func anOutputThatIsAFileIsRefusedAndKept() throws {
        let study = try StudyFolder()
        try study.write("mine", to: "Results")
        #expect(study.faults(study.options()) == ["unwritable-output"])
        #expect(try study.text("Results") == "mine")
    }

    @Test func aStudyFileThatIsSomethingElseLeavesTheFolderAsItWas() throws {
        let study = try StudyFolder()
        try study.write("not a database, but long enough to look at", to: "Results/study.verbatim")
        #expect(study.faults(study.options()) == ["not-a-study"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: study.path("Results")) == ["study.verbatim"])
    }

    @Test func frequenciesByAnAttributeHaveATableOfTheirOwn() throws {
        let study = try StudyFolder()
        var options = study.options()
        options.groupings = ["country"]
        try CodingPipeline(options).run()
        let rows = NaiveCSV.rows(try study.text("Results/frequencies-by-country.csv"))
        let turkey = try #require(rows.first { $0["country"] == "Turkey" && $0["code"] == "protection.shelter" })
        #expect(turkey["respondents"] == "1")
        #expect(turkey["asked"] == "2")
    }
}
