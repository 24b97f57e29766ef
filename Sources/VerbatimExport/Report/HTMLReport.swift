package import VerbatimModel

/// `report.html`: what was done and what was found, in one file that needs no network and no script.
///
/// It reads on a phone, a desktop and paper, in light and dark. Every figure leads to the quotes behind it, each with
/// its transcript, turn, speaker and rules. The same study gives the same bytes: nothing in it tells the time.
package struct HTMLReport: Exporter {
    /// The version of Verbatim.
    package var engineVersion: String
    /// The attributes of respondents by which frequencies are shown side by side; `nil` takes `country` and
    /// `population` where a respondent has them.
    package var groupBy: [String]?
    /// How many quotes of a code are in the page; the others are in `codings.csv` only.
    package var quotesPerCode: Int
    /// The SHA-256 of the codebook's file, in lower-case hexadecimal.
    package var codebookSHA256: String?
    /// What belongs to no transcript in the study: files that could not be read (errors), and warnings.
    package var diagnostics: [Diagnostic]
    /// The examples of the codebook that failed, where the run was told to go on with them.
    package var failingExamples: [Diagnostic]
    /// Whether ``diagnostics`` tell which files could not be read; a study file does not keep it.
    package var knowsUnreadFiles: Bool
    /// Who was taken for whom, what people judged, and what follows from it.
    package var facts: ReportFacts

    /// A writer of reports; see the properties of the same names.
    package init(
        engineVersion: String, groupBy: [String]? = nil, quotesPerCode: Int = 200, codebookSHA256: String? = nil,
        diagnostics: [Diagnostic] = [], failingExamples: [Diagnostic] = [], knowsUnreadFiles: Bool = true,
        facts: ReportFacts = ReportFacts()
    ) {
        self.engineVersion = engineVersion
        self.groupBy = groupBy
        self.quotesPerCode = quotesPerCode
        self.codebookSHA256 = codebookSHA256
        self.diagnostics = diagnostics
        self.failingExamples = failingExamples
        self.knowsUnreadFiles = knowsUnreadFiles
        self.facts = facts
    }

    /// The attributes of respondents by which the frequencies of a study are shown side by side.
    package func attributes(of study: CodedStudy) -> [String] {
        groupBy
            ?? ["country", "population"].filter { name in
                study.respondents.contains { $0.attributes[name] != nil }
            }
    }

    /// The bytes of the page, in UTF-8.
    /// - Complexity: O(codings x depth of the codebook x attributes shown + length of the page).
    package func bytes(of study: CodedStudy) -> [UInt8] {
        let page = ReportPage(study, options: self)
        var markup = Markup()
        markup.raw("<!DOCTYPE html>\n")
        markup.element("html", ["lang": "en"]) { html in
            html.newline()
            html.element("head") { writeHead(of: study, into: &$0) }
            html.newline()
            html.element("body") { body in
                body.element("a", ["class": "skip", "href": "#frequencies"], "Skip to the frequencies")
                body.newline()
                BarChart.writeDefinitions(into: &body)
                body.element("main") { main in
                    page.writeOverview(into: &main)
                    page.writeFrequencies(into: &main)
                    page.writeGroups(into: &main)
                    page.writeCorrections(into: &main)
                    page.writeAudits(into: &main)
                    page.writeCooccurrence(into: &main)
                    page.writeSaturation(into: &main)
                    page.writeAgreement(into: &main)
                    page.writeCodes(into: &main)
                    page.writeTranscripts(into: &main)
                    page.writeMethod(into: &main)
                    page.writeAppendix(into: &main)
                }
                body.newline()
            }
            html.newline()
        }
        markup.newline()
        return Array(markup.text.utf8)
    }

    private func writeHead(of study: CodedStudy, into head: inout Markup) {
        head.newline()
        head.empty("meta", ["charset": "utf-8"])
        head.newline()
        // The page may load nothing at all: no script, no font, no picture, from nowhere.
        head.empty(
            "meta",
            [
                "http-equiv": "Content-Security-Policy",
                "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
            ])
        head.newline()
        head.empty("meta", ["name": "referrer", "content": "no-referrer"])
        head.newline()
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.newline()
        head.empty("meta", ["name": "color-scheme", "content": "light dark"])
        head.newline()
        head.empty("meta", ["name": "generator", "content": "Verbatim \(engineVersion)"])
        head.newline()
        head.element("title", "\(study.codebook.title): frequencies of themes and codes")
        head.newline()
        head.element("style") { $0.raw("\n\(ReportStyle.css)\n") }
        head.newline()
    }
}
