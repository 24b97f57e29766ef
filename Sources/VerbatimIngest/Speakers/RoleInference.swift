import VerbatimModel

/// Gives speakers their roles: what the file declares, else what the labels say, else who asks.
struct RoleInference {
    /// The kind that the file declares.
    var declaredKind: TranscriptKind?
    /// Whether it is a session of a parliament or committee, where nobody interviews.
    var isAssembly = false

    /// The speakers, in the order of the evidence, and the kind of session.
    func infer(_ evidence: [SpeakerEvidence]) -> (speakers: [Speaker], kind: TranscriptKind) {
        var speakers = evidence.map { declared($0) }
        settleResearcher(&speakers, evidence)
        let open = evidence.indices.filter { speakers[$0] == nil }
        if !open.isEmpty { inferOpen(open, &speakers, evidence) }
        var result = zip(speakers, evidence).map { speaker, evidence in
            speaker ?? Speaker(label: evidence.label, role: .respondent, confidence: 0.5, reasons: ["nobody else fits"])
        }
        let kind = declaredKind ?? self.kind(of: result)
        if kind == .focusGroup {
            // Who asks in a focus group leads it, unless the label or the file says interviewer.
            for index in open where result[index].role == .interviewer { result[index].role = .moderator }
        }
        return (result, kind)
    }

    /// What a session is, by its speakers.
    private func kind(of speakers: [Speaker]) -> TranscriptKind {
        let respondents = speakers.count { $0.role == .respondent && !$0.isCollective }
        let hasModerator = speakers.contains { $0.role == .moderator }
        let isAsked = speakers.contains { $0.role.asks }
        // A moderator with one or two people may still be interviewing them.
        if respondents >= 3, isAsked || isAssembly { return .focusGroup }
        if hasModerator, respondents + speakers.count(where: \.isCollective) >= 2 { return .focusGroup }
        return .interview
    }

    // MARK: - What is said outright

    private func declared(_ evidence: SpeakerEvidence) -> Speaker? {
        if evidence.isCollective {
            return Speaker(
                label: evidence.label, role: .respondent, confidence: 0.95,
                reasons: ["the label stands for several people or for nobody in particular"], isCollective: true)
        }
        if let declared = evidence.declared {
            return Speaker(
                label: evidence.label, role: declared.role, confidence: declared.confidence, reasons: [declared.reason])
        }
        guard let (role, word) = RoleWords.role(of: evidence.label) else { return nil }
        return Speaker(
            label: evidence.label, role: role, confidence: word.count <= 4 ? 0.9 : 0.95,
            reasons: ["the label says '\(word)'"])
    }

    /// `R:` is the researcher where `P:` is the participant.
    private func settleResearcher(_ speakers: inout [Speaker?], _ evidence: [SpeakerEvidence]) {
        guard !speakers.contains(where: { $0?.role.asks == true }) else { return }
        let keys = evidence.map { SpeakerLabel.key($0.label) }
        guard let researcher = keys.firstIndex(of: "r"), evidence[researcher].declared == nil,
            keys.contains(where: { $0 == "p" || $0.hasPrefix("p1") || $0.hasPrefix("participant") })
        else { return }
        speakers[researcher] = Speaker(
            label: evidence[researcher].label, role: .interviewer, confidence: 0.85,
            reasons: ["the other labels are participants, so 'R' is the researcher"])
    }

    // MARK: - What has to be told from the talk

    private func inferOpen(_ open: [Int], _ speakers: inout [Speaker?], _ evidence: [SpeakerEvidence]) {
        let asking = speakers.first { $0?.role.asks == true } ?? nil
        let answering = speakers.contains { $0?.role == .respondent && $0?.isCollective == false }
        if isAssembly || asking != nil {
            let reason = asking.map { "'\($0.label)' asks" } ?? "a session in which nobody interviews"
            for index in open { speakers[index] = respondent(evidence[index], 0.85, [reason]) }
            return
        }
        let scores = scores(open, evidence)
        guard let best = scores.first else { return }
        if open.count > 2, evidence[best.index].askingShare == 0, !evidence[best.index].introduces {
            // Among several, speaking first is no sign of asking: taking a respondent for one would drop their words.
            for index in open { speakers[index] = respondent(evidence[index], 0.5, ["nobody asks a question"]) }
            return
        }
        let askerFits = evidence[best.index].askingShare >= 0.2 || evidence[best.index].isFirst
        if open.count == 1, !answering || !askerFits {
            let reason = answering ? "asks no questions" : "nobody else speaks"
            speakers[best.index] = respondent(evidence[best.index], 0.6, [reason])
            return
        }
        let margin = answering ? 1 : best.score - (scores.dropFirst().first?.score ?? 0)
        let confidence = min(0.95, max(0.4, 0.5 + margin / 4))
        for (index, _) in scores {
            let own = evidence[index]
            let asks =
                index == best.index
                || (own.turns >= 5 && own.askingShare >= 0.5
                    && own.askingShare >= 0.6 * evidence[best.index].askingShare
                    && own.wordsPerTurn <= 1.5 * evidence[best.index].wordsPerTurn && !own.isIntroduced)
            let sure = index == best.index || !asks ? confidence : min(0.6, confidence)
            let reasons = reasons(index, open, evidence)
            if asks {
                speakers[index] = Speaker(
                    label: own.label, role: .interviewer, confidence: rounded(sure), reasons: reasons)
            } else {
                speakers[index] = respondent(own, rounded(sure), reasons)
            }
        }
    }

    private func respondent(_ evidence: SpeakerEvidence, _ confidence: Double, _ reasons: [String]) -> Speaker {
        Speaker(label: evidence.label, role: .respondent, confidence: confidence, reasons: reasons)
    }

    /// How much each speaker seems to ask, most first: by questions, by opening and introducing the session, by short turns.
    private func scores(_ open: [Int], _ evidence: [SpeakerEvidence]) -> [(index: Int, score: Double)] {
        let longest = open.map { evidence[$0].wordsPerTurn }.max() ?? 0
        let mostTurns = open.map { evidence[$0].turns }.max() ?? 0
        let scores = open.map { index in
            let own = evidence[index]
            // Who asks takes part all along; one question in one turn says little.
            var score = own.turns * 4 >= mostTurns ? 2 * own.askingShare : -1
            if own.isFirst { score += 0.5 }
            if own.introduces { score += 1 }
            if own.isIntroduced { score -= 1 }
            if longest > 0 { score += 0.75 * (1 - own.wordsPerTurn / longest) }
            return (index: index, score: score)
        }
        return scores.sorted { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
    }

    private func reasons(_ index: Int, _ open: [Int], _ evidence: [SpeakerEvidence]) -> [String] {
        let own = evidence[index]
        let words = open.reduce(0) { $0 + evidence[$1].words }
        var reasons = ["\(percent(own.askingShare)) of the turns ask"]
        if words > 0 { reasons.append("\(percent(Double(own.words) / Double(words))) of the words") }
        if own.isFirst { reasons.append("speaks first") }
        if own.introduces { reasons.append("introduces the session") }
        if own.isIntroduced { reasons.append("is introduced by name") }
        return reasons
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
