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
        initialise()
        let state = ScannerState(handler: handler, path: path)
        var callbacks = xmlSAXHandler()
        install(&callbacks)
        withExtendedLifetime(state) {
            let user = Unmanaged.passUnretained(state).toOpaque()
            guard let context = xmlCreatePushParserCtxt(&callbacks, user, nil, 0, nil) else {
                state.fail("malformed-xml", "The file could not be opened as XML.", nil)
                return
            }
            state.context = context
            xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
            bytes.withUnsafeBytes { buffer in
                var offset = 0
                while offset < buffer.count, !state.isStopped {
                    let count = min(chunk, buffer.count - offset)
                    let piece = UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + count])
                    _ = piece.withMemoryRebound(to: CChar.self) {
                        xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0)
                    }
                    offset += count
                }
                if !state.isStopped { _ = xmlParseChunk(context, nil, 0, 1) }
            }
            state.context = nil
            if let document = context.pointee.myDoc {
                xmlFreeDoc(document)
                context.pointee.myDoc = nil
            }
            xmlFreeParserCtxt(context)
        }
        guard state.faults.isEmpty else { throw DiagnosticsError(state.faults) }
    }

    /// Sets libxml2 up, once.
    static func initialise() { _ = once }

    private static let once: Void = {
        xmlInitParser()
        // Its tables of datatypes are filled on first use, without a lock.
        _ = xmlRelaxNGInitTypes()
    }()

    private static let chunk = 1 << 16

    private static func install(_ callbacks: inout xmlSAXHandler) {
        callbacks.initialized = XML_SAX2_MAGIC
        callbacks.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
            guard let state = state(user), let name else { return }
            state.startElement(name, namespace, Int(count), attributes)
        }
        callbacks.endElementNs = { user, name, _, _ in
            guard let state = state(user), let name, !state.isStopped else { return }
            state.handler.endElement(string(name))
            state.stopIfAsked()
        }
        callbacks.characters = { user, text, count in state(user)?.characters(text, count) }
        callbacks.ignorableWhitespace = { user, text, count in state(user)?.characters(text, count) }
        callbacks.cdataBlock = { user, text, count in state(user)?.characters(text, count) }
        callbacks.getEntity = { user, name in
            guard let state = state(user), let name else { return nil }
            if let predefined = xmlGetPredefinedEntity(name) { return predefined }
            // libxml2 asks for an entity when it is declared, too; what is never used is harmless.
            if let context = state.context, context.pointee.inSubset != 0 { return nil }
            state.refuse(string(name))
            return nil
        }
        callbacks.getParameterEntity = { user, name in
            guard let state = state(user), let name else { return nil }
            state.refuse("%" + string(name))
            return nil
        }
        callbacks.serror = { user, error in
            guard let state = state(user), let error else { return }
            state.report(
                level: error.pointee.level.rawValue, line: Int(error.pointee.line), column: Int(error.pointee.int2),
                message: error.pointee.message.map { String(cString: $0) } ?? "")
        }
    }
}

private func state(_ user: UnsafeMutableRawPointer?) -> ScannerState? {
    user.map { Unmanaged<ScannerState>.fromOpaque($0).takeUnretainedValue() }
}

private func string(_ text: UnsafePointer<xmlChar>) -> String {
    String(cString: text)
}

/// What a scan knows while libxml2 calls back.
private final class ScannerState {
    let handler: any XMLHandler
    let path: String
    var context: xmlParserCtxtPtr?
    var faults: [Diagnostic] = []
    var isStopped = false

    init(handler: any XMLHandler, path: String) {
        self.handler = handler
        self.path = path
    }

    var position: SourcePosition {
        guard let context else { return SourcePosition(line: 1, column: 1) }
        return SourcePosition(
            line: max(1, Int(xmlSAX2GetLineNumber(context))), column: max(1, Int(xmlSAX2GetColumnNumber(context))))
    }

    func startElement(
        _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard !isStopped else { return }
        var values: [String: String] = [:]
        // Five pointers each: local name, prefix, namespace, start and end of the value.
        for index in 0..<count {
            guard let attributes, let local = attributes[index * 5], let start = attributes[index * 5 + 3],
                let end = attributes[index * 5 + 4]
            else { continue }
            var key = string(local)
            if let prefix = attributes[index * 5 + 1], string(prefix) == "xml" { key = "xml:" + key }
            values[key] = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        handler.startElement(
            XMLElement(
                name: string(name), namespace: namespace.map { string($0) }, attributes: values, position: position))
        stopIfAsked()
    }

    func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard !isStopped, let text, count > 0 else { return }
        handler.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    func stopIfAsked() {
        if handler.isStopped { stop() }
    }

    func refuse(_ entity: String) {
        fail(
            "entity",
            "The file uses the entity '\(entity)', which XML does not define. Entities are never loaded or expanded: "
                + "write the characters themselves.",
            position)
        stop()
    }

    func report(level: UInt32, line: Int, column: Int, message: String) {
        guard level >= XML_ERR_ERROR.rawValue, !isStopped else { return }
        let detail = XMLMessage.withoutContent(message)
        fail(
            "malformed-xml", "The file is not well-formed XML: \(detail). Correct it in the program that wrote it.",
            SourcePosition(line: max(1, line), column: max(1, column)))
        // What libxml2 reports behind the first fault is mostly its consequence.
        stop()
    }

    func fail(_ identifier: String, _ message: String, _ position: SourcePosition?) {
        guard faults.isEmpty else { return }
        faults.append(Diagnostic(.error, identifier, message, path: path, position: position))
    }

    private func stop() {
        guard !isStopped else { return }
        isStopped = true
        if let context { xmlStopParser(context) }
    }
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
