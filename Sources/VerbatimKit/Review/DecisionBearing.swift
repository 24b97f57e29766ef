package import VerbatimModel

/// What people's decisions make of the codings of a run.
///
/// A decision says that a code applies to some words, or that it does not. It bears on a coding of that code (or of the
/// code that was once called so) in the same transcript whose segment is the same, or whose evidence lies in those
/// words; words that have moved are found again by themselves and what stood around them. Then:
///
/// - A coding that is rejected has the status rejected, and one that is accepted the status accepted, in every run.
/// - Words that are accepted, and on which the rules propose nothing, are a coding of the person who accepted first.
/// - A code that was changed is rejected, and the other accepted.
/// - Where one person accepts and another rejects, the coding stays as the rules made it, and is listed.
///
/// Of one person who judged overlapping words differently, the latest decision that bears on a coding holds.
package struct DecisionBearing: Sendable {
    /// Two people who decide differently.
    package struct Conflict: Hashable, Sendable {
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The segment, in Unicode scalars.
        package var span: TextSpan
        /// The code's id.
        package var code: Code.ID
        /// Who accepts, in the order of their decisions.
        package var accepting: [String]
        /// Who rejects, in the order of their decisions.
        package var rejecting: [String]
    }

    /// Why a decision bears on nothing for now.
    package enum Obstacle: Hashable, Sendable {
        /// The transcript is not there.
        case noTranscript
        /// The words are not in the transcript any more.
        case wordsGone
        /// The words stand at several places, and their surroundings have changed.
        case severalPlaces
        /// The codebook has no code of this id, and none that was called so.
        case noCode(Code.ID)
    }

    /// A decision that cannot be placed.
    package struct Unplaced: Hashable, Sendable {
        /// The decision.
        package var decision: Decision
        /// What keeps it from being placed.
        package var obstacle: Obstacle
    }

    /// The codings, with people's own among them, by transcript, position and code.
    package private(set) var codings: [Coding]
    /// What the rules alone made of each; `nil` for a person's own.
    package private(set) var ruleStatuses: [CodingStatus?]
    /// Decisions that bear on nothing for now, in their order.
    package private(set) var unplaced: [Unplaced] = []
    /// What people disagree on, by transcript, position and code.
    package private(set) var conflicts: [Conflict] = []
    private var votes: [Target: [DecisionVote]] = [:]

    /// Applies decisions to what the rules propose.
    ///
    /// - Parameters:
    ///   - decisions: all decisions of the study, in their order.
    ///   - codings: what the rules propose, suppressed ones too, by transcript, position and code.
    ///   - transcripts: the transcripts as they are now: at least those that decisions name, of those there are.
    ///   - codebook: the codebook as it is now.
    /// - Complexity: O(codings + length of the texts that decisions name), and for each transcript and code decisions x
    ///   codings.
    package init(
        _ decisions: [Decision], to codings: [Coding], transcripts: [Transcript.ID: Transcript], codebook: Codebook
    ) {
        self.codings = codings
        ruleStatuses = codings.map(\.status)
        let placed = place(decisions, transcripts, codebook)
        votes = Dictionary(grouping: DecisionVote.votes(placed)) {
            Target(transcript: $0.transcript, code: $0.code)
        }
        guard !votes.isEmpty else { return }
        var places: [Target: [Int]] = [:]
        for index in codings.indices {
            let target = Target(transcript: codings[index].transcript, code: codings[index].code)
            if votes[target] != nil { places[target, default: []].append(index) }
        }
        var own: [Coding] = []
        for (target, votes) in votes {
            guard let transcript = transcripts[target.transcript] else { continue }
            for index in places[target] ?? [] { judge(index, by: votes) }
            own += ownCodings(votes, beside: places[target] ?? [], in: transcript)
        }
        insert(own, codebook)
        conflicts.sort {
            ($0.transcript, $0.span, $0.code) < ($1.transcript, $1.span, $1.code)
        }
    }

    /// The decisions that bear on a coding.
    ///
    /// - Parameter coding: a coding of one of the transcripts, of the rules or of a person.
    /// - Returns: of each coder the latest, in their order.
    package func decisions(on coding: Coding) -> [Decision] {
        let votes = votes[Target(transcript: coding.transcript, code: coding.code)] ?? []
        return Self.latest(votes, on: coding.span, evidence: coding.evidence).map(\.decision)
    }

    /// What votes are about together.
    private struct Target: Hashable {
        var transcript: Transcript.ID
        var code: Code.ID
    }

    /// What votes say together.
    private enum Verdict {
        case none, accepted, rejected, divided
    }

    // MARK: - Placing

    private mutating func place(
        _ decisions: [Decision], _ transcripts: [Transcript.ID: Transcript], _ codebook: Codebook
    ) -> [DecisionVote.Placed] {
        var finders: [Transcript.ID: PlaceFinder] = [:]
        var placed: [DecisionVote.Placed] = []
        for decision in Self.latest(decisions) {
            guard let place = decision.subject.place else { continue }
            guard let transcript = transcripts[place.transcript], !transcript.turns.isEmpty else {
                unplaced.append(Unplaced(decision: decision, obstacle: .noTranscript))
                continue
            }
            let finder = finders[place.transcript] ?? PlaceFinder(transcript.text)
            finders[place.transcript] = finder
            switch finder.find(place) {
            case .lost: unplaced.append(Unplaced(decision: decision, obstacle: .wordsGone))
            case .ambiguous: unplaced.append(Unplaced(decision: decision, obstacle: .severalPlaces))
            case .found(let span):
                func current(_ id: Code.ID?) -> Code.ID? {
                    guard let id else { return nil }
                    if let index = codebook.index(of: id) { return codebook.codes[index].id }
                    unplaced.append(Unplaced(decision: decision, obstacle: .noCode(id)))
                    return nil
                }
                placed.append(
                    DecisionVote.Placed(
                        decision: decision, transcript: place.transcript, span: span, code: current(decision.code),
                        changedCode: current(decision.changedCode)))
            }
        }
        return placed
    }

    /// The decisions without those that their coder took again on the same place and code.
    private static func latest(_ decisions: [Decision]) -> [Decision] {
        struct Key: Hashable {
            var coder: String
            var subject: ReviewSubject
            var code: Code.ID
        }
        var latest: [Key: Int] = [:]
        for (index, decision) in decisions.enumerated() {
            latest[Key(coder: decision.coder, subject: decision.subject, code: decision.code)] = index
        }
        return latest.values.sorted().map { decisions[$0] }
    }

    // MARK: - Judging

    private mutating func judge(_ index: Int, by votes: [DecisionVote]) {
        let coding = codings[index]
        switch verdict(votes, on: coding.span, evidence: coding.evidence, of: coding) {
        case .none, .divided: return
        case .accepted: codings[index].status = .accepted
        case .rejected: codings[index].status = .rejected
        }
    }

    /// What the votes that bear on a segment say together; of each coder the latest counts.
    ///
    /// A division is noted.
    private mutating func verdict(
        _ votes: [DecisionVote], on span: TextSpan, evidence: [TextSpan], of coding: Coding
    ) -> Verdict {
        let ordered = Self.latest(votes, on: span, evidence: evidence)
        guard !ordered.isEmpty else { return .none }
        let accepting = ordered.filter(\.accepts).map(\.decision.coder)
        let rejecting = ordered.filter { !$0.accepts }.map(\.decision.coder)
        if rejecting.isEmpty { return .accepted }
        if accepting.isEmpty { return .rejected }
        conflicts.append(
            Conflict(
                transcript: coding.transcript, span: span, code: coding.code, accepting: accepting,
                rejecting: rejecting))
        return .divided
    }

    /// The votes that bear on a segment, of each coder the latest, in the order of their decisions.
    private static func latest(
        _ votes: [DecisionVote], on span: TextSpan, evidence: [TextSpan]
    ) -> [DecisionVote] {
        var latest: [String: DecisionVote] = [:]
        for vote in votes where vote.bears(on: span, evidence: evidence) { latest[vote.decision.coder] = vote }
        return latest.values.sorted { $0.decision.number < $1.decision.number }
    }

    /// Codings of people: words that are accepted, where no coding of the rules stands for them.
    private mutating func ownCodings(
        _ votes: [DecisionVote], beside indices: [Int], in transcript: Transcript
    ) -> [Coding] {
        var own: [Coding] = []
        var seen: Set<TextSpan> = []
        var offsets: OffsetMap?
        for vote in votes where vote.accepts && seen.insert(vote.span).inserted {
            let isMet = indices.contains { index in
                codings[index].span == vote.span
                    || codings[index].status != .rejected
                        && vote.bears(on: codings[index].span, evidence: codings[index].evidence)
            }
            if isMet { continue }
            let map = offsets ?? OffsetMap(transcript.text)
            offsets = map
            let coding = Self.coding(vote, in: transcript, map)
            if case .accepted = verdict(votes, on: vote.span, evidence: [vote.span], of: coding) { own.append(coding) }
        }
        return own
    }

    /// The coding that a person's decision is where no rule proposes it.
    private static func coding(_ vote: DecisionVote, in transcript: Transcript, _ map: OffsetMap) -> Coding {
        let start = map.utf8Offset(ofScalar: vote.span.start)
        let turn = transcript.turns.first { $0.range.upperBound > start } ?? transcript.turns.last
        let assertion = vote.decision.assertion ?? Assertion()
        return Coding(
            transcript: transcript.id, turn: turn?.number ?? 1,
            speaker: turn.flatMap { transcript.speaker(of: $0)?.label }, respondent: turn?.respondent, code: vote.code,
            rules: [], assertion: assertion,
            assertionKinds: vote.decision.assertion == nil ? [.affirmed] : vote.decision.assertionKinds,
            span: vote.span, quote: map.text(in: map.byteRange(of: vote.span)), evidence: [], evidenceWords: [],
            status: .accepted, coder: vote.decision.coder)
    }

    /// Puts people's codings in their places among the others.
    private mutating func insert(_ own: [Coding], _ codebook: Codebook) {
        guard !own.isEmpty else { return }
        let order = Dictionary(
            codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let all = zip(codings, ruleStatuses) + own.map { ($0, nil) }
        func precedes(_ left: Coding, _ right: Coding) -> Bool {
            if left.transcript != right.transcript {
                return left.transcript.utf8.lexicographicallyPrecedes(right.transcript.utf8)
            }
            if left.span != right.span { return left.span < right.span }
            return (order[left.code] ?? order.count) < (order[right.code] ?? order.count)
        }
        let sorted = all.enumerated().sorted { left, right in
            if precedes(left.element.0, right.element.0) { return true }
            return !precedes(right.element.0, left.element.0) && left.offset < right.offset
        }
        codings = sorted.map(\.element.0)
        ruleStatuses = sorted.map(\.element.1)
    }
}
