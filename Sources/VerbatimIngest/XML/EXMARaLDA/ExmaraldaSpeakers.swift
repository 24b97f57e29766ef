import VerbatimModel

/// The speaker table and the other facts in the head of an EXMARaLDA file.
struct ExmaraldaSpeakers {
    private let path: String
    private(set) var attributes = Attributes()
    private var people: [(id: String, person: SpokenText.Person)] = []
    private var current: (id: String, person: SpokenText.Person)?
    /// The element whose text is wanted, and under which name.
    private var capture: (element: String, name: String, utf8: [UInt8])?

    init(path: String) {
        self.path = path
    }

    mutating func start(_ element: XMLElement) {
        switch element.name {
        case "speaker": current = element["id"].map { ($0, SpokenText.Person(label: "")) }
        case "abbreviation": capture = (element.name, "abbreviation", [])
        case "ud-information":
            guard let name = element["attribute-name"]?.trimmingSpaces, !name.isEmpty else { return }
            capture = (element.name, name, [])
        case "project-name", "transcription-name": capture = (element.name, element.name, [])
        default: break
        }
    }

    mutating func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        capture?.utf8.append(contentsOf: utf8)
    }

    mutating func end(_ name: String) {
        if name == "speaker", let current {
            people.append(current)
            self.current = nil
        }
        guard let capture, capture.element == name else { return }
        self.capture = nil
        let value = String(collapsing: capture.utf8)
        guard !value.isEmpty else { return }
        guard current != nil else {
            if name == "transcription-name" {
                attributes["title"] = value
            } else if name == "project-name" {
                attributes["project"] = value
            } else if name == "ud-information" {
                attributes[capture.name] = value
            }
            return
        }
        if name == "abbreviation" {
            current?.person.label = value
        } else if Self.roleNames.contains(capture.name.lowercased()) {
            if let role = SpeakerRole(rawValue: value.lowercased()) ?? RoleWords.role(of: value)?.role {
                current?.person.declared = (role, "the file's table of speakers says '\(value)'")
            }
        }
    }

    /// Lists the people in a text, by their ids.
    func list(in text: inout SpokenText) {
        for (id, person) in people { text.list(person, as: id) }
        let used = Set(text.turns.compactMap(\.speaker))
        let unknown = used.subtracting(people.map(\.id)).sorted()
        if !unknown.isEmpty, !people.isEmpty { text.warnings.append(UnknownSpeaker.warning(unknown, path: path)) }
    }

    private static let roleNames: Set<String> = ["role", "rolle", "rôle", "rol", "function", "funktion"]
}

/// Speakers who are named where words are, and not where people are listed.
enum UnknownSpeaker {
    /// The warning that names them; their ids become their labels.
    static func warning(_ ids: [String], path: String) -> Diagnostic {
        Diagnostic(
            .warning, "unknown-speaker",
            "\(ids.map { "'\($0)'" }.joined(separator: ", ")) \(ids.count == 1 ? "is" : "are") not in the file's list of "
                + "speakers, so the id is taken for the label. Add \(ids.count == 1 ? "the speaker" : "the speakers") to the list.",
            path: path)
    }
}
