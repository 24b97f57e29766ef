/// A run of a transcript with its words and what stands around them, so that it can be found again in a changed text.
///
/// A position alone is lost when a transcript is corrected; words with their surroundings are not. The model is the
/// `TextQuoteSelector` of the Web Annotation Data Model (W3C Recommendation, 2017, section 4.2.4).
public struct QuotedPlace: Hashable, Sendable, Codable {
    /// The number of Unicode scalars that are kept on either side.
    public static let contextLength = 64

    /// The transcript's id.
    public var transcript: Transcript.ID
    /// Where the words stood, in Unicode scalars of the canonical text.
    public var span: TextSpan
    /// The words.
    public var quote: String
    /// What stood before them, at most ``contextLength`` scalars.
    public var before: String
    /// What stood behind them, at most ``contextLength`` scalars.
    public var after: String

    /// A place; see the properties of the same names.
    public init(transcript: Transcript.ID, span: TextSpan, quote: String, before: String, after: String) {
        self.transcript = transcript
        self.span = span
        self.quote = quote
        self.before = before
        self.after = after
    }

    /// The place at `span` in a text.
    ///
    /// - Parameters:
    ///   - span: In Unicode scalars; clamped to the text.
    ///   - transcript: The transcript's id.
    ///   - text: Its canonical text.
    public init(_ span: TextSpan, of transcript: Transcript.ID, text: OffsetMap) {
        func words(_ start: Int, _ end: Int) -> String {
            text.text(in: text.byteRange(of: TextSpan(start: start, end: end)))
        }
        self.init(
            transcript: transcript, span: span, quote: words(span.start, span.end),
            before: words(span.start - Self.contextLength, span.start),
            after: words(span.end, span.end + Self.contextLength))
    }
}
