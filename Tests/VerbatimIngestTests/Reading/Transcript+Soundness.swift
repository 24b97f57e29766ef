import VerbatimModel

extension Transcript {
    /// What is wrong with the numbers and ranges of the transcript; `nil` where they hold.
    var fault: String? {
        let utf8 = Array(text.utf8)
        var end = 0
        guard !turns.isEmpty else { return "no turns" }
        for (index, turn) in turns.enumerated() {
            guard turn.number == index + 1 else { return "turn \(index + 1) has another number" }
            guard !turn.paragraphs.isEmpty else { return "turn \(turn.number) has no paragraph" }
            if let speaker = turn.speaker, !speakers.indices.contains(speaker) { return "a speaker is not there" }
            if let time = turn.time, !(0...3_600_000).contains(time) { return "a time is out of range" }
            for paragraph in turn.paragraphs {
                guard paragraph.range.lowerBound >= end, !paragraph.range.isEmpty,
                    paragraph.range.upperBound <= utf8.count
                else { return "a range does not hold" }
                end = paragraph.range.upperBound
                guard utf8[paragraph.range.lowerBound] & 0xC0 != 0x80, end == utf8.count || utf8[end] & 0xC0 != 0x80
                else { return "a range cuts a character" }
            }
        }
        return speakers.allSatisfy { (0.0...1.0).contains($0.confidence) } ? nil : "a confidence is out of range"
    }
}
