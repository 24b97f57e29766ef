import VerbatimModel

/// Reads Transcriber (`.trs`): sections of turns, in which text stands between `Sync` marks.
///
/// Source: Barras et al., "Transcriber: development and use of a tool for assisting speech corpora production", Speech
/// Communication 33 (2001), and the format's DTD (trans-14), which is never loaded.
final class TranscriberHandler: DialectHandler {
    private let file: SourceFile
    private var text = SpokenText()
    private var times = MediaTime()
    private var topics: [String: String] = [:]
    private var listed: Set<String> = []
    private var unknown: [String] = []
    private var section: (title: String?, question: String?) = (nil, nil)
    /// The speakers of the turn that is read.
    private var speakers: [String]?
    /// The turn's part on its way: who speaks, when, and what.
    private var part: SpokenText.SpokenTurn?
    private var time: Double?
    private var skipped = 0

    init(file: SourceFile) {
        self.file = file
    }

    func startElement(_ element: XMLElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        switch element.name {
        case "Trans": text.language = LanguageNames.language(of: element["xml:lang"] ?? element["lang"])
        case "Topic": topics[element["id"] ?? ""] = element["desc"].map(\.trimmingSpaces)
        case "Speaker":
            guard let id = element["id"] else { return }
            listed.insert(id)
            text.list(SpokenText.Person(label: element["name"].map(\.trimmingSpaces) ?? id), as: id)
        case "Episode":
            if let program = element["program"]?.trimmingSpaces, !program.isEmpty {
                text.attributes["program"] = program
            }
            if let date = element["air_date"]?.trimmingSpaces, !date.isEmpty { text.attributes["date"] = date }
        case "Section": startSection(element)
        case "Turn": startTurn(element)
        case "Sync":
            time = times.seconds(element["time"]) ?? time
            separate()
            if part?.blocks.isEmpty == true { part?.time = time }
        case "Who": startPart(element)
        case "Event", "Comment", "Background":
            separate()
            skipped = 1
        default: break
        }
    }

    func endElement(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "Turn":
            finishPart()
            speakers = nil
        case "Section": section = (nil, nil)
        default: break
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard skipped == 0, part != nil else { return }
        if part?.blocks.isEmpty == true {
            guard utf8.contains(where: { $0 > 0x20 }) else { return }
            part?.blocks.append(TEIText.Block(content: [], language: nil))
        }
        part?.blocks[0].content.append(contentsOf: utf8)
    }

    private func startSection(_ element: XMLElement) {
        let topic = element["topic"].flatMap { topics[$0] ?? ($0.isEmpty ? nil : $0) }
        section = (topic, topic.flatMap(Self.question))
    }

    private func startTurn(_ element: XMLElement) {
        let ids = (element["speaker"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        for id in ids where !listed.contains(id) && !unknown.contains(id) { unknown.append(id) }
        speakers = ids
        time = times.seconds(element["startTime"])
        startPart(of: ids.first)
    }

    /// In a turn of two, `Who` tells which of them says what follows.
    private func startPart(_ element: XMLElement) {
        guard let speakers else { return }
        let number = element["nb"].flatMap { Int($0.trimmingSpaces) } ?? 1
        let speaker = speakers.indices.contains(number - 1) ? speakers[number - 1] : speakers.first
        if part?.speaker == speaker, part?.blocks.isEmpty == false {
            separate()
            return
        }
        finishPart()
        startPart(of: speaker)
    }

    private func startPart(of speaker: String?) {
        part = SpokenText.SpokenTurn(
            speaker: speaker, blocks: [], time: time, section: section.title, question: section.question)
    }

    private func finishPart() {
        if let part, !part.blocks.isEmpty { text.turns.append(part) }
        part = nil
    }

    private func separate() {
        if part?.blocks.isEmpty == false { part?.blocks[0].content.append(0x20) }
    }

    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        if !unknown.isEmpty { text.warnings.append(UnknownSpeaker.warning(unknown, path: file.path)) }
        if let warning = times.warning(path: file.path) { text.warnings.append(warning) }
        return [try text.transcript(of: file, format: "trs")]
    }

    /// The id of a guide question, if a topic's name begins with one: `QP1`, `Q3b. Travail`, `Question 4`.
    private static func question(_ topic: String) -> String? {
        if let id = GuideQuestion.id(ofLine: topic) { return id }
        let word = topic.prefix { $0 != " " && $0 != ":" && $0 != "-" }
        let letters = word.prefix { $0.isASCII && $0.isUppercase }
        var rest = word[letters.endIndex...]
        guard letters.first == "Q", letters.count <= 3, rest.first?.isNumber == true else { return nil }
        if rest.last == "." || rest.last == ")" { rest = rest.dropLast() }
        guard rest.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLowercase || $0 == ".") }) else { return nil }
        return letters + String(rest)
    }
}
