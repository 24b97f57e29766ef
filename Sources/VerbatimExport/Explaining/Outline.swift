/// A tree of statements for people, each with the same facts as data for programs.
package struct Outline: Hashable, Sendable {
    /// Whether a statement says that something is as it must be.
    package enum State: String, Hashable, Sendable {
        /// As it must be.
        case met
        /// Not as it must be.
        case unmet
        /// Neither is asked.
        case neutral

        /// The sign before a statement.
        var sign: String {
            switch self {
            case .met: "✓ "
            case .unmet: "✗ "
            case .neutral: ""
            }
        }
    }

    /// What kind of statement it is, in lower case with hyphens: `rule`, `near`, `term`, `item`, `cue`, ...
    package var kind: String
    /// The statement, on one line.
    package var text: String
    /// Whether it is as it must be.
    package var state: State
    /// Remarks, each on a line of its own under the statement.
    package var notes: [String]
    /// Further facts for programs, by name.
    package var data: [String: JSONValue]
    /// What stands under it.
    package var children: [Outline]

    /// A statement; see the properties of the same names.
    package init(
        _ kind: String, _ text: String, state: State = .neutral, notes: [String] = [],
        data: [String: JSONValue] = [:], children: [Outline] = []
    ) {
        self.kind = kind
        self.text = text
        self.state = state
        self.notes = notes
        self.data = data
        self.children = children
    }

    /// The outline as data: `kind`, `text`, `met` where it is asked, `notes` and `children` where there are some, and
    /// ``data``.
    package var json: JSONValue {
        var object = data
        object["kind"] = .string(kind)
        object["text"] = .string(text)
        if state != .neutral { object["met"] = .bool(state == .met) }
        if !notes.isEmpty { object["notes"] = .array(notes.map { .string($0) }) }
        if !children.isEmpty { object["children"] = .array(children.map(\.json)) }
        return .object(object)
    }
}
