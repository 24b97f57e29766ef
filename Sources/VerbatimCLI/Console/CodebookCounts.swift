import VerbatimModel

/// How much a codebook holds, in words.
struct CodebookCounts {
    private let codebook: Codebook

    /// The counts of a codebook.
    init(_ codebook: Codebook) {
        self.codebook = codebook
    }

    /// Such as `3 themes, 28 codes, 96 rules, 210 examples`.
    var text: String {
        let codes = codebook.codes.filter(\.isCodable)
        return [
            counted(codebook.codes.count - codes.count, "theme"), counted(codes.count, "code"),
            counted(codes.reduce(0) { $0 + $1.rules.count }, "rule"),
            counted(codes.reduce(0) { $0 + $1.examples.count }, "example"),
        ].joined(separator: ", ")
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
