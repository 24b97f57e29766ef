import VerbatimModel

/// The speech of one session, as a dialect of XML tells it, before it becomes a transcript.
struct SpokenText {
    /// One who speaks.
    struct Person {
        /// The label under which the person is shown.
        var label: String
        /// The role that the file gives outright, and where it does.
        var declared: (role: SpeakerRole, reason: String)?
        /// Whether the label stands for several people or for nobody in particular; `nil` if the label itself tells.
        var isCollective: Bool?
    }

    /// One turn, its white space not settled yet.
    struct SpokenTurn {
        /// The key of the person; `nil` for words of nobody in particular.
        var speaker: String?
        /// The paragraphs, in UTF-8.
        var blocks: [TEIText.Block]
        /// When it begins, in seconds.
        var time: Double?
        var section: String?
        var question: String?
    }

    /// The id that the file names.
    var id: String?
    /// The language that the file declares.
    var language: Language?
    var attributes = Attributes()
    var turns: [SpokenTurn] = []
    var warnings: [Diagnostic] = []
    /// Whether it is a session of a parliament or committee, where nobody interviews.
    var isAssembly = false

    private var people: [String: Person] = [:]

    /// Lists a person under a key that turns use; a key that is listed already keeps its person.
    mutating func list(_ person: Person, as key: String) {
        if people[key] == nil { people[key] = person }
    }

    /// The person of a key.
    func person(_ key: String) -> Person? { people[key] }

    /// The transcript.
    /// - Throws: `no-text` if nothing is said.
    func transcript(of file: SourceFile, format: String) throws(DiagnosticsError) -> Transcript {
        var builder = SpeechBuilder()
        var transcript = Transcript(
            id: id ?? file.id, source: XMLTranscripts.source(file, format: format), kind: .interview,
            language: .unknown, attributes: attributes, text: "", warnings: warnings)
        var speakers = SpeakerNumbers()
        for turn in turns {
            var paragraphs: [Paragraph] = []
            for block in turn.blocks {
                if let range = builder.add(block.content, startsTurn: paragraphs.isEmpty) {
                    paragraphs.append(Paragraph(range: range, language: block.language ?? language))
                }
            }
            guard !paragraphs.isEmpty else { continue }
            transcript.turns.append(
                Turn(
                    number: transcript.turns.count + 1, speaker: speakers.number(of: turn.speaker, people: people),
                    paragraphs: paragraphs, time: turn.time, section: turn.section, question: turn.question))
        }
        guard !transcript.turns.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-text", "Nothing is said in the file: no turn of it holds words. Add the talk.",
                    path: file.path)
            ])
        }
        transcript.text = String(decoding: builder.text, as: UTF8.self)
        transcript.language = TEIHandler.settleLanguage(
            of: &transcript.turns, declared: language, utf8: builder.text, file: file)
        var evidence = SpeakerEvidence.gather(labels: speakers.labels, turns: transcript.turns, utf8: builder.text)
        for (index, person) in speakers.people.enumerated() {
            if let isCollective = person.isCollective { evidence[index].isCollective = isCollective }
            if let declared = person.declared { evidence[index].declared = (declared.role, declared.reason, 1) }
        }
        (transcript.speakers, transcript.kind) = RoleInference(isAssembly: isAssembly).infer(evidence)
        return transcript
    }
}

/// Numbers speakers by their first turn, and tells those of one label apart.
private struct SpeakerNumbers {
    private(set) var labels: [String] = []
    private(set) var people: [SpokenText.Person] = []
    private var numbers: [String: Int] = [:]
    private var taken: Set<String> = []

    mutating func number(of speaker: String?, people listed: [String: SpokenText.Person]) -> Int {
        let key = speaker ?? ""
        if let known = numbers[key] { return known }
        var person =
            listed[key]
            ?? (key.isEmpty
                ? SpokenText.Person(label: "unknown", isCollective: true) : SpokenText.Person(label: key))
        if person.label.isEmpty { person.label = key.isEmpty ? "unknown" : key }
        if taken.contains(SpeakerLabel.key(person.label)) { person.label += " (\(key.isEmpty ? "unknown" : key))" }
        while taken.contains(SpeakerLabel.key(person.label)) { person.label += "'" }
        taken.insert(SpeakerLabel.key(person.label))
        numbers[key] = labels.count
        labels.append(person.label)
        people.append(person)
        return labels.count - 1
    }
}
