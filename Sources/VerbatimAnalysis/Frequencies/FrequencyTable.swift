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
    ///   - asked: The respondents to whom a code's topic was put, by the code's id; `nil` takes all who spoke. Those
    ///     who did not speak are left out.
    /// - Complexity: O(codings x depth of the codebook + codes x respondents).
    package init(_ study: CodedStudy, asked: ((Code.ID) -> Set<Respondent.ID>)? = nil) {
        self.init(study, hierarchy: CodeHierarchy(study.codebook), group: nil, asked: asked)
    }

    /// The frequencies among some of the respondents.
    ///
    /// - Parameters:
    ///   - study: The coded study.
    ///   - hierarchy: The forest of its codebook.
    ///   - group: The respondents to take, with their codings only; `nil` takes all respondents and all codings.
    ///   - asked: See ``init(_:asked:)``.
    init(
        _ study: CodedStudy, hierarchy: CodeHierarchy, group: Set<Respondent.ID>?,
        asked: ((Code.ID) -> Set<Respondent.ID>)?
    ) {
        let speaking = Set(study.respondents.lazy.map(\.id).filter { group?.contains($0) ?? true })
        var tallies = study.codebook.codes.map { _ in Tally() }
        for coding in study.codings where coding.status.counts {
            if let group {
                guard let respondent = coding.respondent, group.contains(respondent) else { continue }
            }
            guard let index = hierarchy.index(of: coding.code) else { continue }
            let isBound = hierarchy.isAssertionBound(index)
            for node in hierarchy.lineage(of: index) { tallies[node].add(coding, isAssertionBound: isBound) }
        }
        respondents = speaking.count
        rows = zip(study.codebook.codes, tallies).map { code, tally in
            tally.row(of: code, asked: asked.map { speaking.intersection($0(code.id)) } ?? speaking)
        }
    }

    /// The row of a code or theme; `nil` where there is none.
    /// - Complexity: O(rows).
    package func row(of code: Code.ID) -> FrequencyRow? {
        rows.first { $0.code == code }
    }
}

/// The distinct respondents, transcripts, turns and codings of one node.
private struct Tally {
    private struct TurnKey: Hashable {
        var transcript: Transcript.ID
        var turn: Int
    }

    private var respondents: Set<Respondent.ID> = []
    private var affirmed: Set<Respondent.ID> = []
    private var negated: Set<Respondent.ID> = []
    private var conditional: Set<Respondent.ID> = []
    private var upheld: Set<Respondent.ID> = []
    private var denied: Set<Respondent.ID> = []
    private var transcripts: Set<Transcript.ID> = []
    private var turns: Set<TurnKey> = []
    private var codings: Set<Coding.ID> = []

    mutating func add(_ coding: Coding, isAssertionBound: Bool) {
        transcripts.insert(coding.transcript)
        turns.insert(TurnKey(transcript: coding.transcript, turn: coding.turn))
        codings.insert(coding.id)
        guard let respondent = coding.respondent else { return }
        respondents.insert(respondent)
        if isAssertionBound { upheld.insert(respondent) }
        for kind in coding.assertionKinds {
            switch kind {
            case .affirmed:
                affirmed.insert(respondent)
                upheld.insert(respondent)
            case .negated:
                negated.insert(respondent)
                if !isAssertionBound { denied.insert(respondent) }
            case .conditional: conditional.insert(respondent)
            case .hedged, .question, .reported: break
            }
        }
    }

    func row(of code: Code, asked: Set<Respondent.ID>) -> FrequencyRow {
        func proportion(_ counted: Set<Respondent.ID>) -> Proportion {
            Proportion(counted.intersection(asked).count, of: asked.count)
        }
        return FrequencyRow(
            code: code.id, name: code.name, isTheme: !code.isCodable, respondents: respondents.count,
            mentioned: proportion(respondents), transcripts: transcripts.count, turns: turns.count,
            codings: codings.count, affirmed: affirmed.count, negated: negated.count,
            conditional: conditional.count, upheld: proportion(upheld), denied: proportion(denied))
    }
}
