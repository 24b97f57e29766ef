import VerbatimModel

/// Reads debates in Akoma Ntoso: speeches, questions and answers under headings.
///
/// Source: "Akoma Ntoso Version 1.0 Part 2: Specifications" (OASIS LegalDocML, 2018), debates; older files of
/// `akomantoso.org` use the same names.
final class AkomaNtosoHandler: DialectHandler {
    private let file: SourceFile
    private var text = SpokenText()
    /// What the references list: names by id, and which of them are roles.
    private var names: [String: String] = [:]
    private var clock = SessionClock()
    private var stack: [String] = []
    private var headings: [String?] = []
    private var speech: Speech?
    private var speechDepth = 0
    private var block: [UInt8]?
    private var blockDepth = 0
    private var capture: (name: String, utf8: [UInt8])?
    private var skipped = 0
    private var languages: [Language?] = []

    private struct Speech {
        var by: String
        var role: String?
        var label: String?
        var time: Double?
        var blocks: [TEIText.Block] = []
    }

    init(file: SourceFile) {
        self.file = file
        text.isAssembly = true
    }

    // MARK: - Elements

    func startElement(_ element: XMLElement) {
        if skipped > 0 {
            skipped += 1
            note(element)
            return
        }
        stack.append(element.name)
        languages.append(LanguageNames.language(of: element["xml:lang"]) ?? languages.last ?? nil)
        switch element.name {
        case "FRBRlanguage": text.language = text.language ?? LanguageNames.language(of: element["language"])
        case "FRBRdate":
            let isWork = stack.contains("FRBRWork") || text.attributes["date"] == nil
            if isWork, let date = element["date"] { text.attributes["date"] = date }
        case "FRBRcountry": if let country = element["value"] { text.attributes["country"] = country }
        case "TLCPerson", "TLCRole", "TLCOrganization":
            if let id = element["eId"] ?? element["id"], let name = element["showAs"] {
                names[id] = name.trimmingSpaces
            }
        case let name where Self.divisions.contains(name) && speech == nil: headings.append(headings.last ?? nil)
        case "heading" where speech == nil && !headings.isEmpty: capture = (element.name, [])
        case let name where Self.speeches.contains(name) && speech == nil && stack.contains("debateBody"):
            startSpeech(element)
        case "from" where speech != nil && capture == nil: capture = (element.name, [])
        case let name where Self.unspoken.contains(name):
            note(element)
            leave()
            skipped = 1
            if element.name != "authorialNote", element.name != "noteRef" { block?.append(0x20) }
        case let name where speech != nil && capture == nil && Self.paragraphs.contains(name): startBlock()
        case "eol", "br": block?.append(0x20)
        default: break
        }
    }

    func endElement(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if let capture, capture.name == name { finishCapture(capture) }
        if block != nil, stack.count == blockDepth { finishBlock() }
        if speech != nil, stack.count == speechDepth { finishSpeech() }
        if Self.divisions.contains(name), speech == nil { _ = headings.popLast() }
        leave()
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard skipped == 0 else { return }
        if capture != nil {
            capture?.utf8.append(contentsOf: utf8)
        } else if block != nil {
            block?.append(contentsOf: utf8)
        } else if speech != nil, utf8.contains(where: { $0 > 0x20 }) {
            block = Array(utf8)
            blockDepth = speechDepth
        }
    }

    private func leave() {
        _ = stack.popLast()
        _ = languages.popLast()
    }

    /// A time may stand in what is not speech.
    private func note(_ element: XMLElement) {
        if element.name == "recordedTime" { clock.set(element["time"]) }
    }

    // MARK: - Speech

    private func startSpeech(_ element: XMLElement) {
        if let start = element["startTime"] { clock.set(start) }
        speech = Speech(
            by: TEIPeople.id(of: element["by"] ?? ""), role: element["as"].map { TEIPeople.id(of: $0) },
            time: clock.seconds)
        speechDepth = stack.count
    }

