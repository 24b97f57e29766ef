import VerbatimModel

/// Finds who speaks where nobody wrote labels, or the moderator's only.
///
/// What it finds is a guess, so it asks for evidence, gives low confidence, and the reader warns. Without evidence a text stays a
/// document.
struct UnlabelledSpeech {
    /// What was found: labels for the first lines of paragraphs, and the roles of these labels.
    struct Finding {
        var labels: [Int: LabelledLine]
        var roles: [String: SpeakerEvidence.Declaration]
    }

    /// The label that is given to those who ask.
    static let asking = "Interviewer"
    /// The label that is given to those who answer.
    static let answering = "Respondent"

    private let readings: [LineReading]
    private let lines: [TextLine]
    private let utf8: [UInt8]

    init(_ readings: [LineReading], lines: [TextLine], utf8: [UInt8]) {
        self.readings = readings
        self.lines = lines
        self.utf8 = utf8
    }

    // MARK: - Only the moderator is labelled

    /// The answers between the turns of the only one who has a label, and asks.
    ///
    /// At least three in four of these turns must have paragraphs without a label behind them, before the next.
    func answers(to choice: LabelChoice, from firstLine: Int) -> Finding? {
        let keys = Set(choice.labels.values.map(\.key))
        guard choice.labels.count >= 2, keys.count == 1, let only = choice.labels.values.first,
            RoleWords.role(of: only.label)?.role.asks == true || choice.roles[only.key]?.asks == true
        else { return nil }
        let labelled = choice.labels.keys.sorted()
        let isTight = !labelled.dropFirst().contains { standsApart($0) }
        var labels: [Int: LabelledLine] = [:]
        var (asked, answered) = (0, 0)
        for (index, line) in labelled.enumerated() {
            let end = index + 1 < labelled.count ? labelled[index + 1] : readings.count
            let starts = ((line + 1)..<max(line + 1, end)).filter { place in
                guard case .text = readings[place] else { return false }
                return isTight || standsApart(place)
            }
            // The last question may have no answer.
            if index + 1 < labelled.count || !starts.isEmpty { asked += 1 }
            if !starts.isEmpty { answered += 1 }
            for start in starts { labels[start] = label(Self.answering, at: lines[start].range.lowerBound) }
        }
        guard answered >= 2, answered * 4 >= asked * 3 else { return nil }
        let reason = "only '\(only.label)' has a label, so what stands between is an answer"
        return Finding(labels: labels, roles: [SpeakerLabel.key(Self.answering): (.respondent, reason, 0.6)])
    }

    // MARK: - Nobody is labelled

    /// The turns of a talk in which paragraphs alternate; `nil` where too little says so.
    ///
    /// Either the paragraphs are set off as typists of interviews do (minutes and seconds with a TAB, TABs, dashes), and some
    /// ask; or questions stand in alternation with paragraphs that ask nothing.
    func alternation(from firstLine: Int) -> Finding? {
        let paragraphs = paragraphs(from: firstLine)
        guard paragraphs.count >= 4 else { return nil }
        let setOff = paragraphs.count(where: \.isSetOff)
        let talk = setOff >= 4 && setOff * 4 >= paragraphs.count * 3 ? paragraphs.filter(\.isSetOff) : paragraphs
        let isSetOff = talk.count < paragraphs.count || setOff == paragraphs.count
        let asks = Self.whoAsks(talk.map { Self.Paragraph(endsAsking: $0.endsAsking, words: $0.words) })
        guard Self.isTalk(talk.map(\.endsAsking), asks: asks, isSetOff: isSetOff) else { return nil }
        var labels: [Int: LabelledLine] = [:]
        for (paragraph, asks) in zip(talk, asks) {
            var label = label(asks ? Self.asking : Self.answering, at: paragraph.textStart)
            label.time = paragraph.time
            labels[paragraph.line] = label
        }
        let reason = "nobody has a label; told from the paragraphs that end in a question"
        return Finding(
            labels: labels,
            roles: [
                SpeakerLabel.key(Self.asking): (.interviewer, reason, 0.5),
                SpeakerLabel.key(Self.answering): (.respondent, reason, 0.5),
            ])
    }

    /// What tells who speaks a paragraph.
    struct Paragraph {
        var endsAsking: Bool
        var words: Int
    }

