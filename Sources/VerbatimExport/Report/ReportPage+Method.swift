import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// How the figures came about, what they do not say, and what was not read.
    func writeMethod(into markup: inout Markup) {
        section("method", "Method", into: &markup) { section in
            for (heading, words) in explanations {
                section.element("h3", heading)
                paragraph(words, into: &section)
            }
            writeUnattributed(into: &section)
            section.element("h3", "What was not read, and what to look at")
            section.newline()
            let own = options.diagnostics
            writeDiagnostics("Not read", own.filter { $0.severity == .error }, into: &section)
            writeDiagnostics("Warnings", own.filter { $0.severity == .warning }, into: &section)
            writeDiagnostics("In the transcripts", study.transcripts.flatMap(\.warnings), into: &section)
            writeDiagnostics("Examples of the codebook that failed", options.failingExamples, into: &section)
            if !options.knowsUnreadFiles {
                paragraph(
                    """
                    The study file does not keep which files could not be read; manifest.json of the run names them.
                    """, into: &section)
            } else if own.isEmpty && options.failingExamples.isEmpty && study.transcripts.allSatisfy(\.warnings.isEmpty)
            {
                paragraph("Nothing: every file was read, without a warning.", into: &section)
            }
        }
    }

    private var explanations: [(String, String)] {
        [
            (
                "From words to codings",
                """
                The rules of the codebook were applied to what respondents say, and to what interpreters say for them; \
                the words of interviewers and moderators are coded only where a rule asks for them. Where a rule is met, \
                the code is given to the segment, as a rule the sentence. Segments of one code that are the same or \
                overlap are one coding. Each coding records whether it is affirmed or denied, stated, in doubt, under a \
                condition or asked, and whether the speaker speaks of somebody else. \(judged)
                """
            ),
            (
                "How respondents are counted",
                """
                A respondent counts once for a code, and once for each theme above it, in however many turns and \
                transcripts they speak. \(denominators) Who does not speak of a topic has not denied it. \(listed)
                """
            ),
            ("Words for shares", wordings),
            (
                "Intervals",
                """
                The 95\u{A0}% interval of a share is that of Wilson (1927). It says how far the share may lie from that of all \
                the people whom these respondents stand for, by chance alone and if they were drawn at random. People in \
                one focus group hear each other and tend to agree, so for them intervals are too narrow. The interval does \
                not cover mistakes of the rules, in either direction.
                """
            ),
            (
                "To repeat and to check",
                """
                Verbatim \(options.engineVersion), codebook \(study.codebook.id)\
                \(study.codebook.version.map { " \($0)" } ?? "")\
                \(options.codebookSHA256.map { ", SHA-256 \($0)" } ?? ""). The same transcripts and codebook give the same \
                figures, byte for byte. codings.csv has every coding with its position, evidence and rules, manifest.json \
                every source with its hash. The id behind a quote names the coding in all files.
                """
            ),
        ]
    }

    private var denominators: String {
        questioned.isEmpty
            ? "Shares are of the respondents who spoke, whether or not the topic was put to them."
            : "Shares are of the respondents to whom a question on the topic was put, as far as the guide tells; for codes "
                + "without a question they are of all who spoke."
    }

    /// How many codings people have judged, and how many count nowhere.
    private var judged: String {
        func number(_ status: CodingStatus) -> Int { study.codings.lazy.filter { $0.status == status }.count }
        let accepted = number(.accepted)
        let rejected = number(.rejected)
        let suppressed = number(.suppressed)
        var sentences = [
            accepted == 0 && rejected == 0
                ? "No coding has been judged by a person yet."
                : "People accepted \(CountPhrase.of(accepted, "coding")) and rejected \(NumberFormat.grouped(rejected))."
        ]
        if suppressed > 0 {
            sentences.append(
                "\(CountPhrase.of(suppressed, "coding")) gave way to another code that excludes it on the same segment."
            )
        }
        if rejected + suppressed > 0 {
            sentences.append("What was rejected or gave way counts nowhere, and stands in codings.csv.")
        }
        return sentences.joined(separator: " ")
    }

    /// How many respondents no table names.
    private var listed: String {
        let unlisted = study.respondents.lazy.filter { !$0.isListed }.count
        guard unlisted > 0 else { return "All are named in the respondents table." }
        guard unlisted < study.respondents.count else {
            return "No respondents table names them; each speaker label of a transcript is one respondent."
        }
        let are = unlisted == 1 ? "is" : "are"
        return """
            \(CountPhrase.of(unlisted, "respondent")) \(are) not named in the respondents table; for them each speaker \
            label of a transcript is one respondent.
            """
    }

    private func writeUnattributed(into markup: inout Markup) {
        let parts = unattributed.parts.filter { $0.turns > 0 }
        guard !parts.isEmpty else { return }
        markup.element("h3", "Speech of no single respondent")
        paragraph(
            """
            Some turns are by people who answer but cannot be told apart (“Several”, “All”). They count for the group: \
            in transcripts, turns and codings, never among respondents.
            """, into: &markup)
        markup.element("ul") { list in
            for part in parts {
                list.element("li") { item in
                    if let target = anchor(ofTranscript: part.transcript) {
                        item.element("a", ["href": "#\(target)"]) { $0.element("bdi", part.transcript) }
                    }
                    item.text(": \(CountPhrase.of(part.turns, "turn")), ")
                    item.text("\(CountPhrase.of(part.codings, "coding")) without a respondent")
                }
            }
        }
        markup.newline()
    }

    private func writeDiagnostics(_ heading: String, _ diagnostics: [Diagnostic], into markup: inout Markup) {
        guard !diagnostics.isEmpty else { return }
        markup.element("h4", heading)
        markup.element("ul", ["class": "diagnostics"]) { list in
            for diagnostic in diagnostics {
                list.newline()
                list.element("li") { $0.element("bdi", diagnostic.description) }
            }
        }
        markup.newline()
    }
}
