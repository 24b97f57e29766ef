import VerbatimFiles
package import VerbatimModel

/// A transcript as TEI (TEI P5, chapter 8, "Transcriptions of Speech"): `u` with `seg`, and a `listPerson`.
package struct TEIWriter: Sendable {
    /// A writer.
    package init() {}

    /// The bytes of a transcript.
    ///
    /// Kept are turns, speakers with their roles, sections, questions, times and languages; attributes stand as
    /// `note` elements in the header, since TEI has no field for a study's own variables.
    /// - Complexity: O(length of the text).
    package func bytes(of transcript: Transcript) -> [UInt8] {
        let text = ParagraphText(transcript)
        let language = transcript.language == .unknown ? "" : " xml:lang=\(quoted(transcript.language.code))"
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <TEI xmlns="http://www.tei-c.org/ns/1.0"\(language)>
              <teiHeader>
                <fileDesc>
                  <titleStmt><title>\(XMLText.escaped(transcript.id))</title></titleStmt>
                  <publicationStmt><p>Converted for analysis; not published.</p></publicationStmt>
                  <sourceDesc>\(source(of: transcript))</sourceDesc>
                </fileDesc>

            """
        if !transcript.speakers.isEmpty {
            xml += "    <profileDesc><particDesc><listPerson>\n"
            for (index, speaker) in transcript.speakers.enumerated() {
                let group = speaker.isCollective
                let element = group ? "personGrp" : "person"
                let name = group ? "name" : "persName"
                xml += "      <\(element) xml:id=\"s\(index + 1)\" role=\"\(speaker.role.rawValue)\">"
                xml += "<\(name)>\(XMLText.escaped(speaker.label))</\(name)></\(element)>\n"
            }
            xml += "    </listPerson></particDesc></profileDesc>\n"
        }
        xml += "  </teiHeader>\n  <text>\n" + timeline(of: transcript) + "    <body>\n"
        var place: (section: String?, question: String?) = (nil, nil)
        var isOpen = false
        for turn in transcript.turns {
            if !isOpen || turn.section != place.section || turn.question != place.question {
                if isOpen { xml += "      </div>\n" }
                place = (turn.section, turn.question)
                isOpen = true
                let question = turn.question.map { " type=\"question\" n=\(quoted($0))" } ?? ""
                xml += "      <div\(question)>\n"
                if let section = turn.section { xml += "        <head>\(XMLText.escaped(section))</head>\n" }
            }
            let speaker = turn.speaker.map { " who=\"#s\($0 + 1)\"" } ?? ""
            let start = turn.time == nil ? "" : " start=\"#t\(turn.number)\""
            xml += "        <u\(speaker)\(start)>"
            for paragraph in turn.paragraphs {
                let language = paragraph.language.map { " xml:lang=\(quoted($0.code))" } ?? ""
                xml += "<seg\(language)>\(XMLText.escaped(text.words(of: paragraph)))</seg>"
            }
            xml += "</u>\n"
        }
        if isOpen { xml += "      </div>\n" }
        return Array((xml + "    </body>\n  </text>\n</TEI>\n").utf8)
    }

    private func source(of transcript: Transcript) -> String {
        let attributes = transcript.attributes.names.map { name in
            "<note type=\(quoted(name))>\(XMLText.escaped(transcript.attributes[name] ?? ""))</note>"
        }
        return "<p>\(XMLText.escaped(transcript.source.path))</p>" + attributes.joined()
    }

    private func timeline(of transcript: Transcript) -> String {
        let times = transcript.turns.compactMap { turn in turn.time.map { (turn.number, $0) } }
        guard !times.isEmpty else { return "" }
        return "    <timeline unit=\"s\"><when xml:id=\"t0\"/>"
            + times.map { number, time in
                "<when xml:id=\"t\(number)\" since=\"#t0\" interval=\"\(NumberFormat.short(time, decimals: 3))\"/>"
            }.joined() + "</timeline>\n"
    }

    private func quoted(_ text: String) -> String { "\"\(XMLText.escaped(text))\"" }
}
