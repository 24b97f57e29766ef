/// What is known of a respondent or a transcript: named values, in the order in which they were given.
public struct Attributes: Hashable, Sendable, Codable, ExpressibleByDictionaryLiteral {
    /// The names, in order.
    public private(set) var names: [String] = []
    private var values: [String: String] = [:]

    /// No attributes.
    public init() {}

    /// The given names and values, in that order; a name given twice keeps its last value.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// The value of a name; setting `nil` removes the name.
    public subscript(name: String) -> String? {
        get { values[name] }
        set {
            if newValue == nil {
                names.removeAll { $0 == name }
            } else if values[name] == nil {
                names.append(name)
            }
            values[name] = newValue
        }
    }

    /// Whether there is none.
    public var isEmpty: Bool { names.isEmpty }

    /// These attributes, with those of `other` for the names that are missing here.
    public func merging(missingFrom other: Attributes) -> Attributes {
        var merged = self
        for name in other.names where merged[name] == nil { merged[name] = other[name] }
        return merged
    }
}
