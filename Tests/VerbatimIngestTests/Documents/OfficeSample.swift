import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

/// Documents made in a test from the XML of their texts.
enum OfficeSample {
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A Word document with the given body and styles.
    static func docx(_ body: String, styles: String = "", namespace: String = word) throws -> [UInt8] {
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/document.xml",
                "<w:document xmlns:w=\"\(namespace)\" xmlns:mc=\"urn:mc\" xmlns:a=\"urn:a\"><w:body>\(body)</w:body></w:document>"
            ),
            ("word/styles.xml", "<w:styles xmlns:w=\"\(namespace)\">\(styles)</w:styles>"),
        ]
        return try ZIPArchive.archive(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    /// A paragraph of Word with one run.
    static func p(_ text: String, style: String? = nil) -> String {
        let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(properties)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    /// The XML of an OpenDocument text.
    static func content(_ body: String, styles: String = "", root: String = "document-content") -> String {
        """
        <office:\(root) xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:t" xmlns:draw="urn:d" \
        xmlns:style="urn:s" xmlns:svg="urn:v"><office:automatic-styles>\(styles)</office:automatic-styles>\
        <office:body><office:text>\(body)</office:text></office:body></office:\(root)>
        """
    }

    /// An OpenDocument text with the given body.
    static func odt(_ body: String, styles: String = "", manifest: String = "<manifest/>") throws -> [UInt8] {
        let parts = [
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content(body, styles: styles)),
            ("META-INF/manifest.xml", manifest),
        ]
        return try ZIPArchive.archive(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    static func transcript(_ bytes: [UInt8], _ format: OfficeFormat) throws -> Transcript {
        let file = SourceFile(path: "talk.\(format.rawValue)", id: "talk", bytes: bytes, defaultLanguage: nil)
        return try OfficeDocument.transcript(file, format: format)
    }

    /// What is wrong with a document; empty if it can be read.
    static func faults(_ bytes: [UInt8], _ format: OfficeFormat) -> [Diagnostic] {
        let file = SourceFile(path: "talk.\(format.rawValue)", id: "talk", bytes: bytes, defaultLanguage: nil)
        do {
            _ = try OfficeDocument.transcript(file, format: format)
            return []
        } catch {
            return error.diagnostics
        }
    }
}
