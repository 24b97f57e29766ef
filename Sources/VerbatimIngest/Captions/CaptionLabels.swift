import VerbatimModel

/// Finds labels such as `Name:` at the start of captions, by the rules of plain text.
enum CaptionLabels {
    /// The lines, with the label that stands before the words as their voice.
    ///
    /// Labels are told as in plain text: each cue is a paragraph, and what stands once and looks like no name is speech.
    static func find(in lines: [CaptionLine]) -> [CaptionLine] {
        var utf8: [UInt8] = []
        var textLines: [TextLine] = []
        var readings: [LineReading] = []
        var places: [Int] = []
        var judgements = LabelJudgements()
        for (index, line) in lines.enumerated() {
            if index > 0, lines[index - 1].cue != line.cue {
                textLines.append(TextLine(range: utf8.count..<utf8.count))
                readings.append(.blank)
            }
            let start = utf8.count
            // `>> NAME: speech` is one sign too many for a label of plain text.
            utf8.append(contentsOf: line.text.starts(with: ">>".utf8) ? line.withoutDash.text : line.text)
            places.append(textLines.count)
            textLines.append(TextLine(range: start..<utf8.count))
            readings.append(.text(LabelledLine.parse(utf8, start..<utf8.count, judgements: &judgements)))
        }
        let choice = LabelChoice(readings, lines: textLines, utf8: utf8, firstLine: 0)
        let labels = choice.labels.filter { $0.value.form != .bare }
        let aliases = SpeakerAliases(labels)
        var names: [String: String] = [:]
        for (_, label) in labels.sorted(by: { $0.key < $1.key }) {
            let key = aliases.canonical(label.key)
            if names[key] == nil { names[key] = label.label }
        }
        return zip(lines, places).map { line, place in
            guard let label = labels[place] else { return line.withoutDash }
            var named = line
            named.voice = names[aliases.canonical(label.key)] ?? label.label
            named.text = CaptionLine.withMusicAsMark(
                Array(utf8[min(label.textStart, textLines[place].range.upperBound)..<textLines[place].range.upperBound])
            )
            return named
        }
    }
}