    /// Whether each paragraph is the asking speaker's: the cheapest way to part them between two who alternate.
    ///
    /// The costs say that a question is rarely the respondent's, that those who ask sometimes ask nothing, that they speak
    /// shortly, and that the same speaker rarely goes on. Solved by dynamic programming (Viterbi 1967).
    /// - Complexity: O(number of paragraphs).
    static func whoAsks(_ paragraphs: [Paragraph]) -> [Bool] {
        let (goingOn, longSpeech) = (1.0, 0.7)
        func cost(_ paragraph: Paragraph, asks: Bool) -> Double {
            if asks { return (paragraph.endsAsking ? 0.2 : 1.2) + (paragraph.words > 40 ? longSpeech : 0) }
            return paragraph.endsAsking ? 2 : 0.3
        }
        var (asking, answering) = (0.0, 0.0)
        var steps: [(askingStays: Bool, answeringStays: Bool)] = []
        for (index, paragraph) in paragraphs.enumerated() {
            let stay = index == 0 ? 0 : goingOn
            let step = (askingStays: asking + stay <= answering, answeringStays: answering + stay < asking)
            steps.append(step)
            (asking, answering) = (
                min(asking + stay, answering) + cost(paragraph, asks: true),
                min(answering + stay, asking) + cost(paragraph, asks: false)
            )
        }
        var result: [Bool] = []
        var asks = asking <= answering
        for step in steps.reversed() {
            result.append(asks)
            let stays = asks ? step.askingStays : step.answeringStays
            if !stays { asks.toggle() }
        }
        return result.reversed()
    }

    /// Whether the questions stand as in a talk: mostly in one speaker's paragraphs, and these in alternation.
    private static func isTalk(_ questions: [Bool], asks: [Bool], isSetOff: Bool) -> Bool {
        var (askingWithQuestion, answeringWithQuestion, switches) = (0, 0, 0)
        for index in asks.indices {
            if questions[index] { if asks[index] { askingWithQuestion += 1 } else { answeringWithQuestion += 1 } }
            if index > 0, asks[index] != asks[index - 1] { switches += 1 }
        }
        let asking = asks.count { $0 }
        let answering = asks.count - asking
        guard asking > 0, answering > 0, askingWithQuestion >= 2 else { return false }
        if isSetOff { return askingWithQuestion > answeringWithQuestion }
        return asks.count >= 6 && askingWithQuestion >= 3 && askingWithQuestion * 3 >= asking * 2
            && answeringWithQuestion * 5 <= answering && switches * 4 >= (asks.count - 1) * 3
    }

    // MARK: - Paragraphs

    /// A paragraph of a text without labels.
    private struct Start {
        var line: Int
        var textStart: Int
        var time: Double?
        /// Whether a time and a TAB, a TAB or a dash sets it off.
        var isSetOff: Bool
        var endsAsking = false
        var words = 0
    }

    private func paragraphs(from firstLine: Int) -> [Start] {
        var starts: [Start] = []
        for line in firstLine..<max(firstLine, readings.count) {
            guard case .text = readings[line] else { continue }
            let range = lines[line].range
            var start = start(line)
            if starts.isEmpty || start.isSetOff || standsApart(line) {
                starts.append(start)
            } else {
                start = starts[starts.count - 1]
            }
            let words = utf8[range].split { $0 == 0x20 || $0 == 0x09 }.count
            starts[starts.count - 1].words = start.words + words
            starts[starts.count - 1].endsAsking = endsAsking(range)
        }
        return starts
    }

    private func start(_ line: Int) -> Start {
        var cursor = ByteCursor(utf8, range: lines[line].range)
        var prefix = LinePrefix()
        prefix.readTime(&cursor)
        let hasTime = prefix.time != nil
        cursor.skipSpaces()
        let hasDash = !hasTime && (cursor.take("- ") || cursor.take("– ") || cursor.take("— "))
        cursor.skipSpaces()
        return Start(
            line: line, textStart: min(cursor.index, lines[line].range.upperBound), time: prefix.time,
            isSetOff: hasTime || hasDash || isIndentedByTab(line))
    }

    private func isIndentedByTab(_ line: Int) -> Bool {
        let start = lines[line].range.lowerBound
        return start > 0 && utf8[start - 1] == 0x09
    }

    private func endsAsking(_ range: ByteRange) -> Bool {
        let end = utf8[range].lastIndex { !Array("\"')] ".utf8).contains($0) } ?? range.lowerBound
        guard range.contains(end) else { return false }
        return utf8[end] == UInt8(ascii: "?") || end > range.lowerBound && utf8[end - 1] == 0xD8 && utf8[end] == 0x9F
    }

    private func standsApart(_ line: Int) -> Bool {
        guard line > 0 else { return true }
        if case .text = readings[line - 1] { return false }
        return true
    }

    private func label(_ name: String, at textStart: Int) -> LabelledLine {
        LabelledLine(
            label: name, key: SpeakerLabel.key(name), form: .bare, time: nil, isSetOff: false, textStart: textStart)
    }
}
