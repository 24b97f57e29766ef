import CLibXML2
import VerbatimModel

/// A file on its way through libxml2's push parser, which takes it piece by piece and keeps none of it.
final class XMLPushParser {
    private let state: ScannerState
    private let context: xmlParserCtxtPtr
    private var isFinished = false

    /// A parser that tells the handler of what it is fed.
    /// - Throws: `malformed-xml` if libxml2 cannot be set up.
    init(path: String, handler: any XMLHandler) throws(DiagnosticsError) {
        XMLScanner.initialise()
        state = ScannerState(handler: handler, path: path)
        var callbacks = xmlSAXHandler()
        Self.install(&callbacks)
        let user = Unmanaged.passUnretained(state).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&callbacks, user, nil, 0, nil) else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "malformed-xml", "The file could not be opened as XML. Try again with more memory.",
                    path: path)
            ])
        }
        self.context = context
        state.context = context
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }

    deinit {
        state.context = nil
        if let document = context.pointee.myDoc {
            xmlFreeDoc(document)
            context.pointee.myDoc = nil
        }
        xmlFreeParserCtxt(context)
    }

    /// Whether nothing more is read: there was a fault, or the handler has what it wants.
    var isStopped: Bool { state.isStopped }

    /// The next bytes of the file.
    func feed(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset < bytes.count, !state.isStopped {
            let count = min(Self.chunk, bytes.count - offset)
            let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
            _ = piece.withMemoryRebound(to: CChar.self) {
                xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0)
            }
            offset += count
        }
    }

    /// Ends the file.
    /// - Throws: `malformed-xml` with line and column, `entity`.
    func finish() throws(DiagnosticsError) {
        if !state.isStopped, !isFinished { _ = xmlParseChunk(context, nil, 0, 1) }
        isFinished = true
        try check()
    }

    /// Throws what was wrong so far.
    /// - Throws: `malformed-xml` with line and column, `entity`.
    func check() throws(DiagnosticsError) {
        guard state.faults.isEmpty else { throw DiagnosticsError(state.faults) }
    }

    /// The most bytes that libxml2 is given at once.
    private static let chunk = 1 << 16

    private static func install(_ callbacks: inout xmlSAXHandler) {
        callbacks.initialized = XML_SAX2_MAGIC
        callbacks.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
            guard let state = scannerState(user), let name else { return }
            state.startElement(name, namespace, Int(count), attributes)
        }
        callbacks.endElementNs = { user, name, _, _ in
            guard let state = scannerState(user), let name, !state.isStopped else { return }
            state.handler.endElement(string(name))
            state.stopIfAsked()
        }
        callbacks.characters = { user, text, count in scannerState(user)?.characters(text, count) }
        callbacks.ignorableWhitespace = { user, text, count in scannerState(user)?.characters(text, count) }
        callbacks.cdataBlock = { user, text, count in scannerState(user)?.characters(text, count) }
        callbacks.getEntity = { user, name in
            guard let state = scannerState(user), let name else { return nil }
            if let predefined = xmlGetPredefinedEntity(name) { return predefined }
            // libxml2 asks for an entity when it is declared, too; what is never used is harmless.
            if let context = state.context, context.pointee.inSubset != 0 { return nil }
            state.refuse(string(name))
            return nil
        }
        callbacks.getParameterEntity = { user, name in
            guard let state = scannerState(user), let name else { return nil }
            state.refuse("%" + string(name))
            return nil
        }
        callbacks.serror = { user, error in
            guard let state = scannerState(user), let error else { return }
            state.report(
                level: error.pointee.level.rawValue, line: Int(error.pointee.line), column: Int(error.pointee.int2),
                message: error.pointee.message.map { String(cString: $0) } ?? "")
        }
    }
}

private func scannerState(_ user: UnsafeMutableRawPointer?) -> ScannerState? {
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
