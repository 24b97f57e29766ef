package import VerbatimModel

/// Writes examples as a codebook has them.
package enum ExampleText {
    /// The whole property, from its sign to the quotation.
    package static func property(_ example: Example) -> String {
        var words = [(example.isCoded ? "+" : "-") + (example.language?.code ?? "")]
        if example.role != .respondent { words.append("as \(example.role.rawValue)") }
        if let question = example.question { words.append("asked \(QuotedText.quoted(question))") }
        if !example.attributes.isEmpty {
            let pairs = example.attributes.names.map { name in
                "\(FilterText.value(name)) = \(FilterText.value(example.attributes[name] ?? ""))"
            }
            words.append("with " + pairs.joined(separator: " and "))
        }
        words += example.assertions.map(\.rawValue)
        words.append(QuotedText.quoted(marked(example)))
        return words.joined(separator: " ")
    }

    /// The text with `[[` and `]]` around its evidence.
    package static func marked(_ example: Example) -> String {
        var scalars: [Unicode.Scalar] = []
        let starts = Set(example.evidence.map(\.start))
        let ends = Set(example.evidence.map(\.end))
        let text = Array(example.text.unicodeScalars)
        for index in 0...text.count {
            if ends.contains(index) { scalars += ["]", "]"] }
            if starts.contains(index) { scalars += ["[", "["] }
            if index < text.count { scalars.append(text[index]) }
        }
        return String(scalars: scalars)
    }
}
