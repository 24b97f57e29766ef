import VerbatimEngine
import VerbatimExport
import VerbatimModel

/// Traced words, as people and as programs read them.
enum TraceWords {
    /// How many hits of one part are spelled out for people.
    private static let shown = 4

    /// `"slept outside"`; an ellipsis where tokens between are no evidence.
    static func quoted(_ run: TracedRun) -> String {
        var text = ""
        for (index, word) in run.words.enumerated() {
            if index > 0 { text += word.token == run.words[index - 1].token + 1 ? " " : " … " }
            text += word.text
        }
        return "\"\(text)\""
    }

    /// `"slept outside" [120, 133]`, with the Unicode-scalar offsets of the first and behind the last word.
    static func placed(_ run: TracedRun) -> String {
        guard let first = run.words.first, let last = run.words.last else { return quoted(run) }
        return "\(quoted(run)) [\(first.span.start), \(last.span.end)]"
    }

    /// The first few of some hits.
    static func placed(_ runs: [TracedRun]) -> String {
        let more = runs.count > shown ? ", and \(runs.count - shown) more" : ""
        return runs.prefix(shown).map(placed).joined(separator: ", ") + more
    }

    /// The words of hits as data.
    static func json(_ runs: [TracedRun]) -> JSONValue {
        .array(runs.map { json($0.words) })
    }

    /// Words as data.
    static func json(_ words: [TracedWord]) -> JSONValue {
        .array(
            words.map { word in
                .object([
                    "text": .string(word.text), "start": .integer(word.span.start), "end": .integer(word.span.end),
                    "token": .integer(word.token), "turn": .integer(word.turn),
                ])
            })
    }

    /// A number of things.
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// A span as data.
    static func json(_ span: TextSpan) -> JSONValue { .array([.integer(span.start), .integer(span.end)]) }
}
