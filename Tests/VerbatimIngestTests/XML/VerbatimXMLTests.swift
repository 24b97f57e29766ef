import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

@Suite struct VerbatimXMLTests {
    private func wrap(_ inside: String) -> String {
        "<transcript xmlns=\"urn:verbatim:transcript:1\">\n\(inside)\n</transcript>"
    }

    @Test func transcriptIsRead() throws {
        let transcript = try Fixture.transcript("interview.xml")
        #expect(transcript.id == "talks/karim")
        #expect(transcript.source.format == "verbatim")
        #expect(transcript.attributes["country"] == "Iraq")
        #expect(transcript.script == ["Sara: Would you go back?", "Karim: No. Never. | أبدا", "Somebody: Tea?"])
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent, .respondent])
        #expect(transcript.speakers.map(\.respondent) == [nil, "IQ-1", nil])
        #expect(transcript.speakers.map(\.isCollective) == [false, false, true])
        #expect(transcript.turns.map(\.section) == ["Return", "Return", nil])
        #expect(transcript.turns.map(\.question) == ["Q3", "Q4", nil])
        #expect(transcript.turns.map(\.time) == [65, nil, nil])
        #expect(transcript.turns[1].paragraphs.map(\.language) == [nil, "ar"])
    }

    @Test func publishedSchemaIsTheOneThatIsUsed() throws {
        let published = try String(
            contentsOf: RepositoryFiles.url("Documentation/verbatim-transcript.rng"), encoding: .utf8)
        #expect(published == VerbatimSchema.relaxNG + "\n")
    }

    @Test(arguments: [
        ("<turn><q>Hello</q></turn>", 2),
        ("<turn><p>Hello</p></turn>\n<turn>Hello</turn>", 3),
        ("<turn time='soon'><p>Hello</p></turn>", 2),
        ("<speakers>\n<speaker id='a' label='A' role='guest'/></speakers><turn speaker='a'><p>Hi</p></turn>", 3),
        ("<speakers><speaker id='a' label='A'/></speakers>\n<turn speaker='b'><p>Hi</p></turn>", 3),
        (
            "<speakers><speaker id='a' label='A'/>\n<speaker id='a' label='B'/></speakers><turn speaker='a'><p>Hi</p></turn>",
            3
        ),
        ("<attribute name='x' value='1'/>\n<attribute name='x' value='2'/><turn><p>Hi</p></turn>", 3),
    ])
    func faultHasItsLine(inside: String, line: Int) {
        let faults = Fixture.faults(wrap(inside))
        #expect(faults.first?.identifier == "invalid-transcript")
        #expect(faults.first?.position?.line == line)
    }

    @Test func undeclaredSpeakerHasANearName() {
        let text = wrap("<speakers><speaker id='karim' label='K'/></speakers><turn speaker='karin'><p>Hi</p></turn>")
        #expect(Fixture.faults(text).first?.suggestion == "karim")
    }

    @Test func wordsOfRespondentsAreInNoMessage() {
        let faults = Fixture.faults(wrap("<turn><p>secretword <b>secretword</b></p>secretword</turn>"))
        #expect(!faults.isEmpty)
        #expect(!faults.contains { $0.description.contains("secretword") })
    }
}
