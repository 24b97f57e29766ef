import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct CHATTests {
    private let talk = """
        @UTF8
        @Begin
        @Languages:	nld, eng
        @Participants:	OBS Ruth Observer, INV Investigator, PAR Participant, FRI Friend
        @ID:	nld|corpus|INV|||||Investigator|||
        @ID:	nld|corpus|PAR|34;|female|||Participant|university||
        @Date:	03-MAY-2024
        @Situation:	at a kitchen table
        *INV:	waarom ben je vertrokken ? \u{15}0_1500\u{15}
        *PAR:	er was geen
        	werk . \u{15}1500_3250\u{15}
        %mor:	x|y
        *PAR:	en geen huis .
        @G:	Question 2. Return
        *INV:	en nu ?
        *PAR:	0 .
        *PAR:	nee . \u{15}5000_6000\u{15}
        @End
        """

    @Test func mainLinesAreParagraphsOfTurns() throws {
        let transcript = try TimedFormat.chat.read(talk)
        #expect(
            transcript.script == [
                "INV: waarom ben je vertrokken?", "PAR: er was geen werk. | en geen huis.", "INV: en nu?", "PAR: nee.",
            ])
        #expect(transcript.turns.map(\.time) == [0, 1.5, nil, 5])
        #expect(transcript.turns.map(\.question) == [nil, nil, "Q2", "Q2"])
        #expect(transcript.turns[2].section == "Question 2. Return")
    }

    @Test func headersGiveRolesLanguageAndFacts() throws {
        let transcript = try TimedFormat.chat.read(talk)
        #expect(transcript.role("INV") == .interviewer)
        #expect(transcript.role("PAR") == .respondent)
        #expect(transcript.speakers.map(\.confidence) == [1, 1])
        #expect(transcript.language == "nl")
        #expect(
            transcript.attributes == [
                "date": "03-MAY-2024", "situation": "at a kitchen table", "age": "34", "sex": "female",
                "education": "university",
            ])
        #expect(transcript.source.format == "chat")
        #expect(transcript.warnings.isEmpty)
    }

    @Test(arguments: [
        ("I want [/] want to go .", "I want want to go."),
        ("<I want> [//] I need that .", "I want I need that."),
        ("<no work> [>] at all [<] .", "no work at all."),
        ("I left (be)cause runnin(g) .", "I left because running."),
        ("it was (.) hard (2.1) then (..) .", "it was hard then."),
        ("he &=laughs went &=ges:wave .", "he [laughs] went [ges wave]."),
        ("and &-um I &+fr &~gaga &*INV:mhm left .", "and um I [mhm] left."),
        ("xxx went yyy home .", "xxx went xxx home."),
        ("he 0is going .", "he going."),
        ("but then +/.", "but then—"),
        ("I thought +...", "I thought…"),
        ("+< you know +..?", "you know…?"),
        ("+\" come here , please !", "come here, please!"),
        ("the doggie@c said hola@s:spa .", "the doggie said hola."),
        ("gonna [: going to] no:w New_York ice+cream .", "gonna now New York ice cream."),
        ("well „ you see ‡ I left .", "well, you see, I left."),
        ("go [=! whispers] away [% aside] [+ exc] .", "go [whispers] away."),
        ("she (laughs) left [laughing] ((door)) .", "she (laughs) left [laughing] ((door))."),
        ("at 2 o'clock [x 3] .", "at 2 o'clock."),
        ("open [ bracket .", "open bracket."),
        ("0 .", ""), ("(.) .", ""), ("", ""),
    ])
    func signsOfTheFormatAreNoSpeech(line: String, speech: String) {
        #expect(CHATUtterance(Array(line.utf8)).text == speech)
    }

    @Test func utteranceMayNameItsLanguage() throws {
        let transcript = try TimedFormat.chat.read(
            "@Begin\n@Languages:\tnld, fra\n@Participants:\tPAR Participant\n*PAR:\tik ging weg .\n*PAR:\t[- fra] je suis parti .\n@End\n"
        )
        #expect(transcript.language == "nl")
        #expect(transcript.turns[0].paragraphs.map(\.language) == [nil, "fr"])
    }

    @Test func oldTimeMarksAreRead() {
        let utterance = CHATUtterance(Array("yes . \u{15}%snd:\"talk\"_100_2500\u{15}".utf8))
        #expect(utterance.milliseconds == "100")
        #expect(utterance.text == "yes.")
    }

    @Test func speakerThatTheHeadersDoNotListIsNamed() throws {
        let transcript = try TimedFormat.chat.read(
            "@Begin\n@Participants:\tPAR Participant\n*PAR:\tyes .\n*ZZZ:\tno .\n@End\n")
        #expect(transcript.warnings.map(\.identifier) == ["unknown-speaker"])
    }

    @Test func groupIsCollective() throws {
        let transcript = try TimedFormat.chat.read(
            "@Begin\n@Participants:\tINV Investigator, PAR Participant, GRP Group\n*INV:\twhy ?\n*PAR:\tyes .\n*GRP:\tno .\n"
        )
        #expect(transcript.speakers.map(\.isCollective) == [false, false, true])
    }

    @Test func linesOfNoKindAreLeftOutWithAWarning() throws {
        let transcript = try TimedFormat.chat.read(
            "@Begin\n@Participants:\tPAR Participant\n*PAR:\tyes .\nlost\n@End\n")
        #expect(transcript.script == ["PAR: yes."])
        #expect(transcript.warnings.map(\.identifier) == ["stray-lines"])
        #expect(transcript.warnings.first?.position?.line == 4)
    }

    @Test func beginningIsRecognised() {
        #expect(CHATReader.matches(talk))
        #expect(CHATReader.matches("@Begin\r\n@Languages:\teng\r\n"))
        #expect(!CHATReader.matches("@ruth: hello\n@Beginning"))
    }
}
