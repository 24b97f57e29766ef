import VerbatimFiles
package import VerbatimModel

/// A transcript in Verbatim's own transcript XML (`Documentation/verbatim-transcript.rng`).
package struct VerbatimXMLWriter: Sendable {
    /// A writer.
    package init() {}

    /// The bytes of a transcript; reading them gives its turns, speakers, sections, questions, times and languages.
    /// - Complexity: O(length of the text).
    package func bytes(of transcript: Transcript) -> [UInt8] {
        let text = ParagraphText(transcript)
        let language = transcript.language == .unknown ? "" : " language=\(quoted(transcript.language.code))"
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <transcript xmlns="urn:verbatim:transcript:1" id=\(quoted(transcript.id)) \
            kind="\(transcript.kind.rawValue)"\(language)>

            """
        for name in transcript.attributes.names where !name.isEmpty {
            xml += "  <attribute name=\(quoted(name)) value=\(quoted(transcript.attributes[name] ?? ""))/>\n"
        }
        if !transcript.speakers.isEmpty {
            xml += "  <speakers>\n"
            for (index, speaker) in transcript.speakers.enumerated() {
                let respondent = speaker.respondent.map { " respondent=\(quoted($0))" } ?? ""
                let collective = speaker.isCollective ? " collective=\"true\"" : ""
                xml += "    <speaker id=\"s\(index + 1)\" label=\(quoted(speaker.label)) "
                xml += "role=\"\(speaker.role.rawValue)\"\(respondent)\(collective)/>\n"
            }
            xml += "  </speakers>\n"
        }
        var section: String?
        for turn in transcript.turns {
            if turn.section != section {
                if section != nil { xml += "  </section>\n" }
                section = turn.section
                if let section { xml += "  <section title=\(quoted(section))>\n" }
            }
            let indent = section == nil ? "  " : "    "
            let speaker = turn.speaker.map { " speaker=\"s\($0 + 1)\"" } ?? ""
            let time = turn.time.map { " time=\"\(NumberFormat.short($0, decimals: 3))\"" } ?? ""
            let question = turn.question.map { " question=\(quoted($0))" } ?? ""
            xml += "\(indent)<turn\(speaker)\(time)\(question)>\n"
            for paragraph in turn.paragraphs {
                let language = paragraph.language.map { " xml:lang=\(quoted($0.code))" } ?? ""
                xml += "\(indent)  <p\(language)>\(XMLText.escaped(text.words(of: paragraph)))</p>\n"
            }
            xml += "\(indent)</turn>\n"
        }
        if section != nil { xml += "  </section>\n" }
        return Array((xml + "</transcript>\n").utf8)
    }

    private func quoted(_ text: String) -> String { "\"\(XMLText.escaped(text))\"" }
}
