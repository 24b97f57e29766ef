import CLibXML2
import VerbatimModel

/// The tree of an XML file, in which XPath expressions are evaluated.
///
/// Nothing outside the bytes is looked at: no DTD, no external entity, no network. A file that declares entities has no tree.
final class XPathDocument {
    /// A fault of an expression: where in it, in UTF-8 bytes, and what.
    struct Fault: Error {
        var offset: Int
        var message: String
    }

    private let document: xmlDocPtr
    private let context: xmlXPathContextPtr
    private var compiled: [String: xmlXPathCompExprPtr] = [:]
    private let faults = FaultBox()

    /// Parses a file that was found to be well formed.
    /// - Throws: `malformed-xml`, `entity`.
    init(_ bytes: [UInt8], path: String, namespaces: [String: String]) throws(DiagnosticsError) {
        XMLScanner.initialise()
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let parsed = bytes.withUnsafeBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                xmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, nil, options)
            }
        }
        guard let parsed, let context = xmlXPathNewContext(parsed) else {
            if let parsed { xmlFreeDoc(parsed) }
            throw DiagnosticsError([
                Diagnostic(
                    .error, "malformed-xml",
                    "The file is not well-formed XML. Correct it in the program that wrote it.", path: path)
            ])
        }
        document = parsed
        self.context = context
        context.pointee.userData = Unmanaged.passUnretained(faults).toOpaque()
        context.pointee.error = { user, error in
            guard let user, let error else { return }
            Unmanaged<FaultBox>.fromOpaque(user).takeUnretainedValue().add(
                code: error.pointee.code, offset: Int(error.pointee.int1))
        }
        // libxml2 writes of unknown functions to the standard error, unless it is given one that only fails.
        xmlXPathRegisterFuncLookup(
            context,
            { _, name, _ in
                guard let name, !XPathDocument.functions.contains(String(cString: name)) else { return nil }
                return { parser, _ in xmlXPathErr(parser, Int32(XPATH_UNKNOWN_FUNC_ERROR.rawValue)) }
            }, nil)
        for (prefix, address) in namespaces { xmlXPathRegisterNs(context, prefix, address) }
        setVariable("speaker", "")
        // In attributes references are replaced without being reported, so that declarations are refused as well.
        if parsed.pointee.intSubset?.pointee.entities != nil {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "entity",
                    "The file declares entities of its own. Entities are never loaded or expanded: write the characters "
                        + "themselves.", path: path)
            ])
        }
    }

    deinit {
        for expression in compiled.values { xmlXPathFreeCompExpr(expression) }
        xmlXPathFreeContext(context)
        xmlFreeDoc(document)
    }

    /// The root element.
    var root: xmlNodePtr? { xmlDocGetRootElement(document) }

    /// Sets the value of a variable such as `$speaker`.
    func setVariable(_ name: String, _ value: String) {
        xmlXPathRegisterVariable(context, name, xmlXPathNewString(value))
    }

    /// The nodes that an expression selects, in the order of the file.
    /// - Throws: The fault, if the expression has one or gives no nodes.
    func nodes(_ expression: String, at node: xmlNodePtr?) throws(Fault) -> [xmlNodePtr] {
        let result = try evaluate(expression, at: node)
        defer { xmlXPathFreeObject(result) }
        guard result.pointee.type == XPATH_NODESET else {
            throw Fault(offset: 0, message: "it gives a text, a number or a truth value where elements are wanted")
        }
        guard let set = result.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        return (0..<Int(set.pointee.nodeNr)).compactMap { set.pointee.nodeTab[$0] }
    }

    /// The text that an expression gives, white space collapsed: that of the first node, where it selects nodes.
    ///
    /// The nodes are given as well, so that what names a speaker is not taken for speech.
    func text(_ expression: String, at node: xmlNodePtr?) throws(Fault) -> (text: String, nodes: [xmlNodePtr]) {
        let result = try evaluate(expression, at: node)
        defer { xmlXPathFreeObject(result) }
        var nodes: [xmlNodePtr] = []
        if result.pointee.type == XPATH_NODESET, let set = result.pointee.nodesetval {
            nodes = (0..<Int(set.pointee.nodeNr)).compactMap { set.pointee.nodeTab[$0] }
        }
        guard let value = xmlXPathCastToString(result) else { return ("", nodes) }
        defer { verbatim_xmlFree(value) }
        return (String(collapsing: Array(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))), nodes)
    }

    /// Whether an expression selects a node, or is a text that is not empty, a number that is not 0, or true.
    func holds(_ expression: String) throws(Fault) -> Bool {
        let result = try evaluate(expression, at: root)
        defer { xmlXPathFreeObject(result) }
        return xmlXPathCastToBoolean(result) == 1
    }

    /// The functions of XPath 1.0, section 4.
    fileprivate static let functions: Set<String> = [
        "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with",
        "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space", "translate",
        "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
    ]

    private func evaluate(_ expression: String, at node: xmlNodePtr?) throws(Fault) -> xmlXPathObjectPtr {
        faults.first = nil
        if compiled[expression] == nil { compiled[expression] = xmlXPathCtxtCompile(context, expression) }
        guard let program = compiled[expression] else {
            throw faults.first ?? Fault(offset: 0, message: "it is no XPath 1.0 expression")
        }
        context.pointee.node = node
        let result = xmlXPathCompiledEval(program, context)
        if let fault = faults.first {
            if let result { xmlXPathFreeObject(result) }
            throw fault
        }
        guard let result else { throw Fault(offset: 0, message: "it cannot be evaluated") }
        return result
    }
}

