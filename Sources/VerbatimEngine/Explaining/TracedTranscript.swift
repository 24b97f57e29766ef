import VerbatimModel

/// One transcript under the rules and probes of a dissected codebook: what every rule found, step by step.
///
/// It goes the way of ``Matcher`` a second time, slowly, and keeps what that throws away: the hits that a condition
/// refused, and which condition it was.
struct TracedTranscript {
    /// A hit of a rule's expression, and what refused it.
    struct Attempt {
        /// The hit, as it would be if nothing refused it.
        var hit: FoundHit
        /// What refused it; `nil` if nothing did.
        var refusal: Refusal?
    }

    /// Why a hit of a rule's expression is none of the rule.
    enum Refusal {
        case nothingAsked
        case notAsked
        case filter(turn: Int)
        case guarded(Guard)
    }

    let tables: RuleTables
    let transcript: Transcript
    let index: TranscriptIndex
    let map: OffsetMap
    let coder: String
    var evaluation: Evaluation
    var assertions: AssertionFinder
    var conditions: TurnConditions
    /// For each code the hits that its rules give, before the threshold.
    private(set) var weighed: [[FoundHit]]
    /// All codings, suppressed ones too.
    private(set) var codings: [Coding] = []
    private var runsOfProbe: [ProbeKey: Runs] = [:]

    private struct ProbeKey: Hashable {
        var probe: Int
        var view: Int
    }

    init(
        _ rules: CompiledRules, _ transcript: Transcript, respondents: [Respondent.ID: Respondent], coder: String
    ) {
        tables = rules.tables
        self.transcript = transcript
        self.coder = coder
        index = TranscriptIndex(tables)
        index.read(transcript)
        map = OffsetMap(transcript.text)
        evaluation = Evaluation(tables, index)
        assertions = AssertionFinder(tables, index)
        conditions = TurnConditions(tables, transcript, respondents)
        weighed = Array(repeating: [], count: tables.codebook.codes.count)
        for code in tables.codeOrder where code != probeCode { findHits(ofCode: code) }
        var marker = CodingMarker(tables, transcript, index, coder: coder)
        for code in tables.codebook.codes.indices where !evaluation.hits[code].isEmpty {
            marker.mark(evaluation.hits[code], code: code)
        }
        codings = marker.finish()
    }

    /// The index of the code that holds the probes: the last.
    private var probeCode: Int { tables.codebook.codes.count - 1 }

    /// The compiled rule of a probe.
    func compiled(probe: Int) -> CompiledRule {
        tables.rules[tables.codeRules[probeCode].lowerBound + probe]
    }

    // MARK: Hits

    private mutating func findHits(ofCode code: Int) {
        var found: [FoundHit] = []
        for number in tables.codeRules[code] {
            found += attempts(ofRule: number).filter { $0.refusal == nil }.map(\.hit)
        }
        weighed[code] = found
        if let threshold = tables.codebook.codes[code].threshold {
            found.removeAll { hit in
                !instances(of: hit, in: tables.thresholdScopes[code]).contains { instance in
                    shares(ofCode: code, in: instance).reduce(0) { $0 + $1.weight } >= threshold
                }
            }
        }
        found.removeAll { tables.rules[$0.rule].weight < 0 }
        evaluation.hits[code] = found.sorted { ($0.first, $0.last, $0.rule) < ($1.first, $1.last, $1.rule) }
    }

    /// The hits of a rule's expression in the whole transcript, with what refused them.
    mutating func attempts(ofRule number: Int) -> [Attempt] {
        let rule = tables.rules[number]
        let view = evaluation.view(rule.view, conditions)
        return evaluation.runs(of: rule.root, in: view).map { run in
            let evidence = evaluation.arena.evidence(of: run).map { view.place(at: $0) }
            let hit = FoundHit(
                rule: number, first: Int(view.place(at: run.first)), last: Int(view.place(at: run.last)),
                evidence: evidence, assertion: assertions.assertion(of: evidence, phrases: &evaluation.phrases))
            return Attempt(hit: hit, refusal: refusal(of: hit, by: rule))
        }
    }

    private mutating func refusal(of hit: FoundHit, by rule: CompiledRule) -> Refusal? {
        if let asked = rule.asked {
            let asking = asking(before: hit.first)
            if asking == 0 { return .nothingAsked }
            let view = evaluation.view(rule.askedView, conditions)
            let isAsked = evaluation.runs(of: asked, in: view).contains {
                index.turns[index.turn(ofToken: Int($0.first))].asking == asking
            }
            if !isAsked { return .notAsked }
        }
        if let filter = rule.filter {
            for turn in hit.evidence.map({ index.turn(ofToken: Int($0)) })
            where !conditions.meets(filter: filter, turn: turn) {
                return .filter(turn: turn)
            }
        }
        for condition in rule.guards {
            switch condition {
            case .only(let kinds): if !kinds.contains(where: hit.assertion.isOf) { return .guarded(condition) }
            case .unless(let kinds): if kinds.contains(where: hit.assertion.isOf) { return .guarded(condition) }
            }
        }
        return nil
    }

