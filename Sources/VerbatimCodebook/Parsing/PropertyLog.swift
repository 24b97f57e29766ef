import VerbatimModel

/// Which properties of one statement were seen, for those that may stand only once.
struct PropertyLog {
    private let statement: String
    private var first: [PropertyKeyword: SourceRange] = [:]

    /// A log of the properties of a statement, which is named in messages.
    init(of statement: String) {
        self.statement = statement
    }

    /// Whether the property stands here for the first time; else a fault is reported.
    mutating func isFirst(_ keyword: PropertyKeyword, _ property: SourceText, faults: inout [Fault]) -> Bool {
        let source = property.source(0..<keyword.rawValue.unicodeScalars.count)
        guard let earlier = first[keyword] else {
            first[keyword] = source
            return true
        }
        faults.error(
            "duplicate-property",
            "'\(keyword.rawValue)' stands in line \(earlier.start.line) already: join the two, or leave one out",
            at: source)
        return false
    }

    /// What stands behind a property's keyword; `nil` where nothing does, which is reported.
    static func value(
        of keyword: PropertyKeyword, _ property: SourceText, from end: Int, faults: inout [Fault]
    ) -> Range<Int>? {
        var scanner = TextScanner(property, from: end)
        guard !scanner.isAtEnd() else {
            faults.error(
                "empty-property", "nothing stands behind '\(keyword.rawValue)': write it, or leave the line out",
                at: property.source(0..<end))
            return nil
        }
        return scanner.rest()
    }

    /// Reports a property that the statement does not have.
    func reportUnknown(_ property: SourceText, allowed: [PropertyKeyword], faults: inout [Fault]) {
        var scanner = TextScanner(property)
        let word: Range<Int>
        if let (_, end) = PropertyKeyword.leading(property.scalars[...]) {
            word = 0..<end
        } else {
            word = scanner.word(stops: [":"]) ?? 0..<min(1, property.scalars.count)
        }
        let name = property.string(word)
        let names = allowed.map(\.rawValue)
        faults.error(
            "unknown-property",
            "a \(statement) has no property '\(name)': it has \(names.joined(separator: ", "))",
            at: property.source(word), suggestion: NearNames.nearest(to: name, in: names))
    }
}
