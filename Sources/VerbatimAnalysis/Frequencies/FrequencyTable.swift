package import VerbatimModel

/// The frequencies of every theme and code of a study.
///
/// A coding of a code counts for the code and for all declared nodes above it. Codings that a person rejected, or that
/// an exclusive group suppressed, count nowhere. A coding without a respondent (focus-group speech that nobody can be
/// given, documents) counts in transcripts, turns and codings, and not among respondents. A coding of a code that the
/// codebook does not hold counts nowhere.
package struct FrequencyTable: Hashable, Sendable {
    /// One row for each theme and code, in codebook order.
    package let rows: [FrequencyRow]
    /// The number of respondents who spoke and whom the table is about.
    package let respondents: Int

    /// The frequencies of a study.
    ///
    /// - Parameters:
    ///   - study: The coded study.
    ///   - asked: The respondents to whom a code's topic was put, by the code's id; `nil` takes those whom the study's
    ///     guide tells, and all who spoke where it tells nothing. Those who did not speak are left out.
    /// - Complexity: O(codings x depth of the codebook + codes x respondents).
    package init(_ study: CodedStudy, asked: ((Code.ID) -> Set<Respondent.ID>)? = nil) {
        let hierarchy = CodeHierarchy(study.codebook)
        let counted = CountedCodings(study, hierarchy: hierarchy)
        self.init(
            counted.entries, among: counted.respondents, speaking: counted.speaking, codes: study.codebook.codes,
            hierarchy: hierarchy, asked: asked ?? AskedRespondents(study).map { $0.respondents(of:) })
    }

    /// The frequencies of some codings.
    ///
    /// - Parameters:
    ///   - entries: The codings, by transcript and turn.
    ///   - people: The respondents, by the numbers that the entries give them.
    ///   - speaking: How many of them spoke; they are the first.
    ///   - codes: The themes and codes of the codebook.
    ///   - hierarchy: The forest of the codebook.
    ///   - asked: See ``init(_:asked:)``.
    init(
        _ entries: [CountedCodings.Entry], among people: [Respondent.ID], speaking: Int, codes: [Code],
        hierarchy: CodeHierarchy, asked: ((Code.ID) -> Set<Respondent.ID>)?
    ) {
        var tally = Tally(nodes: codes.count, people: people.count)
        for entry in entries {
            for node in hierarchy.lineage(of: entry.node) { tally.add(entry, to: node) }
        }
        respondents = speaking
        rows = codes.indices.map { node in
            let isAsked = asked.map { asked in
                let ids = asked(codes[node].id)
                return people[..<speaking].map { ids.contains($0) }
            }
            return tally.row(of: codes[node], at: node, asked: isAsked ?? Array(repeating: true, count: speaking))
        }
    }

    /// The row of a code or theme; `nil` where there is none.
    /// - Complexity: O(rows).
    package func row(of code: Code.ID) -> FrequencyRow? {
        rows.first { $0.code == code }
    }
}

/// The distinct respondents, transcripts, turns and codings of each node, from codings in the order of their turns.
private struct Tally {
    /// What is counted of one node as codings come.
    private struct Count {
        var transcripts = 0
        var turns = 0
        var codings = 0
        /// The transcript and the turn that were counted last: codings of one turn come together.
        var lastTranscript = -1
        var lastTurn = -1
    }

    /// A node and a coding's id that other codings have too.
    private struct SharedCoding: Hashable {
        var node: Int
        var id: Int
    }

    private let people: Int
    private var counts: [Count]
    /// What each node's codings say of each respondent, one node after the other.
    private var marks: [CountedCodings.Marks]
    private var sharedCodings: Set<SharedCoding> = []

    init(nodes: Int, people: Int) {
        self.people = people
        counts = Array(repeating: Count(), count: nodes)
        marks = Array(repeating: [], count: nodes * people)
    }

    mutating func add(_ entry: CountedCodings.Entry, to node: Int) {
        if counts[node].lastTranscript != entry.transcript {
            counts[node].lastTranscript = entry.transcript
            counts[node].transcripts += 1
        }
        if counts[node].lastTurn != entry.turn {
            counts[node].lastTurn = entry.turn
            counts[node].turns += 1
        }
        if entry.sharedID.map({ sharedCodings.insert(SharedCoding(node: node, id: $0)).inserted }) ?? true {
            counts[node].codings += 1
        }
        if let respondent = entry.respondent { marks[node * people + respondent].formUnion(entry.marks) }
    }

    /// The row of a node; `asked` tells, for those who spoke, who was asked.
    func row(of code: Code, at node: Int, asked: [Bool]) -> FrequencyRow {
        let marks = marks[(node * people)..<((node + 1) * people)]
        func count(_ mark: CountedCodings.Marks) -> Int { marks.count { $0.contains(mark) } }
        let total = asked.count { $0 }
        func proportion(_ mark: CountedCodings.Marks) -> Proportion {
            Proportion(zip(marks, asked).count { $0.contains(mark) && $1 }, of: total)
        }
        return FrequencyRow(
            code: code.id, name: code.name, isTheme: !code.isCodable, respondents: count(.mentioned),
            mentioned: proportion(.mentioned), transcripts: counts[node].transcripts, turns: counts[node].turns,
            codings: counts[node].codings, affirmed: count(.affirmed), negated: count(.negated),
            conditional: count(.conditional), upheld: proportion(.upheld), denied: proportion(.denied))
    }
}
