import VerbatimModel

/// What several coders did, gathered from a study and from tables.
struct CoderRecords {
    /// The coders: people in the order of the alphabet, then the rules.
    private(set) var works: [CoderWork] = []
    /// The transcripts' ids by number.
    var transcripts: [Transcript.ID] { transcriptNumbers.ids }
    /// The respondents' ids by number.
    var respondents: [Respondent.ID] { respondentNumbers.ids }
    /// What should be looked at.
    private(set) var diagnostics: [Diagnostic] = []

    let frame: CodeFrame
    private var transcriptNumbers: Numbering
    private var respondentNumbers: Numbering
    private var places: [String: Int] = [:]
    private var reported: Set<String> = []
    private var faults: [Diagnostic] = []
    /// Whether transcripts and respondents are those of a study; else those that are named.
    private let isClosed: Bool

    /// The records of a study's coders.
    init(_ study: CodedStudy, frame: CodeFrame) {
        self.frame = frame
        isClosed = true
        transcriptNumbers = Numbering(study.transcripts.map(\.id))
        respondentNumbers = Numbering(study.respondents.map(\.id))
    }

    /// The records of coders without a study, over the texts of a project where there are some.
    init(frame: CodeFrame, transcripts: [Transcript.ID]) {
        self.frame = frame
        isClosed = false
        transcriptNumbers = Numbering(transcripts)
        respondentNumbers = Numbering([])
    }

    // MARK: - Adding

    /// Adds what the rules found: in every transcript, and for every respondent.
    mutating func add(rules codings: [Coding], name: String) {
        var work = CoderWork(name: name)
        for coding in codings where coding.status != .suppressed {
            guard let node = frame.index(of: [coding.code]),
                let transcript = transcriptNumbers.numbers[coding.transcript]
            else {
                continue
            }
            work.segments.append(CoderWork.Segment(transcript: transcript, span: coding.span, node: node))
            if let respondent = coding.respondent.flatMap({ respondentNumbers.numbers[$0] }) {
                work.marks.append(CoderWork.Mark(respondent: respondent, node: node, applies: true))
            }
        }
        work.transcripts = Set(transcripts.indices)
        work.respondents = Set(respondents.indices)
        works.append(work)
        places[name] = works.count - 1
    }

    /// Adds what people coded.
    ///
    /// - Parameters:
    ///   - given: The codings.
    ///   - unnamed: Stands for a coder whom a table does not name.
    ///   - isStrict: Whether a code that there is not is a fault. Codings that a study has recorded, and projects of other
    ///     programs, may have codes that the codebook lacks: they are left out with a warning, and tell only that their
    ///     coder saw the transcript.
    mutating func add(_ given: GivenCodings, unnamed: String, isStrict: Bool) {
        diagnostics += given.warnings
        for segment in given.segments {
            let node = node(of: segment.code, source: segment.source, isStrict: isStrict)
            guard let transcript = transcript(segment.transcript, source: segment.source) else { continue }
            let place = place(of: segment.coder ?? unnamed)
            works[place].transcripts.insert(transcript)
            guard let node, let span = segment.span else { continue }
            works[place].segments.append(CoderWork.Segment(transcript: transcript, span: span, node: node))
        }
        for mark in given.marks {
            let node = node(of: mark.code, source: mark.source, isStrict: isStrict)
            guard let respondent = respondent(mark.respondent, source: mark.source) else { continue }
            let place = place(of: mark.coder ?? unnamed)
            works[place].respondents.insert(respondent)
            guard let node else { continue }
            works[place].marks.append(
                CoderWork.Mark(respondent: respondent, node: node, applies: mark.applies))
        }
    }

    /// Adds what people decided: of each coder the latest decision on the same subject and code.
    mutating func add(_ decisions: [Decision]) {
        var latest: [Key: Decision] = [:]
        for decision in decisions {
            latest[Key(coder: decision.coder, subject: decision.subject, code: decision.code)] = decision
        }
        for decision in latest.values.sorted(by: { $0.number < $1.number }) where decision.outcome != .unsure {
            add(decision.code, isFound: decision.outcome == .accepted, by: decision)
            if let code = decision.changedCode { add(code, isFound: true, by: decision) }
        }
    }

