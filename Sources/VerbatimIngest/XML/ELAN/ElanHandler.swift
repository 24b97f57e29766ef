import VerbatimModel

/// Reads ELAN (`.eaf`): independent tiers of annotations with times.
///
/// Source: "EAF Annotation Format", version 3.0 (The Language Archive), sections on TIME_ORDER, TIER and ANNOTATION.
final class ElanHandler: DialectHandler {
    /// A silence from which on a speaker's next annotation is a paragraph of its own, in milliseconds.
    static let paragraphPause = 2_000.0

    private let file: SourceFile
    private var slots = ElanTimeline()
    private var languages: [String: Language] = [:]
    private var attributes = Attributes()
    private var tiers: [ElanTier] = []
    /// Whether ``tiers`` has the one that is read at its end.
    private var isInTier = false
    private var property: (name: String, utf8: [UInt8])?
    private var annotation: (start: String, end: String, position: SourcePosition)?
    private var value: [UInt8]?
    private var depthInValue = 0
    private var annotations: [(tier: Int, start: String, end: String, content: [UInt8], position: SourcePosition)] = []

    init(file: SourceFile) {
        self.file = file
    }

    func startElement(_ element: XMLElement) {
        if value != nil {
            depthInValue += 1
            return
        }
        switch element.name {
        case "TIME_SLOT": slots.add(element)
        case "TIER":
            tiers.append(ElanTier(element))
            isInTier = true
        case "ALIGNABLE_ANNOTATION" where isInTier && tiers.last?.isSpeech == true:
            annotation = (element["TIME_SLOT_REF1"] ?? "", element["TIME_SLOT_REF2"] ?? "", element.position)
        case "ANNOTATION_VALUE" where annotation != nil: value = []
        case "PROPERTY": property = element["NAME"].map { ($0.trimmingSpaces, []) }
        case "LANGUAGE":
            guard let id = element["LANG_ID"] else { return }
            let definition = element["LANG_DEF"]?.split(separator: "/").last.map(String.init)
            languages[id] =
                LanguageNames.language(of: id) ?? LanguageNames.language(of: element["LANG_LABEL"])
                ?? LanguageNames.language(of: definition)
        default: break
        }
    }

    func endElement(_ name: String) {
        if value != nil, depthInValue > 0 {
            depthInValue -= 1
            return
        }
        switch name {
        case "ANNOTATION_VALUE":
            guard let value, let annotation else { return }
            self.value = nil
            guard value.contains(where: { $0 > 0x20 }) else { return }
            tiers[tiers.count - 1].hasValues = true
            annotations.append((tiers.count - 1, annotation.start, annotation.end, value, annotation.position))
        case "ALIGNABLE_ANNOTATION": annotation = nil
        case "TIER": isInTier = false
        case "PROPERTY":
            guard let property, !property.name.isEmpty, !Self.housekeeping.contains(property.name) else { return }
            let value = String(collapsing: property.utf8)
            if !value.isEmpty { attributes[property.name] = value }
            self.property = nil
        default: break
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        if value != nil {
            value?.append(contentsOf: utf8)
        } else {
            property?.utf8.append(contentsOf: utf8)
        }
    }

    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        let skipped = tiers.filter { !$0.isSpeech }.map(\.id)
        guard tiers.contains(where: { $0.isSpeech && $0.hasValues }) else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-speech-tier",
                    "No independent tier holds speech: a tier of words has annotations and no parent tier. Correct it in "
                        + "ELAN.", path: file.path)
            ])
        }
        slots.settle()
        var events: [TierEvent] = []
        var faults: [Diagnostic] = []
        for item in annotations {
            guard let start = slots.place(item.start), let end = slots.place(item.end) else {
                faults.append(
                    Diagnostic(
                        .error, "unknown-time",
                        "The annotation begins or ends at a time slot that the file does not have "
                            + "('\(slots.place(item.start) == nil ? item.start : item.end)'). Save the file again in ELAN.",
                        path: file.path, position: item.position))
                continue
            }
            events.append(
                TierEvent(
                    speaker: tiers[item.tier].speaker, start: start.axis, end: end.axis, tier: item.tier,
                    content: item.content, time: start.seconds,
                    language: tiers[item.tier].language.flatMap { languages[$0] ?? LanguageNames.language(of: $0) }))
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        var text = SpokenText()
        text.attributes = attributes
        text.turns = TierEvent.turns(of: events, isTouchingJoined: false, pause: Self.paragraphPause)
        if let warning = slots.times.warning(path: file.path) { text.warnings.append(warning) }
        if !skipped.isEmpty { text.warnings.append(SkippedTiers.warning(skipped, path: file.path)) }
        return [try text.transcript(of: file, format: "eaf")]
    }

    /// Properties that ELAN writes for itself.
    private static let housekeeping: Set<String> = ["URN", "lastUsedAnnotationId", "lastUsedAnnotationID"]
}

/// A tier of an ELAN file.
struct ElanTier {
    let id: String
    /// The participant, else the tier's own id: tiers of one participant are one speaker.
    let speaker: String
    let language: String?
    let isSpeech: Bool
    var hasValues = false

    init(_ element: XMLElement) {
        id = element["TIER_ID"] ?? "?"
        let participant = element["PARTICIPANT"].map(\.trimmingSpaces) ?? ""
        speaker = participant.isEmpty ? id.trimmingSpaces : participant
        language = element["LANG_REF"]
        let kinds = SpeakerLabel.words(id) + SpeakerLabel.words(element["LINGUISTIC_TYPE_REF"] ?? "")
        isSpeech = element["PARENT_REF"] == nil && !kinds.contains { Self.otherKinds.contains($0) }
    }

    /// Words by which independent tiers name what is not speech.
    private static let otherKinds: Set<String> = [
        "comment", "comments", "note", "notes", "gesture", "gestures", "gaze", "movement", "posture", "event", "events",
        "noise", "background", "silence", "silences", "pause", "pauses", "translation", "gloss", "code", "codes",
        "coding",
        "topic", "topics", "section", "sections",
    ]
}
