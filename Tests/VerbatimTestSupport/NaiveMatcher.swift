public import VerbatimModel

/// Section 4 of the codebook language, written down a second time in the plainest way.
///
/// Every scope is a list of tokens, every operator tries all pairs: an oracle for the engine, usable for small texts
/// only.
public struct NaiveMatcher {
    /// A run of tokens of one scope, and its evidence, both as indices in ``MarkedSession/tokens``.
    public struct Hit: Hashable, Comparable, Sendable {
        /// The first and the last token.
        public var first: Int
        /// See ``first``.
        public var last: Int
        /// The evidence, in order.
        public var evidence: [Int]

        /// Orders by first, then last token.
        public static func < (left: Hit, right: Hit) -> Bool { (left.first, left.last) < (right.first, right.last) }
    }

    /// A run of positions in one scope.
    private struct Run: Hashable {
        var first: Int
        var last: Int

        func contains(_ other: Run) -> Bool { first <= other.first && other.last <= last }
        func overlaps(_ other: Run) -> Bool { first <= other.last && other.first <= last }
        /// How many positions it is from this run to one behind it; negative if that is not behind it.
        func distance(to other: Run) -> Int { other.first > last ? other.first - last : -1 }
    }

    /// Runs with their evidence.
    private typealias Hits = [Run: Set<Int>]

    private let session: MarkedSession
    private let codebook: Codebook
    private let stem: (String, Language) -> String
    private let regexes = RegexCache()

    /// A matcher for the codes and lists of a codebook on a session.
    /// - Parameters:
    ///   - session: what is searched.
    ///   - codebook: its languages, lists and codes.
    ///   - stem: the stem of a lower-case word in a language of the codebook.
    public init(
        _ session: MarkedSession, _ codebook: Codebook,
        stem: @escaping (String, Language) -> String = { word, _ in word }
    ) {
        self.session = session
        self.codebook = codebook
        self.stem = stem
    }

    /// The hits of a rule of a code, in order.
    public func hits(of rule: Rule, in code: Code) -> [Hit] {
        let scope = rule.scope ?? code.scope ?? .sentence
        let speakers = rule.speakers ?? code.speakers ?? .respondents
        var found: [Hit] = []
        for tokens in instances(of: scope, speakers: speakers) {
            for (run, evidence) in hits(of: rule.expression, in: tokens, rule.language) {
                found.append(
                    Hit(
                        first: tokens[run.first], last: tokens[run.last],
                        evidence: evidence.map { tokens[$0] }.sorted()))
            }
        }
        return found.sorted()
    }

    // MARK: Scopes

    private func instances(of scope: Scope, speakers: SpeakerFilter) -> [[Int]] {
        var groups: [[Int]] = []
        var numbers: [String: Int] = [:]
        for (index, token) in session.tokens.enumerated() where admits(speakers, turn: token.turn) {
            let key =
                switch scope {
                case .sentence: "\(token.sentence)"
                case .paragraph: "\(token.paragraph)"
                case .turn: "\(token.turn)"
                case .answer: answer(ofTurn: token.turn)
                case .transcript: ""
                }
            if let number = numbers[key] {
                groups[number].append(index)
            } else {
                numbers[key] = groups.count
                groups.append([index])
            }
        }
        return groups
    }

    private func role(ofTurn turn: Int) -> SpeakerRole { session.speakers[session.turns[turn].speaker].role }

    private func admits(_ filter: SpeakerFilter, turn: Int) -> Bool {
        switch filter {
        case .any: true
        case .roles(let roles): roles.contains(role(ofTurn: turn))
        case .respondents: role(ofTurn: turn).answers
        }
    }

