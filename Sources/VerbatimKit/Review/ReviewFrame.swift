import VerbatimAnalysis
import VerbatimEngine
import VerbatimModel

/// All units that a sample for one code can be drawn from, with the stratum of each.
///
/// For segments the units are the segments of the codings that the rules propose, and every sentence of a respondent
/// that none of them touches; of these, sentences in which a broadened form of a rule hits are near misses. Decisions
/// change no stratum: it is the rules that are audited. For respondents the units are those whom the share is of, who
/// were asked where the guide tells and else all who spoke; coded are those with at least one proposed coding of the code
/// or of a code under it. For a base sample they are all who spoke, whatever the rules made of them.
struct ReviewFrame {
    /// One unit.
    struct Unit {
        /// What is judged; a segment's place without context.
        var subject: ReviewSubject
        /// The stratum that it is drawn from.
        var stratum: ReviewStratum
        /// Whether the rules found the code in it.
        var isCoded: Bool
    }

    /// What one unit is.
    let unit: SampleDraw.Unit
    /// The code's id.
    let code: Code.ID
    /// The units, by their id.
    let units: [String: Unit]

    /// The units as the drawing takes them.
    var identifiers: [(id: String, stratum: ReviewStratum)] {
        units.map { ($0.key, $0.value.stratum) }
    }

    /// Whether the units are those of a base sample.
    var isBase: Bool { units.values.first?.stratum.kind == .all }

    /// Whether the strata are made by groups.
    var hasGroups: Bool { units.values.first?.stratum.group.isEmpty == false }

    /// The id of a unit in a frame for a code.
    static func id(of subject: ReviewSubject, code: Code.ID) -> String {
        switch subject {
        case .segment(let place): Coding.id(transcript: place.transcript, code: code, span: place.span)
        case .respondent(let id): id
        }
    }

    /// The segments that a code can be judged on.
    ///
    /// - Parameters:
    ///   - code: the index of the code in the codebook.
    ///   - codebook: the codebook that the codings were made with.
    ///   - codings: what the rules alone propose, suppressed ones too.
    ///   - texts: the sentences of all transcripts.
    ///   - respondents: those who speak.
    ///   - groups: the groups that strata are made by.
    ///   - threads: how many threads look for near misses.
    ///   - findsNearMisses: whether near misses are told from other sentences, which is what takes time.
    /// - Complexity: that of coding the transcripts; without near misses O(sentences + codings).
    init(
        segmentsFor code: Int, of codebook: Codebook, codings: [Coding], texts: [TranscriptSentences],
        respondents: [Respondent.ID: Respondent], groups: ReviewGroups, threads: Int,
        findsNearMisses: Bool = true
    ) {
        let id = codebook.codes[code].id
        var coded: [Transcript.ID: [(span: TextSpan, respondent: Respondent.ID?)]] = [:]
        for coding in codings where coding.code == id && coding.status == .proposed {
            coded[coding.transcript, default: []].append((coding.span, coding.respondent))
        }
        var near: [Transcript.ID: [TextSpan]] = [:]
        if findsNearMisses, let rules = BroadenedCode.rules(of: code, in: codebook) {
            let found = CodingRun.code(
                texts.map(\.transcript), with: rules, respondents: respondents, coder: "", threads: threads,
                progress: nil)
            for coding in found.flatMap(\.codings) where coding.code == id {
                near[coding.transcript, default: []] += coding.evidence
            }
        }
        var units: [String: Unit] = [:]
        for text in texts {
            let transcript = text.transcript.id
            func add(_ span: TextSpan, _ kind: ReviewStratum.Kind, of respondent: Respondent.ID?) {
                let place = QuotedPlace(transcript: transcript, span: span, quote: "", before: "", after: "")
                units[Coding.id(transcript: transcript, code: id, span: span)] = Unit(
                    subject: .segment(place),
                    stratum: ReviewStratum(kind, group: groups.group(of: respondent, in: transcript)),
                    isCoded: kind == .coded)
            }
            let own = coded[transcript] ?? []
            for segment in own { add(segment.span, .coded, of: segment.respondent) }
            let nearby = near[transcript] ?? []
            for sentence in text.sentences where text.isAnswer(sentence.turn) {
                if own.contains(where: { $0.span.overlaps(sentence.span) }) { continue }
                add(
                    sentence.span, nearby.contains { $0.overlaps(sentence.span) } ? .nearMiss : .uncoded,
                    of: text.transcript.turns[sentence.turn].respondent)
            }
        }
        unit = .segment
        self.code = id
        self.units = units
    }

    /// The respondents that a code or theme can be judged on.
    ///
    /// - Parameters:
    ///   - code: the id of the code or theme.
    ///   - codings: what the rules alone propose, suppressed ones too.
    ///   - respondents: those whom the share is of.
    ///   - groups: the groups that strata are made by.
    ///   - isBase: whether they are drawn without looking at the rules.
    init(
        respondentsFor code: Code.ID, codings: [Coding], respondents: [Respondent.ID], groups: ReviewGroups,
        isBase: Bool
    ) {
        var flagged: Set<Respondent.ID> = []
        for coding in codings where coding.status == .proposed && coding.isUnder(code) {
            if let respondent = coding.respondent { flagged.insert(respondent) }
        }
        unit = .respondent
        self.code = code
        units = Dictionary(
            respondents.map { id in
                let isCoded = flagged.contains(id)
                let stratum = ReviewStratum(
                    isBase ? .all : isCoded ? .coded : .uncoded, group: groups.group(of: id))
                return (id, Unit(subject: .respondent(id), stratum: stratum, isCoded: isCoded))
            },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Coding {
    /// Whether the coding is of a code or of a code under it.
    func isUnder(_ id: Code.ID) -> Bool { code == id || code.hasPrefix(id + ".") }
}

extension TextSpan {
    /// Whether two spans share a character.
    func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}
