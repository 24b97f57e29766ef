import VerbatimModel

extension ReportPage {
    /// The transcripts that were coded.
    func writeTranscripts(into markup: inout Markup) {
        section("transcripts", "Transcripts", into: &markup) { section in
            scrolling("Transcripts", into: &section) { region in
                region.element("table", ["class": "transcripts"]) { table in
                    table.element("caption", "The transcripts that were coded, in the order of their names")
                    table.element("thead") { head in
                        head.element("tr") { row in
                            for heading in ["Transcript", "Kind", "Language"] {
                                row.element("th", ["scope": "col"], heading)
                            }
                            for heading in ["Respondents", "Turns", "Of no single respondent", "Words"] {
                                row.element("th", ["scope": "col", "class": "number"], heading)
                            }
                            row.element("th", ["scope": "col"], "To look at")
                        }
                    }
                    table.element("tbody") { body in
                        for transcript in study.transcripts {
                            body.newline()
                            writeRow(transcript, into: &body)
                        }
                    }
                }
            }
        }
    }

    private func writeRow(_ transcript: TranscriptSummary, into body: inout Markup) {
        body.element("tr", ["id": anchor(ofTranscript: transcript.id)]) { row in
            row.element("th", ["scope": "row"]) { $0.element("bdi", transcript.id) }
            row.element("td", transcript.kind == .focusGroup ? "focus group" : transcript.kind.rawValue)
            row.element(
                "td", transcript.language == .unknown ? "not known" : LanguageName.english(transcript.language))
            for number in [
                transcript.respondents.count, transcript.turns, transcript.unattributedTurns, transcript.words,
            ] {
                row.element("td", ["class": number == 0 ? "number none" : "number"], NumberFormat.grouped(number))
            }
            var identifiers: [String] = []
            for warning in transcript.warnings where !identifiers.contains(warning.identifier) {
                identifiers.append(warning.identifier)
            }
            row.element("td", ["class": identifiers.isEmpty ? "none" : nil]) { cell in
                cell.text(identifiers.isEmpty ? "–" : identifiers.joined(separator: ", "))
            }
        }
    }
}
