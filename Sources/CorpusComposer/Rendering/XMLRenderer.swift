/// Writes a session as TEI (P5, chapter 8, "Transcriptions of Speech") or as Verbatim's transcript XML.
///
/// The canonical text of XML is the speech: a paragraph a line and an empty line between turns. Offsets are counted in
/// it, not in the file.
struct XMLRenderer {
    /// Writes the session.
    /// - Returns: For each utterance that is a passage, the Unicode-scalar offset of the passage in the canonical text.
    /// - Complexity: O(length of the session).
    static func write(_ session: Session, to file: inout TextBuffer) -> [Int] {
        let isTEI = session.form == .tei
        file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        if isTEI { teiHeader(session, &file) } else { verbatimHeader(session, &file) }
        let sections = SessionPhrases.of(session.plan.language).sections
        var open: (section: Int, question: Int)?
        var canonical = 0
        var starts: [Int] = []
        var clock = SessionClock()
        for utterance in session.utterances {
            let section = InterviewGuide.questions[utterance.question].section
            let isNew = isTEI ? open?.question != utterance.question : open?.section != section
            if isNew {
                if open != nil { file.write(isTEI ? "      </div>\n" : "  </section>\n") }
                if isTEI {
                    file.write("      <div type=\"question\" n=\"Q\(utterance.question + 1)\">\n")
                    if open?.section != section { file.write("        <head>\(sections[section])</head>\n") }
                } else {
                    file.write("  <section title=\"\(sections[section])\">\n")
                }
            }
            open = (section, utterance.question)
            file.write(
                isTEI
                    ? "        <u who=\"#s\(utterance.speaker + 1)\"><seg>"
                    : "    <turn speaker=\"s\(utterance.speaker + 1)\" time=\"\(clock.time)\" "
                        + "question=\"Q\(utterance.question + 1)\"><p>")
            if utterance.passage != nil { starts.append(canonical) }
            for (place, line) in utterance.lines.enumerated() {
                if place > 0 {
                    file.write(" ")
                    canonical += 1
                }
                file.writeEscaped(line)
                canonical += line.scalars
            }
            canonical += 2
            file.write(isTEI ? "</seg></u>\n" : "</p></turn>\n")
            clock.pass(utterance)
        }
        if open != nil { file.write(isTEI ? "      </div>\n" : "  </section>\n") }
        file.write(isTEI ? "    </body>\n  </text>\n</TEI>\n" : "</transcript>\n")
        return starts
    }

    private static func teiHeader(_ session: Session, _ file: inout TextBuffer) {
        file.write(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="\(session.plan.language.rawValue)">
              <teiHeader>
                <fileDesc>
                  <titleStmt><title>\(session.id)</title></titleStmt>
                  <publicationStmt><p>Invented.</p></publicationStmt>
                  <sourceDesc><recordingStmt><recording><date when="\(session.date)"/></recording></recordingStmt></sourceDesc>
                </fileDesc>
                <profileDesc><particDesc><listPerson>

            """)
        for (index, speaker) in session.speakers.enumerated() {
            let (element, name) = speaker.isCollective ? ("personGrp", "name") : ("person", "persName")
            file.write("      <\(element) xml:id=\"s\(index + 1)\" role=\"\(speaker.role)\">")
            file.write("<\(name)>\(speaker.label)</\(name)></\(element)>\n")
        }
        file.write("    </listPerson></particDesc></profileDesc>\n  </teiHeader>\n  <text>\n    <body>\n")
    }

    private static func verbatimHeader(_ session: Session, _ file: inout TextBuffer) {
        let kind = session.plan.kind == .group ? "focus-group" : "interview"
        file.write("<transcript xmlns=\"urn:verbatim:transcript:1\" id=\"\(session.id)\" kind=\"\(kind)\" ")
        file.write("language=\"\(session.plan.language.rawValue)\">\n")
        file.write("  <attribute name=\"date\" value=\"\(session.date)\"/>\n")
        file.write("  <attribute name=\"country\" value=\"\(session.plan.country.rawValue)\"/>\n  <speakers>\n")
        for (index, speaker) in session.speakers.enumerated() {
            let respondent = speaker.profile.map { " respondent=\"\(session.profiles[$0].id)\"" } ?? ""
            file.write("    <speaker id=\"s\(index + 1)\" label=\"\(speaker.label)\" role=\"\(speaker.role)\"")
            file.write("\(respondent)\(speaker.isCollective ? " collective=\"true\"" : "")/>\n")
        }
        file.write("  </speakers>\n")
    }
}
