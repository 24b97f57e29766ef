package import VerbatimModel

extension DecisionBearing {
    /// What a researcher should look at: decisions that cannot be placed, and what people disagree on.
    ///
    /// Decisions about transcripts that are not there are told once for each transcript. No message holds words.
    ///
    /// - Parameter path: the study file's.
    /// - Returns: `unplaced-decision` and `conflicting-decisions`, all warnings.
    package func diagnostics(path: String) -> [Diagnostic] {
        var absent: [Transcript.ID: Int] = [:]
        var absentOrder: [Transcript.ID] = []
        var found: [Diagnostic] = []
        for item in unplaced {
            guard let place = item.decision.subject.place else { continue }
            if item.obstacle == .noTranscript {
                if absent[place.transcript] == nil { absentOrder.append(place.transcript) }
                absent[place.transcript, default: 0] += 1
                continue
            }
            found.append(
                Diagnostic(
                    .warning, "unplaced-decision",
                    "Decision \(item.decision.number) by '\(item.decision.coder)' about '\(item.decision.code)' at "
                        + "\(place.transcript):\(place.span.start) \(Self.text(item.obstacle)) It is kept, and bears "
                        + "on nothing until then.", path: path))
        }
        for id in absentOrder {
            let count = absent[id] ?? 0
            found.append(
                Diagnostic(
                    .warning, "unplaced-decision",
                    "\(count) decision\(count == 1 ? "" : "s") about the transcript '\(id)' cannot be placed, since it "
                        + "is not among those of this run. They are kept: run with the transcript, under its old id.",
                    path: path))
        }
        return found
            + conflicts.map { conflict in
                Diagnostic(
                    .warning, "conflicting-decisions",
                    "At \(conflict.transcript):\(conflict.span.start) '\(conflict.code)' is accepted by "
                        + "\(Self.names(conflict.accepting)) and rejected by \(Self.names(conflict.rejecting)), so it "
                        + "stays as the rules made it. Let one of them decide again.", path: path)
            }
    }

    private static func text(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .noTranscript, .wordsGone:
            "cannot be placed: the words are not in the transcript any more. Judge the new words."
        case .severalPlaces:
            "cannot be placed: the words stand at several places, and what stood around them has changed. Judge them "
                + "again."
        case .noCode(let id):
            "cannot be placed: the codebook has no code '\(id)'. Say at its new code that it was '\(id)', or bring it "
                + "back."
        }
    }

    private static func names(_ coders: [String]) -> String {
        coders.map { "'\($0)'" }.joined(separator: " and ")
    }
}
