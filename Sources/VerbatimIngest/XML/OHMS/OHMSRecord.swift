import VerbatimModel

/// What an OHMS file says of one interview.
struct OHMSRecord {
    /// An entry of the index: when a segment begins, and what it is about.
    struct IndexPoint {
        var time: Double?
        var title = ""
    }

    /// Reads captions, as `vtt_transcript` holds them.
    typealias CaptionReader = (SourceFile) throws(DiagnosticsError) -> Transcript

    var attributes = Attributes()
    var language: Language?
    var interviewers: [String] = []
    var interviewees: [String] = []
    var index: [IndexPoint] = []
    /// The transcript in plain text, in UTF-8.
    var transcript: [UInt8] = []
    /// The transcript in WebVTT, in UTF-8.
    var captions: [UInt8] = []
    var sync = OHMSSync("")
    var times = MediaTime()

    /// The transcript: the captions, which have times, where there are any; else the plain text.
    /// - Throws: `no-text` for a record with an index only; what the plain-text reader throws.
    func transcript(of file: SourceFile, captionReader: CaptionReader) throws(DiagnosticsError) -> Transcript {
        let plain = Self.withoutFootnotes(transcript)
        var inner = SourceFile(path: file.path, id: file.id, bytes: plain, defaultLanguage: file.defaultLanguage)
        var transcript: Transcript
        if Self.hasWords(captions) {
            inner.bytes = captions
            transcript = try captionReader(inner)
        } else if Self.hasWords(plain), !Self.isPlaceholder(plain) {
            transcript = try PlainTextReader(file: inner).read()
            setTimes(&transcript)
        } else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-text",
                    "The record has no transcript\(index.isEmpty ? "" : ", only an index"). Add the transcript in OHMS.",
                    path: file.path)
            ])
        }
        transcript.source = XMLTranscripts.source(file, format: "ohms")
        transcript.attributes = attributes.merging(missingFrom: transcript.attributes)
        if let language { transcript.language = language }
        setSections(&transcript, path: file.path)
        setRoles(&transcript)
        if let warning = times.warning(path: file.path) { transcript.warnings.append(warning) }
        return transcript
    }

    // MARK: - Times and sections

    private func setTimes(_ transcript: inout Transcript) {
        guard !sync.marks.isEmpty else { return }
        var line = 1
        var place = 0
        let utf8 = Array(transcript.text.utf8)
        for turn in transcript.turns.indices {
            let start = transcript.turns[turn].range.lowerBound
            line += utf8[place..<max(place, start)].count { $0 == 0x0A }
            place = max(place, start)
            if transcript.turns[turn].time == nil { transcript.turns[turn].time = sync.seconds(ofLine: line) }
        }
    }

    /// The index as sections: the segment that had begun last when a turn begins.
    private func setSections(_ transcript: inout Transcript, path: String) {
        let points = index.filter { $0.time != nil }.sorted { ($0.time ?? 0) < ($1.time ?? 0) }
        guard !index.isEmpty else { return }
        guard !points.isEmpty, transcript.turns.contains(where: { $0.time != nil }) else {
            let titles = index.prefix(20).map { "'\($0.title)'" }.joined(separator: ", ")
            transcript.warnings.append(
                Diagnostic(
                    .warning, "index-without-times",
                    "The index (\(titles)\(index.count > 20 ? ", ..." : "")) gives no sections, since the transcript has no "
                        + "times. Synchronise it in OHMS.", path: path))
            return
        }
        var time: Double?
        for turn in transcript.turns.indices {
            time = transcript.turns[turn].time ?? time
            guard let time, let point = points.last(where: { ($0.time ?? 0) <= time }) else { continue }
            transcript.turns[turn].section = point.title
        }
    }

    // MARK: - Roles

    /// The record names those who ask and those who answer; labels are names, surnames or initials.
    private func setRoles(_ transcript: inout Transcript) {
        guard !transcript.speakers.isEmpty, !(interviewers.isEmpty && interviewees.isEmpty) else { return }
        let utf8 = Array(transcript.text.utf8)
        var evidence = SpeakerEvidence.gather(
            labels: transcript.speakers.map(\.label), turns: transcript.turns, utf8: utf8)
        for index in evidence.indices {
            let label = evidence[index].label
            let asks = interviewers.contains { Self.isName(label, of: $0) }
            let answers = interviewees.contains { Self.isName(label, of: $0) }
            guard asks != answers else { continue }
            evidence[index].isCollective = false
            evidence[index].declared =
                asks
                ? (.interviewer, "the record names this interviewer", 1)
                : (.respondent, "the record names this interviewee", 1)
        }
        let respondents = transcript.speakers.map(\.respondent)
        (transcript.speakers, transcript.kind) = RoleInference().infer(evidence)
        for (index, respondent) in respondents.enumerated() { transcript.speakers[index].respondent = respondent }
        let isSure = transcript.speakers.allSatisfy { !$0.role.asks || $0.confidence >= 0.6 }
        if isSure { transcript.warnings.removeAll { $0.identifier == "uncertain-roles" } }
    }

    /// Whether a label is a person's name, surname, forename or initials: `Ruth Vos` or `Vos, Ruth` is `VOS`, `Ruth`, `RV`.
    static func isName(_ label: String, of person: String) -> Bool {
        let parts = person.split(separator: ",").map { SpeakerLabel.words(String($0)) }
        // `Surname, Forename` is turned round.
        let words = parts.count == 2 ? parts[1] + parts[0] : parts.flatMap(\.self)
        let own = SpeakerLabel.words(label)
        guard !words.isEmpty, !own.isEmpty else { return false }
        if own == words || own == [words[words.count - 1]] || own == [words[0]] { return true }
        let initials = words.compactMap(\.first).map(String.init).joined()
        if own.joined() == initials, initials.count >= 2 { return true }
        return own.count >= 2 && own.first == words.first && own.last == words.last
    }

    // MARK: - Texts

    private static func hasWords(_ utf8: [UInt8]) -> Bool {
        utf8.contains { $0 > 0x20 }
    }

    /// What OHMS writes where there is no transcript.
    private static func isPlaceholder(_ utf8: [UInt8]) -> Bool {
        String(collapsing: utf8).lowercased() == "no transcript."
    }

    /// The text without the marks of footnotes and without the notes below it, which nobody says.
    static func withoutFootnotes(_ utf8: [UInt8]) -> [UInt8] {
        var text = String(decoding: utf8, as: UTF8.self)
        if let notes = text.firstRange(of: "[[footnotes]]") { text = String(text[..<notes.lowerBound]) }
        guard text.contains("[[footnote]]") else { return Array(text.utf8) }
        var kept = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "[[footnote]]") {
            kept += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            if let close = rest.firstRange(of: "[[/footnote]]") { rest = rest[close.upperBound...] }
        }
        return Array((kept + rest).utf8)
    }
}
