import VerbatimModel

extension TEIHandler {
    /// The transcripts of the texts that were read.
    /// - Throws: `no-text` if there is no text in any.
    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        var transcripts: [Transcript] = []
        for (index, text) in texts.enumerated() {
            let id = text.id ?? (texts.count == 1 ? file.id : "\(file.id)#\(index + 1)")
            if let transcript = transcript(of: text, id: id) { transcripts.append(transcript) }
        }
        guard !transcripts.isEmpty else { throw Self.noText(file.path) }
        return transcripts
    }

    /// The error for a file in which there is nothing to read.
    static func noText(_ path: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "no-text",
                "The TEI file has no text: no 'u', 'sp' or paragraph in a body. Add the talk, or remove the file.",
                path: path)
        ])
    }

    /// The transcript of a text, by the people that are known so far; `nil` if it has no words.
    func transcript(of text: TEIText, id: String) -> Transcript? {
        var builder = SpeechBuilder()
        let spacing: SpeechBuilder.Spacing =
            text.hasSpaceElements ? .elements : text.hasJoins ? .joins : .written
        var transcript = Transcript(
            id: id, source: source, kind: .document, language: .unknown,
            attributes: text.attributes, text: "")
        var speakers = TEISpeakers(people: people)
        for utterance in text.utterancesInOrder {
            var paragraphs: [Paragraph] = []
            for block in utterance.blocks {
                if let range = builder.add(block.content, startsTurn: paragraphs.isEmpty, spacing: spacing) {
                    paragraphs.append(Paragraph(range: range, language: block.language))
                }
            }
            guard !paragraphs.isEmpty else { continue }
            transcript.turns.append(
                Turn(
                    number: transcript.turns.count + 1, speaker: speakers.index(of: utterance), paragraphs: paragraphs,
                    time: text.timeline.seconds(utterance.start), section: utterance.section,
                    question: utterance.question))
        }
        if transcript.turns.isEmpty {
            var paragraphs: [Paragraph] = []
            for block in text.prose {
                if let range = builder.add(block.content, startsTurn: false) {
                    paragraphs.append(Paragraph(range: range, language: block.language))
                }
            }
            guard !paragraphs.isEmpty else { return nil }
            transcript.turns = [Turn(number: 1, speaker: nil, paragraphs: paragraphs)]
        }
        transcript.text = String(decoding: builder.text, as: UTF8.self)
        transcript.language = Self.settleLanguage(
            of: &transcript.turns, declared: text.language, utf8: builder.text, file: file)
        guard !speakers.labels.isEmpty else { return transcript }
        var evidence = SpeakerEvidence.gather(labels: speakers.labels, turns: transcript.turns, utf8: builder.text)
        speakers.declare(&evidence)
        let inference = RoleInference(isAssembly: text.isAssembly || speakers.isAssembly)
        (transcript.speakers, transcript.kind) = inference.infer(evidence)
        return transcript
    }

    /// The language of the transcript, which paragraphs name only where theirs is another.
    static func settleLanguage(
        of turns: inout [Turn], declared: Language?, utf8: [UInt8], file: SourceFile
    ) -> Language {
        var sizes: [Language: Int] = [:]
        for turn in turns {
            for paragraph in turn.paragraphs {
                if let language = paragraph.language { sizes[language, default: 0] += paragraph.range.count }
            }
        }
        var language = declared ?? .unknown
        if declared == nil || sizes[language] == nil {
            // A declaration that no paragraph is under is that of the header's language.
            let most = sizes.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
            language = most ?? declared ?? file.defaultLanguage ?? LanguageOfSpeech.detect(turns, utf8: utf8)
        }
        for turn in turns.indices {
            for index in turns[turn].paragraphs.indices where turns[turn].paragraphs[index].language == language {
                turns[turn].paragraphs[index].language = nil
            }
        }
        return language
    }
}

/// The speakers of one TEI text, by the ids and labels of its utterances.
struct TEISpeakers {
    let people: TEIPeople
    /// The labels, in the order of their first turn.
    private(set) var labels: [String] = []
    /// Whether utterances are marked as a parliament's are.
    private(set) var isAssembly = false

    private var indices: [String: Int] = [:]
    private var roles: [String?] = []
    private var groups: [Bool] = []
    /// How often each speaker is marked as chair, and as another member or guest.
    private var marks: [(chair: Int, other: Int)] = []

    init(people: TEIPeople) {
        self.people = people
    }

    /// The index of the one who speaks in an utterance.
    mutating func index(of utterance: TEIText.Utterance) -> Int {
        let ids = utterance.who.map { TEIPeople.id(of: $0) }
        let key = ids.isEmpty ? "label " + SpeakerLabel.key(utterance.label ?? "") : ids.joined(separator: " ")
        let index: Int
        if let known = indices[key] {
            index = known
        } else {
            index = labels.count
            indices[key] = index
            labels.append(unique(label(ids, utterance), ids))
            roles.append(ids.count == 1 ? people.person(ids[0])?.role : nil)
            let isNobody = ids.isEmpty && (utterance.label ?? "").isEmpty
            groups.append(isNobody || ids.count > 1 || ids.contains { people.person($0)?.isGroup == true })
            marks.append((0, 0))
        }
        for mark in utterance.analysis {
            switch mark.lowercased() {
            case "chair", "chairman", "president": marks[index].chair += 1
            case "regular", "guest", "member": marks[index].other += 1
            default: continue
            }
            isAssembly = true
        }
        return index
    }

    /// Adds what the file says of roles to the evidence.
    func declare(_ evidence: inout [SpeakerEvidence]) {
        for index in evidence.indices {
            if groups[index] { evidence[index].isCollective = true }
            if let role = roles[index], let known = SpeakerRole(rawValue: role) ?? RoleWords.role(of: role)?.role {
                evidence[index].declared = (known, "the file's list of persons says '\(role)'", 1)
            } else if marks[index].chair > 0, marks[index].chair >= marks[index].other {
                evidence[index].declared = (.moderator, "marked as chair", 1)
            } else if marks[index].other > 0 {
                evidence[index].declared = (.respondent, "marked as speaker in a session", 1)
            }
        }
    }

    private func label(_ ids: [String], _ utterance: TEIText.Utterance) -> String {
        if ids.isEmpty { return (utterance.label ?? "").isEmpty ? "unknown" : utterance.label ?? "" }
        let names = ids.map { people.person($0)?.name ?? (ids.count == 1 ? utterance.label : nil) ?? $0 }
        return names.joined(separator: ", ")
    }

    /// Two people of one name are told apart by their ids.
    private func unique(_ label: String, _ ids: [String]) -> String {
        labels.contains(label)
            ? "\(label) (\(ids.isEmpty ? "\(labels.count + 1)" : ids.joined(separator: ", ")))" : label
    }
}
