import Foundation
import Testing
import VerbatimCodebook
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodebookFormatterTests {
    private func format(_ text: String) throws -> String {
        try CodebookFormatter.format(path: "test.codebook", text: text)
    }

    @Test func theCanonicalLayoutIsThatOfTheLanguageDocument() throws {
        let text = """
            codebook   study   "A study"
             version 1.0
             languages    en nl
            list   @homeland
               en: home,   "my country"
               nl:thuis
            theme protection   "Protection"
            code protection.shelter "Shelter" # the first
              define The respondent lacks a place.
              use when Eviction.
              color #4477aa
              rule street en: "slept outside" or homeless*
              rule rent en:rent near/8 pay
              rule fr: logement*
              + "We [[slept outside]]."
              +fr "On dort."
              - as interviewer  "Did you?"
            """
        let expected = """
            codebook study "A study"
              version   1.0
              languages en nl

            list @homeland
              en: home,   "my country"
              nl: thuis

            theme protection "Protection"

            code protection.shelter "Shelter"  # the first
              define    The respondent lacks a place.
              use when  Eviction.
              color     #4477aa
              rule street en: "slept outside" or homeless*
              rule rent   en: rent near/8 pay
              rule        fr: logement*
              +   "We [[slept outside]]."
              +fr "On dort."
              -   as interviewer  "Did you?"

            """
        #expect(try format(text) == expected)
    }

    @Test func aPhraseOfACueIsKeptOnOneLineWhereItFits() throws {
        let phrase = "\"(" + Array(repeating: "misschien", count: 10).joined(separator: "|") + ") een dag\""
        let text = "codebook study\n\ncue pseudo nl: \(phrase), \"niet zeker\"\n"
        #expect(try format(text) == "codebook study\n\ncue pseudo nl:\n  \(phrase),\n  \"niet zeker\"\n")
    }

    @Test(arguments: [
        "migration-partnerships", "gcm-objectives", "patient-experience", "usability-think-aloud", "Lists/migration",
        "Lists/health-care", "Assertion/ar", "Assertion/en", "Assertion/fr", "Assertion/nl", "Assertion/tr",
    ])
    func ourOwnCodebooksAreInTheCanonicalLayout(name: String) throws {
        let text = try String(
            contentsOf: RepositoryFiles.url("Codebooks/\(name).codebook"), encoding: .utf8)
        #expect(try format(text) == text)
    }

    @Test func commentsStayWhereTheyAre() throws {
        let text = """
            # The study.
            codebook s
              # Said first.
              version 1

            # About the code.
            code a
              rule x: one or
              # between the lines
                two # behind a line
                or three # at the end
              # rule y: four

            # At the foot.
            """
        let expected = """
            # The study.
            codebook s
              # Said first.
              version   1

            # About the code.
            code a
              rule x: one or
                  # between the lines
                  two  # behind a line
                  or three  # at the end
              # rule y: four

            # At the foot.

            """
        #expect(try format(text) == expected)
    }

    @Test func longPropertiesAreFilledOutsideQuotations() throws {
        let words = Array(repeating: "\"one two three\"", count: 12).joined(separator: " or ")
        let text = try format("codebook s\ncode a\n  rule: \(words)\n")
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= CodebookFormatter.width })
        #expect(lines.count == 4)
        #expect(lines[3].hasPrefix("      "))
        #expect(lines.allSatisfy { $0.filter { $0 == "\"" }.count.isMultiple(of: 2) })
    }

    @Test func aNumberSignInAQuotationStaysInIt() throws {
        let text = "codebook s\ncode a\n  define see \"item #4\" and\n    more\n"
        let formatted = try format(text)
        #expect(parse(formatted).codebook.withoutPlaces == parse(text).codebook.withoutPlaces)
        #expect(parse(formatted).codebook.codes[0].definition == "see \"item #4\" and more")
    }

    @Test func emptyLinesAreLimited() throws {
        let text =
            "\n\ncodebook s\n\n\n\n\n# part\ncode a\n\n\n  rule: x\ncode b\ncue stop en: but\ncue stop en: yet\n\n\n"
        #expect(
            try format(text)
                == "codebook s\n\n\n# part\ncode a\n\n  rule: x\n\ncode b\n\ncue stop en: but\ncue stop en: yet\n")
    }

    @Test func carriageReturnsAndByteOrderMarksGo() throws {
        #expect(try format("\u{FEFF}codebook s\r\n  version 1\r\n") == "codebook s\n  version   1\n")
    }

    @Test func aFileWhoseLinesBelongToNothingIsNotLaidOut() {
        #expect(throws: DiagnosticsError.self) { try format("codebook s\nrule x: y\n") }
    }

    @Test func everyCodebookOfTheRepositoryKeepsItsMeaning() throws {
        let folder = RepositoryFiles.url("Codebooks").resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".codebook") }
        #expect(!paths.isEmpty)
        for path in paths {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            expectSameMeaning(text, path)
        }
    }

    @Test func randomLayoutsKeepTheirMeaningAndComments() {
        for seed in 0..<500 as Range<UInt64> {
            var layout = RandomLayout(seed: seed)
            expectSameMeaning(layout.codebook(), "seed \(seed)")
        }
    }

    /// The laid-out text means the same, holds the same comments, and is laid out as it is.
    private func expectSameMeaning(_ text: String, _ name: String) {
        guard let once = try? format(text), let twice = try? format(once) else {
            Issue.record("\(name) was not laid out")
            return
        }
        #expect(once == twice, "\(name): not idempotent")
        let before = parse(text)
        let after = parse(once)
        #expect(before.codebook.withoutPlaces == after.codebook.withoutPlaces, "\(name): another meaning")
        #expect(
            before.diagnostics.map(\.identifier).sorted() == after.diagnostics.map(\.identifier).sorted(),
            "\(name): other faults")
        func comments(_ text: String) -> [Substring] {
            text.components(separatedBy: "#c").dropFirst().map {
                $0.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber }
            }
        }
        #expect(comments(text) == comments(once), "\(name): comments")
    }
}