    /// A name of the answer that a turn belongs to.
    private func answer(ofTurn turn: Int) -> String {
        let own = session.turns[turn]
        if role(ofTurn: turn).asks {
            // As long as the same person goes on.
            var start = turn
            while start > 0, session.turns[start - 1].speaker == own.speaker { start -= 1 }
            return "asking \(start)"
        }
        var questions = 0
        for earlier in 0..<turn where role(ofTurn: earlier).asks && !role(ofTurn: earlier + 1).asks { questions += 1 }
        let owner = own.respondent ?? session.speakers[own.speaker].respondent ?? "speaker \(own.speaker)"
        return "answer \(questions) \(owner)"
    }

    // MARK: Expressions

    private func hits(of expression: Expression, in tokens: [Int], _ language: Language?) -> Hits {
        switch expression.form {
        case .term(let term):
            return hits(of: term, in: tokens, language)
        case .or(let parts):
            return joined(parts.map { hits(of: $0, in: tokens, language) })
        case .and(let parts):
            let all = parts.map { hits(of: $0, in: tokens, language) }
            return all.contains { $0.isEmpty } ? [:] : joined(all)
        case .andNot(let left, let right):
            return hits(of: right, in: tokens, language).isEmpty ? hits(of: left, in: tokens, language) : [:]
        case .atLeast(let count, let parts):
            let all = parts.map { hits(of: $0, in: tokens, language) }
            return all.count { !$0.isEmpty } >= count ? joined(all) : [:]
        case .containment(let negated, let left, let right):
            let outer = hits(of: right, in: tokens, language).keys
            return hits(of: left, in: tokens, language).filter { hit in
                outer.contains { $0.contains(hit.key) } != negated
            }
        case .proximity(let order, let distance, negated: true, let left, let right):
            let others = hits(of: right, in: tokens, language).keys
            return hits(of: left, in: tokens, language).filter { hit in
                let run = hit.key
                return !others.contains { other in
                    let behind = (1...distance).contains(run.distance(to: other))
                    let ahead = (1...distance).contains(other.distance(to: run))
                    return switch order {
                    case .near: run.overlaps(other) || behind || ahead
                    case .before: behind
                    case .after: ahead
                    }
                }
            }
        case .proximity(let order, let distance, negated: false, let left, let right):
            var pairs = Hits()
            for (one, oneEvidence) in hits(of: left, in: tokens, language) {
                for (other, otherEvidence) in hits(of: right, in: tokens, language) {
                    let behind = (1...distance).contains(one.distance(to: other)) && order != .after
                    let ahead = (1...distance).contains(other.distance(to: one)) && order != .before
                    if behind || ahead {
                        let run = Run(first: min(one.first, other.first), last: max(one.last, other.last))
                        pairs[run, default: []].formUnion(oneEvidence.union(otherEvidence))
                    }
                }
            }
            return minimal(pairs)
        }
    }

    private func joined(_ parts: [Hits]) -> Hits {
        var all = Hits()
        for part in parts { all.merge(part) { $0.union($1) } }
        return all
    }

    private func minimal(_ hits: Hits) -> Hits {
        hits.filter { hit in !hits.keys.contains { $0 != hit.key && hit.key.contains($0) } }
    }

    // MARK: Terms

    private func hits(of term: Term, in tokens: [Int], _ language: Language?) -> Hits {
        switch term {
        case .word, .wildcard, .exact, .stem, .regex:
            var found = Hits()
            for position in tokens.indices where fits(tokens[position], term, language) {
                found[Run(first: position, last: position)] = [position]
            }
            return found
        case .phrase(let elements):
            var found = Hits()
            for start in tokens.indices {
                for match in matches(elements[...], at: start, in: tokens, language) where match.end > start {
                    let run = Run(first: start, last: match.end - 1)
                    let isOneSentence =
                        session.tokens[tokens[run.first]].sentence == session.tokens[tokens[run.last]].sentence
                    if isOneSentence { found[run, default: []].formUnion(match.evidence) }
                }
            }
            return hasGap(elements) ? minimal(found) : found
        case .list(let name):
            var found = Hits()
            for list in codebook.lists where list.name == name || list.name.hasPrefix(name + ".") {
                for item in list.items {
                    if let own = item.language, let language, own != language { continue }
                    found.merge(hits(of: item.term, in: tokens, item.language ?? language)) { $0.union($1) }
                }
            }
            return found
        case .code(let id):
            var found = Hits()
            for code in codebook.codes where code.id == id || code.id.hasPrefix(id + ".") {
                for rule in code.rules {
                    for hit in hits(of: rule, in: code) {
                        let evidence = hit.evidence.compactMap { tokens.firstIndex(of: $0) }
                        guard evidence.count == hit.evidence.count, let first = evidence.min(),
                            let last = evidence.max()
                        else { continue }
                        found[Run(first: first, last: last), default: []].formUnion(evidence)
                    }
                }
            }
            return found
        }
    }

