import VerbatimFiles

/// What the paragraph styles of a Word document mean.
///
/// Source: ECMA-376, part 1, section 17.7; the names of the built-in styles are the same in every language.
struct DOCXStyles {
    /// The level of headings by style id, from 1; 0 for the document's title.
    private(set) var headingLevels: [String: Int] = [:]
    /// The ids of the styles of tables of contents, which repeat headings.
    private(set) var contents: Set<String> = []
    /// The id of the style that paragraphs have without being given one.
    private(set) var usual: String?

    /// No styles.
    init() {}

    /// The styles of the root element of `styles.xml`.
    init(_ styles: XMLTree) {
        var parents: [String: String] = [:]
        for style in styles.children("style") where style.attributes["type"] ?? "paragraph" == "paragraph" {
            guard let id = style.attributes["styleId"] else { continue }
            let name = style.child("name")?.attributes["val"]?.lowercased() ?? id.lowercased()
            if let isDefault = style.attributes["default"], isDefault != "0", isDefault != "false" { usual = id }
            if name.hasPrefix("toc ") || name == "table of figures" { contents.insert(id) }
            parents[id] = style.child("basedOn")?.attributes["val"]
            if let level = style.child("pPr")?.child("outlineLvl")?.attributes["val"].flatMap({ Int($0) }) {
                // Level 9 is that of body text.
                headingLevels[id] = level < 9 ? level + 1 : -1
            } else if name == "title" {
                headingLevels[id] = 0
            } else if let level = Self.headingLevel(ofName: name) {
                headingLevels[id] = level
            }
        }
        for id in parents.keys where headingLevels[id] == nil {
            var ancestor = parents[id]
            // Styles that are based on each other are a fault of the file; no real chain is this long.
            for _ in 0..<32 {
                guard let style = ancestor else { break }
                if let level = headingLevels[style] {
                    headingLevels[id] = level
                    break
                }
                ancestor = parents[style]
            }
        }
        headingLevels = headingLevels.filter { $0.value >= 0 && !contents.contains($0.key) }
    }

    /// 3 of `heading 3`.
    static func headingLevel(ofName name: String) -> Int? {
        guard name.lowercased().hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level)
        else {
            return nil
        }
        return level
    }
}
