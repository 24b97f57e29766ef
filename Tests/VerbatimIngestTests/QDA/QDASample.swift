import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

/// Projects made in a test.
enum QDASample {
    /// A project of the given parts of its XML, and the files below `sources/`.
    static func project(
        _ content: String, files: [(String, String)] = [], xml: String = "project.qde", folder: String = "sources/",
        origin: String = "Test"
    ) throws -> [UInt8] {
        let root = """
            <?xml version="1.0" encoding="utf-8"?>
            <Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="\(origin)">\(content)</Project>
            """
        return try ZIPArchive.archive(
            [(xml, Array(root.utf8))] + files.map { (folder + $0.0, Array($0.1.utf8)) })
    }

    static let users = "<Users><User guid=\"A0\" name=\"Ruth\"/><User guid=\"A1\" id=\"KM\"/></Users>"

    static let codebook = """
        <CodeBook><Codes><Code guid="{C0}" name="Leaving" isCodable="false"><Code guid="c1" name="Work" isCodable="true"/></Code>\
        <Code guid="c2" name="Family" isCodable="1"/></Codes></CodeBook>
        """

    /// A text source with one coding of `c1` for each pair of positions.
    static func source(
        _ spans: [(Int, Int)], names: [String?] = [], guid: String = "50", name: String = "Anna 1",
        path: String = "internal://50.txt"
    ) -> String {
        let selections = spans.enumerated().map { index, span in
            let name = names.indices.contains(index) ? names[index].map { " name=\"\($0)\"" } ?? "" : ""
            return
                "<PlainTextSelection guid=\"5\(index)\"\(name) startPosition=\"\(span.0)\" endPosition=\"\(span.1)\" "
                + "creatingUser=\"a0\"><Coding guid=\"d\(index)\" creatingUser=\"a1\"><CodeRef targetGUID=\"C1\"/></Coding>"
                + "</PlainTextSelection>"
        }
        return
            "<TextSource guid=\"\(guid)\" name=\"\(name)\" plainTextPath=\"\(path)\">\(selections.joined())</TextSource>"
    }

    static func read(_ bytes: [UInt8]) throws -> QDAProject { try QDAProject.read(bytes, path: "study.qdpx") }

    /// What is wrong with a project; empty if it can be read.
    static func faults(_ bytes: [UInt8]) -> [String] {
        do {
            _ = try QDAProject.read(bytes, path: "study.qdpx")
            return []
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }
}

extension QDAProject {
    /// The words of each coding.
    var quotes: [String] {
        codings.map { coding in
            guard let transcript = transcripts.first(where: { $0.id == coding.transcript }) else { return "?" }
            let scalars = Array(transcript.text.unicodeScalars)[coding.span.start..<coding.span.end]
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
    }
}
