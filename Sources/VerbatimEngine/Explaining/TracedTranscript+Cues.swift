import VerbatimModel

/// Cues of assertion, with what became of each.
extension TracedTranscript {
    /// A cue where it stands.
    fileprivate struct Found {
        var entry: CompiledCues.Entry
        var first: Int32
        var last: Int32
    }

    /// The cues in the sentences of a hit, those that change it first; such as do nothing to it are left out.
    mutating func cues(of hit: FoundHit) -> [CueTrace] {
        var traces: [CueTrace] = []
        for sentence in Set(hit.evidence.map { index.sentenceOfToken[Int($0)] }).sorted() {
            let evidence = hit.evidence.filter { index.sentenceOfToken[Int($0)] == sentence }
            let found = cues(in: sentence)
            for cue in found where cue.entry.kind != .pseudo && cue.entry.kind != .stop {
                if let effect = effect(of: cue, on: evidence, among: found) {
                    traces.append(
                        CueTrace(
                            kind: cue.entry.kind, direction: cue.entry.direction, words: words(of: cue).words,
                            effect: effect))
                }
            }
        }
        if hit.assertion.modality == .question, !traces.contains(where: { $0.kind == .question && $0.applies }) {
            traces.append(CueTrace(kind: .question, direction: .after, words: [], effect: .questionMark))
        }
        return traces.filter(\.applies) + traces.filter { !$0.applies }
    }

    private func words(of cue: Found) -> TracedRun { run(ofPlaces: Array(cue.first...cue.last)) }

    private mutating func cues(in sentence: Int32) -> [Found] {
        let info = index.sentences[Int(sentence)]
        let language = info.language == LanguageTable.any ? tables.cues.unknownLanguage : info.language
        var found: [Found] = []
        var entries: [Int32] = []
        for place in Int(info.firstToken)..<Int(info.tokenEnd) {
            index.cues(startingAt: place, into: &entries)
            for entry in entries.map({ tables.cues.entries[Int($0)] })
            where LanguageTable.admits(term: entry.language, paragraph: language) {
                let runs = evaluation.phrases.runs(
                    of: entry.phrase, startingAt: place, arena: &evaluation.arena)
                found += runs.map { Found(entry: entry, first: $0.first, last: $0.last) }
            }
        }
        return found
    }

    /// What becomes of a cue; `nil` where it has nothing to do with the evidence: it is part of it, stands on the
    /// side that it does not look to, or is taken out where it would not have reached either.
    private func effect(of cue: Found, on evidence: [Int32], among found: [Found]) -> CueTrace.Effect? {
        let cover = found.first {
            $0.entry.kind == .pseudo && $0.first <= cue.first && cue.last <= $0.last
        }
        let isTouching = evidence.contains { $0 >= cue.first && $0 <= cue.last }
        if cue.entry.direction == .inside {
            guard (cue.first...cue.last).allSatisfy({ evidence.contains($0) }) else { return nil }
            return cover.map { .covered(by: words(of: $0)) } ?? .inside
        }
        if isTouching { return nil }
        let stops = found.filter { stop in
            stop.entry.kind == .stop && !evidence.contains { $0 >= stop.first && $0 <= stop.last }
                && !found.contains { $0.entry.kind == .pseudo && $0.first <= stop.first && stop.last <= $0.last }
        }
        var stopped: CueTrace.Effect?
        var far: CueTrace.Effect?
        for token in evidence.sorted(by: { cue.distance(to: $0) < cue.distance(to: $1) }) {
            guard cue.looks(to: token) else { continue }
            let between = cue.distance(to: token) - 1
            if between > cue.entry.window {
                far = far ?? .tooFar(between: between, window: cue.entry.window)
                continue
            }
            let stop = stops.first {
                token > cue.last ? $0.first > cue.last && $0.last < token : $0.first > token && $0.last < cue.first
            }
            if let stop {
                stopped = stopped ?? .stopped(by: words(of: stop))
            } else {
                return cover.map { .covered(by: words(of: $0)) } ?? .applies(between: between)
            }
        }
        return cover == nil ? stopped ?? far : nil
    }
}

extension TracedTranscript.Found {
    /// How many tokens it is to a token outside the cue; a neighbour is 1 away.
    fileprivate func distance(to token: Int32) -> Int { Int(token > last ? token - last : first - token) }

    /// Whether the cue looks to the side that a token stands on.
    fileprivate func looks(to token: Int32) -> Bool {
        entry.direction == .around || entry.direction == (token > last ? .before : .after)
    }
}
