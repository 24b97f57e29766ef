package import VerbatimModel

/// How the transcripts of some dialect of XML are found in a file: an XPath expression for each thing that a transcript has.
///
/// Written by a user in a small file:
///
/// ```
/// mapping interview-export "Interviews as our archive exports them"
///   root     /interview
///   turn     //utt
///   speaker  @sp
///   ignore   note | pause
/// ```
///
/// Source: XPath 1.0 (W3C Recommendation, 1999), as libxml2 has it.
package struct TranscriptMapping: Sendable, Hashable {
    /// What an expression is for.
    enum Property: String, Sendable, Hashable, CaseIterable {
        /// Where this selects nothing, the mapping is not meant for the file.
        case root
        /// The element of each transcript; the root element if there is none.
        case transcript
        case transcriptID = "transcript-id"
        case language
        case turn
        case speaker
        case speakerLabel = "speaker-label"
        case role
        case time
        case section
        case question
        /// The paragraphs of a turn; the whole turn if there is none.
        case paragraph
        /// What is no speech in a turn.
        case ignore
    }

    /// An expression, and where it stands.
    struct Expression: Sendable, Hashable {
        var text: String
        var position: SourcePosition
    }

    /// The id behind `mapping`.
    package internal(set) var id: String
    /// The title behind the id.
    package internal(set) var title: String?
    /// The path of the mapping file, as the user gave it.
    package internal(set) var path: String
    /// The namespaces that expressions may use, by their prefixes.
    var namespaces: [String: String] = [:]
    var expressions: [Property: Expression] = [:]
    /// The attributes of a transcript, in order.
    var attributes: [NamedExpression] = []

    /// The expression of an attribute.
    struct NamedExpression: Sendable, Hashable {
        var name: String
        var expression: Expression
    }

    /// Reads a mapping file.
    /// - Throws: All faults of the file, with line and column: `mapping-syntax`, `mapping-property`, `mapping-xpath`.
    package static func parse(_ text: String, path: String) throws(DiagnosticsError) -> TranscriptMapping {
        var parser = MappingParser(text: text, path: path)
        let mapping = try parser.parse()
        let faults = XPathCheck.faults(of: mapping)
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return mapping
    }

    /// The transcripts of an XML file; `nil` if the mapping is not meant for it, since its `root` selects nothing there.
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - path: The path shown to the user.
    ///   - id: The id of a transcript that names none, with `#` and its number where there are several.
    ///   - defaultLanguage: The language of a transcript that names none.
    /// - Returns: The transcripts in the order of the file, at least one; or `nil`.
    /// - Throws: `malformed-xml`, `entity`, `mapping-xpath`, `mapping-no-turns`, `no-text`.
    /// - Complexity: O(size of the file) for a tree of it, and what the expressions cost.
    package func read(
        _ bytes: [UInt8], path: String, id: String, defaultLanguage: Language? = nil
    ) throws(DiagnosticsError) -> [Transcript]? {
        try read(SourceFile(path: path, id: id, bytes: bytes, defaultLanguage: defaultLanguage))
    }

    func read(_ file: SourceFile) throws(DiagnosticsError) -> [Transcript]? {
        // The scan finds what is malformed or unsafe, with its place; a tree is made only of what is neither.
        try XMLScanner.scan(file.bytes, path: file.path, handler: Nothing())
        let document = try XPathDocument(file.bytes, path: file.path, namespaces: namespaces)
        return try MappedReader(mapping: self, file: file, document: document).transcripts()
    }
}

/// Takes note of nothing.
private final class Nothing: XMLHandler {
    let isStopped = false

    func startElement(_ element: XMLElement) {}

    func endElement(_ name: String) {}

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {}
}
