import VerbatimAnalysis
import VerbatimModel

/// The truth, tied to the transcripts, respondents and codes of a study.
struct EvaluationTruth {
    /// A code on a segment, or what the rules made of one.
    struct Segment {
        /// The number of the transcript in the study.
        var transcript: Int
        /// Where it is, in Unicode scalars.
        var span: TextSpan
        /// The place of the code in the codebook.
        var node: Int
        /// How the finding is asserted; `nil` where nobody says.
        var assertion: AssertionLabel?
        /// Who says the words, by number in the study.
        var respondents: Set<Int>
    }

    /// A code that applies to what a respondent says.
    struct Mark {
        /// The number of the respondent in the study.
        var respondent: Int
        /// The place of the code in the codebook.
        var node: Int
        /// How the finding is asserted; `nil` where nobody says.
        var assertion: AssertionLabel?
    }

    /// The segments that are coded in truth.
    private(set) var segments: [Segment] = []
    /// The respondents whom codes apply to, from a table of respondents.
    private(set) var marks: [Mark] = []
    /// Whether the truth is one of segments, and not only of respondents.
    let hasSegments: Bool
    /// The transcripts that were read for the truth, by number; for a truth of respondents those in which they speak.
    private(set) var transcripts: Set<Int> = []
    /// The respondents who were read for the truth, by number.
    private(set) var respondents: Set<Int> = []
    /// What should be looked at.
    private(set) var diagnostics: [Diagnostic] = []

    /// Whether the truth says of anything how it is asserted.
    var hasAssertions: Bool { segments.contains { $0.assertion != nil } || marks.contains { $0.assertion != nil } }

    /// The truth that a table or a project gives about a study.
    ///
    /// - Parameters:
    ///   - given: What people coded.
    ///   - study: The study.
    ///   - texts: Its texts, in the order of the study.
    ///   - resolver: The codes of its codebook.
    ///   - isComplete: Whether all of the study was read, also what the truth does not name.
    /// - Throws: `unknown-code`, `span-outside-text`: every row whose code the codebook does not have, or that ends
    ///   behind its text; `[nothing-to-evaluate]` where the truth names nothing of the study.
    init(
        _ given: GivenCodings, study: CodedStudy, texts: StudyTexts, resolver: CodeResolver, isComplete: Bool
    ) throws(DiagnosticsError) {
        hasSegments = !given.segments.isEmpty
        let numbers = Dictionary(
            study.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var reader = TruthReading(resolver: resolver, isStrict: given.transcripts.isEmpty)
        let bound = study.codebook.codes.map(AssertionLabel.bound)
        read(given.segments, texts: texts, numbers: numbers, bound: bound, reader: &reader)
        read(given.marks, numbers: numbers, bound: bound, reader: &reader)
        guard reader.faults.isEmpty else { throw DiagnosticsError(reader.faults) }
        diagnostics = given.warnings + reader.warnings
        if isComplete {
            transcripts = Set(texts.transcripts.indices)
            respondents = Set(study.respondents.indices)
        }
        for transcript in transcripts {
            for turn in texts.transcripts[transcript].turns {
                if let number = turn.respondent.flatMap({ numbers[$0] }) { respondents.insert(number) }
            }
        }
        guard !transcripts.isEmpty || !respondents.isEmpty else {
            throw DiagnosticsError(
                diagnostics + [
                    Diagnostic(
                        .error, "nothing-to-evaluate",
                        "The truth names no transcript and no respondent of the study. Compare its ids with the "
                            + "transcripts of the study.")
                ])
        }
    }

    private mutating func read(
        _ given: [GivenCodings.Segment], texts: StudyTexts, numbers: [Respondent.ID: Int],
        bound: [Set<AssertionKind>], reader: inout TruthReading
    ) {
        var maps: [Int: [(span: TextSpan, respondent: Int)]] = [:]
        for segment in given {
            let node = segment.code.isEmpty ? nil : reader.node(of: segment.code, source: segment.source)
            guard let transcript = texts.numbers[segment.transcript] else {
                reader.miss("unknown-transcript", "transcript", segment.transcript, segment.source)
                continue
            }
            transcripts.insert(transcript)
            guard let node, let span = segment.span else { continue }
            let text = texts.transcripts[transcript]
            guard reader.isInside(span, of: text, source: segment.source) else { continue }
            let turns = maps[transcript] ?? Self.turns(of: text, numbers: numbers)
            maps[transcript] = turns
            let speaking = turns.filter { $0.span.start < span.end && span.start < $0.span.end }
            segments.append(
                Segment(
                    transcript: transcript, span: span, node: node,
                    assertion: segment.assertion?.leavingOut(bound[node]),
                    respondents: Set(speaking.map(\.respondent))))
        }
    }

    private mutating func read(
        _ given: [GivenCodings.Mark], numbers: [Respondent.ID: Int], bound: [Set<AssertionKind>],
        reader: inout TruthReading
    ) {
        for mark in given {
            let node = mark.code.isEmpty ? nil : reader.node(of: mark.code, source: mark.source)
            guard let respondent = numbers[mark.respondent] else {
                reader.miss("unknown-respondent", "respondent", mark.respondent, mark.source)
                continue
            }
            respondents.insert(respondent)
            if let node, mark.applies {
                marks.append(
                    Mark(
                        respondent: respondent, node: node, assertion: mark.assertion?.leavingOut(bound[node])))
            }
        }
    }

    private static func turns(
        of transcript: Transcript, numbers: [Respondent.ID: Int]
    ) -> [(span: TextSpan, respondent: Int)] {
        let map = OffsetMap(transcript.text)
        return transcript.turns.compactMap { turn in
            turn.respondent.flatMap { numbers[$0] }.map { (map.span(of: turn.range), $0) }
        }
    }
}

/// The faults of a truth, found row by row.
struct TruthReading {
    let resolver: CodeResolver
    /// Whether a code that the codebook does not have is a fault; in a project of another program it is left out.
    let isStrict: Bool
    private(set) var faults: [Diagnostic] = []
    private(set) var warnings: [Diagnostic] = []
    private var known: [[String]: Int?] = [:]
    private var missed: Set<String> = []
    private var lengths: [Transcript.ID: Int] = [:]

