import ArgumentParser

/// Attributes with a comma between them, as `--by` takes them.
enum AttributeList {
    /// The names in a text; none where there is no text.
    static func names(in text: String?) -> [String] {
        text?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    }

    /// Refuses more than two names and empty ones, and the same name twice where it would make no groups.
    /// - Throws: `ValidationError`.
    static func validate(_ names: [String], canRepeat: Bool = false) throws {
        if names.count > 2 || names.contains("") || !canRepeat && Set(names).count < names.count {
            throw ValidationError("'--by' takes one attribute, or two with a comma between them.")
        }
    }
}
