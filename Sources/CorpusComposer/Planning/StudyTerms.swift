/// The languages of the study.
enum StudyLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case dutch = "nl"
    case french = "fr"
    case arabic = "ar"
    case turkish = "tr"

    /// The place in lists that have an entry for each language.
    var position: Int {
        switch self {
        case .english: 0
        case .dutch: 1
        case .french: 2
        case .arabic: 3
        case .turkish: 4
        }
    }
}

/// The partner countries of the study.
enum StudyCountry: String, Sendable, CaseIterable {
    case iraq = "Iraq"
    case morocco = "Morocco"
    case tunisia = "Tunisia"
    case turkey = "Turkey"

    /// The place in lists that have an entry for each country.
    var position: Int {
        switch self {
        case .iraq: 0
        case .morocco: 1
        case .tunisia: 2
        case .turkey: 3
        }
    }

    /// The beginning of its respondents' ids: the ISO 3166 code.
    var prefix: String { ["IQ", "MA", "TN", "TR"][position] }
}

/// The two populations of the study.
enum Population: String, Sendable {
    case migrant
    case stakeholder
}

/// Kinds of migrants.
enum MigrantGroup: String, Sendable, CaseIterable {
    case refugee
    case returnee
    case transit
    case youth
    case diaspora

    /// The situations that passages of the bank are tied to.
    enum Situation: String, Sendable {
        case abroad
        case returnee
        case transit
        case home
    }

    /// The situation of the people of a group.
    var situation: Situation {
        switch self {
        case .refugee, .diaspora: .abroad
        case .returnee: .returnee
        case .transit: .transit
        case .youth: .home
        }
    }
}

/// The sexes that the respondents table tells apart.
enum Sex: String, Sendable {
    case female
    case male

    /// The sex of the person whom an interpreter speaks of, by the pronouns; `nil` where they do not tell.
    init?(spokenOfIn text: String, _ language: StudyLanguage) {
        let (female, male): (Set<Substring>, Set<Substring>) =
            switch language {
            case .english: (["she", "her"], ["he", "his", "him"])
            case .dutch: (["ze", "zij", "mevrouw"], ["hij", "meneer"])
            case .french: (["elle"], ["il"])
            case .arabic: (["تقول", "هي"], ["يقول", "هو"])
            case .turkish: ([], [])
            }
        var (women, men) = (0, 0)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            if female.contains(word) { women += 1 }
            if male.contains(word) { men += 1 }
        }
        guard women != men else { return nil }
        self = women > men ? .female : .male
    }
}
