import VerbatimModel

/// Reads TEI: `u` of transcribed speech and of debates, `sp` of drama, and texts without either.
///
/// Source: TEI P5 Guidelines, chapters 8 (Transcriptions of Speech) and 16; Parla-CLARIN; ISO 24624.
final class TEIHandler: DialectHandler {
    /// The namespace of TEI P5.
    static let namespace = "http://www.tei-c.org/ns/1.0"

    let file: SourceFile
    /// The facts of the file, which all of its texts share; worked out once the first text is whole.
    private(set) lazy var source = givenSource ?? XMLTranscripts.source(file, format: "tei")
    private let givenSource: TranscriptSource?
    /// The texts that have ended.
    private(set) var texts: [TEIText] = []
    private(set) var people = TEIPeople()

    private struct Frame {
        var name: String
        var language: Language?
    }

    private var stack: [Frame] = []
    /// The depth of elements within one that is no speech; 0 outside.
    private var skipped = 0
    private var text: TEIText?
    private var person: TEIPersonBuilder?
    private var personDepth = 0
    private var isInHeader = false
    private var isInBody = false
    private var isAssembly = false
    /// The headings and questions of the divisions that are open.
    private var sections: [(title: String?, question: String?)] = []
    /// The number of bounds of divisions so far.
    private var division = 0
    /// Who speaks by the annotation blocks that are open, and when.
    private var blocks: [(who: String?, start: String?)] = []
    private var utterance: TEIText.Utterance?
    private var utteranceDepth = 0
    /// The paragraph on its way.
    private var content: [UInt8]?
    private var contentLanguage: Language?
    private var contentDepth = 0
    /// Text that is wanted for itself: a heading, a drama's speaker, a place.
    private var capture: (name: String, utf8: [UInt8])?
    /// Which place of the setting is captured.
    private var capturedPlace: String?
    private var wordDepth = 0
    private var isBehindWord = false
    private var isJoinedRight = false

    /// A handler for a file; `source` is worked out from its bytes unless it is given.
    init(file: SourceFile, source: TranscriptSource? = nil) {
        self.file = file
        givenSource = source
    }

    /// Hands over the texts that have ended, and forgets them.
    func takeTexts() -> [TEIText] {
        defer { texts = [] }
        return texts
    }

    // MARK: - Elements

    func startElement(_ element: XMLElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        let language = element["xml:lang"].map { Language(tag: $0) } ?? stack.last?.language
        let parent = stack.last?.name
        stack.append(Frame(name: element.name, language: language))
        if person != nil {
            person?.start(element.name)
            return
        }
        if utterance != nil {
            startInUtterance(element, parent: parent)
        } else if isInHeader {
            startInHeader(element)
        } else {
            startOutside(element)
        }
    }

    func endElement(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            if skipped > 0 { return }
        }
        guard let frame = stack.popLast() else { return }
        if let builder = person {
            if stack.count < personDepth {
                people.add(builder.person, id: builder.id)
                person = nil
            } else {
                person?.end(name)
            }
            return
        }
        if let capture, capture.name == name { finishCapture(capture.utf8) }
        if utterance != nil {
            endInUtterance(frame.name)
        } else {
            endOutside(frame.name)
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard skipped == 0 else { return }
        if person != nil {
            person?.characters(utf8)
        } else if capture != nil {
            capture?.utf8.append(contentsOf: utf8)
        } else if utterance != nil || content != nil {
            append(utf8)
        }
    }

    // MARK: - Outside speech

    private func startInHeader(_ element: XMLElement) {
        switch element.name {
        case "person", "personGrp": startPerson(element)
        case "meeting":
            isAssembly = true
        case "date":
            let parent = stack.dropLast().last?.name
            guard parent == "setting" || parent == "recording", let when = element["when"] else { return }
            text?.attributes["date"] = when
        case "name", "country", "settlement":
            guard stack.contains(where: { $0.name == "setting" }), capture == nil else { return }
            let type = element.name == "name" ? element["type"] : element.name
            guard type == "country" || type == "city" else { return }
            capture = (element.name, [])
            capturedPlace = type
        default: break
        }
    }

