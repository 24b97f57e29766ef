import Foundation
import Testing
import VerbatimTestSupport

@Suite struct DocumentTests {
    @Test func theReadmeIsShortAndNamesTheTwoCommands() throws {
        let readme = try RepositoryText.text(of: "README.md")
        #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
        #expect(readme.contains("./Scripts/quickstart"))
        #expect(readme.contains("./Scripts/test"))
    }

    @Test func theChangelogHasAPlaceForWhatIsNext() throws {
        let lines = try RepositoryText.text(of: "CHANGELOG.md").split(separator: "\n")
        #expect(lines.contains("## [Unreleased]"))
    }

    @Test func linksBetweenDocumentsLeadSomewhere() throws {
        let top = ["README.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        for path in try top + RepositoryText.paths(under: "Documentation").filter({ $0.hasSuffix(".md") }) {
            let folder = RepositoryFiles.url(path).deletingLastPathComponent()
            for link in DocumentLinks.relative(in: try RepositoryText.text(of: path)) {
                let target = folder.appendingPathComponent(link).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: target), "\(path) links to \(link)")
            }
        }
    }

    @Test func everyDiagnosticIsDescribedAndNoOther() throws {
        var raised: Set<String> = []
        for file in try RepositoryText.swiftFiles(under: "Sources") {
            raised.formUnion(DiagnosticIdentifiers.raised(in: file.text))
        }
        let described = DiagnosticIdentifiers.described(in: try RepositoryText.text(of: "Documentation/Diagnostics.md"))
        #expect(raised.subtracting(described).sorted() == [], "run Scripts/generate-diagnostics")
        #expect(described.subtracting(raised).sorted() == [], "run Scripts/generate-diagnostics")
    }

    // MARK: The checks themselves can fail

    @Test func everyWayToRaiseADiagnosticIsSeen() {
        let source = """
            Diagnostic(.error, "unknown-list", "...")
            Diagnostic(
                .warning,
                "unused-list", "...")
            faults.error(
                "too-deep", "...", at: place)
            warning("no-token", "...")
            Fault(severity: .error, identifier: "bad-id")
            report(
                "code-in-cue",
                "a cue is a word or a phrase, not a code")
            choice(value, "unknown-mark")
            let text = "not-this"
            meta("not-this-either", "light dark")
            """
        #expect(
            DiagnosticIdentifiers.raised(in: source)
                == [
                    "unknown-list", "unused-list", "too-deep", "no-token", "bad-id", "code-in-cue", "unknown-mark",
                ])
    }

    @Test func onlyEntriesOfTheReferenceCount() {
        let reference = "# Diagnostics\n\nSee `not-this`.\n\n| `unknown-list` | error | ... |\n### `too-deep`\n"
        #expect(DiagnosticIdentifiers.described(in: reference) == ["unknown-list", "too-deep"])
    }

    @Test func onlyLinksToFilesAreFollowed() {
        let text = "[a](A.md) [b](https://b.org) [c](#c) ![d](images/d.png) [e](E.md#part)"
        #expect(DocumentLinks.relative(in: text) == ["A.md", "images/d.png", "E.md"])
    }
}

/// The links of a Markdown document.
private enum DocumentLinks {
    /// The paths of links to files, as written, without the part behind `#`.
    static func relative(in text: String) -> [String] {
        text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map { String($0.output.1) }
            .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
    }
}
