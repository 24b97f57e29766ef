package import VerbatimModel

/// Says why codings are there, and why others are not.
///
/// ```swift
/// let explainer = try Explainer(codebook, cues: cues, codes: ["return.intention"])
/// var transcript = explainer.read(transcript, respondents: respondents, coder: "book 1.0")
/// let trace = transcript.explain(coding)
/// ```
package struct Explainer: Sendable {
    private let rules: CompiledRules
    private let dissected: [Int: [DissectedRule]]

    /// An explainer for codes of a codebook.
    ///
    /// - Parameters:
    ///   - codebook: all of its rules run, since codes refer to and suppress each other.
    ///   - cues: cues of assertion, to which those of the codebook are added.
    ///   - codes: the ids of the codes that are to be explained; `nil` for all.
    /// - Throws: all faults of the codebook at once.
    /// - Complexity: O(terms of the codebook + terms of the codes, with each list once for each use).
    package init(_ codebook: Codebook, cues: [Cue], codes: Set<Code.ID>? = nil) throws(DiagnosticsError) {
        var dissection = RuleDissection(codebook)
        var dissected: [Int: [DissectedRule]] = [:]
        for (index, code) in codebook.codes.enumerated() where code.isCodable && code.status != .retired {
            if let codes, !codes.contains(code.id) { continue }
            dissected[index] = code.rules.map { dissection.dissect($0, of: code) }
        }
        self.dissected = dissected
        rules = try CompiledRules(dissection.probedCodebook, cues: cues)
    }

    /// Reads a transcript and codes it, keeping every step.
    ///
    /// - Parameters:
    ///   - transcript: its turns must lie within its text.
    ///   - respondents: those who speak in it, with their attributes.
    ///   - coder: the name under which codings stand.
    /// - Returns: the transcript, coded, to be asked about its codings and places.
    package func read(
        _ transcript: Transcript, respondents: [Respondent.ID: Respondent], coder: String
    ) -> TranscriptExplainer {
        TranscriptExplainer(
            TracedTranscript(rules, transcript, respondents: respondents, coder: coder), dissected: dissected)
    }
}