    private func startOutside(_ element: XMLElement) {
        switch element.name {
        case "TEI", "TEI.2":
            finishText()
            text = TEIText(id: element["xml:id"], language: stack.last?.language)
            text?.isAssembly = isAssembly
        case "teiHeader": isInHeader = true
        case "text": text?.language = stack.last?.language
        case "body": isInBody = true
        case "person", "personGrp": startPerson(element)
        case "timeline": text?.timeline.start(element)
        case "when": text?.timeline.add(element)
        case "div", "div1", "div2", "div3":
            let question = element["type"] == "question" ? element["n"] : sections.last?.question
            sections.append((sections.last?.title, question))
            division += 1
        case "head" where isInBody: capture = (element.name, [])
        case "annotationBlock", "annotatedU": blocks.append((element["who"], element["start"]))
        case "u", "sp": startUtterance(element)
        case let name where TEIElements.unspoken.contains(name) && text != nil: skipped = 1
        case let name where isInBody && TEIElements.prose.contains(name) && content == nil:
            content = []
            contentLanguage = stack.last?.language
            contentDepth = stack.count
        default: break
        }
    }

    private func endOutside(_ name: String) {
        if content != nil, stack.count < contentDepth {
            if let content { text?.prose.append(TEIText.Block(content: content, language: contentLanguage)) }
            content = nil
        } else if TEIElements.prose.contains(name) || TEIElements.breaks.contains(name) {
            content?.append(0x20)
        }
        switch name {
        case "teiHeader":
            isInHeader = false
            text?.isAssembly = isAssembly
        case "body": isInBody = false
        case "div", "div1", "div2", "div3":
            _ = sections.popLast()
            division += 1
        case "annotationBlock", "annotatedU": _ = blocks.popLast()
        case "TEI", "TEI.2": finishText()
        default: break
        }
    }

    private func startPerson(_ element: XMLElement) {
        guard let id = element["xml:id"] ?? element["id"] else { return }
        person = TEIPersonBuilder(id: id, element: element)
        personDepth = stack.count
    }

    private func finishText() {
        if let text { texts.append(text) }
        text = nil
        sections = []
        blocks = []
    }

    private func finishCapture(_ utf8: [UInt8]) {
        let value = String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let name = capture?.name
        capture = nil
        guard !value.isEmpty else { return }
        if let place = capturedPlace {
            text?.attributes[place] = value
            capturedPlace = nil
        } else if name == "head" {
            if sections.isEmpty { sections.append((nil, nil)) }
            sections[sections.count - 1].title = value
            division += 1
            text?.prose.append(TEIText.Block(content: utf8, language: stack.last?.language))
        } else if name == "speaker" {
            var label = value
            while label.hasSuffix(":") || label.hasSuffix(".") { label.removeLast() }
            utterance?.label = label.trimmingSpaces
        }
    }

    // MARK: - Speech

