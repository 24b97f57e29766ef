package import VerbatimModel

/// Ties labels to respondents.
package enum RespondentLinking {
    /// Applies the speakers table (roles and respondents), then the respondents table, and sets the respondent of each speaker
    /// and turn.
    ///
    /// What an interpreter says is the respondent's who was heard last, or who is heard next. Everybody else who answers and
    /// whom no table names is a respondent with the id `TRANSCRIPT/LABEL`; collective labels have none.
    /// - Complexity: O(number of turns, and of rows times the transcripts they name).
    package static func link(
        _ transcripts: inout [Transcript], respondents: RespondentTable?, speakers: SpeakerTable?
    ) -> LinkedRespondents {
        var diagnostics = makeIDsUnique(&transcripts)
        let index = TranscriptIndex(transcripts)
        if let speakers { apply(speakers, to: &transcripts, index, &diagnostics) }
        if let respondents {
            var claims = RespondentClaims(table: respondents, index: index)
            claims.apply(to: &transcripts)
            diagnostics += claims.diagnostics
        }
        for position in transcripts.indices {
            nameTheRest(&transcripts[position])
            assignTurns(&transcripts[position])
        }
        let people = collect(transcripts, respondents)
        if let respondents { diagnostics += unused(respondents, people, diagnostics) }
        return LinkedRespondents(respondents: people, diagnostics: diagnostics)
    }

    // MARK: - Ids

    private static func makeIDsUnique(_ transcripts: inout [Transcript]) -> [Diagnostic] {
        var seen: Set<String> = []
        var diagnostics: [Diagnostic] = []
        for index in transcripts.indices {
            let id = transcripts[index].id
            guard !seen.insert(id).inserted else { continue }
            var number = 2
            while !seen.insert("\(id)#\(number)").inserted { number += 1 }
            transcripts[index].id = "\(id)#\(number)"
            diagnostics.append(
                Diagnostic(
                    .warning, "duplicate-transcript",
                    "Another transcript has the id '\(id)' already, so this one is '\(id)#\(number)'. Give each its own id.",
                    path: transcripts[index].source.path))
        }
        return diagnostics
    }

    // MARK: - speakers.csv

    private static func apply(
        _ table: SpeakerTable, to transcripts: inout [Transcript], _ index: TranscriptIndex,
        _ diagnostics: inout [Diagnostic]
    ) {
        diagnostics += table.warnings
        var left: [Int: Respondent.ID] = [:]
        for row in table.rows {
            let found = index.find(row.transcript)
            if found.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .warning, "unknown-transcript", "There is no transcript '\(row.transcript)'. Correct the row.",
                        path: table.path, position: row.position, suggestion: index.near(row.transcript)))
            }
            for position in found {
                guard let speaker = transcripts[position].speakerIndex(of: row.label) else {
                    diagnostics.append(
                        Diagnostic(
                            .warning, "unknown-label",
                            "Nobody speaks as '\(row.label)' in '\(transcripts[position].id)'.",
                            path: table.path, position: row.position,
                            suggestion: NearNames.nearest(
                                to: row.label, in: transcripts[position].speakers.map(\.label))))
                    continue
                }
                if let passed = set(row, speaker: speaker, in: &transcripts[position]) { left[position] = passed }
            }
        }
        // The header's respondent was given to a label that turns out to ask: it is the one's who answers.
        for (position, respondent) in left {
            let owners = transcripts[position].owners
            guard owners.count == 1, transcripts[position].speakers[owners[0]].respondent == nil else { continue }
            transcripts[position].speakers[owners[0]].respondent = respondent
        }
    }

    /// Takes a row over, and gives the respondent that the label had and has no more.
    private static func set(
        _ row: SpeakerTable.Row, speaker: Int, in transcript: inout Transcript
    ) -> Respondent.ID? {
        var left: Respondent.ID?
        if let role = row.role {
            transcript.speakers[speaker].role = role
            transcript.speakers[speaker].confidence = 1
            transcript.speakers[speaker].reasons = ["the speakers table says so"]
            if role != .respondent {
                left = transcript.speakers[speaker].respondent
                transcript.speakers[speaker].respondent = nil
                transcript.speakers[speaker].isCollective = false
            }
        }
        if let respondent = row.respondent {
            transcript.speakers[speaker].respondent = respondent
            transcript.speakers[speaker].isCollective = false
        }
        return left
    }

    // MARK: - Turns

    private static func nameTheRest(_ transcript: inout Transcript) {
        for speaker in transcript.speakers.indices {
            guard transcript.speakers[speaker].role == .respondent else {
                transcript.speakers[speaker].respondent = nil
                continue
            }
            guard !transcript.speakers[speaker].isCollective, transcript.speakers[speaker].respondent == nil else {
                continue
            }
            transcript.speakers[speaker].respondent = "\(transcript.id)/\(transcript.speakers[speaker].label)"
        }
    }

    private static func assignTurns(_ transcript: inout Transcript) {
        var last: Respondent.ID?
        var waiting: [Int] = []
        for index in transcript.turns.indices {
            guard let speaker = transcript.speaker(of: transcript.turns[index]) else { continue }
            switch speaker.role {
            case .respondent:
                transcript.turns[index].respondent = speaker.respondent
                guard let respondent = speaker.respondent else { continue }
                last = respondent
                for earlier in waiting { transcript.turns[earlier].respondent = respondent }
                waiting = []
            case .interpreter:
                if let last { transcript.turns[index].respondent = last } else { waiting.append(index) }
            case .interviewer, .moderator, .observer:
                transcript.turns[index].respondent = nil
            }
        }
    }

    // MARK: - Respondents

    private static func collect(_ transcripts: [Transcript], _ table: RespondentTable?) -> [Respondent] {
        var people: [Respondent.ID: Respondent] = [:]
        for row in table?.rows ?? [] {
            people[row.id] = Respondent(id: row.id, attributes: row.attributes, isListed: true)
        }
        var speaking: Set<Respondent.ID> = []
        for transcript in transcripts {
            var inherited = transcript.attributes
            for name in inherited.names where notOfPeople.contains(name.lowercased()) { inherited[name] = nil }
            for id in Set(transcript.turns.compactMap(\.respondent)) {
                speaking.insert(id)
                var person = people[id] ?? Respondent(id: id)
                person.attributes = person.attributes.merging(missingFrom: inherited)
                people[id] = person
            }
        }
        return people.values.filter { speaking.contains($0.id) }.sorted { $0.id < $1.id }
    }

    /// What headers say of a session and not of the people in it.
    private static let notOfPeople: Set<String> = [
        "date", "title", "respondent", "interviewer", "moderator", "interpreter", "observer",
    ]

    private static func unused(
        _ table: RespondentTable, _ people: [Respondent], _ reported: [Diagnostic]
    ) -> [Diagnostic] {
        let speaking = Set(people.map(\.id))
        let faulty = Set(reported.filter { $0.path == table.path }.compactMap(\.position?.line))
        return table.rows.compactMap { row in
            guard !speaking.contains(row.id), !faulty.contains(row.position.line) else { return nil }
            return Diagnostic(
                .warning, "silent-respondent", "The respondent '\(row.id)' speaks in no transcript.", path: table.path,
                position: row.position)
        }
    }
}

extension Transcript {
    /// The indices of the speakers who can have a respondent of their own.
    var owners: [Int] {
        speakers.indices.filter { speakers[$0].role == .respondent && !speakers[$0].isCollective }
    }

    /// The speaker of a label, however it is spaced, in whatever case, with or without what stands in round brackets.
    func speakerIndex(of label: String) -> Int? {
        let key = SpeakerLabel.key(label)
        if let exact = speakers.firstIndex(where: { SpeakerLabel.key($0.label) == key }) { return exact }
        let named = speakers.indices.filter { index in
            SpeakerLabel.withoutBrackets(speakers[index].label).map { SpeakerLabel.key($0) == key } ?? false
        }
        return named.count == 1 ? named[0] : nil
    }
}