    private func startBlock() {
        if block != nil, blockDepth > speechDepth {
            // A paragraph within a paragraph, as in an item of a list.
            block?.append(0x20)
            return
        }
        finishBlock()
        block = []
        blockDepth = stack.count
    }

    private func finishBlock() {
        if let block, block.contains(where: { $0 > 0x20 }) {
            let language = languages.indices.contains(blockDepth - 1) ? languages[blockDepth - 1] : nil
            speech?.blocks.append(TEIText.Block(content: block, language: language))
        }
        block = nil
    }

    private func finishCapture(_ capture: (name: String, utf8: [UInt8])) {
        self.capture = nil
        let value = String(collapsing: capture.utf8)
        guard !value.isEmpty else { return }
        if capture.name == "from" {
            speech?.label = String(value.reversed().drop { ":.-–— ".contains($0) }.reversed())
            speech?.time = clock.seconds
        } else if !headings.isEmpty {
            headings[headings.count - 1] = value
        }
    }

    private func finishSpeech() {
        finishBlock()
        guard let speech else { return }
        self.speech = nil
        guard !speech.blocks.isEmpty else { return }
        let label = names[speech.by] ?? speech.label ?? speech.by
        let key = speech.by.isEmpty ? SpeakerLabel.key(label) : "#" + speech.by
        var person = SpokenText.Person(label: label)
        if let role = speech.role {
            let name = names[role] ?? role
            let isChair = RoleWords.role(of: name)?.role == .moderator || Self.chairs.contains(name.lowercased())
            if isChair { person.declared = (.moderator, "speaks as '\(name)'") }
        }
        if !key.isEmpty { text.list(person, as: key) }
        text.turns.append(
            SpokenText.SpokenTurn(
                speaker: key.isEmpty ? nil : key, blocks: speech.blocks, time: speech.time,
                section: headings.last ?? nil))
    }

    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        [try text.transcript(of: file, format: "akoma-ntoso")]
    }

    private static let speeches: Set<String> = ["speech", "question", "answer"]
    /// Elements with headings.
    private static let divisions: Set<String> = [
        "debateSection", "administrationOfOath", "rollCall", "prayers", "oralStatements", "writtenStatements",
        "personalStatements", "ministerialStatements", "resolutions", "nationalInterest", "declarationOfVote",
        "communication", "petitions", "papers", "noticesOfMotion", "questions", "address", "proceduralMotions",
        "pointOfOrder", "adjournment", "debateBody",
    ]
    private static let unspoken: Set<String> = [
        "scene", "narrative", "summary", "other", "remark", "authorialNote", "noteRef", "recordedTime", "preface",
        "coverPage", "conclusions", "attachments", "components", "num", "subheading", "table", "img",
    ]
    private static let paragraphs: Set<String> = [
        "p", "block", "li", "item", "blockContainer", "tblock", "listIntroduction",
    ]
    private static let chairs: Set<String> = [
        "speaker", "the speaker", "deputy speaker", "president", "vice-president", "président", "présidente", "chair",
        "chairman", "chairperson", "chairwoman", "voorzitter", "başkan", "presidente", "presidenta",
    ]
}

/// The times of day that a session's record gives, as seconds since the first of them.
struct SessionClock {
    /// The seconds since the first time; `nil` before there is one.
    private(set) var seconds: Double?
    private var first: Double?

    /// A time of day, or a date and time (`10:12:00`, `2019-05-16T10:12:00+02:00`); anything else is not looked at.
    mutating func set(_ text: String?) {
        guard let text = text?.trimmingSpaces else { return }
        let time = text.split(separator: "T").last.map(String.init) ?? text
        let bytes = Array(time.prefix { $0 != "Z" && $0 != "+" && $0 != "-" }.utf8)
        var cursor = ByteCursor(bytes, range: 0..<bytes.count)
        guard let value = cursor.clock(), cursor.byte == nil else { return }
        guard let first else {
            first = value
            seconds = 0
            return
        }
        // A session that goes on after midnight.
        seconds = value >= first ? value - first : value - first + 86_400
    }
}
