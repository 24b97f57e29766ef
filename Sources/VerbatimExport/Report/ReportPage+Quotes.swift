import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// How many quotes of a code stand open; the others are folded in.
    private static let openQuotes = 3

    /// The quotes of a code: a few that stand open, the others folded in, and how many are elsewhere.
    func writeQuotes(of index: Int, names: inout AnchorNames, into markup: inout Markup) {
        let all = codings[index]
        let shown = all.prefix(max(0, options.quotesPerCode))
        let open = openPositions(among: shown)
        for position in open { writeQuote(shown[position], names: &names, into: &markup) }
        let folded = shown.indices.filter { !open.contains($0) }
        if !folded.isEmpty {
            markup.element("details", ["class": "quotes"]) { details in
                details.element("summary", "\(CountPhrase.of(folded.count, "more quote"))")
                details.newline()
                for position in folded { writeQuote(shown[position], names: &names, into: &details) }
            }
            markup.newline()
        }
        if all.count > shown.count {
            let rest = NumberFormat.grouped(all.count - shown.count)
            paragraph("\(rest) more in codings.csv.", class: "note", into: &markup)
        }
    }

    /// The first codings of different transcripts, so that what stands open is not one person's words.
    private func openPositions(among codings: ArraySlice<Coding>) -> [Int] {
        var transcripts: Set<Transcript.ID> = []
        var positions: [Int] = []
        for position in codings.indices where positions.count < Self.openQuotes {
            if transcripts.insert(codings[position].transcript).inserted { positions.append(position) }
        }
        return positions
    }

    private func writeQuote(_ coding: Coding, names: inout AnchorNames, into markup: inout Markup) {
        let anchor = names.name("coding", coding.id)
        let transcript = transcripts[coding.transcript]
        markup.element("figure", ["class": "quote", "id": anchor]) { figure in
            let language = transcript.flatMap { $0.language == .unknown ? nil : $0.language.code }
            figure.element("blockquote", ["dir": "auto", "lang": language]) { quote in
                for run in EvidenceMarks.runs(of: coding) {
                    if run.isEvidence { quote.element("mark", run.text) } else { quote.text(run.text) }
                }
            }
            figure.element("figcaption") { caption in
                for badge in badges(of: coding) {
                    caption.element("span", ["class": "badge"], badge)
                    caption.text(" ")
                }
                writePlace(of: coding, into: &caption)
                let rules = coding.rules.count == 1 ? "rule" : "rules"
                caption.element("span", ["class": "trace"]) { trace in
                    if !coding.rules.isEmpty { trace.text("\(rules) \(coding.rules.joined(separator: ", ")) · ") }
                    trace.element("a", ["href": "#\(anchor)"], coding.id)
                }
            }
        }
        markup.newline()
    }

    /// Who said it and where: the respondent and what is known of them, the transcript and the turn.
    private func writePlace(of coding: Coding, into caption: inout Markup) {
        let isDocument = transcripts[coding.transcript]?.kind == .document
        if let id = coding.respondent {
            caption.element("bdi", ["class": "who"], isLabel(id, of: coding) ? coding.speaker ?? id : id)
            let known = attributes.compactMap { respondents[id]?.attributes[$0] }.filter { !$0.isEmpty }
            if !known.isEmpty { caption.text(" (\(known.joined(separator: ", ")))") }
            caption.text(" · ")
        } else if let speaker = coding.speaker {
            caption.element("bdi", ["class": "who"], speaker)
            caption.text(" (no single respondent) · ")
        } else if isDocument {
            caption.text("document · ")
        }
        if let target = anchor(ofTranscript: coding.transcript) {
            caption.element("a", ["href": "#\(target)"]) { $0.element("bdi", coding.transcript) }
        } else {
            caption.element("bdi", coding.transcript)
        }
        caption.text(", turn\u{A0}\(coding.turn)")
        if let id = coding.respondent, let speaker = coding.speaker, speaker != id, !isLabel(id, of: coding) {
            caption.text(", speaker ")
            caption.element("bdi", speaker)
        }
    }

    /// Whether the id of a respondent is only the transcript and the label, as for a person no table names.
    private func isLabel(_ id: Respondent.ID, of coding: Coding) -> Bool {
        coding.speaker.map { id == "\(coding.transcript)/\($0)" } ?? false
    }

    /// What sets a coding apart from one that is affirmed outright by the speaker, in words.
    ///
    /// The negative words of a code that asks for them deny nothing that the code says.
    private func badges(of coding: Coding) -> [String] {
        let kinds = coding.assertionKinds
        let isBound = hierarchy.index(of: coding.code).map(hierarchy.isAssertionBound) ?? false
        var badges = kinds.compactMap { kind -> String? in
            switch kind {
            case .affirmed: nil
            case .negated where isBound: nil
            case .negated: kinds.contains(.affirmed) ? "affirmed and denied" : "denied"
            case .hedged: "with doubt"
            case .conditional: "conditional"
            case .question: "question"
            case .reported: "of somebody else"
            }
        }
        if coding.status == .accepted { badges.append("accepted by a reviewer") }
        return badges
    }
}
