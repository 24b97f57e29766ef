import Testing
import VerbatimCodebook
import VerbatimInterchange
import VerbatimModel

@Suite struct CodebookJSONTests {
    @Test func everyConstructSurvives() {
        let codebook = Samples.codebook()
        #expect(codebook.codes.count == 3)
        let decoded = CodebookJSON.decode(CodebookJSON.encode(codebook), path: "x.json")
        #expect(!decoded.hasErrors, "\(decoded.diagnostics)")
        #expect(decoded.codebook.withoutPlaces == codebook.withoutPlaces)
    }

    @Test func theCodebooksOfTheRepositorySurvive() throws {
        for codebook in try Samples.repository() {
            let text = CodebookJSON.encode(codebook)
            let decoded = CodebookJSON.decode(text, path: "x.json")
            #expect(decoded.codebook.withoutPlaces == codebook.withoutPlaces)
            #expect(CodebookJSON.encode(decoded.codebook) == text)
        }
    }

    @Test func theFormIsReadable() {
        let text = CodebookJSON.encode(
            Samples.codebook(
                "codebook s\nlist @l\n  en: home, \"my land\"\ncode a \"A\"\n  rule x en: @l\n  - \"No \\\"x\\\"\"\n"))
        #expect(
            text == """
                {
                  "format": "verbatim-codebook",
                  "formatVersion": 1,
                  "id": "s",
                  "lists": [
                    {
                      "name": "l",
                      "items": [
                        {
                          "language": "en",
                          "terms": ["home", "\\"my land\\""]
                        }
                      ]
                    }
                  ],
                  "codes": [
                    {
                      "id": "a",
                      "name": "A",
                      "rules": [
                        {
                          "id": "x",
                          "language": "en",
                          "rule": "@l"
                        }
                      ],
                      "examples": [
                        {
                          "notCoded": "No \\"x\\""
                        }
                      ]
                    }
                  ]
                }

                """)
    }

    @Test func faultsAreReportedAtTheirPlacesInTheJSON() {
        let text = """
            {"format": "verbatim-codebook", "id": "s", "codes": [
              {"id": "a", "rules": [
                {"rule": "one or"}]},
              {"id": "B C", "colour": "red"}
            ]}
            """
        let faults = CodebookJSON.decode(text, path: "x.json").diagnostics.filter { $0.severity == .error }
        #expect(faults.map(\.identifier) == ["unknown-key", "missing-term", "bad-id"])
        #expect(faults.map { $0.position?.line } == [4, 3, 4])
        #expect(faults.allSatisfy { $0.path == "x.json" })
    }

    @Test(arguments: [
        ("{", 1, 2), ("[1,\n 2", 2, 3), ("{\"a\": tru}", 1, 7), ("\"a\nb\"", 1, 3), ("\"\\ud800\"", 1, 8),
        ("{} x", 1, 4),
        ("{\"a\":1,\"a\":2}", 1, 8), ("", 1, 1), ("[1 2]", 1, 4), ("\"\\x\"", 1, 3),
    ])
    func malformedJSONIsReportedWithItsPlace(text: String, line: Int, column: Int) {
        let faults = CodebookJSON.decode(text, path: "x.json").diagnostics
        #expect(faults.map(\.identifier) == ["malformed-json"])
        #expect(faults.first?.position == SourcePosition(line: line, column: column))
    }

    @Test func anotherFormAndALaterVersionAreRefused() {
        #expect(
            CodebookJSON.decode("{\"id\": \"a\"}", path: "x").diagnostics.contains { $0.identifier == "not-a-codebook" }
        )
        let later = "{\"format\": \"verbatim-codebook\", \"formatVersion\": 2, \"id\": \"a\"}"
        #expect(CodebookJSON.decode(later, path: "x").diagnostics.contains { $0.identifier == "later-format" })
    }
}
