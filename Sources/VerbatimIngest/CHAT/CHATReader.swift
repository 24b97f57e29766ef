import VerbatimFiles
import VerbatimModel

/// Reads CHAT (`.cha`), the transcription format of TalkBank.
///
/// Source: MacWhinney, "Tools for Analyzing Talk, Part 1: The CHAT Transcription Format" (2024), sections 7 (headers), 8 to 10 (words,
/// utterances, scoped symbols). An utterance is a paragraph; those that one speaker says in a row are a turn.
struct CHATReader {
    /// Whether the beginning of a file, behind a byte-order mark and white space, is that of CHAT.
    static func matches(_ start: String) -> Bool {
        guard start.hasPrefix("@") else { return false }
        return start.split(maxSplits: 24, whereSeparator: \.isNewline).contains {
            $0.trimmingSpaces == "@Begin" || $0.hasPrefix("@Participants:")
        }
    }

    /// The transcript of a file.
    /// - Throws: what the decoder throws; `no-text` if nothing is said.
    /// - Complexity: O(number of bytes).
    static func read(_ file: SourceFile) throws(DiagnosticsError) -> Transcript {
        let decoded = try SourceDecoder.decode(
            withFormFeedsForBullets(file.bytes), path: file.path, encoding: file.encodingHint)
        var reader = CHATReader(file: file)
        for line in CHATLine.lines(of: decoded.utf8) { reader.read(line) }
        return try reader.transcript(decoded: decoded)
    }

    private let file: SourceFile
    private var text = SpokenText()
    private var participants = CHATParticipants()
    private var times = MediaTime()
    private var section: String?
    private var unknown: [String] = []
    private var stray: (count: Int, first: Int)?

    private init(file: SourceFile) {
        self.file = file
    }

    /// The bytes with form feeds for the control characters around times, which the decoder would take for a sign of no text.
    private static func withFormFeedsForBullets(_ bytes: [UInt8]) -> [UInt8] {
        // In UTF-16 the byte is part of other characters too, and the decoder does not mind.
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]), !bytes.contains(0) else {
            return bytes
        }
        return bytes.map { $0 == CHATLine.bullet ? 0x0C : $0 }
    }

    private mutating func read(_ line: CHATLine) {
        switch line.kind {
        case .header: readHeader(line)
        case .speech: readSpeech(line)
        case .dependent: break
        case .stray: stray = ((stray?.count ?? 0) + 1, stray?.first ?? line.number)
        }
    }

    // MARK: - Headers

    private mutating func readHeader(_ line: CHATLine) {
        let value = String(collapsing: line.content)
        switch line.name.lowercased() {
        case "languages":
            let names = value.split { $0 == "," || $0 == " " }
            text.language = names.first.flatMap { LanguageNames.language(of: String($0)) }
        case "participants": participants.readList(value)
        case "id": participants.readID(value)
        case "date" where !value.isEmpty: text.attributes["date"] = value
        case "location" where !value.isEmpty: text.attributes["location"] = value
        case "situation" where text.turns.isEmpty:
            if !value.isEmpty { text.attributes["situation"] = value }
        case "g", "bg", "situation": section = value.isEmpty ? nil : value
        case "eg", "new episode": section = nil
        default: break
        }
    }

    // MARK: - Speech

    private mutating func readSpeech(_ line: CHATLine) {
        if !participants.codes.contains(line.name), !unknown.contains(line.name) { unknown.append(line.name) }
        let utterance = CHATUtterance(line.content)
        guard !utterance.text.isEmpty else { return }
        let time = utterance.milliseconds.flatMap { times.seconds($0, unit: 0.001) }
        let block = TEIText.Block(content: Array(utterance.text.utf8), language: utterance.language ?? text.language)
        let key = SpeakerLabel.key(line.name)
        if let last = text.turns.indices.last, text.turns[last].speaker == key, text.turns[last].section == section {
            text.turns[last].blocks.append(block)
            return
        }
        text.list(
            SpokenText.Person(
                label: line.name, declared: participants.role(of: line.name),
                isCollective: participants.isCollective(line.name)),
            as: key)
        let question = section.flatMap { GuideQuestion.id(ofLine: $0) ?? GuideQuestion.id(ofNumberedLine: $0) }
        text.turns.append(
            SpokenText.SpokenTurn(speaker: key, blocks: [block], time: time, section: section, question: question))
    }

    private mutating func transcript(decoded: DecodedText) throws(DiagnosticsError) -> Transcript {
        if !unknown.isEmpty, !participants.codes.isEmpty {
            text.warnings.append(UnknownSpeaker.warning(unknown, path: file.path))
        }
        if let warning = times.warning(path: file.path) { text.warnings.append(warning) }
        if let stray {
            text.warnings.append(
                Diagnostic(
                    .warning, "stray-lines",
                    "\(stray.count) \(stray.count == 1 ? "line begins" : "lines begin") with none of @ * % and TAB and "
                        + "\(stray.count == 1 ? "was" : "were") left out, first this one. Put a TAB before lines that go on.",
                    path: file.path, position: SourcePosition(line: stray.first, column: 1)))
        }
        var transcript = try text.transcript(of: file, decoded: decoded, format: "chat")
        let respondents = transcript.speakers.filter { $0.role == .respondent && !$0.isCollective }
        if respondents.count == 1 {
            // What is said of the only respondent is what respondents inherit from their transcript.
            transcript.attributes = transcript.attributes.merging(
                missingFrom: participants.attributes(of: respondents[0].label))
        }
        return transcript
    }
}
