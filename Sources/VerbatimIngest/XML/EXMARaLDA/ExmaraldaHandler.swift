import VerbatimModel

/// Reads a basic transcription of EXMARaLDA (`.exb`): tiers of events on a common timeline.
///
/// Source: Schmidt and Wörner, "EXMARaLDA", in: The Oxford Handbook of Corpus Phonology (2014), and the format's DTD. The order of
/// the timeline is that of its `tli` elements, whatever their ids.
final class ExmaraldaHandler: DialectHandler {
    private let file: SourceFile
    private var speakers: ExmaraldaSpeakers
    private var times = MediaTime()
    /// The places of the timeline by id, in the order of the file, and their seconds.
    private var places: [String: (index: Int, time: Double?)] = [:]
    /// The tier that is read, if it holds speech.
    private var tier: (speaker: String?, number: Int, language: Language?)?
    private var tiers = 0
    private var otherTiers: [String] = []
    private var event: (element: XMLElement, content: [UInt8])?
    private var events: [(start: String, end: String, event: TierEvent, position: SourcePosition)] = []
    /// The depth of elements within an event, which are links and notes and no speech.
    private var depthInEvent = 0

    init(file: SourceFile) {
        self.file = file
        speakers = ExmaraldaSpeakers(path: file.path)
    }

    func startElement(_ element: XMLElement) {
        if event != nil {
            depthInEvent += 1
            return
        }
        switch element.name {
        case "tli":
            guard let id = element["id"] else { return }
            places[id] = (places.count, times.seconds(element["time"]))
        case "tier": startTier(element)
        case "event" where tier != nil: event = (element, [])
        default: speakers.start(element)
        }
    }

    func endElement(_ name: String) {
        if depthInEvent > 0 {
            depthInEvent -= 1
            return
        }
        switch name {
        case "event": finishEvent()
        case "tier": tier = nil
        default: speakers.end(name)
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        if event != nil {
            if depthInEvent == 0 { event?.content.append(contentsOf: utf8) }
        } else {
            speakers.characters(utf8)
        }
    }

    private func startTier(_ element: XMLElement) {
        let isSpeech = element["type"] == "t" && (element["category"].map { $0 == "v" || $0.isEmpty } ?? true)
        guard isSpeech else {
            tier = nil
            // A description or annotation of speech is nobody's loss; a second tier of text might be.
            if element["type"] == "t" { otherTiers.append(element["display-name"] ?? element["id"] ?? "?") }
            return
        }
        tier = (element["speaker"], tiers, LanguageNames.language(of: element["xml:lang"]))
        tiers += 1
    }

    private func finishEvent() {
        guard let (element, content) = event, let tier else { return }
        event = nil
        guard content.contains(where: { $0 > 0x20 }) else { return }
        events.append(
            (
                element["start"] ?? "", element["end"] ?? "",
                TierEvent(
                    speaker: tier.speaker, start: 0, end: 0, tier: tier.number, content: content,
                    language: tier.language), element.position
            ))
    }

    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        guard tiers > 0 else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-speech-tier",
                    "No tier holds speech: a tier of words has the type 't' and the category 'v'. Set them in the "
                        + "Partitur Editor.", path: file.path)
            ])
        }
        var placed: [TierEvent] = []
        var faults: [Diagnostic] = []
        for item in events {
            guard let start = places[item.start], let end = places[item.end] else {
                faults.append(
                    Diagnostic(
                        .error, "unknown-time",
                        "The event begins or ends at a place that the timeline does not have "
                            + "('\(places[item.start] == nil ? item.start : item.end)'). Correct it in the Partitur Editor.",
                        path: file.path, position: item.position))
                continue
            }
            var event = item.event
            (event.start, event.end, event.time) = (Double(start.index), Double(end.index), start.time)
            placed.append(event)
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        var text = SpokenText()
        text.attributes = speakers.attributes
        text.turns = TierEvent.turns(of: placed, isTouchingJoined: true)
        speakers.list(in: &text)
        if let warning = times.warning(path: file.path) { text.warnings.append(warning) }
        if !otherTiers.isEmpty { text.warnings.append(SkippedTiers.warning(otherTiers, path: file.path)) }
        return [try text.transcript(of: file, format: "exb")]
    }
}

/// Tiers that are not read.
enum SkippedTiers {
    /// The warning that names them.
    static func warning(_ names: [String], path: String) -> Diagnostic {
        let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        let rest = names.count > 12 ? " and \(names.count - 12) more" : ""
        return Diagnostic(
            .warning, "skipped-tiers",
            "Not read as speech: the \(names.count == 1 ? "tier" : "tiers") \(shown)\(rest). If one holds what is said, "
                + "make it an independent tier of words.", path: path)
    }
}
