import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct XMLSafetyTests {
    @Test(arguments: [
        ("<TEI><text>\n  <body></text></TEI>", 2), ("<?xml version='1.0'?>\n<TEI>\n<u who=a>x</u></TEI>", 3),
        ("<TEI>\n<text>", 2), ("<?xml version='1.0'?>\n", 2), ("<TEI>&nbsp;</TEI>", 1), ("<TEI>\n\u{1}</TEI>", 2),
    ])
    func malformedXMLHasLineAndColumn(text: String, line: Int) {
        let faults = Fixture.faults(text)
        #expect(faults.count == 1)
        #expect(["malformed-xml", "entity"].contains(faults.first?.identifier))
        #expect(faults.first?.position?.line == line)
        #expect((faults.first?.position?.column ?? 0) >= 1)
    }

    @Test func columnIsThatOfTheFault() {
        let faults = Fixture.faults("<TEI>\n<a></b></TEI>")
        #expect(faults.first?.position == SourcePosition(line: 2, column: 8))
    }

    @Test(.timeLimit(.minutes(1))) func entityBombIsRefusedAtOnce() {
        var declarations = "<!ENTITY a0 \"lollollollol\">"
        for level in 1...40 {
            let references = String(repeating: "&a\(level - 1);", count: 10)
            declarations += "\n<!ENTITY a\(level) \"\(references)\">"
        }
        for use in ["<u who='x'>&a40;</u>", "<u who='&a40;'>x</u>"] {
            let text = "<!DOCTYPE TEI [\(declarations)]>\n<TEI><text><body>\(use)</body></text></TEI>"
            #expect(Fixture.faults(text).map(\.identifier) == ["entity"])
        }
    }

    @Test(arguments: [
        "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><TEI><text><body><u who='a'>&x;</u></body></text></TEI>",
        "<!DOCTYPE TEI [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><TEI><text><body><u who='a'>b</u></body></text></TEI>",
        "<!DOCTYPE TEI SYSTEM 'http://localhost:1/x.dtd'><TEI><text><body><u who='a'>&x;</u></body></text></TEI>",
    ])
    func externalEntityIsNeverLoaded(text: String) {
        #expect(Fixture.faults(text).map(\.identifier) == ["entity"])
    }

    @Test func externalDocumentTypeIsNeverLoaded() throws {
        let transcript = try Fixture.read(
            "<!DOCTYPE TEI SYSTEM 'file:///etc/passwd'><TEI><text><body><u who='a'>b</u></body></text></TEI>")
        #expect(transcript.text == "b")
    }

    @Test func declarationWithoutUseIsHarmless() throws {
        let transcript = try Fixture.read(
            "<!DOCTYPE TEI [<!ENTITY x 'y'>]><TEI><text><body><u who='a'>&lt;b&#62; &amp;</u></body></text></TEI>")
        #expect(transcript.text == "<b> &")
    }

    @Test func inclusionsAreNotFollowed() throws {
        let text = """
            <TEI xmlns:xi="http://www.w3.org/2001/XInclude"><text><body>
            <u who="a">b<xi:include href="file:///etc/passwd" parse="text"/></u></body></text></TEI>
            """
        #expect(try Fixture.read(text).text == "b")
    }

    @Test(.timeLimit(.minutes(1))) func deepNestingIsBounded() {
        let text = "<TEI>" + String(repeating: "<a>", count: 100_000)
        #expect(Fixture.faults(text).map(\.identifier) == ["malformed-xml"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["TEI", "Trans", "ROOT", "akomaNtoso", "ANNOTATION_DOCUMENT"])
    func hugeAttributeAndDeepNestingAreRefusedInEachDialect(root: String) {
        let attribute = "<?xml version='1.0'?><\(root) a='\(String(repeating: "x", count: 11_000_000))'/>"
        #expect(Fixture.faults(attribute).map(\.identifier) == ["malformed-xml"])
        let nesting = "<?xml version='1.0'?><\(root)>" + String(repeating: "<Turn><p>", count: 1_000)
        #expect(Fixture.faults(nesting).map(\.identifier) == ["malformed-xml"])
    }

    @Test func otherXMLIsNamed() {
        let faults = Fixture.faults("<?xml version='1.0'?><recipe xmlns='urn:food'/>")
        #expect(faults.map(\.identifier) == ["unknown-xml"])
        #expect(faults.first?.message.contains("'recipe' in the namespace 'urn:food'") == true)
    }
}
