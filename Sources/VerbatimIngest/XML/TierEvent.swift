import VerbatimModel

/// A piece of speech on a speaker's tier.
struct TierEvent {
    /// The key of the person.
    var speaker: String?
    /// Where it begins and ends on the common axis: places in the timeline, or milliseconds.
    var start: Double
    var end: Double
    /// The number of its tier, which orders what begins together.
    var tier: Int
    /// The words, in UTF-8.
    var content: [UInt8]
    /// When it begins, in seconds, where the file says so.
    var time: Double?
    var language: Language?
}

extension TierEvent {
    /// The turns that parallel tiers give: what one speaker says until another begins.
    ///
    /// Events come by their start, those that begin together by their tiers. A mark such as `((laughs))` alone begins no turn.
    /// - Parameters:
    ///   - events: The events of all tiers, in any order.
    ///   - isTouchingJoined: Whether an event goes right on where the one before it ends, as where a word is cut at the place at
    ///     which another begins to speak; else a space stands between any two.
    ///   - pause: From how long a silence on a paragraph begins, in units of the axis; `nil` for never.
    /// - Returns: The turns, in order.
    /// - Complexity: O(n log n) for n events.
    static func turns(
        of events: [TierEvent], isTouchingJoined: Bool, pause: Double? = nil
    ) -> [SpokenText.SpokenTurn] {
        let order = events.indices.sorted {
            (events[$0].start, events[$0].tier, $0) < (events[$1].start, events[$1].tier, $1)
        }
        var turns: [SpokenText.SpokenTurn] = []
        var end = 0.0
        for index in order {
            let event = events[index]
            let goesOn = !turns.isEmpty && turns[turns.count - 1].speaker == event.speaker
            if isOnlyMarks(event.content), !goesOn { continue }
            if !goesOn {
                turns.append(SpokenText.SpokenTurn(speaker: event.speaker, blocks: [], time: event.time))
            }
            let last = turns.count - 1
            let isPaused = pause.map { event.start - end > $0 } ?? false
            if let block = turns[last].blocks.last, !isPaused, block.language == event.language {
                let place = turns[last].blocks.count - 1
                if !isTouchingJoined || event.start != end { turns[last].blocks[place].content.append(0x20) }
                turns[last].blocks[place].content.append(contentsOf: event.content)
            } else {
                turns[last].blocks.append(TEIText.Block(content: event.content, language: event.language))
            }
            end = event.end
        }
        return turns
    }

    /// Whether there is nothing but marks in double round brackets, and white space.
    private static func isOnlyMarks(_ content: [UInt8]) -> Bool {
        let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
        var depth = 0
        for byte in content {
            if byte == open {
                depth += 1
            } else if byte == close {
                depth = max(0, depth - 1)
            } else if depth < 2, byte > 0x20 {
                return false
            }
        }
        return true
    }
}
