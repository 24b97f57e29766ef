import VerbatimModel

/// Puts the lines of a plain-text transcript together into turns.
struct TurnAssembly {
    /// The labels, in the order of their first turn.
    private(set) var speakers: [String] = []
    private(set) var turns: [Turn] = []
    /// The only heading of the first level, when it stands above the talk.
    private(set) var title: String?

    private let utf8: [UInt8]
    private let lines: [TextLine]
    private let readings: [LineReading]
    private let choice: LabelChoice
    private let series: NumberedQuestions
    /// Which labels are one person's.
    let aliases: SpeakerAliases

    private var speakersByKey: [String: Int] = [:]
    /// The label and what goes with it, from its line until its first words come.
    private var pending: (label: LabelledLine, question: String?)?
    private var lastLabel: LabelledLine?
    private var current: Turn?
    private var section: String?
    /// Whether ``section`` is a heading, and not a question of the guide.
    private var isUnderHeading = false
    private var question: String?
    private var time: Double?
    /// Whether the next line goes on with the paragraph before it.
    private var isParagraphOpen = false

    init(utf8: [UInt8], lines: [TextLine], readings: [LineReading], choice: LabelChoice) {
        self.utf8 = utf8
        self.lines = lines
        self.readings = readings
        self.choice = choice
        series = NumberedQuestions(choice.labels.values.map(\.key))
        aliases = SpeakerAliases(choice.labels)
    }

    /// Reads the lines from the given one on.
    mutating func run(from firstLine: Int) {
        let titleLine = titleLine(from: firstLine)
        for index in firstLine..<max(firstLine, readings.count) {
            switch readings[index] {
            case .blank, .noise: isParagraphOpen = false
            case .heading(_, let text):
                close()
                if index == titleLine {
                    title = text
                } else {
                    section = text
                    isUnderHeading = true
                    question = GuideQuestion.id(ofLine: text) ?? GuideQuestion.id(ofNumberedLine: text)
                }
            case .guideQuestion(let id, let text):
                close()
                question = id
                if !isUnderHeading { section = text }
            case .time(let seconds):
                time = seconds
                isParagraphOpen = false
            case .text: readText(index)
            }
        }
        close()
    }

    // MARK: - Lines

    private mutating func readText(_ index: Int) {
        let line = lines[index].range
        guard let label = choice.labels[index] else {
            readUnlabelled(line)
            return
        }
        let (key, question) = series.speaker(ofKey: label.key)
        let next = aliases.canonical(key)
        if let question { self.question = question }
        if current == nil || speakersByKey[next] != current?.speaker || self.question != current?.question {
            finishTurn()
            var named = label
            named.key = next
            if question != nil { named.label = String(label.label.prefix { !$0.isNumber }).trimmingSpaces }
            named.time = label.time ?? time
            pending = (named, self.question)
            lastLabel = named
        }
        time = nil
        isParagraphOpen = false
        let speech = TextLine.trim(label.textStart..<line.upperBound, in: utf8)
        if !speech.isEmpty {
            add(speech)
            isParagraphOpen = true
        }
    }

    /// Speech that goes on, perhaps behind a time in brackets.
    private mutating func readUnlabelled(_ line: ByteRange) {
        if current == nil, pending == nil {
            // Before the first label there is a title; below a later heading the last speaker goes on.
            guard var last = lastLabel else { return }
            last.time = time
            pending = (last, question)
        }
        var cursor = ByteCursor(utf8, range: line)
        var speech = line
        if cursor.bracketedClock() != nil {
            speech = TextLine.trim(cursor.index..<line.upperBound, in: utf8)
            isParagraphOpen = false
        }
        guard !speech.isEmpty else { return }
        add(speech)
        isParagraphOpen = true
    }

    private mutating func add(_ speech: ByteRange) {
        if let pending {
            let speaker: Int
            if let known = speakersByKey[pending.label.key] {
                speaker = known
            } else {
                speaker = speakers.count
                speakersByKey[pending.label.key] = speaker
                speakers.append(pending.label.label)
            }
            current = Turn(
                number: turns.count + 1, speaker: speaker, paragraphs: [], time: pending.label.time, section: section,
                question: pending.question)
            self.pending = nil
        }
        guard isParagraphOpen, let open = current?.paragraphs.popLast() else {
            current?.paragraphs.append(Paragraph(range: speech))
            return
        }
        current?.paragraphs.append(Paragraph(range: open.range.lowerBound..<speech.upperBound))
    }

    /// Ends the turn, so that what follows without a label goes on with its speaker in a turn of its own.
    private mutating func close() {
        isParagraphOpen = false
        finishTurn()
    }

    private mutating func finishTurn() {
        if let current, !current.paragraphs.isEmpty { turns.append(current) }
        current = nil
        pending = nil
    }

    // MARK: - Titles and labels

    /// The line of the only first-level heading, when no label stands above it.
    private func titleLine(from firstLine: Int) -> Int? {
        let firstLabel = choice.labels.keys.min() ?? readings.count
        var titles: [Int] = []
        for index in firstLine..<max(firstLine, readings.count) {
            if case .heading(level: 1, _) = readings[index] { titles.append(index) }
        }
        guard titles.count == 1, titles[0] < firstLabel else { return nil }
        return titles[0]
    }
}

/// Labels such as `Q1:`, `A1:`, `Q2:`, `A2:`, which are two speakers and the numbers of their questions.
private struct NumberedQuestions {
    private let numbered: Set<String>

    init(_ keys: [String]) {
        var counts: [String: Int] = [:]
        for key in keys { counts[key, default: 0] += 1 }
        let questions = counts.filter { Self.split($0.key)?.letter == "q" && $0.value == 1 }
        let answers = counts.filter { Self.split($0.key)?.letter == "a" && $0.value == 1 }
        let isSeries = questions.count >= 2 && answers.count >= 2
        numbered = isSeries ? Set(questions.keys).union(answers.keys) : []
    }

    /// The key of the speaker, and the question's id where the label holds one.
    func speaker(ofKey key: String) -> (key: String, question: String?) {
        guard numbered.contains(key), let (letter, number) = Self.split(key) else { return (key, nil) }
        return (letter, "Q" + number)
    }

    private static func split(_ key: String) -> (letter: String, number: String)? {
        guard let letter = key.first, letter == "q" || letter == "a" else { return nil }
        let number = key.dropFirst()
        guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
        return (String(letter), String(number))
    }
}
