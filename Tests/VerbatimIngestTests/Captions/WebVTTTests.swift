import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct WebVTTTests {
    private func read(_ cues: String) throws -> Transcript { try TimedFormat.vtt.read("WEBVTT\n\n" + cues) }

    @Test func voicesAreSpeakersAndTheirCuesAreJoined() throws {
        let transcript = try read(
            """
            1
            00:01.000 --> 00:02.500 align:start position:0%
            <v Ruth Vos>Why did you

            2
            00:02.500 --> 00:04.000
            <v.loud Ruth Vos>leave &amp; go?</v>

            00:00:04.250 --> 01:00:06.000
            <v Anna>There was <i>no</i> work.</v>
            """)
        #expect(transcript.script == ["Ruth Vos: Why did you leave & go?", "Anna: There was no work."])
        #expect(transcript.text == "Why did you leave & go?\n\nThere was no work.")
        #expect(transcript.turns.map(\.time) == [1, 4.25])
        #expect(transcript.role("Ruth Vos") == .interviewer)
        #expect(transcript.role("Anna") == .respondent)
        #expect(transcript.source.format == "vtt")
    }

    @Test func twoVoicesInOneCueAreTwoTurns() throws {
        let transcript = try read(
            "00:01.000 --> 00:02.000\n<v Ruth>Why?</v> <v Anna>No work.</v>\n\n00:02.000 --> 00:03.000\n<v Ruth>I see.")
        #expect(transcript.script == ["Ruth: Why?", "Anna: No work.", "Ruth: I see."])
    }

    @Test func headerNotesStylesAndRegionsAreNoSpeech() throws {
        let transcript = try TimedFormat.vtt.read(
            """
            WEBVTT - Second talk
            Kind: captions
            Language: nl-BE
            country: Tunisia

            STYLE
            ::cue { color: red }

            REGION
            id:fred

            NOTE
            Ruth: not spoken
            nor this

            00:01.000 --> 00:02.000
            <v Anna>Er was geen werk.
            """)
        #expect(transcript.script == ["Anna: Er was geen werk."])
        #expect(transcript.language == "nl")
        #expect(transcript.attributes == ["title": "Second talk", "country": "Tunisia"])
        #expect(transcript.warnings.isEmpty)
    }

    @Test func labelsAtTheStartOfCuesAreSpeakers() throws {
        let transcript = try read(
            """
            00:00:01.000 --> 00:00:02.000
            Ruth Vos: Why did you leave?

            00:00:02.000 --> 00:00:03.000
            Anna: There was no work,

            00:00:03.000 --> 00:00:04.000
            Anna: and no house.

            00:00:04.000 --> 00:00:05.000
            Note: the time was 2:30.

            00:00:05.000 --> 00:00:06.000
            Ruth Vos: I see.
            """)
        #expect(
            transcript.script == [
                "Ruth Vos: Why did you leave?", "Anna: There was no work, and no house. Note: the time was 2:30.",
                "Ruth Vos: I see.",
            ])
    }

    @Test func captionsWithoutSpeakersAreADocumentWhoseSentencesRunOn() throws {
        let transcript = try read(
            """
            00:01.000 --> 00:03.000
            There was no work
            in the town.

            00:03.000 --> 00:05.000
            We left

            00:09.000 --> 00:10.000
            in May.

            00:12.500 --> 00:13.000
            It rained.
            """)
        #expect(transcript.kind == .document)
        // A silence parts sentences, and nothing within one.
        #expect(transcript.script == ["-: There was no work in the town. We left in May. | It rained."])
        #expect(transcript.turns.map(\.time) == [1])
        #expect(transcript.warnings.map(\.identifier) == ["no-speakers"])
    }

    @Test func soundsStayAndSungWordsAreMarks() throws {
        let transcript = try read(
            """
            00:01.000 --> 00:02.000
            <v Anna>We left.

            00:02.000 --> 00:03.000
            [laughter]

            00:03.000 --> 00:04.000
            ♪ home sweet home ♪
            """)
        #expect(transcript.script == ["Anna: We left. [laughter] [♪ home sweet home ♪]"])
    }

    @Test func linesThatRollUpAreSaidOnce() throws {
        let transcript = try read(
            """
            00:00.000 --> 00:02.000
            hello<00:00:00.400><c> world</c>

            00:02.000 --> 00:04.000
            hello world
            this<00:00:02.400><c> is</c>

            00:04.000 --> 00:06.000
            this is
            a test

            00:06.000 --> 00:08.000
            a test
            of rolling
            """)
        #expect(transcript.script == ["-: hello world this is a test of rolling"])
        #expect(transcript.warnings.map(\.identifier) == ["rolled-lines", "no-speakers"])
    }

    @Test func peopleMayRepeatThemselves() throws {
        let transcript = try read("00:01.000 --> 00:02.000\n<v A>No.\n\n00:02.000 --> 00:03.000\n<v A>No.")
        #expect(transcript.script == ["A: No. No."])
    }

    @Test func wordsWithATimeThatCannotBeReadAreKept() throws {
        let transcript = try read("00:01.000 --> 00:02.000\n<v Anna>One.\n\n00:xx --> 00:04.000\n<v Ruth>Two?")
        #expect(transcript.script == ["Anna: One.", "Ruth: Two?"])
        #expect(transcript.turns.map(\.time) == [1, nil])
        #expect(transcript.warnings.contains { $0.identifier == "bad-time" })
    }

    @Test func textOutsideCuesIsLeftOutWithAWarning() throws {
        let transcript = try read("00:01.000 --> 00:02.000\n<v Anna>One.\n\nlost words\n")
        #expect(transcript.script == ["Anna: One."])
        #expect(transcript.warnings.first?.identifier == "text-outside-cues")
        #expect(transcript.warnings.first?.position?.line == 6)
    }

    @Test func cuesComeInTheOrderOfTheirTimes() throws {
        let transcript = try read("00:05.000 --> 00:06.000\n<v A>Second.\n\n00:01.000 --> 00:02.000\n<v B>First?")
        #expect(transcript.script == ["B: First?", "A: Second."])
    }

    @Test func accentsEmojiAndLineEndsOfWindowsHold() throws {
        let transcript = try TimedFormat.vtt.read(
            "\u{FEFF}WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n<v Zoé>Déjà 🎒 là.\r\n")
        #expect(transcript.script == ["Zoé: Déjà 🎒 là."])
    }

    @Test(arguments: ["WEBVTT", "WEBVTT\n", "WEBVTT - title", "WEBVTT\r\n\r\n"])
    func beginningIsRecognised(start: String) { #expect(WebVTTReader.matches(start)) }

    @Test(arguments: ["", "WEBVTTX", "webvtt", "Ruth: WEBVTT"])
    func otherBeginningsAreNot(start: String) { #expect(!WebVTTReader.matches(start)) }

    @Test func fileWithoutWordsIsAnError() {
        #expect(TimedFormat.vtt.faults("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>").map(\.identifier) == ["no-text"])
    }
}
