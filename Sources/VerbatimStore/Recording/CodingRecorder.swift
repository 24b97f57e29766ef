import GRDB
import VerbatimModel

/// Writes the codings of a run and their evidence, inside the transaction that its owner opened.
struct CodingRecorder {
    let database: Database
    let path: String

    /// Writes codings behind those that are there.
    ///
    /// - Parameters:
    ///   - codings: the codings, in the order in which they are to be read back.
    ///   - ruleStatuses: what the rules alone made of each; empty for the status of each.
    ///   - run: the number of the run they are of.
    ///   - transcripts: the transcripts of the run, by id.
    /// - Throws: `StudyError` where a coding does not fit its transcript; what the database refuses.
    func insert(
        _ codings: [Coding], ruleStatuses: [CodingStatus?], run: Int, transcripts: [ExactKey: RecordedTranscript]
    ) throws {
        guard ruleStatuses.isEmpty || ruleStatuses.count == codings.count else {
            throw StudyError(.inconsistent, path: path, detail: "not every coding has a status by the rules")
        }
        let insertCoding = try RowInsertion(
            into: "coding",
            [
                "key", "run", "id", "transcript", "turn", "speaker", "respondent", "code", "rules", "polarity",
                "modality", "holder", "assertion_kinds", "start", "end", "status", "coder", "rule_status",
            ], rowsPerStatement: 1, database: database)
        let insertEvidence = try RowInsertion(
            into: "evidence", ["coding", "position", "start", "end"], database: database)
        let firstKey = try Int.fetchOne(database, sql: "SELECT coalesce(max(key), 0) + 1 FROM coding") ?? 1
        var evidence: [(coding: Int, position: Int, span: TextSpan)] = []
        evidence.reserveCapacity(codings.count)
        // Codings of one transcript stand together, so that it is looked up once.
        var last: (id: ExactKey, transcript: RecordedTranscript)?
        try insertCoding.insert(codings.indices) { index, row in
            let coding = codings[index]
            let id = ExactKey(coding.transcript)
            guard let transcript = last?.id == id ? last?.transcript : transcripts[id] else {
                throw StudyError(
                    .inconsistent, path: path, detail: "coding \(coding.id) is of no transcript of the run")
            }
            last = (id, transcript)
            guard transcript.holds(coding.span), coding.evidence.allSatisfy(transcript.holds) else {
                throw StudyError(.inconsistent, path: path, detail: "coding \(coding.id) lies outside its transcript")
            }
            row.add(firstKey + index)
            row.add(run)
            row.add(coding.id)
            row.add(transcript.key)
            row.add(coding.turn)
            row.add(coding.speaker)
            row.add(coding.respondent)
            row.add(coding.code)
            row.add(Self.list(coding.rules))
            row.add(coding.assertion.polarity.rawValue)
            row.add(coding.assertion.modality.rawValue)
            row.add(coding.assertion.holder.rawValue)
            row.add(Self.list(coding.assertionKinds.map(\.rawValue)))
            row.add(coding.span.start)
            row.add(coding.span.end)
            row.add(coding.status.rawValue)
            row.add(coding.coder)
            row.add((ruleStatuses.isEmpty ? coding.status : ruleStatuses[index])?.rawValue)
            for (position, span) in coding.evidence.enumerated() {
                evidence.append((firstKey + index, position, span))
            }
        }
        try insertEvidence.insert(evidence) { item, row in
            row.add(item.coding)
            row.add(item.position)
            row.add(item.span.start)
            row.add(item.span.end)
        }
    }

    /// The words of a column that holds several; most hold one, which needs no joining.
    private static func list(_ words: [String]) -> String {
        words.count == 1 ? words[0] : words.joined(separator: " ")
    }
}