/// Where libxml2 puts what is wrong with an expression.
private final class FaultBox {
    var first: XPathDocument.Fault?

    func add(code: Int32, offset: Int) {
        guard first == nil else { return }
        let message = Self.messages[code] ?? "it is no XPath 1.0 expression"
        first = XPathDocument.Fault(offset: max(0, offset), message: message)
    }

    /// By the error codes of libxml2 (`XML_XPATH_...`), which come without a message.
    private static let messages: [Int32: String] = [
        Int32(XML_XPATH_NUMBER_ERROR.rawValue): "a number is malformed",
        Int32(XML_XPATH_UNFINISHED_LITERAL_ERROR.rawValue): "a quotation mark is missing",
        Int32(XML_XPATH_START_LITERAL_ERROR.rawValue): "a quotation mark is missing",
        Int32(XML_XPATH_VARIABLE_REF_ERROR.rawValue): "the name of a variable is missing behind '$'",
        Int32(XML_XPATH_UNDEF_VARIABLE_ERROR.rawValue): "there is no such variable; '$speaker' is the only one",
        Int32(XML_XPATH_INVALID_PREDICATE_ERROR.rawValue): "a condition in square brackets is malformed",
        Int32(XML_XPATH_EXPR_ERROR.rawValue): "it is incomplete, or something stands where it cannot",
        Int32(XML_XPATH_UNCLOSED_ERROR.rawValue): "a bracket is not closed",
        Int32(XML_XPATH_UNKNOWN_FUNC_ERROR.rawValue): "there is no function of that name in XPath 1.0",
        Int32(XML_XPATH_INVALID_OPERAND.rawValue): "an operand is of the wrong kind",
        Int32(XML_XPATH_INVALID_TYPE.rawValue): "a value is of the wrong kind",
        Int32(XML_XPATH_INVALID_ARITY.rawValue): "a function has too many or too few values in its brackets",
        Int32(XML_XPATH_UNDEF_PREFIX_ERROR.rawValue):
            "a prefix is not known: write 'namespace PREFIX ADDRESS' in the mapping",
        Int32(XML_XPATH_INVALID_CHAR_ERROR.rawValue): "a character cannot stand there",
    ]
}

/// Checks the expressions of a mapping before any file is read.
enum XPathCheck {
    /// A fault for each expression that cannot be evaluated, with its place.
    static func faults(of mapping: TranscriptMapping) -> [Diagnostic] {
        let document: XPathDocument
        do {
            document = try XPathDocument(Array("<x/>".utf8), path: mapping.path, namespaces: mapping.namespaces)
        } catch {
            return error.diagnostics
        }
        var faults: [Diagnostic] = []
        let expressions = mapping.expressions.values + mapping.attributes.map(\.expression)
        for expression in expressions.sorted(by: { $0.position < $1.position }) {
            do throws(XPathDocument.Fault) {
                _ = try document.text(expression.text, at: document.root)
            } catch {
                faults.append(diagnostic(error, expression, path: mapping.path))
            }
        }
        return faults
    }

    /// What is wrong with an expression, at its place in the mapping file.
    static func diagnostic(
        _ fault: XPathDocument.Fault, _ expression: TranscriptMapping.Expression, path: String
    ) -> Diagnostic {
        let before = Array(expression.text.utf8.prefix(fault.offset))
        let column = expression.position.column + String(decoding: before, as: UTF8.self).unicodeScalars.count
        return Diagnostic(
            .error, "mapping-xpath", "The XPath expression cannot be used: \(fault.message).", path: path,
            position: SourcePosition(line: expression.position.line, column: column))
    }
}
