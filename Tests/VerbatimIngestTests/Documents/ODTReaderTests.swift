import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

@Suite struct ODTReaderTests {
    private func texts(_ body: String) throws -> [String] {
        try ODTReader.read(try OfficeSample.odt(body), path: "a.odt").paragraphs.map(\.text)
    }

    @Test func labelledParagraphsAreTurnsAndHeadingsSections() throws {
        let body = """
            <text:h text:outline-level="1">Leaving</text:h><text:p>Interviewer: Why?</text:p>
            <text:p>Anna: <text:span>No work</text:span> <text:span>there</text:span> 🌍.</text:p>
            <text:h text:outline-level="1">Return</text:h><text:p>Interviewer: Back?</text:p><text:p>Anna: No.</text:p>
            """
        let transcript = try OfficeSample.transcript(try OfficeSample.odt(body), .odt)
        #expect(
            transcript.script == ["Interviewer: Why?", "Anna: No work there 🌍.", "Interviewer: Back?", "Anna: No."])
        #expect(transcript.turns.map(\.section) == ["Leaving", "Leaving", "Return", "Return"])
        #expect(transcript.source.format == "odt")
    }

    // OpenDocument 1.3, part 3, section 6.1.2.
    @Test func whiteSpaceIsCollapsedAndSpacesOfTheirOwnAreKept() throws {
        let body = """
            <text:p>
               a  b<text:s text:c="3"/>c<text:tab/>d <text:span> e</text:span><text:line-break/>f<text:s/>
            </text:p>
            """
        #expect(try texts(body) == ["a b   c\td e\nf  "])
    }

    @Test func whatIsNotSpeechIsLeftOut() throws {
        let body = """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>\
            </text:tracked-changes><text:table-of-content><text:index-body><text:p>Leaving 3</text:p></text:index-body>\
            </text:table-of-content><text:p>kept<text:change text:change-id="1"/><text:note><text:note-citation>1</text:note-citation>\
            <text:note-body><text:p>a note</text:p></text:note-body></text:note><office:annotation><text:p>comment</text:p>\
            </office:annotation><draw:frame><svg:title>alt</svg:title><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>!\
            <text:hidden-text>secret</text:hidden-text></text:p>
            """
        #expect(try texts(body) == ["box", "kept!"])
    }

    @Test func styleOfTheDocumentsOwnIsKnownByItsParent() throws {
        let styles = """
            <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Speaker"/>\
            <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard"/>\
            <style:style style:name="P3" style:family="paragraph" style:parent-style-name="Title"/>
            """
        let body =
            "<text:p text:style-name=\"P3\">Talk</text:p>"
            + [("Ruth", "Why did you?"), ("Anna", "No work."), ("Ruth", "And then?"), ("Anna", "The boat.")].map {
                "<text:p text:style-name=\"\($0.0 == "Ruth" ? "P1" : "Speaker")\">\($0.0)</text:p><text:p text:style-name=\"P2\">\($0.1)</text:p>"
            }.joined()
        let transcript = try OfficeSample.transcript(try OfficeSample.odt(body, styles: styles), .odt)
        #expect(transcript.script == ["Ruth: Why did you?", "Anna: No work.", "Ruth: And then?", "Anna: The boat."])
        #expect(transcript.attributes["title"] == "Talk")
    }

    @Test func flatDocumentIsReadToo() throws {
        let bytes = Array(OfficeSample.content("<text:p>flat</text:p>", root: "document").utf8)
        #expect(try ODTReader.read(bytes, path: "a.fodt").paragraphs.map(\.text) == ["flat"])
    }

    @Test func encryptedDocumentIsAnError() throws {
        let manifest = "<m><file-entry full-path=\"content.xml\"><encryption-data checksum=\"x\"/></file-entry></m>"
        let bytes = try OfficeSample.odt("<text:p>x</text:p>", manifest: manifest)
        #expect(OfficeSample.faults(bytes, .odt).map(\.identifier) == ["encrypted-archive"])
    }

    @Test func faultsAreNamed() throws {
        #expect(OfficeSample.faults(try OfficeSample.odt("<text:p>"), .odt).map(\.identifier) == ["malformed-xml"])
        #expect(OfficeSample.faults(try OfficeSample.odt("<text:p/>"), .odt).map(\.identifier) == ["empty-file"])
        #expect(
            OfficeSample.faults(try ZIPArchive.archive([("a", [65])]), .odt).map(\.identifier) == ["not-a-document"])
    }
}
