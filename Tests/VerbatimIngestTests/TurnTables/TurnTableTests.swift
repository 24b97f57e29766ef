import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

@Suite struct TurnTableTests {
    @Test func rowsOfOneSpeakerAreATurn() throws {
        let transcript = try TimedFormat.table.read(
            """
            timestamp,speaker,words,tags
            [00:00:00],Rebecca Stone:,"Why did you leave, then?",work;home
            ,DL:,There was no work&#8212;none.,
            0:04:28,DL,And no house.,
            ,,(beginning of actual interview),
            ,,Nothing at all.,
            [00:05:00],RS,I see.,
            """)
        #expect(
            transcript.script == [
                "Rebecca Stone: Why did you leave, then?",
                "DL: There was no work—none. | And no house. | Nothing at all.", "Rebecca Stone: I see.",
            ])
        #expect(transcript.turns.map(\.time) == [0, nil, 300])
        #expect(transcript.role("Rebecca Stone") == .interviewer)
        #expect(transcript.source.format == "turn-table")
        #expect(transcript.warnings.map(\.identifier) == ["ignored-column", "joined-labels"])
    }

    @Test(arguments: [
        "Spreker;Tekst;Tijd", "Locuteur;Texte;Temps", "name;utterance;start_time", "Who;Speech;Time (s)",
    ])
    func columnsHaveNamesInSeveralLanguages(header: String) throws {
        let transcript = try TimedFormat.table.read("\(header)\nRuth;Waarom?;1,5\nAnna;Geen werk.;2\n")
        #expect(transcript.script == ["Ruth: Waarom?", "Anna: Geen werk."])
        #expect(transcript.turns.map(\.time) == [1.5, 2])
    }

    @Test func tableMayHoldSeveralTranscripts() throws {
        let text =
            "file\tspeaker\ttext\tcountry\nday-1\tInterviewer\tWhy?\tTunisia\nday-1\tAnna\tNo work.\tTunisia\n"
            + "day-2\tInterviewer\tAnd you?\tIraq\nday-2\tKarim\tNo house.\tIraq\n"
        let transcripts = try TimedFormat.table.transcripts(Array(text.utf8))
        #expect(transcripts.map(\.id) == ["day-1", "day-2"])
        #expect(
            transcripts.map(\.script) == [
                ["Interviewer: Why?", "Anna: No work."], ["Interviewer: And you?", "Karim: No house."],
            ])
        #expect(transcripts.map { $0.attributes["country"] } == ["Tunisia", "Iraq"])
    }

    @Test func rolesRespondentsQuestionsAndLanguagesAreTaken() throws {
        let transcript = try TimedFormat.table.read(
            """
            speaker,role,respondent_id,question,section,language,text
            Ruth,interviewer,,Q1,Leaving,en,Why did you leave?
            Anna,respondent,TN-07,,,en,There was no work.
            Anna,respondent,TN-07,,,fr,Pas de travail.
            Ruth,interviewer,,2. Would you go back?,,en,Would you go back?
            Anna,respondent,TN-07,,,en,No.
            """)
        #expect(transcript.role("Ruth") == .interviewer)
        #expect(transcript.speakers.map(\.respondent) == [nil, "TN-07"])
        #expect(transcript.turns.map(\.question) == ["Q1", "Q1", "Q2", "Q2"])
        #expect(
            transcript.turns.map(\.section) == ["Leaving", "Leaving", "2. Would you go back?", "2. Would you go back?"])
        #expect(transcript.turns[1].paragraphs.map(\.language) == [nil, "fr"])
        #expect(transcript.language == "en")
    }

    @Test func speechInAnotherLanguageIsTold() throws {
        let transcript = try TimedFormat.table.read(
            """
            speaker,text
            Ruth,Why did you leave and what did you do when you were there?
            Anna,There was no work for me and the house was not ours.
            Anna,لم يكن هناك عمل في المدينة ولهذا خرجنا من البلد إلى هنا
            """)
        #expect(transcript.language == "en")
        #expect(transcript.turns.flatMap(\.paragraphs).map(\.language) == [nil, nil, "ar"])
    }

    @Test func timesAreClocksSecondsMillisecondsAndPartsOfADay() {
        func seconds(_ name: String, _ values: [String]) -> [Double?] {
            var times = TableTimes(name: name, values: values)
            return values.map { times.seconds($0) }
        }
        #expect(
            seconds("time", ["[00:03:43] beginning", "1:02:03.5", "12.5", "", "noon"]) == [
                223, 3_723.5, 12.5, nil, nil,
            ])
        #expect(seconds("start_ms", ["0", "1500"]) == [0, 1.5])
        #expect(seconds("start", ["0", "0.25"]) == [0, 21_600])
    }

    @Test func tableWithoutSpeakersIsADocument() throws {
        let transcript = try TimedFormat.table.read("start,text\n0,There was\n2,no work.\n")
        #expect(transcript.kind == .document)
        #expect(transcript.script == ["-: There was | no work."])
    }

    @Test func workbookIsRead() throws {
        let bytes = try XLSXTable.write(
            [["Speaker", "Text"], ["Ruth", "Why?"], ["Anna", "No work."]], sheet: "Talk")
        #expect(TableTranscripts.isWorkbook(bytes))
        let transcript = try #require(try TimedFormat.table.transcripts(bytes).first)
        #expect(transcript.script == ["Ruth: Why?", "Anna: No work."])
    }

    @Test(arguments: ["code,name,share\na,b,1\n", "speaker,age\nRuth,3\n", "id,country\nA,Iraq\n"])
    func otherTablesAreAnErrorThatSaysWhatIsMissing(text: String) {
        let faults = TimedFormat.table.faults(text)
        #expect(faults.map(\.identifier) == ["unsupported-table"])
        #expect(faults.first?.message.contains("text") == true)
    }

    @Test(arguments: [
        "timestamp,speaker,words,tags\n", "\"Speaker\";\"Text\"", "id,age,Q1. Why?\n", "respondent,question,answer",
    ])
    func headerIsRecognised(start: String) { #expect(TableTranscripts.matches(start)) }

    @Test(arguments: ["Ruth: Well, text, speaker and so on.\n", "id,labels,country\n", "", "Dear all,\n"])
    func otherBeginningsAreNot(start: String) { #expect(!TableTranscripts.matches(start)) }
}
