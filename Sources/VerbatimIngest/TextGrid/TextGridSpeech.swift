/// The tiers on which somebody speaks, told by their names.
struct TextGridSpeech {
    /// The tiers of speech: their places in the file, and who speaks.
    private(set) var tiers: [(index: Int, speaker: String)] = []
    /// The names of the others, but for those without a word.
    private(set) var skipped: [String] = []

    init(_ tiers: [TextGridTier]) {
        let names = tiers.map { Name($0.name) }
        for (index, tier) in tiers.enumerated() where !tier.isPointTier {
            let name = names[index]
            guard tier.intervals.contains(where: { !$0.text.trimmingSpaces.isEmpty }), name.kind != .other else {
                continue
            }
            // Aligners put the words of a tier on a tier of their own, which says everything once more.
            let isRepeated = tiers.indices.contains { other in
                other != index && names[other].kind == .speech && !tiers[other].isPointTier
                    && !tiers[other].intervals.isEmpty && (name.speaker.isEmpty || names[other].speaker == name.speaker)
            }
            if name.kind == .words, isRepeated { continue }
            self.tiers.append((index, name.speaker.isEmpty ? tier.name.trimmingSpaces : name.speaker))
        }
        let read = Set(self.tiers.map(\.index))
        for (index, tier) in tiers.enumerated() where !read.contains(index) {
            let isEmpty = !tier.isPointTier && !tier.intervals.contains { !$0.text.trimmingSpaces.isEmpty }
            if !isEmpty { skipped.append(tier.name) }
        }
    }

    /// What the name of a tier says: who speaks, and what stands on it, as in `Anna - words`.
    private struct Name {
        enum Kind {
            case speech
            case words
            case other
        }

        var speaker: String
        var kind = Kind.speech

        init(_ name: String) {
            speaker = name.trimmingSpaces
            let words = SpeakerLabel.words(name)
            if words.contains(where: { TextGridSpeech.others.contains($0) }) { kind = .other }
            guard let last = words.last, kind == .speech else { return }
            let isWords = TextGridSpeech.wordTiers.contains(last)
            guard isWords || TextGridSpeech.speechTiers.contains(last) else { return }
            if isWords { kind = .words }
            // The speaker's name stands before the last word and its dash.
            var scalars = Array(name.unicodeScalars)
            while let sign = scalars.last, !sign.isAlphabetic { scalars.removeLast() }
            scalars.removeLast(min(scalars.count, last.unicodeScalars.count))
            while let sign = scalars.last, sign.isSpace || "-_:/.([".unicodeScalars.contains(sign) {
                scalars.removeLast()
            }
            speaker = String(String.UnicodeScalarView(scalars)).trimmingSpaces
        }
    }

    private static let wordTiers: Set<String> = ["word", "words", "ort", "mots", "woorden", "tokens"]

    private static let speechTiers: Set<String> = [
        "utterance", "utterances", "text", "transcript", "transcription", "orthography", "orthographic", "speech",
        "sentence", "sentences", "phrase", "phrases",
    ]

    /// Words by which tiers name what is no speech.
    private static let others: Set<String> = [
        "note", "notes", "comment", "comments", "event", "events", "phone", "phones", "phoneme", "phonemes", "segment",
        "segments", "syllable", "syllables", "ipa", "mau", "kan", "tone", "tones", "break", "breaks", "misc", "gesture",
        "gestures", "noise", "noises", "silence", "silences", "pause", "pauses", "translation", "gloss", "pos", "lemma",
        "code", "codes", "coding", "topic", "topics", "section", "sections", "remarques", "commentaires", "opmerkingen",
    ]
}
