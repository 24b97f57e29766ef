/// A whole codebook: themes and codes with their rules and examples, the lists they share, and cues of assertion.
public struct Codebook: Hashable, Sendable, Codable {
    /// The id, such as `migration-partnerships`.
    public var id: String
    /// The title for people; the id where none is given.
    public var title: String
    /// The version, as written.
    public var version: String?
    /// The languages it is written for, in order; the first is that of examples without one.
    public var languages: [Language]
    /// What it is for.
    public var definition: String?
    /// The lists, in the order of the file.
    public var lists: [WordList]
    /// Themes and codes, in the order of the file.
    public var codes: [Code]
    /// Cues of assertion given in this codebook, which come on top of the built-in packs.
    public var cues: [Cue]

    /// A codebook; see the properties of the same names.
    public init(
        id: String, title: String, version: String? = nil, languages: [Language] = [], definition: String? = nil,
        lists: [WordList] = [], codes: [Code] = [], cues: [Cue] = []
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.languages = languages
        self.definition = definition
        self.lists = lists
        self.codes = codes
        self.cues = cues
    }

    /// The index of the code with the given id, or that had it before.
    /// - Complexity: O(codes).
    public func index(of id: Code.ID) -> Int? {
        codes.firstIndex { $0.id == id } ?? codes.firstIndex { $0.formerIDs.contains(id) }
    }

    /// The nearest declared node above the given id: of `a.b.c`, `a.b` if it is declared, else `a` if it is.
    /// - Complexity: O(codes x depth).
    public func parent(of id: Code.ID) -> Code? {
        ancestors(of: id).first
    }

    /// The declared nodes above the given id, the nearest first.
    /// - Complexity: O(codes x depth).
    public func ancestors(of id: Code.ID) -> [Code] {
        var found: [Code] = []
        var path = id[...]
        while let dot = path.lastIndex(of: ".") {
            path = path[..<dot]
            if let code = codes.first(where: { $0.id == path }) { found.append(code) }
        }
        return found
    }
}
