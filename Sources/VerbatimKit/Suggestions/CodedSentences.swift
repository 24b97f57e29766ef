import VerbatimModel

/// Which sentences of a corpus have which codes.
struct CodedSentences {
    /// For each code, by its index in the codebook, the sentences that overlap a segment of it.
    private(set) var coded: [Int: Set<Int>] = [:]
    /// For each code the sentences that overlap a segment from which a person took it.
    private(set) var rejected: [Int: Set<Int>] = [:]
    /// Segments that could not be used.
    private(set) var diagnostics: [Diagnostic] = []

    /// The codes that some sentence has, in the order of the codebook.
    var codes: [Int] { coded.keys.sorted() }

    /// The sentences that people coded.
    ///
    /// Segments of transcripts that are not there are left out, and a warning says so.
    /// - Throws: `unknown-code`, `span-outside-text`: every segment whose code the codebook does not have, or that
    ///   ends behind its text.
    init(
        _ codings: HandCodings, codebook: Codebook, corpus: Corpus, sentences: SentenceCorpus
    ) throws(DiagnosticsError) {
        let transcripts = Self.numbers(of: corpus)
        let lengths = corpus.transcripts.map(\.text.unicodeScalars.count)
        var faults: [Diagnostic] = []
        var absent: [Transcript.ID: SourceRange?] = [:]
        var absentOrder: [Transcript.ID] = []
        var unknown: Set<Code.ID> = []
        for segment in codings.segments {
            guard let code = codebook.index(of: segment.code) else {
                if unknown.insert(segment.code).inserted {
                    faults.append(
                        Self.fault(
                            .error, "unknown-code",
                            "The codebook has no code '\(segment.code)'. Write the id of one it has, or declare it.",
                            segment.source))
                }
                continue
            }
            guard let transcript = transcripts[segment.transcript] else {
                if absent[segment.transcript] == nil { absentOrder.append(segment.transcript) }
                absent[segment.transcript] = absent[segment.transcript] ?? segment.source
                continue
            }
            guard segment.span.end <= lengths[transcript] else {
                faults.append(
                    Self.fault(
                        .error, "span-outside-text",
                        "The segment ends behind the text of '\(segment.transcript)', which has \(lengths[transcript]) "
                            + "characters. Was the table made from another version of it?", segment.source))
                continue
            }
            let overlapped = sentences.sentences(of: transcript, overlapping: segment.span)
            if segment.isRejected {
                rejected[code, default: []].formUnion(overlapped)
            } else {
                coded[code, default: []].formUnion(overlapped)
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        diagnostics = absentOrder.map { id in
            Self.fault(
                .warning, "unknown-transcript",
                "There is no transcript '\(id)' among those given, so its codings are left out.", absent[id] ?? nil)
        }
    }

    private init() {}

    /// The sentences that rules propose codes for, suppressed ones too.
    static func proposed(
        _ codings: [Coding], codebook: Codebook, corpus: Corpus, sentences: SentenceCorpus
    ) -> CodedSentences {
        var found = CodedSentences()
        let transcripts = numbers(of: corpus)
        for coding in codings {
            guard let code = codebook.index(of: coding.code), let transcript = transcripts[coding.transcript] else {
                continue
            }
            found.coded[code, default: []].formUnion(sentences.sentences(of: transcript, overlapping: coding.span))
        }
        return found
    }

    private static func numbers(of corpus: Corpus) -> [Transcript.ID: Int] {
        Dictionary(
            corpus.transcripts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func fault(
        _ severity: Diagnostic.Severity, _ identifier: String, _ message: String, _ source: SourceRange?
    ) -> Diagnostic {
        Diagnostic(severity, identifier, message, path: source?.path, position: source?.start)
    }
}
