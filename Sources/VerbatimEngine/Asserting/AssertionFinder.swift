import VerbatimModel

/// Finds how hits are asserted, by the cues in the sentences of their evidence.
///
/// The algorithm is ConText: Harkema, Dowling, Thornblade, Chapman, "ConText: an algorithm for determining negation,
/// experiencer, and temporal status from clinical reports", Journal of Biomedical Informatics 42 (2009) 839-851. A cue
/// has a direction and a window; a pseudo-cue takes out the cues that lie inside it; a stop between a cue and the
/// evidence ends its reach. Cues are looked for only in sentences with hits, once each.
struct AssertionFinder {
    /// A cue where it stands in a sentence.
    private struct Found {
        var entry: Int
        var first: Int32
        var last: Int32
    }

    private let rules: RuleTables
    private let index: TranscriptIndex
    private var arena = EvidenceArena()
    private var cuesOfSentence: [Int32: [Found]] = [:]

    init(_ rules: RuleTables, _ index: TranscriptIndex) {
        self.rules = rules
        self.index = index
    }

    /// Forgets the cues of the transcript before.
    mutating func forget() {
        cuesOfSentence.removeAll(keepingCapacity: true)
        arena.removeAll()
    }

    /// How a hit with the given evidence (places, in order) is asserted.
    ///
    /// Negated or reported if any of its sentences makes it so; of modalities a question is stronger than a condition,
    /// and a condition stronger than a hedge.
    mutating func assertion(of evidence: [Int32], phrases: inout PhraseMatcher) -> Assertion {
        var kinds: Set<Cue.Kind> = []
        var start = 0
        while start < evidence.count {
            let sentence = index.sentenceOfToken[Int(evidence[start])]
            var end = start
            while end < evidence.count, index.sentenceOfToken[Int(evidence[end])] == sentence { end += 1 }
            if endsAsQuestion(Int(sentence)) { kinds.insert(.question) }
            let cues = cues(in: sentence, phrases: &phrases)
            if !cues.isEmpty { judge(evidence[start..<end], by: cues, into: &kinds) }
            start = end
        }
        let modality: Modality =
            kinds.contains(.question)
            ? .question : kinds.contains(.conditional) ? .conditional : kinds.contains(.hedge) ? .hedged : .stated
        return Assertion(
            polarity: kinds.contains(.negation) ? .negated : .affirmed, modality: modality,
            holder: kinds.contains(.reported) ? .other : .self)
    }

    private func judge(_ evidence: ArraySlice<Int32>, by cues: [Found], into kinds: inout Set<Cue.Kind>) {
        let stops = cues.filter { rules.cues.entries[$0.entry].kind == .stop && !touches($0, evidence) }
        for cue in cues {
            let entry = rules.cues.entries[cue.entry]
            guard entry.kind != .stop, !kinds.contains(entry.kind) else { continue }
            if entry.direction == .inside {
                if (cue.first...cue.last).allSatisfy({ evidence.contains($0) }) { kinds.insert(entry.kind) }
                continue
            }
            // What is itself evidence is what was looked for, not a comment on it.
            if touches(cue, evidence) { continue }
            let reaches = evidence.contains { token in
                if token > cue.last {
                    return entry.direction != .after && Int(token - cue.last) - 1 <= entry.window
                        && !stops.contains { $0.first > cue.last && $0.last < token }
                }
                return entry.direction != .before && Int(cue.first - token) - 1 <= entry.window
                    && !stops.contains { $0.first > token && $0.last < cue.first }
            }
            if reaches { kinds.insert(entry.kind) }
        }
    }

    private func touches(_ cue: Found, _ evidence: ArraySlice<Int32>) -> Bool {
        evidence.contains { $0 >= cue.first && $0 <= cue.last }
    }

    /// The cues of a sentence that no pseudo-cue takes out, without the pseudo-cues.
    private mutating func cues(in sentence: Int32, phrases: inout PhraseMatcher) -> [Found] {
        if let known = cuesOfSentence[sentence] { return known }
        let info = index.sentences[Int(sentence)]
        let language = info.language == LanguageTable.any ? rules.cues.unknownLanguage : info.language
        var found: [Found] = []
        var entries: [Int32] = []
        for place in Int(info.firstToken)..<Int(info.tokenEnd) {
            index.cues(startingAt: place, into: &entries)
            for number in entries {
                let entry = rules.cues.entries[Int(number)]
                guard LanguageTable.admits(term: entry.language, paragraph: language) else { continue }
                for run in phrases.runs(of: entry.phrase, startingAt: place, arena: &arena) {
                    found.append(Found(entry: Int(number), first: run.first, last: run.last))
                }
            }
        }
        let pseudo = found.filter { rules.cues.entries[$0.entry].kind == .pseudo }
        let kept = found.filter { cue in
            rules.cues.entries[cue.entry].kind != .pseudo
                && !pseudo.contains { $0.first <= cue.first && cue.last <= $0.last }
        }
        cuesOfSentence[sentence] = kept
        return kept
    }

    /// Whether a sentence ends in a question mark, Latin or Arabic, not counting closing quotes, brackets, white space
    /// and an exclamation mark behind it.
    private func endsAsQuestion(_ sentence: Int) -> Bool {
        let range = index.range(ofSentence: sentence)
        var end = range.upperBound
        while end > range.lowerBound {
            var start = end - 1
            while start > range.lowerBound, index.bytes[start] & 0xC0 == 0x80 { start -= 1 }
            let scalar = String(decoding: index.bytes[start..<end], as: UTF8.self).unicodeScalars.first ?? " "
            switch scalar {
            case "?", "\u{61F}", "\u{FF1F}": return true
            case "!", "\"", "'": break
            default:
                switch scalar.properties.generalCategory {
                case .closePunctuation, .finalPunctuation, .initialPunctuation: break
                default:
                    if !scalar.properties.isWhitespace { return false }
                }
            }
            end = start
        }
        return false
    }
}