    /// The number of the stretch of asking turns just before the answer that a token belongs to; 0 if there is none.
    func asking(before place: Int) -> Int32 {
        let answer = index.turns[index.turn(ofToken: place)].answer
        let first = index.turns[Int(index.answers[Int(answer)].firstTurn)]
        return first.asks ? 0 : first.asking
    }

    // MARK: Thresholds

    /// The instances of a scope that hold evidence of a hit, in order.
    func instances(of hit: FoundHit, in scope: Scope) -> [Int32] {
        Set(hit.evidence.map { index.instance(ofToken: Int($0), in: scope) }).sorted()
    }

    /// The rules of a code that hit in an instance of the scope in which its threshold is reached, with their weights.
    func shares(ofCode code: Int, in instance: Int32) -> [ThresholdTrace.Share] {
        let hits = weighed[code].filter { instances(of: $0, in: tables.thresholdScopes[code]).contains(instance) }
        return Set(hits.map(\.rule)).sorted().map { number in
            ThresholdTrace.Share(
                rule: tables.codebook.codes[code].rules[tables.rules[number].rule].id,
                weight: tables.rules[number].weight)
        }
    }

    /// The threshold of a code and what was reached where a hit counts most; `nil` for a code without one.
    func threshold(ofCode code: Int, around hits: [FoundHit]) -> ThresholdTrace? {
        guard let threshold = tables.codebook.codes[code].threshold else { return nil }
        let scope = tables.thresholdScopes[code]
        let traces = Set(hits.flatMap { instances(of: $0, in: scope) }).sorted().map {
            ThresholdTrace(threshold: threshold, scope: scope, shares: shares(ofCode: code, in: $0))
        }
        return traces.max { $0.sum < $1.sum }
    }

    // MARK: Probes

    /// The hits of a part alone in one instance of a scope, in positions of a view.
    mutating func runs(of part: RulePart, view number: Int, instance: Int32) -> Runs {
        let view = evaluation.view(number, conditions)
        return allRuns(of: part, view: number).filter { view.instance(at: $0.first, index) == instance }
    }

    /// The hits of a part alone in the whole transcript, in positions of a view.
    mutating func allRuns(of part: RulePart, view number: Int) -> Runs {
        let key = ProbeKey(probe: part.probe, view: number)
        if let known = runsOfProbe[key] { return known }
        let found = evaluation.runs(
            of: compiled(probe: part.probe).root, in: evaluation.view(number, conditions))
        runsOfProbe[key] = found
        return found
    }

    // MARK: Codings

    /// The coding that a hit would give if it were the only one.
    func coding(of hit: FoundHit, code: Int) -> Coding? {
        var marker = CodingMarker(tables, transcript, index, coder: coder)
        marker.mark([hit], code: code)
        return marker.finish().first
    }

    /// The codings of a lower priority that a coding suppresses, or that of a higher priority that suppresses it.
    func rivals(of coding: Coding) -> (higher: Coding?, lower: [Coding]) {
        guard let own = exclusiveGroup(of: coding) else { return (nil, []) }
        let rivals = codings.filter { other in
            other.code != coding.code && exclusiveGroup(of: other)?.name == own.name
                && other.hasSameOwner(as: coding) && other.span.start < coding.span.end
                && coding.span.start < other.span.end
        }
        if coding.status == .suppressed {
            let higher = rivals.filter {
                $0.status != .suppressed && (exclusiveGroup(of: $0)?.priority ?? 0) > own.priority
            }
            return (
                higher.max { (exclusiveGroup(of: $0)?.priority ?? 0) < (exclusiveGroup(of: $1)?.priority ?? 0) }, []
            )
        }
        return (
            nil, rivals.filter { $0.status == .suppressed && (exclusiveGroup(of: $0)?.priority ?? 0) < own.priority }
        )
    }

    private func exclusiveGroup(of coding: Coding) -> ExclusiveGroup? {
        tables.codebook.index(of: coding.code).flatMap { tables.codebook.codes[$0].exclusive }
    }

    // MARK: Words

    /// Tokens by their places, in order.
    func run(ofPlaces places: [Int32]) -> TracedRun {
        TracedRun(
            words: places.map { place in
                let range = index.range(from: Int(place), through: Int(place))
                return TracedWord(
                    text: map.text(in: range), span: map.span(of: range), token: Int(place),
                    turn: transcript.turns[index.turn(ofToken: Int(place))].number)
            })
    }

    /// The evidence of a run in positions of a view.
    mutating func run(_ run: Run, view number: Int) -> TracedRun {
        let view = evaluation.view(number, conditions)
        return self.run(ofPlaces: evaluation.arena.evidence(of: run).map { view.place(at: $0) })
    }
}

extension Coding {
    /// Whether the words of both are the same person's, or the same unknown speaker's.
    func hasSameOwner(as other: Coding) -> Bool {
        if respondent != nil || other.respondent != nil { return respondent == other.respondent }
        return speaker == other.speaker
    }
}
