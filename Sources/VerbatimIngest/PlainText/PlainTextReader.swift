import VerbatimFiles
import VerbatimModel

/// Reads a plain-text or Markdown transcript.
struct PlainTextReader {
    private let file: SourceFile

    init(file: SourceFile) {
        self.file = file
    }

    /// The transcript: with turns where there are labels, else a document.
    /// - Throws: What is wrong with the file's encoding or header.
    func read() throws(DiagnosticsError) -> Transcript {
        let decoded = try file.decoded()
        let lines = TextLine.lines(of: decoded.utf8)
        let header = try HeaderBlock.read(decoded.utf8, lines: lines, path: file.path)
        var judgements = LabelJudgements()
        var readings = lines.map { LineReading.read(decoded.utf8, $0, judgements: &judgements) }
        var choice = LabelChoice(readings, lines: lines, utf8: decoded.utf8, firstLine: header.lineCount)
        PageLines.find(in: &readings, lines: lines, utf8: decoded.utf8, from: header.lineCount, choice: choice)
        GuideLines.find(in: &readings, lines: lines, utf8: decoded.utf8, from: header.lineCount, choice: choice)
        if header.kind != .document {
            let unlabelled = UnlabelledSpeech(readings, lines: lines, utf8: decoded.utf8)
            let finding =
                choice.labels.isEmpty
                ? unlabelled.alternation(from: header.lineCount)
                : unlabelled.answers(to: choice, from: header.lineCount)
            if let finding { choice.add(finding.labels, roles: finding.roles) }
        }
        var assembly = TurnAssembly(utf8: decoded.utf8, lines: lines, readings: readings, choice: choice)
        assembly.run(from: header.lineCount)

        var transcript = Transcript(
            id: header.id ?? file.id,
            source: file.source(format: "text", encoding: decoded.encoding, newlines: decoded.newlines),
            kind: .document, language: .unknown, attributes: header.attributes,
            text: String(decoding: decoded.utf8, as: UTF8.self), turns: assembly.turns, warnings: decoded.warnings)
        if let title = assembly.title, transcript.attributes["title"] == nil { transcript.attributes["title"] = title }
        if header.kind == .document || assembly.speakers.isEmpty {
            try makeDocument(&transcript, utf8: decoded.utf8, lines: lines, readings: readings, header: header)
        } else {
            giveRoles(&transcript, assembly: assembly, utf8: decoded.utf8, header: header, choice: choice)
        }
        transcript.language =
            header.language ?? file.defaultLanguage ?? LanguageOfSpeech.detect(transcript.turns, utf8: decoded.utf8)
        LanguageOfSpeech.mark(&transcript, utf8: decoded.utf8)
        return transcript
    }

    // MARK: - Speakers

    private func giveRoles(
        _ transcript: inout Transcript, assembly: TurnAssembly, utf8: [UInt8], header: HeaderBlock, choice: LabelChoice
    ) {
        var evidence = SpeakerEvidence.gather(labels: assembly.speakers, turns: transcript.turns, utf8: utf8)
        for index in evidence.indices {
            let key = SpeakerLabel.key(evidence[index].label)
            if let role = headerRole(ofLabel: evidence[index].label, header.attributes) {
                evidence[index].declared = (role, "the header says so", 1)
            } else if let role = choice.role(ofLabel: evidence[index].label) {
                evidence[index].declared = (role, "the title block says so", 1)
            } else if let role = choice.assumedRoles[key] {
                evidence[index].declared = role
            }
        }
        let (speakers, kind) = RoleInference(declaredKind: header.kind).infer(evidence)
        transcript.speakers = speakers
        transcript.kind = kind
        if let respondent = header.respondent {
            let answering = speakers.indices.filter { speakers[$0].role == .respondent && !speakers[$0].isCollective }
            if answering.count == 1 {
                transcript.speakers[answering[0]].respondent = respondent
            } else {
                transcript.warnings.append(
                    warning(
                        "several-respondents",
                        "The header names one respondent, but \(answering.count) labels answer. Use a respondents table."
                    ))
            }
        }
        warnOfGuesses(&transcript, assembly: assembly, choice: choice)
        if choice.assumedRoles.isEmpty, let asking = speakers.first(where: { $0.role.asks }), asking.confidence < 0.6 {
            transcript.warnings.append(
                warning(
                    "uncertain-roles",
                    "It is not clear who asks and who answers. Look at `verbatim speakers`, and say it in speakers.csv."
                ))
        }
        warnOfRareLabels(&transcript)
    }

