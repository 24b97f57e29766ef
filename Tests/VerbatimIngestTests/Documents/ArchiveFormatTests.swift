import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

@Suite struct ArchiveFormatTests {
    @Test func archivesAreToldByTheirFiles() throws {
        func format(_ bytes: [UInt8]) throws -> ArchiveFormat { try ArchiveFormat.sniff(bytes, path: "a") }
        #expect(try format(try OfficeSample.docx("")) == .document(.docx))
        #expect(try format(try OfficeSample.odt("")) == .document(.odt))
        #expect(try format(try QDASample.project("", xml: "Trial.QDE")) == .project)
        #expect(try format(try XLSXTable.write([["a"]], sheet: "S")) == .workbook)
        #expect(try format(try ZIPArchive.archive([("a.txt", [65])])) == .other)
        // The styled text of a source is a Word document within the project.
        let styled = [
            ("sources/1.docx", try OfficeSample.docx("")), ("project.qde", Array("<Project/>".utf8)),
            ("sources/2.docx", try OfficeSample.docx("")),
        ]
        #expect(try format(try ZIPArchive.archive(styled)) == .project)
        let sheet = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)
        #expect(try format(try ZIPArchive.archive([("mimetype", sheet), ("content.xml", [65])])) == .other)
    }
}
