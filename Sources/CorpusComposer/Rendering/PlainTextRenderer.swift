/// Writes a session as plain text or Markdown.
///
/// The canonical text is the file itself, so the offsets of passages are those of the file's scalars, with LF line ends.
struct PlainTextRenderer {
    /// Writes the session.
    /// - Returns: For each utterance that is a passage, the Unicode-scalar offset of the passage in the canonical text.
    /// - Complexity: O(length of the session).
    static func write(_ session: Session, to file: inout TextBuffer) -> [Int] {
        let phrases = SessionPhrases.of(session.plan.language)
        switch session.form {
        case .initials, .questionAnswer, .ownLine: title(session, phrases, &file)
        default: header(session, &file)
        }
        var clock = SessionClock()
        var section = -1
        var starts: [Int] = []
        for utterance in session.utterances {
            let current = InterviewGuide.questions[utterance.question].section
            if session.form == .markdown, current != section {
                file.write("## \(phrases.sections[current])\n\n")
            }
            section = current
            var lines = utterance.lines[...]
            if session.form == .numbered, utterance.opensQuestion, let wording = lines.popFirst() {
                file.write("\(questionWords[session.plan.language.position]) \(utterance.question + 1). ")
                file.write(wording)
                file.write("\n\n")
            }
            if !lines.isEmpty {
                label(session.speakers[utterance.speaker].label, session.form, clock, &file)
                starts += speech(lines, isPassage: utterance.passage != nil, &file)
                file.write("\n\n")
            }
            clock.pass(utterance)
        }
        return starts
    }

    private static let questionWords = ["Question", "Vraag", "Question", "سؤال", "Soru"]

    private static func header(_ session: Session, _ file: inout TextBuffer) {
        let isGroup = session.plan.kind == .group
        file.write("---\ntranscript: \(session.id)\nkind: \(isGroup ? "focus-group" : "interview")\n")
        file.write("language: \(session.plan.language.rawValue)\ndate: \(session.date)\n")
        file.write("country: \(session.plan.country.rawValue)\n")
        for speaker in session.speakers where speaker.role != "respondent" {
            file.write("\(speaker.role): \(speaker.label)\n")
        }
        if !isGroup, let respondent = session.profiles.first { file.write("respondent: \(respondent.id)\n") }
        file.write("---\n\n")
    }

    private static func title(_ session: Session, _ phrases: SessionPhrases, _ file: inout TextBuffer) {
        file.write("\(phrases.title) \(session.profiles.first?.id ?? "")\n\(session.date)\n\n")
    }

    private static func label(_ label: String, _ form: TranscriptForm, _ clock: SessionClock, _ file: inout TextBuffer)
    {
        switch form {
        case .timed: file.write("[\(clock.time)] \(label): ")
        case .ownLine: file.write("\(label):\n")
        case .markdown: file.write("**\(label):** ")
        default: file.write("\(label): ")
        }
    }

    private static func speech(
        _ lines: ArraySlice<CountedText>, isPassage: Bool, _ file: inout TextBuffer
    ) -> [Int] {
        let start = file.scalars
        for (place, line) in lines.enumerated() {
            if place > 0 { file.write(" ") }
            file.write(line)
        }
        return isPassage ? [start] : []
    }
}