    /// What the header's `interviewer`, `moderator` and `interpreter` say of a label.
    private func headerRole(ofLabel label: String, _ attributes: Attributes) -> SpeakerRole? {
        let key = SpeakerLabel.key(label)
        for name in attributes.names {
            guard let role = SpeakerRole(rawValue: name.lowercased()), role != .respondent else { continue }
            let labels = (attributes[name] ?? "").split { $0 == ";" || $0 == "," }.map(\.trimmingSpaces)
            if labels.contains(where: { SpeakerLabel.key($0) == key || SpeakerLabel.areInitials(label, of: $0) }) {
                return role
            }
        }
        return nil
    }

    /// Labels that were joined, and turns that were given to speakers whom nobody named, are guesses.
    private func warnOfGuesses(_ transcript: inout Transcript, assembly: TurnAssembly, choice: LabelChoice) {
        for alias in assembly.aliases.doubtful {
            transcript.warnings.append(
                warning(
                    "joined-labels",
                    "'\(alias.label)' was taken for '\(alias.other)'. If they are two people, write one of the labels differently."
                ))
        }
        guard !choice.assumedRoles.isEmpty else { return }
        let message =
            choice.assumedRoles.count == 1
            ? "Only those who ask have labels; the paragraphs between were taken for a respondent's."
            : "There are no speaker labels; paragraphs that ask were taken for an interviewer's and the others for a respondent's."
        transcript.warnings.append(
            warning("unlabelled-turns", message + " Put `Name:` before each turn, or `kind: document` into the header.")
        )
    }

    /// A label that occurs once among many may be body text with a colon.
    private func warnOfRareLabels(_ transcript: inout Transcript) {
        guard transcript.turns.count >= 20 else { return }
        for (index, speaker) in transcript.speakers.enumerated() {
            guard transcript.turns.count(where: { $0.speaker == index }) == 1, !speaker.isCollective,
                RoleWords.role(of: speaker.label) == nil
            else { continue }
            transcript.warnings.append(
                warning("rare-label", "'\(speaker.label)' speaks once only. If that is no speaker, remove its colon."))
        }
    }

    private func warning(_ identifier: String, _ message: String) -> Diagnostic {
        Diagnostic(.warning, identifier, message, path: file.path)
    }

    // MARK: - Texts without speakers

    /// One turn of nobody's, with the paragraphs that blank lines part.
    private func makeDocument(
        _ transcript: inout Transcript, utf8: [UInt8], lines: [TextLine], readings: [LineReading], header: HeaderBlock
    ) throws(DiagnosticsError) {
        transcript.kind = .document
        transcript.speakers = []
        var paragraphs: [Paragraph] = []
        var isOpen = false
        for index in header.lineCount..<max(header.lineCount, lines.count) {
            switch readings[index] {
            case .blank, .noise, .time: isOpen = false
            case .heading, .guideQuestion, .text:
                let range = lines[index].range
                if isOpen, let last = paragraphs.indices.last {
                    paragraphs[last].range = paragraphs[last].range.lowerBound..<range.upperBound
                } else {
                    paragraphs.append(Paragraph(range: range))
                }
                if case .text = readings[index] { isOpen = true } else { isOpen = false }
            }
        }
        guard !paragraphs.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-text", "The file has no text below its header. Add the talk, or remove the file.",
                    path: file.path)
            ])
        }
        transcript.turns = [Turn(number: 1, speaker: nil, paragraphs: paragraphs)]
        if header.kind != .document {
            transcript.warnings.append(
                warning(
                    "no-speakers",
                    "No speaker labels were found, so the text is searched whole, without respondents. "
                        + "Put `Name:` before each turn, or `kind: document` into the header."))
        }
    }
}
