import Foundation
import Testing
import VerbatimTestSupport

/// What the tutorial and the ten rules show on the terminal is what the program prints.
///
/// With `RECORD_SNAPSHOTS` set the documents are written anew with what it prints, and the test fails once and says so.
@Suite struct DocumentSessionTests {
    private static let documents = [
        "Documentation/Tutorial.md", "Documentation/Ten-Rules.md", "Documentation/Review.md",
        "Documentation/Frequencies.md",
    ]

    @Test(arguments: DocumentSessionTests.documents)
    func everyCommandPrintsWhatIsShown(_ path: String) throws {
        let (differences, recorded) = try DocumentSession.run(path)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil, !differences.isEmpty {
            try Data(recorded.utf8).write(to: RepositoryFiles.url(path).resolvingSymlinksInPath())
            Issue.record("Recorded \(path) anew; read the differences.")
            return
        }
        for difference in differences {
            Issue.record(
                "\(path): \(difference.command)\n--- shown\n\(difference.shown)--- printed\n\(difference.printed)")
        }
    }

    @Test func thereAreTenRulesAndEachHasItsOutput() throws {
        let text = try RepositoryText.text(of: "Documentation/Ten-Rules.md")
        let sections = text.split(separator: "\n## ").dropFirst()
        #expect(sections.filter { $0.prefix(3).contains(".") }.count == 10)
        for section in sections where section.prefix(3).contains(".") {
            #expect(section.contains("\n$ verbatim "), "no command in: \(section.prefix(60))")
        }
    }

    @Test(arguments: DocumentSessionTests.documents)
    func everyCodebookPassesItsExamples(_ path: String) throws {
        let command = try CommandRunner()
        let blocks = MarkdownDocument(try RepositoryText.text(of: path)).blocks.filter { $0.language == "codebook" }
        #expect(!blocks.isEmpty)
        for block in blocks {
            try command.folder.write(block.text, to: "shown.codebook")
            let result = try command("codebook", "test", "shown.codebook")
            #expect(result.status == 0, "\(path), line \(block.line): \(result.errors)")
        }
    }

    // MARK: The checks themselves can fail

    @Test func aCommandGoesOnOverLinesAndItsOutputFollows() {
        let steps = DocumentSession.steps(of: "$ verbatim run A \\\n    --output B\ndone\n\n$ verbatim x\n")
        #expect(steps.map(\.command) == ["verbatim run A     --output B", "verbatim x"])
        #expect(steps.map(\.output) == ["done\n\n", ""])
    }

    @Test func quotationMarksHoldAWordTogether() {
        #expect(
            DocumentSession.words(of: #"verbatim search '"go back" or x' A "B c""#)
                == ["verbatim", "search", #""go back" or x"#, "A", "B c"])
    }

    @Test func anEllipsisStandsForLinesAndNothingElseDoes() {
        #expect(DocumentSession.matches("a\nb\nc\n", shown: "a\n[...]\nc\n"))
        #expect(DocumentSession.matches("a\nc\n", shown: "a\n[...]\nc\n"))
        #expect(!DocumentSession.matches("a\nb\nc\n", shown: "a\n[...]\nd\n"))
        #expect(!DocumentSession.matches("a\nb\n", shown: "a\n"))
        #expect(DocumentSession.matches("a\nb\nc\nd\n", shown: "[...]\nb\n[...]\nd\n"))
    }
}