    private struct Key: Hashable {
        var coder: String
        var subject: ReviewSubject
        var code: Code.ID
    }

    private mutating func add(_ code: Code.ID, isFound: Bool, by decision: Decision) {
        guard let node = frame.index(of: [code]) else { return }
        switch decision.subject {
        case .segment(let quoted):
            guard let transcript = transcriptNumbers.numbers[quoted.transcript] else { return }
            let place = place(of: decision.coder)
            works[place].answers.append(
                CoderWork.Segment(transcript: transcript, span: quoted.span, node: node, isFound: isFound))
        case .respondent(let id):
            guard let respondent = respondentNumbers.numbers[id] else { return }
            let place = place(of: decision.coder)
            works[place].markAnswers.append(CoderWork.Mark(respondent: respondent, node: node, applies: isFound))
        }
    }

    /// Adds what coders saw: transcripts, or of some only parts.
    mutating func add(_ seen: [SeenText]) {
        var whole: Set<[Int]> = []
        for text in seen {
            guard let transcript = transcript(text.transcript, source: text.source) else { continue }
            let place = place(of: text.coder)
            works[place].transcripts.insert(transcript)
            if let span = text.span, !whole.contains([place, transcript]) {
                works[place].parts[transcript, default: []].append(span)
            } else {
                whole.insert([place, transcript])
                works[place].parts[transcript] = nil
            }
        }
    }

    // MARK: - Finishing

    /// Puts people in the order of the alphabet, the rules last.
    /// - Throws: `unknown-code`: every code that there is not.
    mutating func finish(rules: String?) throws(DiagnosticsError) {
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        works.sort { left, right in
            if (left.name == rules) != (right.name == rules) { return right.name == rules }
            return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
        }
    }

    private mutating func place(of name: String) -> Int {
        if let known = places[name] { return known }
        places[name] = works.count
        works.append(CoderWork(name: name))
        return works.count - 1
    }

    private mutating func transcript(_ id: Transcript.ID, source: SourceRange?) -> Int? {
        let number = transcriptNumbers.number(of: id, isClosed: isClosed)
        if number == nil {
            warn("unknown-transcript", "The study has no transcript '\(id)', so its codings are left out.", source)
        }
        return number
    }

    private mutating func respondent(_ id: Respondent.ID, source: SourceRange?) -> Int? {
        let number = respondentNumbers.number(of: id, isClosed: isClosed)
        if number == nil {
            warn("unknown-respondent", "The study has no respondent '\(id)', so the codings are left out.", source)
        }
        return number
    }

    private mutating func node(of path: [String], source: SourceRange?, isStrict: Bool) -> Int? {
        guard !path.isEmpty else { return nil }
        if let node = frame.index(of: path) { return node }
        let name = path.joined(separator: " > ")
        guard reported.insert("code\u{1F}\(name)").inserted else { return nil }
        let suggestion = frame.suggestion(for: path)
        if isStrict {
            faults.append(
                Diagnostic(
                    .error, "unknown-code",
                    "The codebook has no code '\(name)'. Write the id or the name of one it has.",
                    path: source?.path, position: source?.start, suggestion: suggestion))
        } else {
            diagnostics.append(
                Diagnostic(
                    .warning, "unknown-code", "The codebook has no code '\(name)', so its codings are left out.",
                    path: source?.path, position: source?.start, suggestion: suggestion))
        }
        return nil
    }

    private mutating func warn(_ identifier: String, _ message: String, _ source: SourceRange?) {
        guard reported.insert(message).inserted else { return }
        diagnostics.append(
            Diagnostic(.warning, identifier, message, path: source?.path, position: source?.start))
    }
}

/// Ids with numbers from 0, in the order in which they came; of two that are the same the first counts.
private struct Numbering {
    private(set) var ids: [String]
    private(set) var numbers: [String: Int]

    init(_ ids: [String]) {
        self.ids = ids
        numbers = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of an id; of a new one the next, or `nil` where there are no new ones.
    mutating func number(of id: String, isClosed: Bool) -> Int? {
        if let known = numbers[id] { return known }
        if isClosed { return nil }
        numbers[id] = ids.count
        ids.append(id)
        return ids.count - 1
    }
}
