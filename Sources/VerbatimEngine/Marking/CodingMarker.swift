import VerbatimModel

/// Makes codings of hits (section 5 of the codebook language) for one transcript.
struct CodingMarker {
    /// Whose words they are: codings of different people never join, even where their answers lie between each other.
    private enum Owner: Hashable {
        case respondent(Respondent.ID)
        case speaker(Int?)
    }

    /// A coding in bytes and places, while hits can still join it.
    private struct Draft {
        var code: Int
        var owner: Owner
        var range: ByteRange
        /// The rules that hit, each once.
        var rules: [Int]
        /// The evidence of all hits, one after the other.
        var evidence: [Int32]
        var assertion: Assertion
        /// How the hits are asserted, each way once.
        var hitAssertions: [Assertion]
        var isSuppressed = false
    }

    private let rules: RuleTables
    private let transcript: Transcript
    private let index: TranscriptIndex
    private let coder: String
    private var drafts: [Draft] = []

    init(_ rules: RuleTables, _ transcript: Transcript, _ index: TranscriptIndex, coder: String) {
        self.rules = rules
        self.transcript = transcript
        self.index = index
        self.coder = coder
    }

    /// Marks the hits of one code.
    ///
    /// Those whose segments share at least one byte become one coding.
    mutating func mark(_ hits: [FoundHit], code: Int) {
        let mark = rules.codebook.codes[code].mark ?? Mark(.sentence)
        let segments = hits.map { segment(of: $0, mark) }
        let order = hits.indices.sorted {
            let (left, right) = (segments[$0], segments[$1])
            return (left.lowerBound, left.upperBound, $0) < (right.lowerBound, right.upperBound, $1)
        }
        var open: [Owner: Int] = [:]
        for hitIndex in order {
            let hit = hits[hitIndex]
            let range = segments[hitIndex]
            let owner = owner(of: hit)
            if let number = open[owner], range.lowerBound < drafts[number].range.upperBound {
                let joined = drafts[number].range
                drafts[number].range = joined.lowerBound..<max(joined.upperBound, range.upperBound)
                if !drafts[number].rules.contains(hit.rule) { drafts[number].rules.append(hit.rule) }
                drafts[number].evidence += hit.evidence
                drafts[number].assertion = drafts[number].assertion.combined(with: hit.assertion)
                if !drafts[number].hitAssertions.contains(hit.assertion) {
                    drafts[number].hitAssertions.append(hit.assertion)
                }
            } else {
                open[owner] = drafts.count
                drafts.append(
                    Draft(
                        code: code, owner: owner, range: range, rules: [hit.rule], evidence: hit.evidence,
                        assertion: hit.assertion, hitAssertions: [hit.assertion]))
            }
        }
    }

    /// All codings, by segment and then in the order of the codes, with those suppressed that an exclusive group
    /// leaves no room for.
    mutating func finish() -> [Coding] {
        if drafts.isEmpty { return [] }
        suppress()
        drafts.sort {
            ($0.range.lowerBound, $0.range.upperBound, $0.code) < ($1.range.lowerBound, $1.range.upperBound, $1.code)
        }
        let map = OffsetMap(transcript.text)
        return drafts.map { coding(from: $0, map) }
    }

    // MARK: Segments

    private func segment(of hit: FoundHit, _ mark: Mark) -> ByteRange {
        let firstTurn = index.turn(ofToken: hit.first)
        let lastTurn = index.turn(ofToken: hit.last)
        switch mark.unit {
        case .match where mark.sentences <= 0:
            return index.range(from: hit.first, through: hit.last)
        case .match, .sentence:
            // Sentences on either side belong to the turn, never to another speaker.
            let more = max(0, mark.sentences)
            let first = max(
                Int(index.turns[firstTurn].firstSentence), Int(index.sentenceOfToken[hit.first]) - more)
            let last = min(
                Int(index.turns[lastTurn].sentenceEnd) - 1, Int(index.sentenceOfToken[hit.last]) + more)
            return index.range(ofSentence: first).lowerBound..<index.range(ofSentence: last).upperBound
        case .turn:
            return transcript.turns[firstTurn].range.lowerBound..<transcript.turns[lastTurn].range.upperBound
        case .answer:
            let first = index.answers[Int(index.turns[firstTurn].answer)]
            let last = index.answers[Int(index.turns[lastTurn].answer)]
            let start = transcript.turns[Int(first.firstTurn)].range.lowerBound
            let end = max(first.lastTurn, last.lastTurn)
            return start..<transcript.turns[Int(end)].range.upperBound
        }
    }

    private func owner(of hit: FoundHit) -> Owner {
        let turn = transcript.turns[index.turn(ofToken: hit.first)]
        return turn.respondent.map { .respondent($0) } ?? .speaker(turn.speaker)
    }

    // MARK: Exclusive groups

    /// Suppresses what overlaps a coding of a higher priority in the same group, unless that one is itself suppressed.
    private mutating func suppress() {
        var groups: [String: [Int]] = [:]
        for number in drafts.indices {
            if let group = rules.codebook.codes[drafts[number].code].exclusive {
                groups[group.name, default: []].append(number)
            }
        }
        for members in groups.values {
            let priorities = members.map { (number: $0, priority: priority(of: $0)) }
            var kept: [(number: Int, priority: Int)] = []
            for member in priorities.sorted(by: { ($1.priority, $0.number) < ($0.priority, $1.number) }) {
                let draft = drafts[member.number]
                let isTaken = kept.contains {
                    $0.priority > member.priority && drafts[$0.number].owner == draft.owner
                        && drafts[$0.number].range.overlaps(draft.range)
                }
                if isTaken { drafts[member.number].isSuppressed = true } else { kept.append(member) }
            }
        }
    }

    private func priority(of draft: Int) -> Int {
        rules.codebook.codes[drafts[draft].code].exclusive?.priority ?? 0
    }

    // MARK: Codings

    private func coding(from draft: Draft, _ map: OffsetMap) -> Coding {
        let evidence = Self.inOrder(draft.evidence).map { index.range(from: Int($0), through: Int($0)) }
        let turn = index.turn(ofToken: Int(draft.evidence.min() ?? 0))
        return Coding(
            transcript: transcript.id, turn: transcript.turns[turn].number,
            speaker: transcript.turns[turn].speaker.map { transcript.speakers[$0].label },
            respondent: transcript.turns[turn].respondent, code: rules.codebook.codes[draft.code].id,
            rules: draft.rules.sorted().map { rules.codebook.codes[draft.code].rules[rules.rules[$0].rule].id },
            assertion: draft.assertion,
            assertionKinds: AssertionKind.allCases.filter { kind in draft.hitAssertions.contains { $0.isOf(kind) } },
            span: map.span(of: draft.range), quote: words(in: draft.range), evidence: evidence.map(map.span(of:)),
            evidenceWords: evidence.map(words(in:)), status: draft.isSuppressed ? .suppressed : .proposed, coder: coder)
    }

    /// The places in order, each once.
    private static func inOrder(_ places: [Int32]) -> [Int32] {
        places.count < 2 ? places : Set(places).sorted()
    }

    private func words(in range: ByteRange) -> String {
        String(decoding: index.bytes[range], as: UTF8.self)
    }
}
