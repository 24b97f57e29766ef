import CLibXML2
import VerbatimModel

/// What an XML file is made of, told to whoever reads it, in order.
protocol XMLHandler: AnyObject {
    /// An element begins. The position is that of the end of its start tag.
    func startElement(_ element: XMLElement)
    /// The element that began last and has not ended yet ends.
    func endElement(_ name: String)
    /// Text, in UTF-8; one run may come in several pieces.
    func characters(_ utf8: UnsafeBufferPointer<UInt8>)
    /// Whether reading should go on.
    var isStopped: Bool { get }
}

/// An element as it begins.
struct XMLElement {
    /// The name without its prefix.
    var name: String
    /// The namespace, where there is one.
    var namespace: String?
    /// The attributes by name; those of the `xml:` namespace as `xml:id`, `xml:lang`, others without their prefix.
    var attributes: [String: String]
    /// The 1-based line and column of the end of the start tag.
    var position: SourcePosition

    /// The value of an attribute.
    subscript(name: String) -> String? { attributes[name] }
}

/// Reads XML with libxml2, without a tree.
///
/// Nothing outside the bytes is ever looked at: no DTD, no external entity, no network. Entities that the file declares are
/// never expanded; a reference to one ends the reading with an error, so that an entity bomb costs nothing. libxml2's own
/// limits on depth and on the length of names and texts stay on.
enum XMLScanner {
    /// Reads the bytes and tells the handler.
    /// - Throws: `malformed-xml` with line and column, `entity`.
    static func scan(_ bytes: [UInt8], path: String, handler: any XMLHandler) throws(DiagnosticsError) {
        let parser = try XMLPushParser(path: path, handler: handler)
        bytes.withUnsafeBytes { parser.feed($0) }
        try parser.finish()
    }

    /// Sets libxml2 up, once.
    static func initialise() { _ = once }

    private static let once: Void = {
        xmlInitParser()
        // Its tables of datatypes are filled on first use, without a lock.
        _ = xmlRelaxNGInitTypes()
    }()
}

/// The messages of libxml2.
enum XMLMessage {
    /// A message on one line, without its full stop.
    ///
    /// Names of elements may stay in it; libxml2 cites no text.
    static func withoutContent(_ message: String) -> String {
        var line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "it cannot be parsed"
        line = line.trimmingSpaces
        while line.hasSuffix(".") || line.hasSuffix(":") { line.removeLast() }
        return line
    }
}
