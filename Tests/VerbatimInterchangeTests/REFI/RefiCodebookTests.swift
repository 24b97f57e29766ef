import Testing
import VerbatimCodebook
import VerbatimInterchange
import VerbatimModel

@Suite struct RefiCodebookTests {
    private func decode(_ text: String) throws -> ImportedCodebook {
        try RefiCodebook.decode(Array(text.utf8), path: "x.qdc", name: "study")
    }

    @Test func whatTheFormatHoldsSurvives() throws {
        let codebook = Samples.codebook()
        let encoded = RefiCodebook.encode(codebook)
        let imported = try decode(encoded.text)
        #expect(imported.diagnostics == [])
        let back = Samples.codebook(imported.text)
        func kept(_ code: Code) -> [String?] {
            [
                code.id, code.name, "\(code.isCodable)", code.definition, code.useWhen, code.notWhen,
                code.anchors.joined(separator: "|"), code.memo, code.color, code.status.rawValue,
            ]
        }
        #expect(back.codes.map(kept) == codebook.codes.map(kept))
    }

    @Test func whatIsLostIsSaid() {
        let messages = RefiCodebook.encode(Samples.codebook()).diagnostics.map(\.message).joined(separator: "\n")
        for part in ["4 rules", "2 examples", "2 lists", "3 cues", "2 former ids", "2 codes' settings", "title"] {
            #expect(messages.contains(part), "\(part)")
        }
    }

    @Test func codesOfOneNameAreWarnedOf() {
        let text = "codebook s\ncode a \"Other\"\ncode b \"Other\"\n"
        #expect(RefiCodebook.encode(Samples.codebook(text)).diagnostics.map(\.identifier) == ["duplicate-name"])
    }

    /// The golden value was computed with Python's `uuid.uuid5`.
    @Test func guidsAreStable() {
        #expect(NameBasedGUID.guid(of: "a") == NameBasedGUID.guid(of: "a"))
        #expect(NameBasedGUID.code("protection.shelter", of: "migration-partnerships") == Self.golden)
    }

    @Test func theTreeFollowsTheIDs() {
        let text = RefiCodebook.encode(
            Samples.codebook("codebook s\ntheme a \"A & <B>\"\ncode a.b.c\n  color #112233\ncode d\n")
        ).text
        #expect(
            text.split(separator: "\n").map { $0.drop { $0 == " " }.replacing(/guid="[0-9a-f-]{36}"/, with: "") } == [
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Verbatim\">", "<Codes>",
                "<Code  name=\"A &amp; &lt;B&gt;\" isCodable=\"false\">", "<Description>Id: a</Description>",
                "<Code  name=\"a.b.c\" isCodable=\"true\" color=\"#112233\">", "<Description>Id: a.b.c</Description>",
                "</Code>", "</Code>", "<Code  name=\"d\" isCodable=\"true\">", "<Description>Id: d</Description>",
                "</Code>", "</Codes>", "</CodeBook>",
            ])
    }

    @Test func filesOfOtherProgramsAreRead() throws {
        let imported = try decode(
            """
            <?xml version="1.0"?>
            <q:CodeBook xmlns:q="urn:QDA-XML:codebook:0:4" origin="Other"><q:Codes>
             <q:Code guid="{0}" name="Nodes" isCodable="0">
              <q:Code guid="{1}" name="Été" isCodable="true" color="rgba(255, 0, 16, 0.5)"/>
              <q:Code guid="{2}" name="Été" isCodable="true" color="#abc"><q:Description>Two
            lines #1</q:Description></q:Code>
              <q:Code guid="{3}" name="安全" isCodable="true" color="teal"/>
             </q:Code></q:Codes>
             <q:Sets><q:Set guid="{4}" name="Group"/></q:Sets></q:CodeBook>
            """)
        #expect(
            imported.text == """
                codebook study

                theme nodes "Nodes"

                code nodes.ete "Été"
                  color     #FF0010

                code nodes.ete-2 "Été"
                  color     #AABBCC
                  define    Two lines \u{FF03}1

                code nodes.code "安全"

                """)
        #expect(imported.diagnostics.map(\.identifier) == ["not-carried", "not-carried", "number-sign-changed"])
    }

    @Test func entitiesAreNeverExpanded() {
        let text =
            "<!DOCTYPE CodeBook [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><CodeBook><Codes>&x;</Codes></CodeBook>"
        let inAttribute =
            "<!DOCTYPE CodeBook [<!ENTITY x \"y\">]><CodeBook><Codes><Code guid=\"a\" name=\"&x;\"/></Codes></CodeBook>"
        for entities in [text, inAttribute] {
            let error = #expect(throws: DiagnosticsError.self) { try decode(entities) }
            #expect(error?.diagnostics.map(\.identifier) == ["entity"])
        }
        #expect(throws: DiagnosticsError.self) { try decode("<CodeBook><Codes></CodeBook>") }
        #expect(throws: DiagnosticsError.self) { try decode("<Project/>") }
        #expect(throws: DiagnosticsError.self) { try decode("") }
    }

    private static let golden = "99021e66-6752-5084-b90f-cd2ac6f5e5ed"
}
