import VerbatimModel

/// Reads a segmented transcription of EXMARaLDA (`.exs`): a tier of speech is segmented into contiguous parts, which are
/// the speaker's turns where no other speaks between them.
///
/// Source: the format's DTD (`segmented-transcription`): `segmented-body/segmented-tier/segmentation/ts`, with nested `ts` and
/// the pieces between them `nts` (punctuation, white space) and `ats` (sounds), which follow each other without a gap.
final class SegmentedExmaraldaHandler: DialectHandler {
    private let file: SourceFile
    private var speakers: ExmaraldaSpeakers
    private var times = MediaTime()
    private var places: [String: (index: Int, time: Double?)] = [:]
    private var tier: (speaker: String?, number: Int)?
    private var tiers = 0
    /// Whether the first segmentation of the tier, which has all of its text, is read.
    private var isInSegmentation = false
    private var isTierDone = false
    private var segment: (element: XMLElement, content: [UInt8])?
    private var depth = 0
    private var segments: [(start: String, end: String, event: TierEvent)] = []
    /// The number of segments whose places the timelines do not have.
    private var strangers = 0

    init(file: SourceFile) {
        self.file = file
        speakers = ExmaraldaSpeakers(path: file.path)
    }

    func startElement(_ element: XMLElement) {
        if segment != nil {
            depth += 1
            return
        }
        switch element.name {
        case "tli":
            guard let id = element["id"], places[id] == nil else { return }
            places[id] = (places.count, times.seconds(element["time"]))
        case "segmented-tier":
            let isSpeech = element["type"] == "t" && (element["category"].map { $0 == "v" || $0.isEmpty } ?? true)
            tier = isSpeech ? (element["speaker"], tiers) : nil
            isTierDone = false
            if isSpeech { tiers += 1 }
        case "segmentation": isInSegmentation = tier != nil && !isTierDone
        case "ts" where isInSegmentation: segment = (element, [])
        default: speakers.start(element)
        }
    }

    func endElement(_ name: String) {
        if segment != nil, depth > 0 {
            depth -= 1
            return
        }
        switch name {
        case "ts":
            guard let (element, content) = segment, let tier else { return }
            segment = nil
            guard content.contains(where: { $0 > 0x20 }) else { return }
            segments.append(
                (
                    element["s"] ?? "", element["e"] ?? "",
                    TierEvent(speaker: tier.speaker, start: 0, end: 0, tier: tier.number, content: content)
                ))
        case "segmentation":
            if isInSegmentation { isTierDone = true }
            isInSegmentation = false
        case "segmented-tier": tier = nil
        default: speakers.end(name)
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        if segment != nil {
            segment?.content.append(contentsOf: utf8)
        } else {
            speakers.characters(utf8)
        }
    }

    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        guard tiers > 0 else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-speech-tier",
                    "No tier holds speech: a segmented tier of words has the type 't' and the category 'v'. Export the file "
                        + "from the Partitur Editor again.", path: file.path)
            ])
        }
        var events: [TierEvent] = []
        for segment in segments {
            guard let start = places[segment.start], let end = places[segment.end] else {
                strangers += 1
                continue
            }
            var event = segment.event
            (event.start, event.end, event.time) = (Double(start.index), Double(end.index), start.time)
            events.append(event)
        }
        guard strangers == 0 else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unknown-time",
                    "\(strangers) \(strangers == 1 ? "segment begins or ends" : "segments begin or end") at a place that the "
                        + "timeline does not have. Export the file from the Partitur Editor again.", path: file.path)
            ])
        }
        var text = SpokenText()
        text.attributes = speakers.attributes
        text.turns = TierEvent.turns(of: events, isTouchingJoined: true)
        speakers.list(in: &text)
        if let warning = times.warning(path: file.path) { text.warnings.append(warning) }
        return [try text.transcript(of: file, format: "exs")]
    }
}
