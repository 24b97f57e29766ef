package import VerbatimModel

extension TranscriptExplainer {
    /// A place of a transcript that is asked about.
    package enum Place: Hashable, Sendable {
        /// The token at a Unicode-scalar offset into the canonical text, or the next one.
        case offset(Int)
        /// A whole turn, by its number from 1.
        case turn(Int)
    }

    /// Why a place is not given a code, by each rule of the code; the nearest miss first.
    ///
    /// - Parameters:
    ///   - id: a code that the explainer was made for, or a theme or retired code, which has no rules to explain.
    ///   - place: an offset or a turn.
    /// - Returns: the trace; `nil` where there is no such code, or no word at the place or behind it.
    /// - Complexity: O(rules x parts x hits).
    package mutating func whyNot(code id: Code.ID, at place: Place) -> PlaceTrace? {
        guard let code = traced.tables.codebook.index(of: id), id != RuleDissection.probeCode,
            let target = tokens(at: place)
        else { return nil }
        let index = traced.index
        let turnIndex = index.turn(ofToken: target.lowerBound)
        let turn = traced.transcript.turns[turnIndex]
        let range: ByteRange =
            switch place {
            case .offset: index.range(ofSentence: Int(index.sentenceOfToken[target.lowerBound]))
            case .turn: turn.range
            }
        let reached = traced.map.span(of: index.range(from: target.lowerBound, through: target.upperBound - 1))
        let codings = traced.codings.filter {
            $0.code == traced.tables.codebook.codes[code].id && $0.span.start < reached.end
                && reached.start < $0.span.end
        }
        var misses: [RuleMiss] = []
        for (number, rule) in (dissected[code] ?? []).enumerated() {
            misses.append(
                miss(ofRule: traced.tables.codeRules[code].lowerBound + number, rule, target, codings: codings))
        }
        let order = misses.indices.sorted {
            let (left, right) = (misses[$0], misses[$1])
            if left.obstacles.isEmpty != right.obstacles.isEmpty { return left.obstacles.isEmpty }
            return left.nearness < right.nearness ? false : right.nearness < left.nearness ? true : $0 < $1
        }
        return PlaceTrace(
            code: traced.tables.codebook.codes[code], transcript: traced.transcript.id, turn: turn.number,
            speaker: traced.transcript.speaker(of: turn), respondent: turn.respondent, span: traced.map.span(of: range),
            quote: traced.map.text(in: range), codings: codings, rules: order.map { misses[$0] })
    }

    /// The tokens at a place, as a range of their places.
    private func tokens(at place: Place) -> Range<Int>? {
        switch place {
        case .turn(let number):
            guard let turn = traced.transcript.turns.firstIndex(where: { $0.number == number }) else { return nil }
            let info = traced.index.turns[turn]
            return info.firstToken < info.tokenEnd ? Int(info.firstToken)..<Int(info.tokenEnd) : nil
        case .offset(let offset):
            guard offset >= 0, offset < traced.map.scalarCount else { return nil }
            let byte = traced.map.utf8Offset(ofScalar: offset)
            let token = (0..<traced.index.tokenCount).first {
                traced.index.range(from: $0, through: $0).upperBound > byte
            }
            return token.map { $0..<$0 + 1 }
        }
    }

    // MARK: One rule

    private mutating func miss(
        ofRule number: Int, _ dissected: DissectedRule, _ target: Range<Int>, codings: [Coding]
    ) -> RuleMiss {
        let compiled = traced.tables.rules[number]
        let code = traced.tables.codebook.codes[compiled.code]
        let key = traced.tables.views[compiled.view]
        var miss = RuleMiss(
            rule: code.rules[compiled.rule], scope: key.scope,
            speakers: traced.tables.speakerFilters[key.speakers], tree: nil, obstacles: [], coding: nil,
            nearness: Nearness(found: 0, all: 1, distance: 0))
        let turn = traced.index.turn(ofToken: target.lowerBound)
        let isSearched = traced.conditions.admits(speakers: key.speakers, turn: turn)
        if !isSearched { miss.obstacles.append(speakerObstacle(miss.speakers, turn)) }

        // In the words of somebody who is not searched the expression is tried as if everybody were.
        let view = isSearched ? compiled.view : traced.compiled(probe: dissected.everybody).view
        let instances = Set(target.map { traced.index.instance(ofToken: $0, in: key.scope) }).sorted()
        var nearest: ExpressionTrace?
        for instance in instances {
            let tree = traced.diagnose(dissected.root, view: view, instance: instance)
            if nearest.map({ $0.nearness < tree.nearness }) ?? true { nearest = tree }
        }
        miss.tree = nearest
        if let nearest { miss.nearness = nearest.nearness }
        if nearest?.isMet != true {
            if let obstacle = languageObstacle(miss.rule, target) { miss.obstacles.append(obstacle) }
            miss.obstacles.append(.expression)
        } else if isSearched {
            examine(attempts(ofRule: number, instances: instances, target), compiled, dissected, target, codings, &miss)
        }
        return miss
    }

    private func languageObstacle(_ rule: Rule, _ target: Range<Int>) -> Obstacle? {
        guard let own = rule.language else { return nil }
        let number = traced.tables.languages.languages.firstIndex(of: own).map { Int16($0) } ?? LanguageTable.other
        let isSearched = target.contains {
            LanguageTable.admits(term: number, paragraph: traced.index.language(ofToken: $0))
        }
        if isSearched { return nil }
        let turn = traced.transcript.turns[traced.index.turn(ofToken: target.lowerBound)]
        let byte = traced.index.range(from: target.lowerBound, through: target.lowerBound).lowerBound
        let paragraph = turn.paragraphs.first { $0.range.contains(byte) }
        return .language(rule: own, text: paragraph.map { traced.transcript.language(of: $0) } ?? .unknown)
    }