    private func startUtterance(_ element: XMLElement) {
        let who = (element["who"] ?? blocks.last?.who ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        let analysis = (element["ana"] ?? "").split(whereSeparator: \.isWhitespace).map { TEIPeople.id(of: String($0)) }
        utterance = TEIText.Utterance(
            who: who, analysis: analysis, start: element["start"] ?? blocks.last?.start, section: sections.last?.title,
            question: sections.last?.question, division: division)
        if blocks.last?.start != nil { text?.hasAnnotationBlocks = true }
        utteranceDepth = stack.count
        isBehindWord = false
        isJoinedRight = true
    }

    private func startInUtterance(_ element: XMLElement, parent: String?) {
        let name = element.name
        if name == "speaker" {
            capture = (name, [])
        } else if name == "anchor" {
            // The first mark of the timeline says when an utterance begins that does not say so itself.
            if utterance?.start == nil, utterance?.blocks.isEmpty == true { utterance?.start = element["synch"] }
        } else if TEIElements.unspoken.contains(name) || parent == "choice" && TEIElements.corrections.contains(name) {
            skipped = 1
            if TEIElements.breaks.contains(name) { content?.append(0x20) }
        } else if TEIElements.paragraphs.contains(name) {
            if content != nil, contentDepth > utteranceDepth {
                content?.append(0x20)
            } else {
                finishBlock()
                content = []
                contentLanguage = stack.last?.language
                contentDepth = stack.count
                isJoinedRight = true
            }
        } else if TEIElements.words.contains(name) {
            startWord(element)
        } else if TEIElements.breaks.contains(name) {
            content?.append(0x20)
        }
    }

    private func startWord(_ element: XMLElement) {
        openImplicitBlock()
        wordDepth += 1
        guard wordDepth == 1 else { return }
        if element.name == "c" {
            text?.hasSpaceElements = true
            // The space is the element's content; one without content is a space all the same.
            content?.append(0x20)
            isJoinedRight = true
            return
        }
        let join = element["join"]
        if join != nil { text?.hasJoins = true }
        if !isJoinedRight, join != "left", join != "both" { content?.append(SpeechBuilder.Mark.boundary) }
        isJoinedRight = join == "right" || join == "both"
    }

    private func endInUtterance(_ name: String) {
        if TEIElements.words.contains(name) {
            wordDepth = max(0, wordDepth - 1)
            isBehindWord = wordDepth == 0
        }
        if content != nil, stack.count < contentDepth { finishBlock() }
        guard stack.count < utteranceDepth else { return }
        finishBlock()
        if let utterance, !utterance.blocks.isEmpty { text?.utterances.append(utterance) }
        utterance = nil
        wordDepth = 0
    }

    private func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        let isSpace = utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if isSpace, content == nil { return }
        if isSpace, wordDepth == 0, isBehindWord {
            content?.append(SpeechBuilder.Mark.layout)
            return
        }
        if !isSpace { isBehindWord = false }
        openImplicitBlock()
        content?.append(contentsOf: utf8)
    }

    /// Speech that stands right in the utterance is a paragraph too.
    private func openImplicitBlock() {
        guard content == nil, utterance != nil else { return }
        content = []
        contentLanguage = stack.count >= utteranceDepth ? stack[utteranceDepth - 1].language : nil
        contentDepth = utteranceDepth
    }

    private func finishBlock() {
        if let content, content.contains(where: { $0 > 0x20 && $0 < 0xFE }) {
            utterance?.blocks.append(TEIText.Block(content: content, language: contentLanguage))
        }
        content = nil
        isBehindWord = false
    }
}

/// The elements of TEI by what they are in speech.
enum TEIElements {
    /// What is written in a transcript and said by nobody.
    static let unspoken: Set<String> = [
        "note", "gap", "vocal", "kinesic", "incident", "event", "desc", "pause", "shift", "writing", "fw", "stage",
        "figure",
        "spanGrp", "span", "linkGrp", "link", "fs", "fLib", "fvLib", "listEvent", "listRelation", "index",
        "interp", "interpGrp", "back", "standOff", "joinGrp", "join", "listAnnotation",
    ]
    /// Elements that part words even where no white space does.
    static let breaks: Set<String> = [
        "gap", "vocal", "kinesic", "incident", "pause", "lb", "cb", "pb", "br", "space",
    ]
    /// Elements that are a paragraph of a turn, the outermost of them.
    static let paragraphs: Set<String> = ["seg", "p", "s", "ab", "l", "lg", "q"]
    /// Elements of tokenised texts.
    static let words: Set<String> = ["w", "pc", "c"]
    /// The half of a `choice` that was not said.
    static let corrections: Set<String> = ["corr", "expan", "reg"]
    /// Elements that are a paragraph of a text without speech.
    static let prose: Set<String> = ["p", "ab", "l", "item", "cell", "s"]
}
