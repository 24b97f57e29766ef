import VerbatimModel

/// What is known of one speaker when roles are given.
struct SpeakerEvidence {
    /// A role that the file or a person gives, who says so, and how sure that is.
    typealias Declaration = (role: SpeakerRole, reason: String, confidence: Double)

    /// The label.
    var label: String
    /// The role that is given.
    var declared: Declaration?
    /// Whether the label stands for several people or for nobody in particular.
    var isCollective = false
    var turns = 0
    /// The number of turns with a question mark.
    var askingTurns = 0
    var words = 0
    /// Whether this speaker opens the session.
    var isFirst = false
    /// Whether this speaker introduces the interview ("I am interviewing ...").
    var introduces = false
    /// Whether the introduction names this speaker.
    var isIntroduced = false

    /// The share of turns with a question mark.
    var askingShare: Double { turns == 0 ? 0 : Double(askingTurns) / Double(turns) }
    /// The mean number of words of a turn.
    var wordsPerTurn: Double { turns == 0 ? 0 : Double(words) / Double(turns) }

    /// The evidence in a transcript's turns, for each of its speakers, without anything declared.
    static func gather(labels: [String], turns: [Turn], utf8: [UInt8]) -> [SpeakerEvidence] {
        var evidence = labels.map { SpeakerEvidence(label: $0, isCollective: RoleWords.isCollective($0)) }
        var opening = ""
        var introducer: Int?
        for (index, turn) in turns.enumerated() {
            guard let speaker = turn.speaker else { continue }
            var isAsking = false
            for paragraph in turn.paragraphs {
                let bytes = utf8[paragraph.range]
                evidence[speaker].words += bytes.withUnsafeBufferPointer(wordCount)
                isAsking = isAsking || bytes.withUnsafeBufferPointer(hasQuestionMark)
            }
            evidence[speaker].turns += 1
            if isAsking { evidence[speaker].askingTurns += 1 }
            if index == 0 { evidence[speaker].isFirst = true }
            guard index < 3, introducer == nil else { continue }
            let text = turn.paragraphs.map { String(decoding: utf8[$0.range], as: UTF8.self) }.joined(separator: " ")
            let lowered = text.lowercased()
            if introductions.contains(where: { lowered.contains($0) }) {
                introducer = speaker
                opening = text
            }
        }
        guard let introducer else { return evidence }
        evidence[introducer].introduces = true
        let named = Set(SpeakerLabel.words(opening))
        for index in evidence.indices where index != introducer {
            evidence[index].isIntroduced = SpeakerLabel.words(evidence[index].label).contains {
                $0.count >= 3 && named.contains($0)
            }
        }
        return evidence
    }

    private static func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var isInWord = false
        for byte in bytes {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
            if !isSpace, !isInWord { count += 1 }
            isInWord = !isSpace
        }
        return count
    }

    /// Whether there is a question mark: Latin, Arabic or full width.
    private static func hasQuestionMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "?"): return true
            case 0xD8 where index + 1 < bytes.endIndex && bytes[index + 1] == 0x9F: return true
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x9F]): return true
            default: index += 1
            }
        }
        return false
    }

    private static let introductions = [
        "interviewing", "interview with", "i am speaking with", "i'm speaking with", "i am talking to",
        "i'm talking to",
        "i am here with", "i'm here with", "i will ask you", "my name is", "ik spreek met", "ik interview",
        "interview met",
        "ik zit hier met", "je m'entretiens avec", "entretien avec", "je suis avec", "görüşüyorum", "ile görüşme",
        "مقابلة مع", "أجري مقابلة",
    ]
}
