package import VerbatimModel

/// Where the sentences and word tokens of a transcript stand, in Unicode scalars of its canonical text.
package struct TokenSpans: Hashable, Sendable {
    /// The sentences that hold a token, in order.
    package var sentences: [TextSpan]
    /// The word tokens, in order.
    package var tokens: [TextSpan]

    /// The given sentences and tokens.
    package init(sentences: [TextSpan], tokens: [TextSpan]) {
        self.sentences = sentences
        self.tokens = tokens
    }
}

/// A transcript as one line of JSON: what `verbatim convert --to json` prints.
///
/// The members are `transcript`, `language`, `attributes`, `text` and `turns`; each turn has `speaker`, `role`,
/// `respondent`, `start`, `end`, `section`, `question` and `time`. Positions are half-open Unicode-scalar offsets
/// into `text`, from 0; `time` is in seconds.
package struct TranscriptJSON: Sendable {
    /// A writer.
    package init() {}

    /// The line of a transcript, with its line end; with `spans`, also `sentences` and `tokens` as `[start,end]`.
    /// - Complexity: O(length of the text).
    package func bytes(of transcript: Transcript, spans: TokenSpans? = nil) -> [UInt8] {
        let offsets = OffsetMap(transcript.text)
        var text = "{\"transcript\":\(JSONValue.quoted(transcript.id))"
        text += ",\"language\":\(JSONValue.quoted(transcript.language.code)),\"attributes\":{"
        text += transcript.attributes.names.map { name in
            "\(JSONValue.quoted(name)):\(JSONValue.quoted(transcript.attributes[name] ?? ""))"
        }.joined(separator: ",")
        text += "},\"text\":\(JSONValue.quoted(transcript.text)),\"turns\":["
        text += transcript.turns.map { self.turn($0, of: transcript, offsets) }.joined(separator: ",")
        text += "]"
        if let spans {
            text += ",\"sentences\":\(Self.list(spans.sentences)),\"tokens\":\(Self.list(spans.tokens))"
        }
        return Array((text + "}\n").utf8)
    }

    private func turn(_ turn: Turn, of transcript: Transcript, _ offsets: OffsetMap) -> String {
        let speaker = transcript.speaker(of: turn)
        let start = offsets.scalarOffset(ofUTF8: turn.range.lowerBound)
        let end = offsets.scalarOffset(ofUTF8: turn.range.upperBound)
        let time = turn.time.map { NumberFormat.short($0, decimals: 3) } ?? "null"
        return "{\"speaker\":\(Self.words(speaker?.label)),\"role\":\(Self.words(speaker?.role.rawValue))"
            + ",\"respondent\":\(Self.words(turn.respondent)),\"start\":\(start),\"end\":\(end)"
            + ",\"section\":\(Self.words(turn.section)),\"question\":\(Self.words(turn.question)),\"time\":\(time)}"
    }

    private static func words(_ text: String?) -> String { text.map(JSONValue.quoted) ?? "null" }

    private static func list(_ spans: [TextSpan]) -> String {
        "[" + spans.map { "[\($0.start),\($0.end)]" }.joined(separator: ",") + "]"
    }
}