    private func speakerObstacle(_ speakers: SpeakerFilter, _ turn: Int) -> Obstacle {
        let role = traced.transcript.speaker(of: traced.transcript.turns[turn])?.role
        guard case .respondents(let filter) = speakers, role?.answers == true else { return .speaker(role, []) }
        return .speaker(role, comparisons(in: [filter], turns: [turn]))
    }

    /// The attempts in some instances, those that come furthest first, and of those the nearest to the target.
    private mutating func attempts(
        ofRule number: Int, instances: [Int32], _ target: Range<Int>
    ) -> [TracedTranscript.Attempt] {
        let scope = traced.tables.views[traced.tables.rules[number].view].scope
        let attempts = traced.attempts(ofRule: number).filter { attempt in
            instances.contains(traced.index.instance(ofToken: attempt.hit.first, in: scope))
        }
        return attempts.sorted { left, right in
            if left.stage != right.stage { return left.stage > right.stage }
            return left.hit.distance(to: target) < right.hit.distance(to: target)
        }
    }

    /// Adds what keeps the first of some attempts from coding the place, unless another one does code it.
    private mutating func examine(
        _ attempts: [TracedTranscript.Attempt], _ compiled: CompiledRule, _ dissected: DissectedRule,
        _ target: Range<Int>, _ codings: [Coding], _ miss: inout RuleMiss
    ) {
        for attempt in attempts where attempt.refusal == nil {
            var trial = miss
            examine(attempt.hit, compiled, codings, &trial)
            if trial.obstacles.isEmpty {
                miss = trial
                return
            }
        }
        guard let attempt = attempts.first else { return }
        examine(attempt, compiled, dissected, codings, &miss)
    }

    /// Adds what keeps a hit of the expression from coding the place.
    private mutating func examine(
        _ attempt: TracedTranscript.Attempt, _ compiled: CompiledRule, _ dissected: DissectedRule,
        _ codings: [Coding], _ miss: inout RuleMiss
    ) {
        switch attempt.refusal {
        case .nothingAsked?:
            miss.obstacles.append(.nothingAsked)
        case .notAsked?:
            miss.obstacles.append(diagnoseAsked(before: attempt.hit.first, compiled, dissected))
        case .filter(let turn)?:
            let filters = compiled.filter.map { [traced.tables.filters[$0]] } ?? []
            miss.obstacles.append(.filter(comparisons(in: filters, turns: [turn])))
        case .guarded(let condition)?:
            miss.obstacles.append(.guarded(condition, trace(of: attempt.hit, code: compiled.code)))
        case nil:
            examine(attempt.hit, compiled, codings, &miss)
        }
    }

    /// Adds what becomes of a hit of the rule.
    private mutating func examine(
        _ hit: FoundHit, _ compiled: CompiledRule, _ codings: [Coding], _ miss: inout RuleMiss
    ) {
        guard compiled.weight >= 0 else {
            miss.obstacles.append(.negativeWeight)
            return
        }
        let isKept = traced.evaluation.hits[compiled.code].contains {
            $0.rule == hit.rule && $0.first == hit.first && $0.last == hit.last
        }
        guard isKept, let own = traced.coding(of: hit, code: compiled.code),
            let coding = traced.codings.first(where: {
                $0.code == own.code && $0.hasSameOwner(as: own) && $0.span.start <= own.span.start
                    && own.span.end <= $0.span.end
            })
        else {
            if let threshold = traced.threshold(ofCode: compiled.code, around: [hit]) {
                miss.obstacles.append(.threshold(threshold))
            }
            return
        }
        miss.coding = coding
        if coding.status == .suppressed {
            miss.obstacles.append(.suppressed(coding, by: traced.rivals(of: coding).higher))
        } else if !codings.contains(where: { $0.id == coding.id }) {
            miss.obstacles.append(.codedElsewhere(coding))
        }
    }

    /// Where what must have been asked fails, in the sentence of the asking turns that comes nearest.
    private mutating func diagnoseAsked(
        before place: Int, _ compiled: CompiledRule, _ dissected: DissectedRule
    ) -> Obstacle {
        let asking = traced.asking(before: place)
        guard let part = dissected.asked else { return .nothingAsked }
        var nearest: ExpressionTrace?
        for (number, turn) in traced.index.turns.enumerated() where turn.asks && turn.asking == asking {
            let sentences = traced.index.turns[number].firstSentence..<traced.index.turns[number].sentenceEnd
            for sentence in sentences {
                let tree = traced.diagnose(part, view: compiled.askedView, instance: sentence)
                if nearest.map({ $0.nearness < tree.nearness }) ?? true { nearest = tree }
            }
        }
        return nearest.map { .notAsked($0) } ?? .nothingAsked
    }
}

extension TracedTranscript.Attempt {
    /// How far it came: conditions are asked in this order.
    fileprivate var stage: Int {
        switch refusal {
        case .nothingAsked?: 0
        case .notAsked?: 1
        case .filter?: 2
        case .guarded?: 3
        case nil: 4
        }
    }
}

extension FoundHit {
    /// How many tokens it is to a run of tokens; 0 where they overlap.
    fileprivate func distance(to target: Range<Int>) -> Int {
        max(0, first - target.upperBound + 1, target.lowerBound - last)
    }
}