/// Says why one transcript is coded as it is.
package struct TranscriptExplainer {
    var traced: TracedTranscript
    let dissected: [Int: [DissectedRule]]

    init(_ traced: TracedTranscript, dissected: [Int: [DissectedRule]]) {
        self.traced = traced
        self.dissected = dissected
    }

    /// All codings of the transcript, suppressed ones too, by segment and then in the order of the codes.
    package var codings: [Coding] { traced.codings }

    /// Why a coding is there.
    ///
    /// - Parameter coding: a coding of the transcript, of a code that the explainer was made for; one that a person has
    ///   judged keeps its status.
    /// - Returns: the trace; `nil` where the rules do not give this code to this segment.
    package mutating func explain(_ coding: Coding) -> CodingTrace? {
        guard let own = traced.codings.first(where: { $0.id == coding.id && $0.hasSameOwner(as: coding) }),
            let code = traced.tables.codebook.index(of: own.code), let rules = dissected[code]
        else { return nil }
        let hits = hits(of: own, code: code)
        let rivals = traced.rivals(of: own)
        return CodingTrace(
            coding: coding, code: traced.tables.codebook.codes[code],
            rules: rules.indices.compactMap { number in
                let rule = traced.tables.codeRules[code].lowerBound + number
                let own = hits.filter { $0.rule == rule }
                return own.isEmpty ? nil : trace(of: own, rule: rule, rules[number])
            },
            threshold: traced.threshold(ofCode: code, around: hits), suppressedBy: rivals.higher,
            suppresses: rivals.lower)
    }

    /// The hits that a coding is made of.
    func hits(of coding: Coding, code: Int) -> [FoundHit] {
        traced.evaluation.hits[code].filter { hit in
            traced.coding(of: hit, code: code).map { own in
                own.hasSameOwner(as: coding) && own.span.start >= coding.span.start && own.span.end <= coding.span.end
            } ?? false
        }
    }

    // MARK: Rules

    private mutating func trace(of hits: [FoundHit], rule number: Int, _ dissected: DissectedRule) -> RuleTrace {
        let compiled = traced.tables.rules[number]
        let rule = traced.tables.codebook.codes[compiled.code].rules[compiled.rule]
        let key = traced.tables.views[compiled.view]
        return RuleTrace(
            rule: rule, scope: key.scope, speakers: traced.tables.speakerFilters[key.speakers],
            hits: hits.map { trace(of: $0, code: compiled.code) }, trees: trees(of: hits, compiled, dissected),
            asked: asked(before: hits, compiled, dissected),
            filters: filters(of: compiled, turns: hits.flatMap(\.evidence).map { traced.index.turn(ofToken: Int($0)) }))
    }

    mutating func trace(of hit: FoundHit, code: Int) -> HitTrace {
        HitTrace(
            run: traced.run(ofPlaces: hit.evidence),
            segment: traced.coding(of: hit, code: code)?.span ?? TextSpan(start: 0, end: 0),
            assertion: hit.assertion, cues: traced.cues(of: hit))
    }

    private mutating func trees(
        of hits: [FoundHit], _ compiled: CompiledRule, _ dissected: DissectedRule
    ) -> [ExpressionTrace] {
        let view = traced.evaluation.view(compiled.view, traced.conditions)
        let positions = hits.map { hit in
            (
                view.position(of: Int32(hit.first), traced.index), view.position(of: Int32(hit.last), traced.index)
            )
        }
        var byInstance: [Int32: Runs] = [:]
        for run in traced.allRuns(of: dissected.root, view: compiled.view)
        where positions.contains(where: { $0.0 == run.first && $0.1 == run.last }) {
            byInstance[view.instance(at: run.first, traced.index), default: []].append(run)
        }
        return byInstance.sorted { $0.key < $1.key }.map { instance, runs in
            traced.explain(dissected.root, runs, view: compiled.view, instance: instance)
        }
    }

    /// What was asked before the first hit, in the last sentence that fits.
    private mutating func asked(
        before hits: [FoundHit], _ compiled: CompiledRule, _ dissected: DissectedRule
    ) -> ExpressionTrace? {
        guard let part = dissected.asked, let hit = hits.first else { return nil }
        let asking = traced.asking(before: hit.first)
        let view = traced.evaluation.view(compiled.askedView, traced.conditions)
        let runs: Runs = traced.allRuns(of: part, view: compiled.askedView).filter {
            traced.index.turns[traced.index.turn(ofToken: Int($0.first))].asking == asking
        }
        guard let last = runs.last else { return nil }
        let instance = view.instance(at: last.first, traced.index)
        let own: Runs = runs.filter { view.instance(at: $0.first, traced.index) == instance }
        return traced.explain(part, own, view: compiled.askedView, instance: instance)
    }

    // MARK: Filters

    /// What `where` and speakers chosen by attributes compared, for turns; each comparison once.
    func filters(of compiled: CompiledRule, turns: [Int]) -> [FilterTrace] {
        var filters: [Filter] = []
        let speakers = traced.tables.speakerFilters[traced.tables.views[compiled.view].speakers]
        if case .respondents(let filter) = speakers { filters.append(filter) }
        if let number = compiled.filter { filters.append(traced.tables.filters[number]) }
        return comparisons(in: filters, turns: turns)
    }

    /// The comparisons of filters, for turns; each once.
    func comparisons(in filters: [Filter], turns: [Int]) -> [FilterTrace] {
        var found: [FilterTrace] = []
        for filter in filters {
            for turn in Set(turns).sorted() {
                for comparison in comparisons(in: filter, traced.transcript.turns[turn])
                where !found.contains(comparison) {
                    found.append(comparison)
                }
            }
        }
        return found
    }

    private func comparisons(in filter: Filter, _ turn: Turn) -> [FilterTrace] {
        switch filter {
        case .and(let parts), .or(let parts):
            return parts.flatMap { comparisons(in: $0, turn) }
        case .comparison(let name, let comparison, let values):
            let value = traced.conditions.value(of: name, turn)
            return [
                FilterTrace(
                    name: name, comparison: comparison, values: values, value: value,
                    isMet: FilterComparison.holds(comparison, value: value, values))
            ]
        }
    }
}
