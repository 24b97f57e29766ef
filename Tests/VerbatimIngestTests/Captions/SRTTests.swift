import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct SRTTests {
    @Test func numbersTimesAndTagsAreNoSpeech() throws {
        let transcript = try TimedFormat.srt.read(
            """
            1
            00:00:04,898 --> 00:00:10,898
            <font color="#ffffff">Ruth: Why did you</font>

            2
            00:00:10,898 --> 00:00:15,000  X1:40 X2:600
            {\\an8}leave in 2019?

            3
            00:00:15,000 --> 00:00:20,000
            - Anna: No work, 3 < 4.
            - Ruth: I see.

            4
            00:00:20,000 --> 00:00:21,000
            Anna: Yes.
            """)
        #expect(
            transcript.script == [
                "Ruth: Why did you leave in 2019?", "Anna: No work, 3 < 4.", "Ruth: I see.", "Anna: Yes.",
            ])
        #expect(transcript.turns.map(\.time) == [4.898, 15, 15, 20])
        #expect(transcript.source.format == "srt")
    }

    @Test func blankLinesWithinATextAndMissingNumbersAreRead() throws {
        let transcript = try TimedFormat.srt.read(
            "00:01,000 --> 00:02,000\nFirst words\n\n1984\n\nand more.\n00:03.000 --> 00:04.000\nLast.\n")
        #expect(transcript.script == ["-: First words 1984 and more. Last."])
    }

    @Test func dashesWithoutNamesBeginParagraphs() throws {
        let transcript = try TimedFormat.srt.read(
            "1\n00:00:01,000 --> 00:00:02,000\n- Why did you leave?\n- No work.\n\n2\n00:00:02,000 --> 00:00:03,000\nNone -- at all.\n"
        )
        #expect(transcript.kind == .document)
        #expect(transcript.script == ["-: Why did you leave? | No work. None -- at all."])
    }

    @Test func signForAnotherSpeakerWithoutANameIsNobodysInParticular() throws {
        let transcript = try TimedFormat.srt.read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            >> RUTH: Why did you leave?

            2
            00:00:02,000 --> 00:00:03,000
            >> ANNA: No work.

            3
            00:00:03,000 --> 00:00:04,000
            >> Me neither.

            4
            00:00:04,000 --> 00:00:05,000
            &gt;&gt; RUTH: And you?

            5
            00:00:05,000 --> 00:00:06,000
            >> ANNA: Yes.
            """)
        #expect(
            transcript.script == [
                "RUTH: Why did you leave?", "ANNA: No work.", "unknown: Me neither.", "RUTH: And you?", "ANNA: Yes.",
            ])
        #expect(transcript.speakers.filter(\.isCollective).map(\.label) == ["unknown"])
    }

    @Test func namesInBracketsAreLabelsAndSoundsAreNot() throws {
        let lines = ["- [Ruth] Why?", "- [Anna] No work.", "[laughs]", "- [Ruth] I see.", "[Anna] Yes."]
        let cues = lines.enumerated().map { "\($0 + 1)\n00:00:0\($0),000 --> 00:00:0\($0 + 1),000\n\($1)\n" }
        let transcript = try TimedFormat.srt.read(cues.joined(separator: "\n"))
        #expect(transcript.script == ["Ruth: Why?", "Anna: No work. [laughs]", "Ruth: I see.", "Anna: Yes."])
    }

    @Test(arguments: [
        "1\n00:00:04,898 --> 00:00:10,898\nx", "00:01,0 --> 00:02,0\nx", "7\r\n0:00:01.5 --> 0:00:02.5\r\nx",
    ])
    func beginningIsRecognised(start: String) { #expect(SRTReader.matches(start)) }

    @Test(arguments: ["", "1\n2\n00:00:04,898 --> 00:00:10,898", "Ruth: a --> b", "1\nTunis --> Rome"])
    func otherBeginningsAreNot(start: String) { #expect(!SRTReader.matches(start)) }
}
