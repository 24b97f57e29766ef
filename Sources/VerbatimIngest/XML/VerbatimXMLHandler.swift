import VerbatimModel

/// Reads Verbatim's own transcript XML; what the schema cannot say is checked here.
final class VerbatimXMLHandler: DialectHandler {
    private let file: SourceFile

    private struct Person {
        var id: String
        var label: String
        var role: SpeakerRole?
        var respondent: String?
        var isCollective = false
    }

    private var id: String?
    private var kind: TranscriptKind?
    private var language: Language?
    private var attributes = Attributes()
    private var people: [Person] = []
    private var builder = SpeechBuilder()
    private var turns: [Turn] = []
    private var faults: [Diagnostic] = []

    private var section: (title: String?, question: String?) = (nil, nil)
    private var turn: Turn?
    private var turnLanguage: Language?
    private var content: [UInt8]?
    private var contentLanguage: Language?
    private var markDepth = 0

    init(file: SourceFile) {
        self.file = file
    }

    func startElement(_ element: XMLElement) {
        if markDepth > 0 {
            markDepth += 1
            return
        }
        switch element.name {
        case "transcript":
            id = element["id"].map(\.trimmingSpaces)
            kind = element["kind"].flatMap { TranscriptKind(rawValue: $0.trimmingSpaces) }
            language = element["language"].map { Language(tag: $0.trimmingSpaces) }
        case "attribute": addAttribute(element)
        case "speaker": addSpeaker(element)
        case "section": section = (element["title"].map(\.trimmingSpaces), element["question"].map(\.trimmingSpaces))
        case "turn": startTurn(element)
        case "p":
            content = []
            contentLanguage = element["xml:lang"].map { Language(tag: $0.trimmingSpaces) } ?? turnLanguage
        case "mark": markDepth = 1
        default: break
        }
    }

    func endElement(_ name: String) {
        if markDepth > 0 {
            markDepth -= 1
            return
        }
        switch name {
        case "section": section = (nil, nil)
        case "turn":
            if let turn, !turn.paragraphs.isEmpty { turns.append(turn) }
            turn = nil
        case "p":
            let startsTurn = turn?.paragraphs.isEmpty ?? true
            if let content, let range = builder.add(content, startsTurn: startsTurn) {
                turn?.paragraphs.append(Paragraph(range: range, language: contentLanguage))
            }
            content = nil
        default: break
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        if markDepth == 0 { content?.append(contentsOf: utf8) }
    }

    /// The transcript, if the file follows the schema.
    /// - Throws: `invalid-transcript` for each fault with its line, `no-text`.
    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        try VerbatimSchema.validate(file.bytes, path: file.path)
        return [try transcript()]
    }

    private func transcript() throws(DiagnosticsError) -> Transcript {
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        guard !turns.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(.error, "no-text", "No turn of the transcript has words. Add the talk.", path: file.path)
            ])
        }
        var transcript = Transcript(
            id: id ?? file.id, source: XMLTranscripts.source(file, format: "verbatim"), kind: kind ?? .document,
            language: .unknown, attributes: attributes, text: String(decoding: builder.text, as: UTF8.self))
        keepSpeakersWhoSpeak(&transcript)
        transcript.language =
            language ?? file.defaultLanguage ?? LanguageOfSpeech.detect(transcript.turns, utf8: builder.text)
        for index in transcript.turns.indices {
            for paragraph in transcript.turns[index].paragraphs.indices
            where transcript.turns[index].paragraphs[paragraph].language == transcript.language {
                transcript.turns[index].paragraphs[paragraph].language = nil
            }
        }
        return transcript
    }

    /// Numbers the speakers by their first turn, and gives them roles.
    private func keepSpeakersWhoSpeak(_ transcript: inout Transcript) {
        var order: [Int] = []
        transcript.turns = turns
        for (number, turn) in turns.enumerated() {
            guard let person = turn.speaker else { continue }
            if !order.contains(person) { order.append(person) }
            transcript.turns[number].speaker = order.firstIndex(of: person)
        }
        guard !order.isEmpty, kind != .document else {
            for index in transcript.turns.indices { transcript.turns[index].speaker = nil }
            transcript.kind = .document
            return
        }
        let speaking = order.map { people[$0] }
        var evidence = SpeakerEvidence.gather(
            labels: speaking.map(\.label), turns: transcript.turns, utf8: builder.text)
        for (index, person) in speaking.enumerated() {
            if person.role != nil || person.respondent != nil { evidence[index].isCollective = false }
            if person.isCollective { evidence[index].isCollective = true }
            let role = person.role ?? (person.respondent == nil ? nil : .respondent)
            evidence[index].declared = role.map { ($0, "the file says so", 1) }
        }
        (transcript.speakers, transcript.kind) = RoleInference(declaredKind: kind).infer(evidence)
        for (index, person) in speaking.enumerated() where !person.isCollective {
            transcript.speakers[index].respondent = person.respondent
        }
    }

    // MARK: - Elements

    private func addAttribute(_ element: XMLElement) {
        guard let name = element["name"].map(\.trimmingSpaces), let value = element["value"] else { return }
        if attributes[name] != nil { fault("The attribute '\(name)' is given twice. Remove one.", element) }
        attributes[name] = value.trimmingSpaces
    }

    private func addSpeaker(_ element: XMLElement) {
        guard let id = element["id"].map(\.trimmingSpaces), let label = element["label"].map(\.trimmingSpaces) else {
            return
        }
        if people.contains(where: { $0.id == id }) {
            fault("The speaker '\(id)' is listed twice. Remove one.", element)
        }
        if people.contains(where: { SpeakerLabel.key($0.label) == SpeakerLabel.key(label) }) {
            fault("The label '\(label)' is given to two speakers. Give each its own.", element)
        }
        let collective = element["collective"].map(\.trimmingSpaces)
        people.append(
            Person(
                id: id, label: label, role: element["role"].flatMap { SpeakerRole(rawValue: $0.trimmingSpaces) },
                respondent: element["respondent"].map(\.trimmingSpaces),
                isCollective: collective == "true" || collective == "1"))
    }

    private func startTurn(_ element: XMLElement) {
        turnLanguage = element["xml:lang"].map { Language(tag: $0.trimmingSpaces) }
        var speaker: Int?
        if let id = element["speaker"].map(\.trimmingSpaces) {
            speaker = people.firstIndex { $0.id == id }
            if speaker == nil {
                let near = NearNames.nearest(to: id, in: people.map(\.id))
                fault("The speaker '\(id)' is not listed under 'speakers'. Add it there.", element, suggestion: near)
            }
        }
        turn = Turn(
            number: turns.count + 1, speaker: speaker, paragraphs: [], time: element["time"].flatMap(Self.seconds),
            section: section.title, question: element["question"].map(\.trimmingSpaces) ?? section.question)
    }

    private static func seconds(_ time: String) -> Double? {
        if let seconds = Double(time) { return seconds }
        let bytes = Array(time.utf8)
        var cursor = ByteCursor(bytes, range: 0..<bytes.count)
        return cursor.clock()
    }

    private func fault(_ message: String, _ element: XMLElement, suggestion: String? = nil) {
        faults.append(
            Diagnostic(
                .error, "invalid-transcript", message, path: file.path, position: element.position,
                suggestion: suggestion))
    }
}
