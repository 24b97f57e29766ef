import CLibXML2
import VerbatimModel

/// Verbatim's own transcript XML: its namespace and its RELAX NG schema.
package enum VerbatimSchema {
    /// The namespace of the elements.
    package static let namespace = "urn:verbatim:transcript:1"

    /// Checks a well-formed file, which was found to use no entity, against the schema.
    /// - Throws: `invalid-transcript`, with the line of each fault.
    static func validate(_ bytes: [UInt8], path: String) throws(DiagnosticsError) {
        XMLScanner.initialise()
        let collector = FaultCollector(path: path)
        let user = Unmanaged.passUnretained(collector).toOpaque()
        let isChecked = withExtendedLifetime(collector) { check(bytes, user: user) }
        if !isChecked, collector.faults.isEmpty {
            collector.add("The file does not follow the transcript schema.", line: 1)
        }
        guard collector.faults.isEmpty else { throw DiagnosticsError(collector.faults) }
    }

    /// Whether the file is valid; faults are told to the collector behind `user`.
    private static func check(_ bytes: [UInt8], user: UnsafeMutableRawPointer) -> Bool {
        var schemaText = Array(relaxNG.utf8).map { CChar(bitPattern: $0) }
        guard let parser = xmlRelaxNGNewMemParserCtxt(&schemaText, Int32(schemaText.count)) else { return false }
        defer { xmlRelaxNGFreeParserCtxt(parser) }
        xmlRelaxNGSetParserStructuredErrors(parser, { collect($0, $1) }, user)
        guard let schema = xmlRelaxNGParse(parser) else { return false }
        defer { xmlRelaxNGFree(schema) }
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let tree = bytes.withUnsafeBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, options)
            }
        }
        guard let tree else { return false }
        defer { xmlFreeDoc(tree) }
        guard let validator = xmlRelaxNGNewValidCtxt(schema) else { return false }
        defer { xmlRelaxNGFreeValidCtxt(validator) }
        xmlRelaxNGSetValidStructuredErrors(validator, { collect($0, $1) }, user)
        return xmlRelaxNGValidateDoc(validator, tree) == 0
    }

    /// The schema, as published in `Documentation/verbatim-transcript.rng`; a test holds the two together.
    package static let relaxNG = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Verbatim's transcript XML, version 1. Documentation/Transcripts.md explains it, with an example. -->
        <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:verbatim:transcript:1"
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start>
            <element name="transcript">
              <optional><attribute name="id"><ref name="name"/></attribute></optional>
              <optional>
                <attribute name="kind">
                  <choice><value>interview</value><value>focus-group</value><value>document</value></choice>
                </attribute>
              </optional>
              <optional><attribute name="language"><data type="language"/></attribute></optional>
              <zeroOrMore><ref name="attribute"/></zeroOrMore>
              <optional><ref name="speakers"/></optional>
              <oneOrMore><choice><ref name="section"/><ref name="turn"/></choice></oneOrMore>
            </element>
          </start>
          <define name="attribute">
            <element name="attribute">
              <attribute name="name"><ref name="name"/></attribute>
              <attribute name="value"/>
            </element>
          </define>
          <define name="speakers">
            <element name="speakers">
              <oneOrMore>
                <element name="speaker">
                  <attribute name="id"><data type="NCName"/></attribute>
                  <attribute name="label"><ref name="name"/></attribute>
                  <optional>
                    <attribute name="role">
                      <choice>
                        <value>interviewer</value><value>moderator</value><value>respondent</value>
                        <value>interpreter</value><value>observer</value>
                      </choice>
                    </attribute>
                  </optional>
                  <optional><attribute name="respondent"><ref name="name"/></attribute></optional>
                  <optional><attribute name="collective"><data type="boolean"/></attribute></optional>
                </element>
              </oneOrMore>
            </element>
          </define>
          <define name="section">
            <element name="section">
              <attribute name="title"><ref name="name"/></attribute>
              <optional><ref name="question"/></optional>
              <zeroOrMore><ref name="turn"/></zeroOrMore>
            </element>
          </define>
          <define name="turn">
            <element name="turn">
              <optional><attribute name="speaker"><data type="NCName"/></attribute></optional>
              <optional>
                <attribute name="time">
                  <data type="string"><param name="pattern">[0-9]+(\.[0-9]+)?|([0-9]+:)?[0-9]{1,2}:[0-9]{2}(\.[0-9]+)?</param></data>
                </attribute>
              </optional>
              <optional><ref name="question"/></optional>
              <ref name="language"/>
              <oneOrMore><ref name="p"/></oneOrMore>
            </element>
          </define>
          <define name="p">
            <element name="p">
              <ref name="language"/>
              <mixed><zeroOrMore><element name="mark"><text/></element></zeroOrMore></mixed>
            </element>
          </define>
          <define name="question">
            <attribute name="question"><data type="token"><param name="minLength">1</param></data></attribute>
          </define>
          <define name="language">
            <optional><attribute name="xml:lang"><data type="language"/></attribute></optional>
          </define>
          <define name="name">
            <data type="token"><param name="minLength">1</param></data>
          </define>
        </grammar>
        """#
}

private func collect(_ user: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let user, let error else { return }
    let collector = Unmanaged<FaultCollector>.fromOpaque(user).takeUnretainedValue()
    let message = error.pointee.message.map { String(cString: $0) } ?? ""
    collector.add(
        "The file does not follow the transcript schema: \(XMLMessage.withoutContent(message)).",
        line: max(1, Int(error.pointee.line)))
}

private final class FaultCollector {
    let path: String
    private(set) var faults: [Diagnostic] = []

    init(path: String) {
        self.path = path
    }

    func add(_ message: String, line: Int) {
        let fault = Diagnostic(
            .error, "invalid-transcript", message, path: path, position: SourcePosition(line: line, column: 1))
        if !faults.contains(fault) { faults.append(fault) }
    }
}
