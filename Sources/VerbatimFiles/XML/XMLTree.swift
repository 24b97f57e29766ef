import CLibXML2
package import VerbatimModel

/// An element of an XML file with its text and children.
///
/// Names are without prefixes, since programs disagree on namespaces.
package struct XMLTree: Sendable {
    /// The name without prefix.
    package var name: String
    /// The attributes by name without prefix.
    package var attributes: [String: String]
    /// The text directly inside the element, in one piece.
    package var text: String = ""
    /// The elements directly inside, in order.
    package var children: [XMLTree] = []
    /// The 1-based line of the start tag.
    package var line: Int

    /// The place of the start tag's line.
    package var position: SourcePosition { SourcePosition(line: max(1, line), column: 1) }

    /// The children with the given name.
    package func children(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

    /// The first child with the given name.
    package func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }

    /// The root element of a file.
    ///
    /// Nothing outside the bytes is looked at: no DTD, no external entity, no network. An entity that XML
    /// does not define, declared or used, ends the reading with an error.
    /// - Throws: `malformed-xml` with its line, `entity`.
    package static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> XMLTree {
        let result: Result<XMLTree, DiagnosticsError> = bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
            guard let base, let reader = xmlReaderForMemory(base, Int32(clamping: buffer.count), nil, nil, options)
            else { return .failure(malformed(path, line: 1)) }
            defer { xmlFreeTextReader(reader) }
            return read(reader, path: path)
        }
        return try result.get()
    }

    private static func malformed(_ path: String, line: Int) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "malformed-xml",
                "The file is not well-formed XML. Correct it in the program that wrote it, or export it again.",
                path: path, position: SourcePosition(line: max(1, line), column: 1))
        ])
    }

    private static func entity(_ path: String, line: Int) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "entity",
                "The file declares or uses entities of its own. Entities are never loaded or expanded: write the "
                    + "characters themselves.", path: path, position: SourcePosition(line: max(1, line), column: 1))
        ])
    }

    private static func read(_ reader: xmlTextReaderPtr, path: String) -> Result<XMLTree, DiagnosticsError> {
        // The elements that are open, outermost first.
        var open: [XMLTree] = []
        var root: XMLTree?
        func close() {
            guard let element = open.popLast() else { return }
            if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
        }
        while true {
            let status = xmlTextReaderRead(reader)
            guard status == 1 else {
                guard status == 0, let root else {
                    return .failure(malformed(path, line: Int(xmlTextReaderGetParserLineNumber(reader))))
                }
                return .success(root)
            }
            switch xmlReaderTypes(rawValue: UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
            case XML_READER_TYPE_ELEMENT:
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                open.append(element(reader))
                if isEmpty { close() }
            case XML_READER_TYPE_END_ELEMENT: close()
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                if !open.isEmpty, let value = xmlTextReaderConstValue(reader) {
                    open[open.count - 1].text += String(cString: value)
                }
            // In attributes references are replaced without being reported, so that declarations are refused as well.
            case XML_READER_TYPE_DOCUMENT_TYPE
            where xmlTextReaderCurrentDoc(reader)?.pointee.intSubset?.pointee.entities != nil:
                return .failure(entity(path, line: Int(xmlTextReaderGetParserLineNumber(reader))))
            case XML_READER_TYPE_ENTITY_REFERENCE:
                return .failure(entity(path, line: Int(xmlTextReaderGetParserLineNumber(reader))))
            default: break
            }
        }
    }

    private static func element(_ reader: xmlTextReaderPtr) -> XMLTree {
        let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
        var element = XMLTree(name: name, attributes: [:], line: Int(xmlTextReaderGetParserLineNumber(reader)))
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if let name = xmlTextReaderConstLocalName(reader), let value = xmlTextReaderConstValue(reader) {
                element.attributes[String(cString: name)] = String(cString: value)
            }
        }
        return element
    }
}
