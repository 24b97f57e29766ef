/// Who a respondent is: a row of `respondents.csv`.
struct RespondentProfile: Sendable {
    var id: String
    var population: Population
    var country: StudyCountry
    var language: StudyLanguage
    /// The kind of migrant; `nil` for stakeholders.
    var group: MigrantGroup?
    var sex: Sex
    var ageGroup: String
    /// Empty for stakeholders.
    var legalStatus: String
    /// Empty for migrants.
    var organisationType: String
    var consent: String
    /// The first name, in the script of the session's language.
    var name: String
    /// The label that the respondent speaks under.
    var label: String

    /// The respondent `offset` (from 0) of a session.
    init(_ plan: SessionPlan, offset: Int, random: inout SplitMix64) {
        let isStakeholder = plan.kind == .stakeholder
        let number = String(plan.number + offset)
        let padding = String(repeating: "0", count: max(0, 3 - number.utf8.count))
        id = "\(plan.country.prefix)-\(isStakeholder ? "S" : "M")-\(padding)\(number)"
        population = isStakeholder ? .stakeholder : .migrant
        country = plan.country
        language = plan.language
        group = plan.migrants
        sex = random.happens(perMille: isStakeholder ? 480 : 430) ? .female : .male
        switch plan.migrants {
        case nil: ageGroup = random.choice("35-49", of: [("25-34", 25), ("35-49", 45), ("50+", 30)])
        case .youth: ageGroup = random.choice("18-24", of: [("18-24", 65), ("25-34", 35)])
        default: ageGroup = random.choice("25-34", of: [("18-24", 20), ("25-34", 38), ("35-49", 29), ("50+", 13)])
        }
        switch plan.migrants {
        case nil: legalStatus = ""
        case .refugee:
            legalStatus = random.choice(
                "asylum-seeker",
                of: [("temporary-protection", 45), ("asylum-seeker", 30), ("refugee-status", 15), ("undocumented", 10)])
        case .transit: legalStatus = random.choice("undocumented", of: [("undocumented", 65), ("asylum-seeker", 35)])
        case .diaspora:
            legalStatus = random.choice(
                "residence-permit",
                of: [("residence-permit", 45), ("naturalised", 20), ("asylum-seeker", 20), ("rejected", 15)])
        case .returnee, .youth: legalStatus = "citizen"
        }
        organisationType =
            isStakeholder
            ? random.choice(
                "ngo",
                of: [
                    ("ministry", 25), ("local-authority", 18), ("international-organisation", 20), ("ngo", 27),
                    ("embassy", 10),
                ]) : ""
        consent = random.choice(
            "quotes-allowed", of: [("quotes-allowed", 70), ("paraphrase-only", 12), ("interview-only", 18)])
        name = ""
        label = ""
    }
}
