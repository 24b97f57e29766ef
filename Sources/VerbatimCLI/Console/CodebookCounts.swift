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
            Console.counted(codebook.codes.count - codes.count, "theme"), Console.counted(codes.count, "code"),
            Console.counted(codes.reduce(0) { $0 + $1.rules.count }, "rule"),
            Console.counted(codes.reduce(0) { $0 + $1.examples.count }, "example"),
        ].joined(separator: ", ")
    }
}
