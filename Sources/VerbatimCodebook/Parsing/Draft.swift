import VerbatimModel

/// What was read of a codebook and its included files, before names are looked up.
struct Draft {
    /// A code with what only the checks need.
    struct CodeEntry {
        var code: Code
        /// What its rules refer to, also the faulty ones.
        var references: [Reference] = []
        /// Where each former id is given, in the order of ``Code/formerIDs``.
        var formerIDSources: [SourceRange] = []
        /// Where the code says that it is exclusive.
        var exclusiveSource: SourceRange?
        /// Whether rules were left out for their faults.
        var hasFaultyRules = false
        /// Whether examples were left out for their faults.
        var hasFaultyExamples = false
    }

    /// A list with what only the checks need.
    struct ListEntry {
        var list: WordList
        var references: [Reference] = []
        /// Whether it stands in an included file, which may hold more than one codebook needs.
        var isIncluded: Bool
    }

    /// The head of the codebook; `nil` until one was read.
    var head: Codebook?
    var lists: [ListEntry] = []
    var codes: [CodeEntry] = []
    var cues: [Cue] = []

    /// The codebook as far as it was read; without a head, one named for its file.
    func codebook(path: String) -> Codebook {
        var codebook = head ?? Codebook(id: "", title: "")
        if head == nil {
            let name = path.split(separator: "/").last ?? ""
            codebook.id = String(name.prefix { $0 != "." })
            codebook.title = codebook.id
        }
        codebook.lists = lists.map(\.list)
        codebook.codes = codes.map(\.code)
        codebook.cues = cues
        return codebook
    }
}
