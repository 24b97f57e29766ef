/// The words that tell a speaker's label from body text that happens to have a colon.
enum LabelWords {
    /// Whether the label stands for what a title block or a remark says, and never for a speaker.
    static func isHeading(_ label: String) -> Bool {
        let words = SpeakerLabel.words(label)
        let joined = words.joined(separator: " ")
        if headings.contains(joined) { return true }
        // `Question 4`, `Vraag 4`: a line of the guide; without a number it is a label.
        return words.count == 1 && questions.contains(joined) && label.contains(where: \.isNumber)
    }

    /// Whether the words make a clause and no name: `He said`, `One thing is`.
    ///
    /// Some verbs are names too (`Said`, `Will`, `Ben`), so they count in lower case only. What stands in round brackets is
    /// not looked at.
    static func isClause(_ label: String) -> Bool {
        for word in (SpeakerLabel.withoutBrackets(label) ?? label).split(whereSeparator: {
            $0.isWhitespace || $0 == ","
        }) {
            let lowered = word.lowercased()
            if openers.contains(lowered) { return true }
            if word.unicodeScalars.first?.properties.isLowercase == true, clauseWords.contains(lowered) { return true }
        }
        return false
    }

    /// Whether every word begins like a name: with a capital, in a script without case, or as a particle of names.
    ///
    /// What stands in round brackets is not looked at.
    static func isNameLike(_ label: String) -> Bool {
        let words = (SpeakerLabel.withoutBrackets(label) ?? label).split { $0.isWhitespace || $0 == "/" }
        var names = 0
        for word in words {
            guard let first = word.unicodeScalars.first else { continue }
            if first.properties.isLowercase {
                guard particles.contains(String(word)) else { return false }
            } else if first.properties.isAlphabetic {
                names += 1
            }
        }
        return names > 0
    }

    /// The words for a question of the guide.
    static let questions: Set<String> = [
        "question", "vraag", "soru", "pregunta", "frage", "سؤال", "السؤال",
    ]

    private static let particles: Set<String> = [
        "de", "van", "der", "den", "von", "el", "al", "bin", "ibn", "bint", "la", "le", "du", "ten", "ter", "and", "of",
        "en",
        "et", "ve", "y", "e", "da", "di", "dos", "und", "the", "no", "nr", "n°", "no.", "nr.",
    ]

    private static let headings: Set<String> = Set(
        """
        note|notes|nb|n b|ps|p s|ok|okay|yes|no|date|dates|place|location|venue|time|duration|length|interview|interview no
        interview number|interview date|interview id|transcript|transcription|transcriber|transcribed by|transcribed|typed by
        subject|re|title|project|study|file|filename|file name|recorded|recording|recorded by|recording date|source|example
        language|languages|country|city|region|setting|present|attendees|age|sex|gender|nationality|population|code|id|version
        warning|summary|background|context|http|https|www|tel|email|number of participants|start|end|start time|end time
        consent|status|comment|comments|remark|remarks|for example|e g|i e|eg|ie that|conclusion|introduction|topic|theme
        section|part|chapter|page|tape|side|participant id|respondent id|interviewee id|occupation|profession|organisation
        organization|position|function|translated by|translation|interpreted by|interview with|audio|copyright
        datum|plaats|locatie|duur|taal|titel|onderwerp|tijd|opname|opmerking|let op|land|leeftijd|geslacht|bijvoorbeeld
        lieu|durée|langue|titre|sujet|heure|remarque|pays|âge|sexe|lieu et date|transcrit par|par exemple|enregistrement
        tarih|yer|süre|dil|başlık|konu|not|ülke|yaş|cinsiyet|örneğin|kayıt|saat
        التاريخ|المكان|المدة|اللغة|العنوان|الموضوع|ملاحظة|البلد|العمر|الجنس|مثلا|التسجيل
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init))

    private static let openers: Set<String> = Set(
        """
        he she we they it you my your his her our their this that these those because but so if when then what why how where
        which here there it's that's i'm
        dit dat deze maar omdat ik jij wij hij zij
        que donc mais je tu il elle nous vous ils elles
        ama çünkü bu şu
        قال قالت قالوا يقول تقول سأل لكن أنا هو هي نحن هذا هذه لأن كان كانت
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let clauseWords: Set<String> = Set(
        """
        said says say saying asked asks ask asking replied answered told tells tell thought think thinks was is are were am have
        has had be been being do does did done mean means meant like goes went go follows follow not just only also really
        actually maybe well can could would should will shall must know knew get got me him them us thing things
        zei zegt vroeg zeggen die dus je we ze het was zijn is heb heeft mijn
        disait demandé demande répondu est sont était c'est mon ma
        dedi diyor sordu ben sen biz onlar var yok oldu
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
