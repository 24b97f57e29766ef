package import VerbatimModel

/// Codes transcripts, one after another, by the rules of one codebook.
///
/// A matcher owns its table of word types and its buffers and is meant to be used for many transcripts, by one thread.
/// What it says of a transcript does not depend on those before.
package final class Matcher {
    private let rules: RuleTables
    private let index: TranscriptIndex
    private var evaluation: Evaluation
    private var assertions: AssertionFinder
    private let observer: CoverageObserver?
    /// For each rule the number of the transcript in which one of its atoms occurred last.
    private var triggeredIn: ContiguousArray<Int32>
    private var transcriptNumber: Int32 = 0

    /// A matcher for the given rules.
    ///
    /// - Parameters:
    ///   - rules: the compiled codebook.
    ///   - observesCoverage: whether it notes which terms occur in the transcripts that it codes.
    package init(_ rules: CompiledRules, observesCoverage: Bool = false) {
        let rules = rules.tables
        observer = observesCoverage ? CoverageObserver(rules) : nil
        self.rules = rules
        index = TranscriptIndex(rules)
        evaluation = Evaluation(rules, index)
        assertions = AssertionFinder(rules, index)
        triggeredIn = ContiguousArray(repeating: 0, count: rules.rules.count)
    }

    /// Codes a transcript.
    ///
    /// - Parameters:
    ///   - transcript: its turns must lie within its text.
    ///   - respondents: those who speak in it, with their attributes.
    ///   - coder: the name under which the codings stand, such as a codebook and its version.
    /// - Returns: the codings and the numbers of words.
    /// - Complexity: O(words + hits).
    package func code(
        _ transcript: Transcript, respondents: [Respondent.ID: Respondent], coder: String
    ) -> CodedTranscript {
        read(transcript)
        var conditions = TurnConditions(rules, transcript, respondents)
        for code in rules.codeOrder { findHits(ofCode: code, &conditions) }
        observer?.observe(index, &evaluation)
        var marker = CodingMarker(rules, transcript, index, coder: coder)
        for code in rules.codebook.codes.indices where !evaluation.hits[code].isEmpty {
            marker.mark(evaluation.hits[code], code: code)
        }
        return CodedTranscript(
            transcript: transcript.id, codings: marker.finish(),
            wordsPerTurn: index.turns.map { Int($0.tokenEnd - $0.firstToken) })
    }

    /// Which terms occur in the transcripts coded so far; `nil` in a matcher that does not note it.
    package var coverage: CorpusCoverage? { observer?.coverage }

    /// The hits of the rules of one code, before any marking.
    ///
    /// - Parameters:
    ///   - code: the index of the code in the codebook.
    ///   - transcript: its turns must lie within its text.
    ///   - respondents: those who speak in it, with their attributes.
    /// - Returns: the hits by first and last token and then by rule.
    package func hits(
        ofCode code: Int, in transcript: Transcript, respondents: [Respondent.ID: Respondent]
    ) -> [Hit] {
        read(transcript)
        var conditions = TurnConditions(rules, transcript, respondents)
        for needed in rules.codesNeeded(for: code) { findHits(ofCode: needed, &conditions) }
        return evaluation.hits[code].map { found in
            let turn = transcript.turns[index.turn(ofToken: found.first)]
            let rule = rules.rules[found.rule]
            return Hit(
                rule: rule.rule, ruleID: rules.codebook.codes[code].rules[rule.rule].id, turn: turn.number,
                speaker: transcript.speaker(of: turn)?.label, respondent: turn.respondent,
                range: index.range(from: found.first, through: found.last),
                evidence: found.evidence.map { index.range(from: Int($0), through: Int($0)) },
                assertion: found.assertion)
        }
    }

    private func read(_ transcript: Transcript) {
        index.read(transcript)
        evaluation.forget()
        assertions.forget()
        transcriptNumber += 1
        for atom in index.occurring {
            for slot in rules.triggers[Int(atom)] { triggeredIn[Int(rules.triggered[slot])] = transcriptNumber }
        }
    }

    /// Works out the hits of a code; those it refers to must have been worked out.
    private func findHits(ofCode code: Int, _ conditions: inout TurnConditions) {
        var found: [FoundHit] = []
        for number in rules.codeRules[code]
        where rules.rules[number].refersToCodes || triggeredIn[number] == transcriptNumber {
            findHits(ofRule: number, &conditions, into: &found)
        }
        if found.isEmpty { return }
        if let threshold = rules.codebook.codes[code].threshold {
            keepWhereReached(threshold, scope: rules.thresholdScopes[code], &found)
        }
        // Evidence against a code is weighed, never coded.
        found.removeAll { rules.rules[$0.rule].weight < 0 }
        found.sort { ($0.first, $0.last, $0.rule) < ($1.first, $1.last, $1.rule) }
        evaluation.hits[code] = found
    }

    private func findHits(ofRule number: Int, _ conditions: inout TurnConditions, into found: inout [FoundHit]) {
        let rule = rules.rules[number]
        let view = evaluation.view(rule.view, conditions)
        let runs = evaluation.runs(of: rule.root, in: view)
        if runs.isEmpty { return }
        let asked = rule.asked.map { askings(where: $0, view: rule.askedView, conditions) }
        for run in runs {
            let evidence = evaluation.arena.evidence(of: run).map { view.place(at: $0) }
            let first = Int(view.place(at: run.first))
            let last = Int(view.place(at: run.last))
            if let asked, !asked.contains(asking(before: first)) { continue }
            if let filter = rule.filter {
                let isMet = evidence.allSatisfy {
                    conditions.meets(filter: filter, turn: index.turn(ofToken: Int($0)))
                }
                if !isMet { continue }
            }
            let assertion = assertions.assertion(of: evidence, phrases: &evaluation.phrases)
            if rule.guards.allSatisfy({ $0.admits(assertion) }) {
                found.append(
                    FoundHit(rule: number, first: first, last: last, evidence: evidence, assertion: assertion))
            }
        }
    }

    /// The numbers of the stretches of asking turns that have a hit of an expression.
    private func askings(where node: Int32, view number: Int, _ conditions: TurnConditions) -> Set<Int32> {
        let view = evaluation.view(number, conditions)
        var found: Set<Int32> = []
        for run in evaluation.runs(of: node, in: view) {
            let turn = index.turn(ofToken: Int(run.first))
            // A text without speakers has no questions.
            if index.turns[turn].asking > 0 { found.insert(index.turns[turn].asking) }
        }
        return found
    }

    /// The number of the stretch of asking turns just before the answer that a token belongs to; 0 if there is none.
    private func asking(before place: Int) -> Int32 {
        let answer = index.turns[index.turn(ofToken: place)].answer
        let info = index.turns[Int(index.answers[Int(answer)].firstTurn)]
        return info.asks ? 0 : info.asking
    }

    /// Keeps the hits in those instances of a scope where the weights of the rules that hit reach a threshold.
    ///
    /// A hit counts, once for its rule, in each instance that holds some of its evidence, and is kept if one of those
    /// reaches the threshold.
    private func keepWhereReached(_ threshold: Double, scope: Scope, _ found: inout [FoundHit]) {
        var rulesIn: [Int32: Set<Int>] = [:]
        for hit in found {
            for place in hit.evidence {
                rulesIn[index.instance(ofToken: Int(place), in: scope), default: []].insert(hit.rule)
            }
        }
        let reached = rulesIn.mapValues { numbers in
            // In the order of the codebook, so that rounding is the same every time.
            numbers.sorted().reduce(0) { $0 + rules.rules[$1].weight } >= threshold
        }
        found.removeAll { hit in
            !hit.evidence.contains { reached[index.instance(ofToken: Int($0), in: scope)] ?? false }
        }
    }
}

extension Guard {
    /// Whether a hit that is so asserted is kept.
    fileprivate func admits(_ assertion: Assertion) -> Bool {
        switch self {
        case .only(let kinds): kinds.contains { assertion.isOf($0) }
        case .unless(let kinds): !kinds.contains { assertion.isOf($0) }
        }
    }
}

extension RuleTables {
    /// A code and those it needs the hits of, in the order in which they must be worked out.
    fileprivate func codesNeeded(for code: Int) -> [Int] {
        var needed: Set<Int> = []
        var open = [code]
        while let next = open.popLast() {
            guard needed.insert(next).inserted else { continue }
            for rule in rules[codeRules[next]] {
                var below = [rule.root] + (rule.asked.map { [$0] } ?? [])
                while let number = below.popLast() {
                    let node = nodes[Int(number)]
                    if node.kind == .code { open += references[Int(node.value)].codes }
                    for child in node.children { below.append(children[Int(child)]) }
                }
            }
        }
        return codeOrder.filter { needed.contains($0) }
    }
}