    private func hasGap(_ elements: [PhraseElement]) -> Bool {
        elements.contains { element in
            switch element {
            case .gap: true
            case .alternatives(let choices): choices.contains { hasGap($0) }
            case .term: false
            }
        }
    }

    /// All ways in which elements match from a position on: where they end, and their evidence.
    private func matches(
        _ elements: ArraySlice<PhraseElement>, at start: Int, in tokens: [Int], _ language: Language?
    ) -> Set<Match> {
        guard let element = elements.first else { return [Match(end: start, evidence: [])] }
        var heads: Set<Match> = []
        switch element {
        case .term(let term):
            if start < tokens.count, fits(tokens[start], term, language) {
                heads.insert(Match(end: start + 1, evidence: [start]))
            }
        case .alternatives(let choices):
            for choice in choices { heads.formUnion(matches(choice[...], at: start, in: tokens, language)) }
        case .gap(let minimum, let maximum):
            for count in minimum...maximum { heads.insert(Match(end: start + count, evidence: [])) }
        }
        var whole: Set<Match> = []
        for head in heads where head.end <= tokens.count {
            for tail in matches(elements.dropFirst(), at: head.end, in: tokens, language) {
                whole.insert(Match(end: tail.end, evidence: head.evidence.union(tail.evidence)))
            }
        }
        return whole
    }

    private struct Match: Hashable {
        var end: Int
        var evidence: Set<Int>
    }

    private func fits(_ index: Int, _ term: Term, _ language: Language?) -> Bool {
        let token = session.tokens[index]
        if let language, token.language != .unknown, token.language != language { return false }
        let folded = Array(token.word.lowercased())
        switch term {
        case .word(let word): return folded == Array(word.lowercased())
        case .exact(let word): return token.word == word
        case .wildcard(let pattern): return fits(folded[...], Array(pattern.lowercased())[...])
        case .stem(let word):
            // The rule's language, or else the paragraph's, or else the codebook's first.
            let spoken = codebook.languages.contains(token.language) ? token.language : codebook.languages.first
            guard let own = language ?? spoken else { return false }
            return stem(String(folded), own) == stem(word.lowercased(), own)
        case .regex(let pattern):
            let regex = regexes.compiled(pattern)
            return regex.flatMap { try? $0.wholeMatch(in: String(folded)) } != nil
        case .phrase, .list, .code: return false
        }
    }

    private func fits(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        switch pattern.first {
        case nil: text.isEmpty
        case "*": fits(text, pattern.dropFirst()) || !text.isEmpty && fits(text.dropFirst(), pattern)
        case "?": !text.isEmpty && fits(text.dropFirst(), pattern.dropFirst())
        case let character: text.first == character && fits(text.dropFirst(), pattern.dropFirst())
        }
    }
}

/// Regular expressions of the standard library, each compiled once.
private final class RegexCache {
    private var known: [String: Regex<AnyRegexOutput>?] = [:]

    func compiled(_ pattern: String) -> Regex<AnyRegexOutput>? {
        if let regex = known[pattern] { return regex }
        let regex = try? Regex(pattern)
        known[pattern] = .some(regex)
        return regex
    }
}
