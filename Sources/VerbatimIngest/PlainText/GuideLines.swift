import VerbatimModel

/// Finds headings in bold type, and numbered questions of the guide that stand as paragraphs of their own.
///
/// A question is `3. Why did you leave?`. A numbered line may also be a list within somebody's speech, so a line counts only if a labelled line follows it, and
/// only if at least two do, with numbers that rise.
enum GuideLines {
    /// Turns such lines from text into headings and guide questions.
    static func find(
        in readings: inout [LineReading], lines: [TextLine], utf8: [UInt8], from firstLine: Int, choice: LabelChoice
    ) {
        guard !choice.labels.isEmpty else { return }
        returnWrappedLines(in: &readings, lines: lines, utf8: utf8, from: firstLine, choice: choice)
        findBoldHeadings(in: &readings, lines: lines, utf8: utf8, from: firstLine, choice: choice)
        var found: [(line: Int, id: String, text: String)] = []
        for line in firstLine..<max(firstLine, readings.count) {
            guard case .text = readings[line], choice.labels[line] == nil, standsApart(line, readings, firstLine),
                isFollowedByLabel(line, readings, choice)
            else { continue }
            let text = String(decoding: utf8[lines[line].range], as: UTF8.self)
            guard let id = GuideQuestion.id(ofNumberedLine: text) else { continue }
            found.append((line, id, text))
        }
        guard found.count >= 2, zip(found, found.dropFirst()).allSatisfy({ isBefore($0.id, $1.id) }) else { return }
        for question in found { readings[question.line] = .guideQuestion(id: question.id, text: question.text) }
    }

    /// Turns questions in the middle of a wrapped paragraph, as in `and so to / Question 1. is what ...`, back into text.
    private static func returnWrappedLines(
        in readings: inout [LineReading], lines: [TextLine], utf8: [UInt8], from firstLine: Int, choice: LabelChoice
    ) {
        for line in firstLine..<max(firstLine, readings.count) {
            guard case .guideQuestion = readings[line], !standsApart(line, readings, firstLine) else { continue }
            let isEnded = Array(".?!\"*)".utf8).contains(utf8[lines[line - 1].range].last ?? 0)
            if line + 1 < readings.count, case .text = readings[line + 1] {
                if choice.labels[line + 1] == nil { readings[line] = .text(nil) }
            } else if !isEnded {
                readings[line] = .text(nil)
            }
        }
    }

    /// Turns lines in bold type that nobody speaks into headings.
    private static func findBoldHeadings(
        in readings: inout [LineReading], lines: [TextLine], utf8: [UInt8], from firstLine: Int, choice: LabelChoice
    ) {
        for line in firstLine..<max(firstLine, readings.count) {
            guard case .text = readings[line], choice.labels[line] == nil, standsApart(line, readings, firstLine),
                let heading = LineReading.boldHeading(utf8, lines[line].range)
            else { continue }
            readings[line] = heading
        }
    }

    private static func standsApart(_ line: Int, _ readings: [LineReading], _ firstLine: Int) -> Bool {
        guard line > firstLine else { return true }
        if case .text = readings[line - 1] { return false }
        return true
    }

    private static func isFollowedByLabel(_ line: Int, _ readings: [LineReading], _ choice: LabelChoice) -> Bool {
        var next = line + 1
        while next < readings.count {
            switch readings[next] {
            case .blank, .time, .noise: next += 1
            case .text: return choice.labels[next] != nil
            case .heading, .guideQuestion: return false
            }
        }
        return false
    }

    /// Whether the first number of an id is not after that of another.
    private static func isBefore(_ left: String, _ right: String) -> Bool {
        func number(_ id: String) -> Int { Int(id.dropFirst().prefix { $0.isNumber }) ?? 0 }
        return number(left) <= number(right)
    }
}