    init(resolver: CodeResolver, isStrict: Bool) {
        self.resolver = resolver
        self.isStrict = isStrict
    }

    /// The place of a code in the codebook; each code that is not there is reported once.
    mutating func node(of path: [String], source: SourceRange?) -> Int? {
        if let found = known[path] { return found }
        let found = resolver.index(of: path)
        known.updateValue(found, forKey: path)
        if found == nil {
            let name = path.joined(separator: " > ")
            let diagnostic = Diagnostic(
                isStrict ? .error : .warning, "unknown-code",
                isStrict
                    ? "The codebook has no code '\(name)'. Write the id or the name of one it has."
                    : "The codebook has no code '\(name)', so its codings are left out.",
                path: source?.path, position: source?.start, suggestion: resolver.suggestion(for: path))
            if isStrict { faults.append(diagnostic) } else { warnings.append(diagnostic) }
        }
        return found
    }

    /// Reports once that the study does not have what a row names.
    mutating func miss(_ identifier: String, _ noun: String, _ id: String, _ source: SourceRange?) {
        guard missed.insert("\(identifier)\u{1F}\(id)").inserted else { return }
        warnings.append(
            Diagnostic(
                .warning, identifier, "The study has no \(noun) '\(id)', so its codings are left out.",
                path: source?.path, position: source?.start))
    }

    /// Whether a segment lies in its text.
    mutating func isInside(_ span: TextSpan, of transcript: Transcript, source: SourceRange?) -> Bool {
        let length = lengths[transcript.id] ?? transcript.text.unicodeScalars.count
        lengths[transcript.id] = length
        guard span.end > length else { return true }
        faults.append(
            Diagnostic(
                .error, "span-outside-text",
                "The segment ends behind the text of '\(transcript.id)', which has \(length) characters. Was the table "
                    + "made from another version of it?", path: source?.path, position: source?.start))
        return false
    }
}
