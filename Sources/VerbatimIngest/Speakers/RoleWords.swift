import VerbatimModel

/// The words by which labels say what somebody does, in the languages of the transcripts.
enum RoleWords {
    /// The role that a label names, and the word that names it; `nil` for a name of a person.
    static func role(of label: String) -> (role: SpeakerRole, word: String)? {
        let words = SpeakerLabel.words(label)
        guard let first = words.first else { return nil }
        let joined = words.joined(separator: " ")
        if words.count > 1, let phrase = phrases.first(where: { joined.hasPrefix($0) }) { return (.observer, phrase) }
        if words.count == 1, let role = abbreviations[first] ?? self.words[first] { return (role, first) }
        if words.count == 2 {
            // `Interviewer (Sarah)`, `P (female)`, `INT Layla`: an abbreviation counts when it stands first.
            if let role = self.words[first] { return (role, first) }
            if let role = abbreviations[first], first.count > 1, isUpperCase(label, first) { return (role, first) }
        }
        for word in words {
            if let role = self.words[word] { return (role, word) }
        }
        // `Interviewr`, `Moderater`: alone on the label, and one letter off the word of one role.
        return words.count == 1 ? meant(by: first) : nil
    }

    /// The role word that a mistyped one was meant to be, where the words of one role only are near.
    private static func meant(by word: String) -> (role: SpeakerRole, word: String)? {
        if let right = misspellings[word] { return words[right].map { ($0, right) } }
        let letters = Array(word.unicodeScalars)
        guard letters.count >= 7, !LabelWords.isHeading(word) else { return nil }
        var found: (role: SpeakerRole, word: String)?
        for (candidate, role) in mistypable {
            guard SpeakerLabel.isOneEditApart(letters, candidate) else { continue }
            let name = String(String.UnicodeScalarView(candidate))
            if let known = found, known.role != role { return nil }
            found = found.map { ($0.role, min($0.word, name)) } ?? (role, name)
        }
        return found
    }

    /// Wrong spellings that are as near to a word of another role.
    private static let misspellings = [
        "interviewr": "interviewer", "interviewor": "interviewer", "intervewer": "interviewer",
    ]

    /// The words long enough to be known with a letter wrong.
    private static let mistypable: [([Unicode.Scalar], SpeakerRole)] = words.compactMap { word, role in
        word.unicodeScalars.count >= 7 ? (Array(word.unicodeScalars), role) : nil
    }

    /// Whether a label stands for several people or for nobody in particular.
    static func isCollective(_ label: String) -> Bool {
        let trimmed = label.trimmingSpaces
        if !trimmed.isEmpty, trimmed.allSatisfy({ $0 == "?" || $0 == "؟" }) { return true }
        let words = SpeakerLabel.words(label)
        guard let first = words.first else { return false }
        // A number makes one of several: `Participant 3`, but also `Unknown 2`.
        if collectives.contains(words.joined(separator: " ")) { return true }
        guard words.count <= 3 else { return false }
        return firstCollectives.contains(first)
    }

    private static func isUpperCase(_ label: String, _ word: String) -> Bool {
        label.hasPrefix(word.uppercased())
    }

    /// Codes that are roles when they are the whole label, numbers aside.
    private static let abbreviations: [String: SpeakerRole] = table([
        .interviewer: "i int inter intv ivr iv ir q itw ent interv v gör",
        .moderator: "mod fac facil gl ml",
        .respondent: "p r a resp part ie iw pp inf k ktl b vp bp",
        .interpreter: "interp trad transl",
        .observer: "obs",
    ])

    private static let words: [String: SpeakerRole] = table([
        .interviewer: """
        interviewer interviewers interviewster intervieweur enquêteur enquêteuse \
        enqueteur enqueteuse intervieweuse onderzoeker onderzoekster vraagsteller researcher question görüşmeci \
        mülakatçı araştırmacı soran soru befragerin interviewerin entrevistador entrevistadora مقابل المقابل محاور المحاور \
        المحاورة المقابلة باحث الباحث الباحثة سؤال س elicitor
        """,
        .moderator: """
        moderator moderators moderateur modérateur modératrice animateur animatrice facilitator facilitateur \
        facilitatrice gespreksleider gespreksleidster kolaylaştırıcı moderatör chair chairperson chairman chairwoman \
        voorzitter moderatorin moderador moderadora facilitador facilitadora ميسر الميسر الميسرة منسق المنسق المنسقة
        """,
        .respondent: """
        respondent respondents respondente répondant répondante interviewee interviewees interviewé interviewée \
        geïnterviewde geinterviewde participant participante deelnemer deelneemster enquêté enquêtée informant \
        informante katılımcı görüşülen yanıtlayan yanıt cevap answer antwoord réponse befragter befragte entrevistado \
        entrevistada participants مشارك المشارك مشاركة المشاركة مجيب المجيب المستجيب المستجيبة جواب ج
        """,
        .interpreter: """
        interpreter interpreters interprète tolk translator traducteur traductrice mütercim tercüman çevirmen vertaler \
        vertaalster dolmetscher dolmetscherin intérprete مترجم المترجم مترجمة المترجمة الترجمان
        """,
        .observer: """
        observer observers notetaker rapporteur observateur observatrice notuliste notulist \
        verslaggever verslaggeefster waarnemer gözlemci raportör beobachter beobachterin observador \
        observadora مراقب المراقب
        """,
    ])

    /// What those who write along are called in more than one word.
    private static let phrases = [
        "note taker", "preneur de notes", "preneuse de notes", "not tutan", "مدون الملاحظات", "مدونة الملاحظات",
        "كاتب الملاحظات", "كاتبة الملاحظات",
    ]

    private static let collectives: Set<String> = [
        "several", "all", "group", "unknown", "participants", "respondents", "unidentified", "multiple", "everyone",
        "everybody", "others", "other", "many", "some", "both", "chorus", "audience", "various", "speakers",
        "iedereen", "allen", "allemaal", "groep", "onbekend", "meerdere", "verschillende", "deelnemers", "beiden",
        "tous", "toutes", "groupe", "inconnu", "inconnue", "plusieurs", "ensemble", "hepsi", "herkes", "grup",
        "bilinmeyen", "katılımcılar", "birkaç kişi", "alle", "mehrere", "gruppe", "unbekannt", "todos", "todas",
        "grupo", "desconocido", "varios", "الجميع", "الكل", "مجموعة", "المجموعة", "المشاركون", "مجهول", "غير معروف",
        "عدة",
    ]

    private static let firstCollectives: Set<String> = [
        "several", "all", "unknown", "unidentified", "multiple", "onbekende", "inconnu", "inconnue", "plusieurs",
        "bilinmeyen", "meerdere", "unbekannter", "unbekannte", "desconocido",
    ]

    private static func table(_ lists: [SpeakerRole: String]) -> [String: SpeakerRole] {
        var table: [String: SpeakerRole] = [:]
        for (role, list) in lists {
            for word in list.split(separator: " ") { table[String(word)] = role }
        }
        return table
    }
}
