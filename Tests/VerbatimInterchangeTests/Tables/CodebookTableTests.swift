import Testing
import VerbatimCodebook
import VerbatimInterchange
import VerbatimModel

@Suite struct CodebookTableTests {
    private func isSame(_ imported: ImportedCodebook, _ codebook: Codebook) -> Bool {
        Samples.codebook(imported.text).withoutPlaces == codebook.withoutPlaces
    }

    @Test func everyConstructSurvivesCSV() throws {
        let codebook = Samples.codebook()
        let imported = try CodebookTable.importCSV(CodebookTable.csv(of: codebook), path: "x.csv", name: "x")
        #expect(imported.diagnostics == [])
        #expect(isSame(imported, codebook), "\(imported.text)")
    }

    @Test func everyConstructSurvivesXLSX() throws {
        let codebook = Samples.codebook()
        let bytes = try CodebookTable.xlsx(of: codebook).bytes
        let imported = try CodebookTable.importXLSX(bytes, path: "x.xlsx", name: "x")
        #expect(imported.diagnostics == [])
        #expect(isSame(imported, codebook), "\(imported.text)")
    }

    @Test func equalCodebooksGiveEqualBytes() throws {
        let codebook = Samples.codebook()
        #expect(try CodebookTable.xlsx(of: codebook).bytes == CodebookTable.xlsx(of: codebook).bytes)
    }

    @Test func theCodebooksOfTheRepositorySurvive() throws {
        for codebook in try Samples.repository() {
            let imported = try CodebookTable.importCSV(CodebookTable.csv(of: codebook), path: "x.csv", name: "x")
            #expect(isSame(imported, codebook))
            let book = try CodebookTable.xlsx(of: codebook)
            #expect(try isSame(CodebookTable.importXLSX(book.bytes, path: "x.xlsx", name: "x"), codebook))
        }
    }

    @Test func aTableForHumanCodersIsRead() throws {
        let table = """
            Code;Name;Description;Parent;Frequency
            1;Protection needs;;;3
            1.2;"Shelter; housing";"No place
            to live #1";Protection needs;4
            X;Été à Paris;;;
            X;Été à Paris;;;
            """
        let imported = try CodebookTable.importCSV(table, path: "codes.csv", name: "Our codes")
        #expect(
            imported.text == """
                codebook our-codes "Our codes"

                code 1 "Protection needs"

                code 1.2 "Shelter; housing"
                  define    No place to live \u{FF03}1

                code ete-a-paris "Été à Paris"

                code ete-a-paris-2 "Été à Paris"

                """)
        #expect(imported.diagnostics.map(\.identifier) == ["column-not-carried", "number-sign-changed"])
    }

    @Test func aListOfTagsWithPathsIsRead() throws {
        let imported = try CodebookTable.importCSV(
            "tag,description\nProtection,All\nProtection.Shelter,Roof\n", path: "codebook.csv", name: "c")
        #expect(imported.text.contains("code protection \"Protection\""))
        #expect(imported.text.contains("code protection.shelter \"Protection.Shelter\""))
    }

    @Test func faultyRulesAreReportedAtTheirRow() throws {
        let imported = try CodebookTable.importCSV(
            "id,rules\na,home\nb,\"one\ntwo or\"\n", path: "x.csv", name: "x")
        #expect(imported.diagnostics.map(\.identifier) == ["missing-term"])
        #expect(imported.diagnostics.first?.position?.line == 3)
    }

    @Test func whatIsNoTableOfCodesIsRefused() {
        for text in ["", "a,b\n1,2\n", "code,\"open\n"] {
            #expect(throws: DiagnosticsError.self) { try CodebookTable.importCSV(text, path: "x", name: "x") }
        }
        #expect(throws: DiagnosticsError.self) { try CodebookTable.importXLSX([1, 2, 3], path: "x", name: "x") }
    }
}
