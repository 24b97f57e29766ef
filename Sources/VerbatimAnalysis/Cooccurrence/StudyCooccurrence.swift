package import VerbatimModel

/// How often the codes of a study share a respondent, a transcript or a turn.
package struct StudyCooccurrence: Hashable, Sendable {
    /// What two codes must share.
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Both found in what one respondent said, in whatever turn. Units are the respondents who spoke.
        case respondent
        /// Both found in one transcript. Units are all transcripts.
        case transcript
        /// Both found in one turn. Units are all turns, the interviewer's too.
        case turn
    }

    /// The codes that can be given, in codebook order; a coding counts for the codes above it too.
    package let codes: [Code.ID]
    /// What they share.
    package let unit: Unit
    /// The counts, codes numbered as in ``codes``.
    package let matrix: CooccurrenceMatrix

    /// The co-occurrence of the codings that count.
    /// - Complexity: O(codings x depth of the codebook + codes² x units / 64).
    package init(_ study: CodedStudy, unit: Unit) {
        let hierarchy = CodeHierarchy(study.codebook)
        let counted = CountedCodings(study, hierarchy: hierarchy)
        var columns: [Int: Int] = [:]
        for (index, code) in study.codebook.codes.enumerated() where code.isCodable { columns[index] = columns.count }
        var marks: [(code: Int, unit: Int)] = []
        marks.reserveCapacity(counted.entries.count)
        var highestTurn = 0
        for entry in counted.entries {
            highestTurn = max(highestTurn, entry.turn)
            let place: Int
            switch unit {
            case .respondent:
                guard let respondent = entry.respondent, respondent < counted.speaking else { continue }
                place = respondent
            case .transcript: place = entry.transcript
            // Turns are numbered from 1.
            case .turn: place = entry.turn - 1
            }
            for node in hierarchy.lineage(of: entry.node) {
                if let column = columns[node] { marks.append((column, place)) }
            }
        }
        let total: Int
        switch unit {
        case .respondent: total = counted.speaking
        case .transcript: total = max(study.transcripts.count, (counted.entries.map(\.transcript).max() ?? -1) + 1)
        case .turn: total = max(study.transcripts.reduce(0) { $0 + $1.turns }, highestTurn)
        }
        codes = study.codebook.codes.filter(\.isCodable).map(\.id)
        self.unit = unit
        matrix = CooccurrenceMatrix(codes: codes.count, units: total, marks: marks)
    }
}
