import Testing
import VerbatimModel

@Suite struct TurnTests {
    @Test func aTurnReachesFromItsFirstToItsLastParagraph() {
        let turn = Turn(number: 1, speaker: nil, paragraphs: [Paragraph(range: 4..<9), Paragraph(range: 20..<31)])
        #expect(turn.range == 4..<31)
        #expect(Turn(number: 1, speaker: nil, paragraphs: []).range.isEmpty)
    }

    @Test func aParagraphWithoutALanguageHasTheTranscripts() {
        let transcript = Transcript(
            id: "t", source: TranscriptSource(path: "t.txt", format: "text"), kind: .document, language: "nl", text: "")
        #expect(transcript.language(of: Paragraph(range: 0..<0)) == "nl")
        #expect(transcript.language(of: Paragraph(range: 0..<0, language: "ar")) == "ar")
        #expect(transcript.speaker(of: Turn(number: 1, speaker: nil, paragraphs: [])) == nil)
    }
}
