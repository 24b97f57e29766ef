import VerbatimModel

/// The figures of all packs as the table of `Documentation/Assertion.md`.
struct AssertionTable {
    /// What the first line of the table begins with.
    static let head = "| Language | Kind | Development"

    /// The table in Markdown, without a line break at its end.
    let markdown: String

    /// Measures the packs of the given languages.
    init(languages: [Language]) throws {
        var lines = [
            "\(Self.head): n | precision | recall | Held out: n | precision | recall |",
            "|---|---|--:|--:|--:|--:|--:|--:|",
        ]
        for language in languages {
            let judged = try JudgedSentences(language: language)
            let parts = [judged.measure(heldOut: false), judged.measure(heldOut: true)]
            for kind in AssertionMeasure.kinds {
                let cells = parts.map { Self.cells($0[kind]) }.joined(separator: " | ")
                lines.append("| \(language.code) | \(kind.rawValue) | \(cells) |")
            }
            let cells = parts.map { Self.cells($0.total) }.joined(separator: " | ")
            lines.append("| **\(language.code)** | **all kinds** | \(cells) |")
            let right = parts.map {
                "\($0.sentences) | \($0.right) right | \(Self.percent($0.right, of: $0.sentences))"
            }
            lines.append("| **\(language.code)** | **whole sentences** | \(right.joined(separator: " | ")) |")
        }
        markdown = lines.joined(separator: "\n")
    }

    /// How many there are, then the two shares, each with the counts it comes from.
    private static func cells(_ count: AssertionMeasure.Count) -> String {
        let precision = "\(percent(count.correct, of: count.found)) (\(count.correct)/\(count.found))"
        let recall = "\(percent(count.correct, of: count.truth)) (\(count.correct)/\(count.truth))"
        return "\(count.truth) | \(precision) | \(recall)"
    }

    private static func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : "\((part * 200 + whole) / (whole * 2)) %"
    }
}
