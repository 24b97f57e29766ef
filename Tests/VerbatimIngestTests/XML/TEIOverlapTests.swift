import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct TEIOverlapTests {
    @Test func annotationBlocksComeByTheirStart() throws {
        let transcript = try Fixture.transcript("XMLOverlap.tei.xml")
        #expect(
            transcript.script == [
                "IV: Where were you?", "Abe: At sea, mostly.", "IV: And now?", "SPK7: Moi aussi.", "IV: Early.",
                "Abe: Late.",
            ])
        #expect(transcript.turns.map(\.time) == [0, 1, 2.5, 2.5, 0, 1])
    }

    @Test func orderIsThatOfTheSection() throws {
        let transcript = try Fixture.transcript("XMLOverlap.tei.xml")
        #expect(transcript.turns.map(\.section) == ["First", "First", "First", "First", "Second", "Second"])
    }

    @Test func personsOfAnotherFileAreTheirIds() throws {
        let transcript = try Fixture.transcript("XMLOverlap.tei.xml")
        #expect(transcript.speakers.map(\.label) == ["IV", "Abe", "SPK7"])
        #expect(transcript.role("IV") == .interviewer)
        #expect(transcript.turns[3].paragraphs[0].language == "fr")
    }

    @Test func utterancesWithoutBlocksKeepTheirOrder() throws {
        let transcript = try Fixture.read(
            "<TEI><text><timeline><when xml:id='a'/><when xml:id='b' interval='2' since='#a'/></timeline><body>"
                + "<u who='x' start='#b'>Two</u><u who='y' start='#a'>One</u></body></text></TEI>")
        #expect(transcript.script == ["x: Two", "y: One"])
        #expect(transcript.turns.map(\.time) == [2, 0])
    }
}
