import Testing
import VerbatimFiles
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimIngest

/// Whatever is in a document or a project, reading gives transcripts whose ranges hold, or an error.
@Suite struct OfficeMutationTests {
    private let mutation = Mutation(signs: "{}\\'<>/\"=w: 0-9")
    private let body = """
        <w:p><w:pPr><w:pStyle w:val="Kop1"/><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Leaving</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Interviewer: Why?</w:t><w:br/></w:r><w:ins><w:r><w:t>é 🌍</w:t></w:r></w:ins></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Anna</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>No work.</w:t></w:r></w:p></w:tc>\
        </w:tr></w:tbl><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>
        """
    private let openDocument = """
        <text:h text:outline-level="2">Leaving</text:h><text:p>Interviewer: <text:s text:c="2"/>Why?</text:p>\
        <table:table><table:table-row><table:table-cell><text:p>Anna</text:p></table:table-cell></table:table-row></table:table>\
        <text:p>é<text:note><text:p>n</text:p></text:note><text:tab/>🌍</text:p>
        """
    private let rtf = """
        {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset162 B;}}{\\stylesheet{\\s1 heading 1;}}\\s1 Leaving\\par
        \\pard Interviewer: \\u8364\\'80 Why\\'3f\\par{\\*\\x y}{\\f1 \\'fe}\\trowd\\intbl Anna\\cell No \\bin2 xx work\\cell\\row\\pard\\v h\\v0\\par}
        """

    private func read(_ bytes: [UInt8], _ format: OfficeFormat) {
        let file = SourceFile(path: "talk", id: "talk", bytes: bytes, defaultLanguage: "en")
        do {
            #expect(try OfficeDocument.transcript(file, format: format).fault == nil)
        } catch {
            #expect(!error.diagnostics.isEmpty)
        }
    }

    @Test func mutatedWordDocumentsNeverBreakTheReader() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1_000 {
            let text = String(decoding: mutation.mutated(Array(body.utf8), &random), as: UTF8.self)
            read(
                try OfficeSample.docx(
                    text, styles: "<w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>"), .docx)
        }
    }

    @Test func mutatedOpenDocumentsNeverBreakTheReader() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<1_000 {
            read(
                try OfficeSample.odt(
                    String(decoding: mutation.mutated(Array(openDocument.utf8), &random), as: UTF8.self)), .odt)
        }
    }

    @Test func mutatedRichTextNeverBreaksTheReader() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<1_000 { read(mutation.mutated(Array(rtf.utf8), &random), .rtf) }
    }

    @Test func mutatedProjectsNeverBreakTheReader() throws {
        let content =
            QDASample.users + QDASample.codebook
            + "<Cases><Case guid=\"e1\" name=\"Anna\"><SourceRef targetGUID=\"50\"/></Case></Cases>"
            + "<Sources>\(QDASample.source([(0, 4), (6, 12)], names: ["Anna", nil]))</Sources>"
        var random = SeededGenerator(seed: 4)
        for _ in 0..<1_000 {
            let isText = Bool.random(using: &random)
            let text = "\u{FEFF}Anna: é 🌍 no.\r\n\r\nRuth: why?"
            let bytes = try QDASample.project(
                isText ? content : String(decoding: mutation.mutated(Array(content.utf8), &random), as: UTF8.self),
                files: [
                    (
                        "50.txt",
                        isText ? String(decoding: mutation.mutated(Array(text.utf8), &random), as: UTF8.self) : text
                    )
                ])
            do {
                let project = try QDAProject.read(bytes, path: "p", defaultLanguage: "en")
                for transcript in project.transcripts { #expect(transcript.fault == nil) }
                let lengths = Dictionary(
                    uniqueKeysWithValues: project.transcripts.map { ($0.id, $0.text.unicodeScalars.count) })
                for coding in project.codings {
                    #expect(coding.span.start >= 0 && coding.span.start <= coding.span.end)
                    #expect(coding.span.end <= lengths[coding.transcript] ?? -1)
                }
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }
}
