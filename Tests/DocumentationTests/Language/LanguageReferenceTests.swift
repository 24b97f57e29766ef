import Foundation
import Testing
import VerbatimTestSupport

/// What `Documentation/Codebook-Language.md` shows is what the program does.
@Suite struct LanguageReferenceTests {
    @Test(arguments: try LanguageReference.rules())
    func everyRuleOfATableHasTheHitsShown(_ shown: RuleCase) throws {
        let command = try CommandRunner()
        let text = try command.folder.write(shown.text.isEmpty ? "R: Yes.\n" : shown.text, to: "talk.txt")
        var arguments = ["search", shown.rule, text, "--language", shown.language, "--format", "json"]
        if shown.language != "en" { arguments += ["--rule-language", shown.language] }
        let result = try command.run(arguments)
        if let error = shown.error {
            #expect(result.status == 2, "line \(shown.line)")
            #expect(result.errors.contains("[\(error)]"), "line \(shown.line): \(result.errors)")
            return
        }
        #expect(result.status == 0, "line \(shown.line): \(result.errors)")
        let found = try result.output.split(separator: "\n").map { line in
            try JSONDecoder().decode(FoundHit.self, from: Data(line.utf8))
        }
        #expect(found.map(\.text) == shown.hits.map(\.text), "line \(shown.line)")
        for (hit, expected) in zip(found, shown.hits) {
            let assertion = [hit.polarity, hit.modality, hit.holder]
            for part in expected.assertion {
                #expect(assertion.contains(part), "line \(shown.line): '\(hit.text)' is \(assertion)")
            }
        }
    }

    @Test(arguments: try LanguageReference.codebooks())
    func everyCodebookPassesItsExamplesWithoutAWarning(_ codebook: LanguageReference.ShownCodebook) throws {
        let command = try CommandRunner()
        for shared in try LanguageReference.shared() { try command.folder.write(shared.text, to: shared.name) }
        try command.folder.write(codebook.text, to: "shown.codebook")
        let check = try command("codebook", "check", "shown.codebook")
        #expect(check.status == 0 && check.errors.isEmpty, "line \(codebook.line): \(check.errors)")
        let test = try command("codebook", "test", "shown.codebook")
        #expect(test.status == 0, "line \(codebook.line): \(test.errors)")
    }

    @Test func theReferenceShowsEveryProperty() throws {
        let reference = try RepositoryText.text(of: LanguageReference.path)
        let properties = [
            "version", "languages", "define", "use when", "not when", "anchor", "memo", "color", "status", "mark",
            "scope", "speakers", "exclusive", "threshold", "was", "rule", "list", "theme", "code", "include", "cue",
        ]
        let missing = properties.filter { !reference.contains("`\($0)") }
        #expect(missing == [])
        #expect(try LanguageReference.rules().count > 80)
        #expect(try LanguageReference.codebooks().count > 8)
    }

    // MARK: The checks themselves can fail

    @Test func tablesAndBlocksAreReadAsTheyAreShown() throws {
        let document = MarkdownDocument(
            """
            | Rule (fr) | Text | Hits |
            |---|---|---|
            | `(a\\|b) c` | INT: Oui? <br> A b. | `b` negated, `A b` |
            | `a or` | – | none |

            | Rule | Error |
            |---|---|
            | `a or` | `missing-term` |

            ```codebook other.codebook
            codebook x
            ```
            """)
        let cases = document.rows.compactMap(RuleCase.init)
        #expect(cases.map(\.rule) == ["(a|b) c", "a or", "a or"])
        #expect(cases[0].text == "INT: Oui? \n\nR: A b.\n")
        #expect(cases[0].hits.map(\.text) == ["b", "A b"])
        #expect(cases[0].hits.map(\.assertion) == [["negated"], []])
        #expect(cases[1].hits.isEmpty)
        #expect(cases[2].error == "missing-term")
        #expect(document.blocks.map(\.text) == ["codebook x\n"])
        #expect(document.blocks.first?.name == "other.codebook")
    }
}

/// A hit as `verbatim search --format json` prints it.
private struct FoundHit: Decodable {
    var text: String
    var polarity: String
    var modality: String
    var holder: String
}

/// The language reference, as its tests read it.
enum LanguageReference {
    /// Where it is.
    static let path = "Documentation/Codebook-Language.md"

    /// A codebook that the reference shows.
    struct ShownCodebook: CustomTestStringConvertible {
        /// The name it is saved under, for others to include; empty where it has none.
        var name: String
        /// Its text.
        var text: String
        /// The 1-based number of its first line in the document.
        var line: Int

        var testDescription: String { "line \(line)" }
    }

    /// The rows of tables that show rules.
    static func rules() throws -> [RuleCase] {
        try document().rows.compactMap(RuleCase.init)
    }

    /// The codebooks to test.
    static func codebooks() throws -> [ShownCodebook] {
        try all().filter(\.name.isEmpty)
    }

    /// The codebooks that have a name, which others include.
    static func shared() throws -> [ShownCodebook] {
        try all().filter { !$0.name.isEmpty }
    }

    private static func all() throws -> [ShownCodebook] {
        try document().blocks.filter { $0.language == "codebook" }.map {
            ShownCodebook(name: $0.name ?? "", text: $0.text, line: $0.line)
        }
    }

    private static func document() throws -> MarkdownDocument {
        MarkdownDocument(try RepositoryText.text(of: path))
    }
}
