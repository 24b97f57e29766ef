/// What transcribers put in brackets that is no speech and nobody's name.
enum TranscriptionMarks {
    /// Whether the text within square brackets is a mark such as `laughs`, `long pause` or `inaudible 00:12`.
    static func isMark(_ text: String) -> Bool {
        let words = SpeakerLabel.words(text)
        return words.isEmpty || words.contains { marks.contains($0) }
    }

    private static let marks: Set<String> = Set(
        """
        laugh laughs laughing laughter chuckles chuckle giggles smiles sighs sigh sighing cries crying weeps sobs coughs \
        cough pause pauses silence silent inaudible unintelligible unclear indistinct crosstalk overlapping overlap \
        interruption interrupts interrupted applause music noise background phone rings knocking door break end start \
        recording tape resumes stops begins sic redacted anonymised anonymized removed name place nods whispers \
        whispering clapping cheering talking speaking translates foreign language continued \
        lacht gelach stilte pauze onverstaanbaar zucht huilt applaus muziek lawaai onderbreking \
        rires rire rit silences inaudibles soupir soupire pleure applaudissements musique bruit inintelligible \
        gülüyor gülüşmeler kahkaha sessizlik duraksama anlaşılmıyor ağlıyor alkışlar iç müzik gürültü \
        ضحك يضحك تضحك صمت سكوت توقف بكاء يبكي تبكي تصفيق تنهد
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
