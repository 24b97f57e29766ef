/// The columns of a table of turns, told by their names in English, Dutch and French.
struct TurnColumns {
    /// What is said.
    private(set) var text: Int?
    /// Who says it.
    private(set) var speaker: Int?
    private(set) var time: Int?
    private(set) var role: Int?
    private(set) var respondent: Int?
    private(set) var transcript: Int?
    private(set) var question: Int?
    private(set) var section: Int?
    private(set) var language: Int?
    /// Whether turns are numbered, which says that the rows are turns.
    private(set) var isNumbered = false
    /// Columns of codes that people gave.
    private(set) var codes: [Int] = []
    /// Columns that may say something of the whole session.
    private(set) var others: [Int] = []

    /// Whether there are words, and something that says that the rows are turns.
    var isComplete: Bool { text != nil && (speaker != nil || time != nil || isNumbered) }
    /// Whether the rows are answers of respondents rather than turns: nobody is named but by the respondent's id.
    var areAnswers: Bool { speaker == respondent && question != nil && time == nil && !isNumbered }

    /// The columns of the given names.
    init(header: [String]) {
        let names = header.map(Self.normalised)
        var taken: Set<Int> = []
        func take(_ known: String) -> Int? {
            for name in known.split(separator: "|") {
                if let column = names.indices.first(where: { names[$0] == name && !taken.contains($0) }) {
                    taken.insert(column)
                    return column
                }
            }
            return nil
        }
        speaker = take(
            "speaker|speaker name|speaker label|speaker id|spreker|naam spreker|locuteur|locutrice|intervenant|orateur|who|wie|qui|"
                + "name|naam|nom")
        text = take(
            "text|speech|utterance|words|spoken text|speech text|tekst|gesproken tekst|uitspraak|uiting|texte|paroles|parole|"
                + "propos|énoncé|enonce|content|sentence|message|inhoud|contenu")
        time = take(
            "time|timestamp|start|start time|starttime|start ms|time ms|timecode|time code|begin|from|in|tijd|starttijd|begintijd|"
                + "tijdstip|temps|heure|début|debut|horodatage|minutage")
        role = take("role|speaker role|rol|rôle")
        respondent = take("respondent|respondent id|participant id|deelnemer id|répondant|id répondant")
        transcript = take(
            "transcript|transcript id|file|filename|file name|interview|interview id|session|recording|document|source|bestand|"
                + "bestandsnaam|gesprek|fichier|entretien|enregistrement")
        question = take("question|question id|vraag|vraagnummer|q")
        section = take("section|topic|theme|heading|chapter|sectie|onderwerp|thema|rubrique|thème|sujet|partie")
        language = take("language|lang|taal|langue")
        if text == nil, speaker != nil, transcript != nil, names[transcript ?? 0] == "transcript" {
            // Some programs call what is said the transcript.
            (text, transcript) = (transcript, nil)
        }
        isNumbered =
            take("turn|turn number|turn no|utterance number|line|line number|beurt|beurtnummer|tour|tour de parole|n°")
            != nil
        while let column = take("tags|tag|codes|code|coding|codings|annotation|annotations|labels|étiquettes") {
            codes.append(column)
        }
        while take(
            "end|end time|endtime|end ms|stop|to|out|duration|eind|eindtijd|einde|duur|fin|durée|id|index|nr|no|confidence"
        ) != nil {}
        others = names.indices.filter { !taken.contains($0) && !names[$0].isEmpty }
        if speaker == nil, respondent != nil { speaker = respondent }
    }

    /// A column's name in lower case, without units in brackets, and with one space for `_`, `-` and `.`.
    static func normalised(_ name: String) -> String {
        let head = name.firstIndex(of: "(").flatMap { $0 == name.startIndex ? nil : name[..<$0] } ?? name[...]
        return head.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" || $0 == "." || $0 == ":" }
            .joined(separator: " ")
    }
}
