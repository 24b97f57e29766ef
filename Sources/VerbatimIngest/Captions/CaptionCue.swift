import VerbatimModel

/// What is shown from one moment to another.
struct CaptionCue {
    /// When it begins and ends, in seconds; `nil` where the file does not say it in a way that can be read.
    var start: Double?
    var end: Double?
    /// The lines of its text, as UTF-8 offsets into the file's text.
    var lines: [ByteRange] = []

    /// The cue that a line with an arrow opens: `00:00:04,898 --> 00:00:10,898`, settings behind it.
    init(timing line: ByteRange, in utf8: [UInt8]) {
        var cursor = ByteCursor(utf8, range: line)
        cursor.skipSpaces()
        start = cursor.clock()
        while cursor.index < cursor.limit, !cursor.sees("-->") { cursor.index += 1 }
        _ = cursor.take("-->")
        cursor.skipSpaces()
        end = cursor.clock()
    }

    /// Whether a line opens a cue.
    static func isTiming(_ line: ByteRange, in utf8: [UInt8]) -> Bool {
        var cursor = ByteCursor(utf8, range: line)
        while cursor.index < cursor.limit {
            if cursor.sees("-->") { return true }
            cursor.index += 1
        }
        return false
    }

    /// The lines of a text, without their line feeds.
    static func lines(of utf8: [UInt8]) -> [ByteRange] {
        var lines: [ByteRange] = []
        var start = 0
        for index in 0...utf8.count where index == utf8.count || utf8[index] == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        return lines
    }
}

extension [CaptionCue] {
    /// Puts the cues in the order in which they begin; those without a time stay behind the one before them.
    mutating func sortByStart() {
        var keys: [Double] = []
        for cue in self { keys.append(cue.start ?? keys.last ?? 0) }
        self = indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { self[$0] }
    }

    /// Removes lines that are shown again at the top of the next cue while the text rolls up, and gives their number.
    ///
    /// Programs that caption live repeat each line so. People repeat themselves too, so nothing is removed unless at least three
    /// cues, and half of all, begin with the line that the cue before ends with.
    mutating func removeRolledLines(in utf8: [UInt8]) -> Int {
        func words(_ line: ByteRange) -> [UInt8] { CaptionText.plain(utf8[line]) }
        var ends: [[UInt8]] = []
        var repeated: [Bool] = []
        for cue in self {
            let texts = cue.lines.map(words).filter { !$0.isEmpty }
            repeated.append(!texts.isEmpty && texts.first == ends.last)
            ends.append(texts.last ?? ends.last ?? [])
        }
        let count = repeated.count { $0 }
        guard count >= 3, count * 2 >= self.count else { return 0 }
        for index in indices where repeated[index] {
            guard let first = self[index].lines.firstIndex(where: { !words($0).isEmpty }) else { continue }
            self[index].lines.removeSubrange(...first)
        }
        return count
    }
}
