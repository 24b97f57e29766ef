import VerbatimModel

/// Writes conditions on attributes, and whose words are searched, as a codebook has them.
enum FilterText {
    /// The text of a `speakers` property.
    static func speakers(_ speakers: SpeakerFilter) -> String {
        switch speakers {
        case .any: return "any"
        case .respondents(let filter): return self.filter(filter)
        case .roles(let roles):
            // `interviewer` and `respondent` stand for two roles each.
            var covered: Set<SpeakerRole> = []
            var names: [String] = []
            for role in roles where !covered.contains(role) {
                names.append(role.rawValue)
                covered.insert(role)
                if role == .interviewer { covered.insert(.moderator) }
                if role == .respondent { covered.insert(.interpreter) }
            }
            return names.joined(separator: " or ")
        }
    }

    /// The text of a condition.
    static func filter(_ filter: Filter) -> String {
        switch filter {
        case .comparison(let name, .isIn, let values):
            "\(value(name)) in (\(values.map(value).joined(separator: ", ")))"
        case .comparison(let name, let comparison, let values):
            "\(value(name)) \(comparison.rawValue) \(value(values.first ?? ""))"
        case .and(let parts): parts.map(part).joined(separator: " and ")
        case .or(let parts): parts.map(part).joined(separator: " or ")
        }
    }

    private static func part(_ filter: Filter) -> String {
        if case .comparison = filter { self.filter(filter) } else { "(\(self.filter(filter)))" }
    }

    /// A name or value, in quotes unless it is a plain word that nothing else is written as.
    static func value(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" || $0 == "."
            }
            && RuleToken.Keyword(rawValue: text.lowercased()) == nil && text.lowercased() != "any"
            && SpeakerRole(rawValue: text.lowercased()) == nil
        return isPlain ? text : QuotedText.quoted(text)
    }
}

extension QuotedText {
    /// A text in quotation marks, with what must not stand between them escaped; line ends become spaces.
    static func quoted(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = ["\""]
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { scalars.append("\\") }
            scalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
        }
        return String(scalars: scalars + ["\""])
    }
}
