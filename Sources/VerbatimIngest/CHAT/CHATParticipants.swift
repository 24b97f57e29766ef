import VerbatimModel

/// Who takes part, as the headers `@Participants` and `@ID` say.
struct CHATParticipants {
    /// The codes, in the order of the headers.
    private(set) var codes: [String] = []
    private var roles: [String: String] = [:]
    private var facts: [String: Attributes] = [:]

    /// Reads `CHI Ruth Target_Child, INV Investigator`: a code, perhaps a name, a role.
    mutating func readList(_ value: String) {
        for entry in value.split(separator: ",") {
            let words = entry.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let code = words.first else { continue }
            add(code)
            if words.count > 1, roles[code] == nil { roles[code] = words[words.count - 1] }
        }
    }

    /// Reads `eng|corpus|CHI|2;10.|female|||Target_Child|||`: the role is the eighth field.
    mutating func readID(_ value: String) {
        let fields = value.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmingSpaces)
        guard fields.count >= 8, !fields[2].isEmpty else { return }
        let code = fields[2]
        add(code)
        if !fields[7].isEmpty { roles[code] = fields[7] }
        var known = Attributes()
        for (name, field) in [("age", 3), ("sex", 4), ("group", 5), ("education", 8)] {
            guard fields.indices.contains(field) else { continue }
            // An age is written `34;06.10`, in years, months and days, of which the later may be missing.
            var value = fields[field]
            while name == "age", value.hasSuffix(";") || value.hasSuffix(".") { value.removeLast() }
            if !value.isEmpty { known[name] = value }
        }
        facts[code] = known
    }

    /// The role that the headers give; `nil` where theirs is none of ours (`Mother`, `Friend`).
    func role(of code: String) -> (role: SpeakerRole, reason: String)? {
        guard let name = roles[code], let role = Self.roles[name.lowercased()] else { return nil }
        return (role, "the header says '\(name)'")
    }

    /// Whether the code stands for several people or for nobody in particular; `nil` if the headers do not say.
    func isCollective(_ code: String) -> Bool? {
        roles[code].map { Self.collectives.contains($0.lowercased()) }
    }

    /// What the headers say of a person.
    func attributes(of code: String) -> Attributes { facts[code] ?? Attributes() }

    private mutating func add(_ code: String) {
        if !codes.contains(code) { codes.append(code) }
    }

    /// Roles of the manual's list and those that interview corpora add to it.
    private static let roles: [String: SpeakerRole] = [
        "investigator": .interviewer, "interviewer": .interviewer, "experimenter": .interviewer,
        "examiner": .interviewer,
        "researcher": .interviewer, "clinician": .interviewer, "therapist": .interviewer, "leader": .moderator,
        "moderator": .moderator, "facilitator": .moderator, "participant": .respondent, "subject": .respondent,
        "informant": .respondent, "interviewee": .respondent, "respondent": .respondent, "target_child": .respondent,
        "target_adult": .respondent, "patient": .respondent, "client": .respondent, "narrator": .respondent,
        "interpreter": .interpreter, "translator": .interpreter, "observer": .observer, "camera_operator": .observer,
        "environment": .observer, "media": .observer,
    ]

    private static let collectives: Set<String> = ["group", "audience", "unidentified", "uncertain"]
}
