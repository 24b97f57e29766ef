/// One difference between two versions of a codebook.
package struct CodebookChange: Hashable, Sendable {
    /// What became of it.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It is there in the new version only.
        case added
        /// It is there in the old version only.
        case removed
        /// A code has another id, and says so with `was`.
        case renamed
        /// A code was renamed, and stands under another node.
        case moved
        /// It is there in both, and differs.
        case changed
    }

    /// What it belongs to: `codebook`, `list`, `theme`, `code`, `cue`.
    package var subject: String
    /// The id of the code or list in the new version, or in the old one where it was removed; a cue's kind.
    package var id: String
    /// What became of it.
    package var kind: Kind
    /// The part that differs: `definition`, `rule street`, `example`, `item`; empty for the whole.
    package var part: String
    /// How it was; empty where it was not there.
    package var old: String
    /// How it is; empty where it is not there.
    package var new: String

    /// A difference; see the properties of the same names.
    package init(
        subject: String, id: String, kind: Kind, part: String = "", old: String = "", new: String = ""
    ) {
        self.subject = subject
        self.id = id
        self.kind = kind
        self.part = part
        self.old = old
        self.new = new
    }

    /// Whether it can change what is coded; a definition or a colour cannot.
    package var affectsCoding: Bool {
        switch subject {
        case "list", "cue": true
        case "codebook": false
        default:
            kind == .added || kind == .removed || part.hasPrefix("rule")
                || ["mark", "scope", "speakers", "exclusive", "threshold", "status"].contains(part)
        }
    }

    /// The difference in words, on one line.
    package var sentence: String {
        let what = part.isEmpty ? "\(subject) \(id)" : "\(subject) \(id): \(part)"
        switch kind {
        case .added: return new.isEmpty ? "\(what) added" : "\(what) added: \(new)"
        case .removed: return old.isEmpty ? "\(what) removed" : "\(what) removed: \(old)"
        case .renamed: return "\(subject) \(old) renamed to \(new)"
        case .moved: return "\(subject) \(old) moved to \(new)"
        case .changed: return "\(what) changed from '\(old)' to '\(new)'"
        }
    }
}
