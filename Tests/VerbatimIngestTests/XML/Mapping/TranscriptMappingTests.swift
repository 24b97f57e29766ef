import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct TranscriptMappingTests {
    @Test func archiveInterviewIsReadAsItsMappingSays() throws {
        let transcript = try #require(try mapped("XMLMapped-archive").first)
        #expect(
            transcript.script == [
                "Ines: Why did you leave?", "Karima: There was no work. | None at all.", "Ines: Would you go back?",
                "Karima: Jamais.",
            ])
        #expect(transcript.id == "talk-12")
        #expect(transcript.turns.map(\.time) == [0, 4.5, nil, 9])
        #expect(transcript.turns.map(\.section) == ["Leaving", "Leaving", "Coming back", "Coming back"])
        #expect(transcript.turns.map(\.question) == ["Q1", "Q1", "Q2", "Q2"])
        #expect(transcript.speakers.map(\.role) == [.interviewer, .respondent])
        #expect(transcript.speakers.map(\.confidence) == [1, 1])
        #expect(transcript.attributes["country"] == "Morocco")
        #expect(transcript.attributes["date"] == "2024-04-09")
        #expect(transcript.language == "en")
        #expect(transcript.turns[3].paragraphs[0].language == "fr")
        #expect(transcript.source.format == "mapping archive-interview")
    }

    @Test func threadsAreTranscriptsAndTheirNamesNoSpeech() throws {
        let transcripts = try mapped("XMLMapped-forum")
        #expect(transcripts.map(\.id) == ["threads/7", "threads/9"])
        #expect(
            transcripts[0].script == [
                "Mod: Who came by boat?", "Ada: I did. With my son.", "Bo: Not me.", "Cy: Nor me.",
            ])
        #expect(transcripts[0].turns.map(\.time) == [10, 65, 65, nil])
        #expect(transcripts[0].role("Mod") == .moderator)
    }

    @Test func fileForWhichAMappingIsNotMeantIsLeftToOthers() throws {
        let mapping = try mapping("mapping m\n  root /interview\n  turn //u")
        #expect(try mapping.read(Array("<TEI><u>x</u></TEI>".utf8), path: "t.xml", id: "t") == nil)
    }

    @Test func mappingThatFindsNothingIsAnError() throws {
        let mapping = try mapping("mapping m\n  turn //utterance")
        let error = #expect(throws: DiagnosticsError.self) {
            try mapping.read(Array("<a xmlns='urn:a'><utterance>x</utterance></a>".utf8), path: "t.xml", id: "t")
        }
        #expect(error?.diagnostics.map(\.identifier) == ["mapping-no-turns"])
    }

    @Test(arguments: [
        ("mapping m\n  turm //u\n  turn //u", "mapping-property", 2, 3), ("mapping m", "mapping-syntax", 1, 1),
        ("turn //u", "mapping-syntax", 1, 1), ("mapping m\n  turn", "mapping-syntax", 2, 7),
        ("mapping M x\n  turn //u", "mapping-syntax", 1, 8),
        ("mapping m\n  turn //u\n  turn //v", "mapping-property", 3, 3),
        ("mapping m\n  namespace p\n  turn //u", "mapping-syntax", 2, 12),
        ("mapping m\n  turn //u\nmapping n", "mapping-syntax", 3, 1),
        ("mapping m\n  turn //u[", "mapping-xpath", 2, 12),
        ("mapping m\n  turn //u\n  time number(@t", "mapping-xpath", 3, 17),
        ("mapping m\n  turn //u\n  speaker @s = 'a", "mapping-xpath", 3, 18),
    ])
    func faultHasItsPlace(text: String, identifier: String, line: Int, column: Int) {
        let faults = faults(text)
        #expect(faults.first?.identifier == identifier)
        #expect(faults.first?.path == "my.mapping")
        #expect(faults.first?.position == SourcePosition(line: line, column: column))
    }

    @Test(arguments: [
        ("//p:u", "a prefix is not known"), ("nodes(//u)", "no function of that name"), ("$who", "no such variable"),
        ("//u | 3", "wrong kind"), ("count()", "too many or too few"),
    ])
    func faultOfAnExpressionIsNamed(expression: String, message: String) {
        let faults = faults("mapping m\n  turn \(expression)")
        #expect(faults.map(\.identifier) == ["mapping-xpath"])
        #expect(faults.first?.message.contains(message) == true)
    }

    @Test func allFaultsAreToldAtOnceWithNearNames() {
        let faults = faults("mapping m\n  speeker @a\n  turn //u\n  secton @b")
        #expect(faults.map(\.suggestion) == ["speaker", "section"])
    }

    @Test func turnThatIsNoElementIsAnError() throws {
        let mapping = try mapping("mapping m\n  turn 'u'")
        let error = #expect(throws: DiagnosticsError.self) {
            try mapping.read(Array("<a/>".utf8), path: "t.xml", id: "t")
        }
        #expect(error?.diagnostics.map(\.identifier) == ["mapping-xpath"])
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a><u>b</u></a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><u>&x;</u></a>",
    ])
    func entitiesAreRefused(text: String) throws {
        let mapping = try mapping("mapping m\n  turn //u")
        let error = #expect(throws: DiagnosticsError.self) {
            try mapping.read(Array(text.utf8), path: "t.xml", id: "t")
        }
        #expect(error?.diagnostics.map(\.identifier) == ["entity"])
    }

    @Test func textsOfAttributesCanBeTurns() throws {
        let mapping = try mapping("mapping m\n  turn //m\n  speaker @by\n  paragraph @says")
        let transcripts = try mapping.read(
            Array("<a><m by='A' says='Is it so?'/><m by='B' says='It is.'/></a>".utf8), path: "t.xml", id: "t")
        #expect(transcripts?.first?.script == ["A: Is it so?", "B: It is."])
    }

    private func mapped(_ name: String) throws -> [Transcript] {
        let mapping = try mapping(String(decoding: Fixture.bytes("\(name).mapping"), as: UTF8.self))
        return try #require(try mapping.read(Fixture.bytes("\(name).xml"), path: "\(name).xml", id: name))
    }

    private func mapping(_ text: String) throws -> TranscriptMapping {
        try TranscriptMapping.parse(text, path: "my.mapping")
    }

    private func faults(_ text: String) -> [Diagnostic] {
        do {
            _ = try TranscriptMapping.parse(text, path: "my.mapping")
            return []
        } catch {
            return error.diagnostics
        }
    }
}
