import VerbatimEngine
package import VerbatimExport
package import VerbatimModel
import VerbatimText

extension SearchResult {
    /// The names that hits can be counted by beside the attributes of respondents and transcripts.
    package static let countableNames = [
        "transcript", "turn", "speaker", "respondent", "role", "section", "question", "kind", "language", "polarity",
        "modality", "holder", "words",
    ]

    /// How many hits, turns, respondents and transcripts there are for each combination of values of some names.
    ///
    /// A name is an attribute of respondents, else of transcripts, as in `where`; else one of ``countableNames``.
    /// `turn` brings `transcript` with it, since turns are numbered in their transcript; `words` are the evidence
    /// tokens, folded. Values are sorted; what is not known stands last.
    /// - Throws: `unknown-attribute` where nobody has an attribute of a name.
    /// - Complexity: O(hits x names + respondents).
    package func counts(by names: [String]) throws(DiagnosticsError) -> Table {
        let names = try checked(names)
        var counters: [[String?]: HitCounter] = [:]
        for hit in hits {
            counters[names.map { value(of: $0, hit) }, default: HitCounter()].add(hit)
        }
        let counts = counters.sorted { Self.precedes($0.key, $1.key) }.map { $0.value.count(values: $0.key) }
        return .hitCounts(by: names, counts)
    }

    private func checked(_ names: [String]) throws(DiagnosticsError) -> [String] {
        var attributes: [String] = []
        var known: Set<String> = []
        let all = corpus.parts.flatMap { part in
            part.respondents.values.sorted { $0.id < $1.id }.flatMap(\.attributes.names)
                + part.transcripts.flatMap(\.attributes.names)
        }
        for name in all where known.insert(Folding.fold(name)).inserted { attributes.append(name) }
        known.formUnion(Self.countableNames)
        let unknown = names.filter { !known.contains(Folding.fold($0)) }
        guard unknown.isEmpty else {
            let choices = (attributes + Self.countableNames).joined(separator: ", ")
            throw DiagnosticsError(
                unknown.map {
                    Diagnostic(
                        .error, "unknown-attribute",
                        "Nobody has an attribute '\($0)' to count by. Those that are known: \(choices).")
                })
        }
        var checked: [String] = []
        for name in names where !checked.contains(name) {
            let isTurn = Folding.fold(name) == "turn" && !attributes.contains { Folding.fold($0) == "turn" }
            let hasTranscript = (checked + names).contains { Folding.fold($0) == "transcript" }
            if isTurn, !hasTranscript { checked.append("transcript") }
            checked.append(name)
        }
        return checked
    }

    private func value(of name: String, _ located: LocatedHit) -> String? {
        let searched = transcripts[located.transcript]
        let transcript = searched.transcript
        let hit = located.hit
        let respondent = hit.respondent.flatMap { corpus.parts[searched.part].respondents[$0] }
        if let value = respondent?.attributes.value(folding: name) ?? transcript.attributes.value(folding: name) {
            return value.isEmpty ? nil : value
        }
        var turn: Turn? { transcript.turns.first { $0.number == hit.turn } }
        switch Folding.fold(name) {
        case "transcript": return transcript.id
        case "turn": return String(hit.turn)
        case "speaker": return hit.speaker
        case "respondent": return hit.respondent
        case "role": return turn.flatMap { transcript.speaker(of: $0) }?.role.rawValue
        case "section": return turn?.section
        case "question": return turn?.question
        case "kind": return transcript.kind.rawValue
        case "language": return transcript.language.code
        case "polarity": return hit.assertion.polarity.rawValue
        case "modality": return hit.assertion.modality.rawValue
        case "holder": return hit.assertion.holder.rawValue
        case "words":
            let bytes = transcript.text.utf8
            return hit.evidence.map { range in
                let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
                return Folding.fold(String(transcript.text[start..<bytes.index(start, offsetBy: range.count)]))
            }.joined(separator: " … ")
        default: return nil
        }
    }

    /// Whether values stand before others: numbers by size, other text by its scalars, what is not known last.
    private static func precedes(_ left: [String?], _ right: [String?]) -> Bool {
        for (left, right) in zip(left, right) {
            guard let left else {
                if right == nil { continue }
                return false
            }
            guard let right else { return true }
            if left.utf8.elementsEqual(right.utf8) { continue }
            if let left = Int(left), let right = Int(right), left != right { return left < right }
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        }
        return false
    }
}

extension Attributes {
    /// The value of a name, written so or in other case.
    fileprivate func value(folding name: String) -> String? {
        if let value = self[name] { return value }
        let folded = Folding.fold(name)
        return names.first { Folding.fold($0) == folded }.flatMap { self[$0] }
    }
}
