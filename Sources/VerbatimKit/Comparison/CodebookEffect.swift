import VerbatimAnalysis
package import VerbatimModel

/// What changing a codebook does to the same transcripts: the codings and the respondents that each code gains and
/// loses.
///
/// Codings are compared by transcript, code, speaker and overlapping segment, so that a segment that only grew is
/// neither gained nor lost. A code that was renamed (`was`) is the same code. Only codings that count are compared.
package struct CodebookEffect: Sendable, Hashable {
    /// What became of a coding.
    package enum Change: String, Sendable, Hashable {
        /// Only the new codebook proposes it.
        case gained
        /// Only the old codebook proposed it.
        case lost
        /// Both do, but it is asserted otherwise now.
        case reasserted
    }

    /// One coding that changes.
    package struct Item: Sendable, Hashable {
        /// What became of it.
        package let change: Change
        /// The code's id, in the new codebook where it is there.
        package let code: Code.ID
        /// The coding: the new one, or of a lost one the old.
        package let coding: Coding
        /// Whether the respondent is gained or lost for the code by it, having none other.
        package let changesRespondent: Bool
    }

    /// A code or theme; a coding counts for all nodes above its code.
    package struct Row: Sendable, Hashable {
        /// The id, in the new codebook where it is there.
        package let code: Code.ID
        /// The name.
        package let name: String
        /// Whether it only groups.
        package let isTheme: Bool
        /// How many codings the old codebook proposed.
        package let codingsBefore: Int
        /// How many codings the new codebook proposes.
        package let codingsAfter: Int
        /// How many of those are gained.
        package let codingsGained: Int
        /// How many of the old are lost.
        package let codingsLost: Int
        /// How many are asserted otherwise.
        package let codingsReasserted: Int
        /// Those who had a coding.
        package let respondentsBefore: Int
        /// Those who have one.
        package let respondentsAfter: Int
        /// Those who have one and had none, by id.
        package let respondentsGained: [Respondent.ID]
        /// Those who had one and have none, by id.
        package let respondentsLost: [Respondent.ID]

        /// Whether anything changes.
        package var isChanged: Bool { codingsGained + codingsLost + codingsReasserted > 0 }
    }

    /// The codes and themes: those of the new codebook in its order, then those that only the old one has.
    package let rows: [Row]
    /// The codings that change, by code in the order of ``rows``, then by transcript and position.
    package let items: [Item]

    /// The effect of replacing one codebook by another, from what each proposes for the same transcripts.
    /// - Complexity: O(codings x depth of the codebooks), and the square of the codings of one code in one transcript.
    package init(old: Codebook, codings oldCodings: [Coding], new: Codebook, codings newCodings: [Coding]) {
        let naming = CodeNaming(old: old, new: new)
        let before = CodingGroups(oldCodings.filter(\.status.counts), codebook: old, id: naming.newID(ofOld:))
        let after = CodingGroups(newCodings.filter(\.status.counts), codebook: new, id: \.self)
        var changes: [Code.ID: [(change: Change, coding: Coding)]] = [:]
        for id in naming.ids {
            changes[id] = Self.changes(before.own[id] ?? [:], after.own[id] ?? [:])
        }
        items = naming.ids.flatMap { id in
            (changes[id] ?? []).map { change, coding in
                let others = change == .lost ? after.respondents[id] : before.respondents[id]
                let isChanged = coding.respondent.map { !(others?.contains($0) ?? false) } ?? false
                return Item(
                    change: change, code: id, coding: coding,
                    changesRespondent: change != .reasserted && isChanged)
            }
        }
        rows = naming.ids.map { id in
            let old = naming.old(below: id)
            let new = naming.new(below: id)
            func count(_ change: Change, of ids: [Code.ID]) -> Int {
                ids.reduce(0) { sum, id in sum + (changes[id] ?? []).count { $0.change == change } }
            }
            let had = before.respondents[id] ?? []
            let have = after.respondents[id] ?? []
            return Row(
                code: id, name: naming.name(of: id), isTheme: naming.isTheme(id),
                codingsBefore: old.reduce(0) { $0 + before.count(of: $1) },
                codingsAfter: new.reduce(0) { $0 + after.count(of: $1) },
                codingsGained: count(.gained, of: new), codingsLost: count(.lost, of: old),
                codingsReasserted: count(.reasserted, of: new), respondentsBefore: had.count,
                respondentsAfter: have.count, respondentsGained: have.subtracting(had).sorted(),
                respondentsLost: had.subtracting(have).sorted())
        }
    }

    /// The changes of one code, by transcript and position.
    private static func changes(
        _ before: [Transcript.ID: [Coding]], _ after: [Transcript.ID: [Coding]]
    ) -> [(change: Change, coding: Coding)] {
        var found: [(change: Change, coding: Coding)] = []
        for transcript in Set(before.keys).union(after.keys).sorted() {
            let old = before[transcript] ?? []
            let new = after[transcript] ?? []
            var changed: [(change: Change, coding: Coding)] = []
            for coding in new {
                let same = old.filter { $0.overlaps(coding) }
                if same.isEmpty {
                    changed.append((.gained, coding))
                } else if !same.contains(where: { $0.assertionKinds == coding.assertionKinds }) {
                    changed.append((.reasserted, coding))
                }
            }
            for coding in old where !new.contains(where: { $0.overlaps(coding) }) { changed.append((.lost, coding)) }
            found += changed.enumerated()
                .sorted { ($0.element.coding.span, $0.offset) < ($1.element.coding.span, $1.offset) }.map(\.element)
        }
        return found
    }
}

extension Coding {
    /// Whether both code words of one speaker that overlap.
    fileprivate func overlaps(_ other: Coding) -> Bool {
        span.start < other.span.end && other.span.start < span.end && speaker == other.speaker
            && respondent == other.respondent
    }
}

/// The codings that one codebook proposes, by code.
private struct CodingGroups {
    /// The codings of each code itself, by transcript.
    var own: [Code.ID: [Transcript.ID: [Coding]]] = [:]
    /// The respondents of each code and theme.
    var respondents: [Code.ID: Set<Respondent.ID>] = [:]

    init(_ codings: [Coding], codebook: Codebook, id: (Code.ID) -> Code.ID) {
        let hierarchy = CodeHierarchy(codebook)
        for coding in codings {
            own[id(coding.code), default: [:]][coding.transcript, default: []].append(coding)
            guard let respondent = coding.respondent, let index = hierarchy.index(of: coding.code) else { continue }
            for node in hierarchy.lineage(of: index) {
                respondents[id(codebook.codes[node].id), default: []].insert(respondent)
            }
        }
    }

    func count(of id: Code.ID) -> Int { (own[id] ?? [:]).values.reduce(0) { $0 + $1.count } }
}
