import VerbatimModel

/// Ties the rows of a respondents table to the labels of transcripts.
struct RespondentClaims {
    private let table: RespondentTable
    private let index: TranscriptIndex
    /// Which row has claimed which speaker of which transcript.
    private var owners: [[Int]: Int] = [:]
    private(set) var diagnostics: [Diagnostic]

    init(table: RespondentTable, index: TranscriptIndex) {
        self.table = table
        self.index = index
        diagnostics = table.warnings
    }

    /// Sets the respondents of the speakers that the rows name.
    mutating func apply(to transcripts: inout [Transcript]) {
        let settled = transcripts.map { $0.speakers.map { $0.respondent != nil } }
        for (number, row) in table.rows.enumerated() {
            if row.transcripts.isEmpty {
                // A label, or else the id itself, wherever it speaks.
                let labels = row.labels.isEmpty ? [row.id] : row.labels
                claimEverywhere(labels, number, &transcripts, settled, isNamed: !row.labels.isEmpty)
                continue
            }
            for name in row.transcripts {
                let found = index.find(name)
                if found.isEmpty { report(unknownTranscript(name, row)) }
                for position in found { claim(row, number, in: position, &transcripts, settled) }
            }
        }
    }

    private mutating func claim(
        _ row: RespondentTable.Row, _ number: Int, in position: Int, _ transcripts: inout [Transcript],
        _ settled: [[Bool]]
    ) {
        guard row.labels.isEmpty else {
            var missing: [String] = []
            var isFound = false
            for label in row.labels {
                if let speaker = transcripts[position].speakerIndex(of: label) {
                    isFound = true
                    take(speaker, in: position, for: number, &transcripts, settled)
                } else {
                    missing.append(label)
                }
            }
            // A person with several labels need not use each of them in each transcript.
            if !isFound, let label = missing.first { report(unknownLabel(label, row, transcripts[position])) }
            return
        }
        let owners = transcripts[position].owners
        if owners.count == 1 {
            take(owners[0], in: position, for: number, &transcripts, settled)
        } else if let speaker = transcripts[position].speakerIndex(of: row.id) {
            take(speaker, in: position, for: number, &transcripts, settled)
        } else {
            report(
                Diagnostic(
                    .error, "ambiguous-respondent",
                    "'\(transcripts[position].id)' has \(owners.count) labels that answer, and the row names none. "
                        + "Put the label of '\(row.id)' into the column labels.",
                    path: table.path, position: row.position))
        }
    }

    private mutating func claimEverywhere(
        _ labels: [String], _ number: Int, _ transcripts: inout [Transcript], _ settled: [[Bool]], isNamed: Bool
    ) {
        let row = table.rows[number]
        var isFound = false
        for position in transcripts.indices {
            for label in labels {
                guard let speaker = transcripts[position].speakerIndex(of: label) else { continue }
                isFound = true
                take(speaker, in: position, for: number, &transcripts, settled)
            }
        }
        if isNamed, !isFound, let label = labels.first { report(unknownLabel(label, row, nil)) }
    }

    private mutating func take(
        _ speaker: Int, in position: Int, for number: Int, _ transcripts: inout [Transcript], _ settled: [[Bool]]
    ) {
        let row = table.rows[number]
        let label = transcripts[position].speakers[speaker].label
        if let owner = owners[[position, speaker]], owner != number {
            report(
                Diagnostic(
                    .error, "ambiguous-respondent",
                    "The label '\(label)' in '\(transcripts[position].id)' is claimed by '\(table.rows[owner].id)' and by "
                        + "'\(row.id)'. Correct one of the rows.",
                    path: table.path, position: row.position))
            return
        }
        owners[[position, speaker]] = number
        // What a speakers table or the file itself says of a label goes before the respondents table.
        guard !settled[position][speaker] else { return }
        guard transcripts[position].speakers[speaker].role == .respondent else {
            report(
                Diagnostic(
                    .warning, "no-respondent",
                    "'\(label)' in '\(transcripts[position].id)' is no respondent but "
                        + "\(transcripts[position].speakers[speaker].role.rawValue). If that is wrong, say so in speakers.csv.",
                    path: table.path, position: row.position))
            return
        }
        transcripts[position].speakers[speaker].respondent = row.id
        transcripts[position].speakers[speaker].isCollective = false
    }

    // MARK: - Diagnostics

    private mutating func report(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    private func unknownTranscript(_ name: String, _ row: RespondentTable.Row) -> Diagnostic {
        Diagnostic(
            .error, "unknown-transcript",
            "There is no transcript '\(name)'. Correct the name, or remove it from the row.",
            path: table.path, position: row.transcriptsPosition, suggestion: index.near(name))
    }

    private func unknownLabel(_ label: String, _ row: RespondentTable.Row, _ transcript: Transcript?) -> Diagnostic {
        let place = transcript.map { "in '\($0.id)'" } ?? "in any transcript"
        return Diagnostic(
            .warning, "unknown-label", "Nobody speaks as '\(label)' \(place). Correct the label.", path: table.path,
            position: row.position,
            suggestion: transcript.flatMap { NearNames.nearest(to: label, in: $0.speakers.map(\.label)) })
    }
}
