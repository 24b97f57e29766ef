import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The title, what was done in one paragraph, the key figures, what was found in words, and the contents.
    func writeOverview(into markup: inout Markup) {
        let codebook = study.codebook
        markup.element("header") { header in
            header.newline()
            header.element("h1", codebook.title)
            header.newline()
            let version = codebook.version.map { ", version \($0)" } ?? ""
            paragraph(
                "Frequencies of themes and codes, with the quotes behind them. Codebook \(codebook.id)\(version).",
                class: "subtitle", into: &header)
        }
        markup.newline()
        paragraph(summary, class: "lead", into: &markup)
        writeKeyFigures(into: &markup)
        writeCautions(into: &markup)
        writeContents(into: &markup)
        section("findings", "In short", into: &markup, writeFindings)
    }

    /// What was read and how it was coded and counted, in one paragraph.
    private var summary: String {
        let kinds = [
            (TranscriptKind.interview, "interview", "interviews"), (.focusGroup, "focus group", "focus groups"),
            (.document, "document", "documents"),
        ].compactMap { kind, noun, plural -> String? in
            let number = study.transcripts.lazy.filter { $0.kind == kind }.count
            return number == 0 ? nil : CountPhrase.of(number, noun, plural)
        }
        var languages: [Language] = []
        for transcript in study.transcripts where !languages.contains(transcript.language) {
            languages.append(transcript.language)
        }
        let words = study.transcripts.reduce(0) { $0 + $1.words }
        let read = CountPhrase.of(study.transcripts.count, "transcript")
        let made = kinds.isEmpty ? "" : " (\(CountPhrase.list(kinds)))"
        let spoken = languages.isEmpty ? "" : " in \(CountPhrase.list(languages.map(LanguageName.english)))"
        let version = study.codebook.version.map { " \($0)" } ?? ""
        return """
            \(read)\(made) with \(CountPhrase.of(words, "word"))\(spoken) were coded by the rules of the codebook \
            \(study.codebook.id)\(version) with Verbatim \(options.engineVersion). \
            \(CountPhrase.of(study.respondents.count, "respondent")) spoke. Each counts once for a code, however often \
            they spoke of it, and once for a theme, whichever of its codes they spoke of. Shares are of \
            \(questioned.isEmpty ? "all respondents who spoke" : "those who were asked where the guide tells, else of all who spoke"); \
            intervals are 95\u{A0}% Wilson intervals.
            """
    }

    private func writeKeyFigures(into markup: inout Markup) {
        let counted = study.codings.lazy.filter(\.status.counts).count
        let found = frequencies.rows.lazy.filter { !$0.isTheme && $0.codings > 0 }.count
        let codes = frequencies.rows.lazy.filter { !$0.isTheme }.count
        let turns = study.transcripts.reduce(0) { $0 + $1.turns }
        let figures = [
            (NumberFormat.grouped(study.transcripts.count), "transcripts"),
            (NumberFormat.grouped(study.respondents.count), "respondents"),
            (NumberFormat.grouped(turns), "turns"), (NumberFormat.grouped(counted), "codings"),
            ("\(found) of \(codes)", "codes found"),
        ]
        markup.element("dl", ["class": "key"]) { list in
            for (figure, noun) in figures {
                list.element("div") { pair in
                    pair.element("dt", noun)
                    pair.element("dd", figure)
                }
            }
        }
        markup.newline()
    }

    /// What a reader must know before any figure: what was not read, failing examples, speech that nobody owns.
    private func writeCautions(into markup: inout Markup) {
        var cautions: [String] = []
        let unread = options.diagnostics.lazy.filter { $0.severity == .error }.count
        if unread > 0 {
            let were = unread == 1 ? "is" : "are"
            cautions.append("\(CountPhrase.of(unread, "problem")) kept something from being read and \(were) listed")
        }
        if !options.failingExamples.isEmpty {
            let number = CountPhrase.of(options.failingExamples.count, "example")
            cautions.append("the codebook was used although \(number) of its own failed")
        }
        let turns = unattributed.turns
        if turns > 0 {
            let places = unattributed.parts.lazy.filter { $0.turns > 0 }.count
            cautions.append(
                """
                \(CountPhrase.of(turns, "turn")) in \(CountPhrase.of(places, "transcript")) could be given to no single \
                respondent and \(turns == 1 ? "counts" : "count") for the group only
                """)
        }
        guard !cautions.isEmpty else { return }
        markup.element("p", ["class": "caution"]) { line in
            line.element("strong", "Please note: ")
            line.text("\(cautions.joined(separator: "; ")). See ")
            line.element("a", ["href": "#method"], "the method")
            line.text(".")
        }
        markup.newline()
    }

    private func writeContents(into markup: inout Markup) {
        var links = [("findings", "In short"), ("frequencies", "Themes and codes")]
        for (index, grouping) in groupings.enumerated() {
            links.append((anchor(ofGrouping: index), "By \(grouping.attribute)"))
        }
        if options.facts.corrections?.rows.isEmpty == false { links.append(("corrected", "Corrected shares")) }
        if options.facts.audits?.rows.isEmpty == false { links.append(("audit", "Precision and recall")) }
        if hasCooccurrence { links.append(("cooccurrence", "Codes together")) }
        if hasSaturation { links.append(("saturation", "Saturation")) }
        if !options.facts.agreements.isEmpty { links.append(("agreement", "Agreement")) }
        links += [
            ("codes", "Codebook and quotes"), ("transcripts", "Transcripts"), ("method", "Method"),
            ("appendix", "Methods appendix"),
        ]
        markup.element("nav", ["aria-label": "Contents"]) { nav in
            nav.element("ol") { list in
                for (target, words) in links {
                    list.element("li") { $0.element("a", ["href": "#\(target)"], words) }
                }
            }
        }
        markup.newline()
    }

    /// A sentence for each theme, its most frequent codes, and the codes that nobody was found to speak of.
    private func writeFindings(into markup: inout Markup) {
        markup.element("ul", ["class": "findings"]) { list in
            for root in hierarchy.roots {
                list.newline()
                list.element("li") { writeFinding(of: root, into: &$0) }
            }
        }
        markup.newline()
        let absent = order.filter { !frequencies.rows[$0].isTheme && frequencies.rows[$0].codings == 0 }
        guard !absent.isEmpty else { return }
        markup.element("p") { line in
            line.text("Found with nobody: ")
            for (position, index) in absent.enumerated() {
                if position > 0 { line.text(position == absent.count - 1 ? " and " : ", ") }
                line.element("a", ["href": "#\(anchor(ofCode: index))"], study.codebook.codes[index].name)
            }
            line.text(". That the rules found nothing does not mean that nobody thinks so: see ")
            line.element("a", ["href": "#method"], "the method")
            line.text(".")
        }
        markup.newline()
    }

    private func writeFinding(of root: Int, into item: inout Markup) {
        let row = frequencies.rows[root]
        item.element("a", ["class": "name", "href": "#\(anchor(ofCode: root))"], row.name)
        item.text(": \(SharePhrase.full(row.upheld, of: whom(of: root))).")
        if row.denied.count > 0 { item.text(" \(denial(of: row)).") }
        let frequent =
            order
            .filter { $0 != root && hierarchy.lineage(of: $0).contains(root) && !frequencies.rows[$0].isTheme }
            .filter { frequencies.rows[$0].upheld.count > 0 }
            .sorted { left, right in
                let (first, second) = (frequencies.rows[left].upheld.count, frequencies.rows[right].upheld.count)
                return first == second ? left < right : first > second
            }
            .prefix(3)
        guard !frequent.isEmpty else { return }
        item.text(" Most often: ")
        for (position, index) in frequent.enumerated() {
            if position > 0 { item.text(", ") }
            item.element("a", ["href": "#\(anchor(ofCode: index))"], frequencies.rows[index].name)
            item.text(" (\(NumberFormat.grouped(frequencies.rows[index].upheld.count)))")
        }
        item.text(".")
    }

    /// `3 respondents deny it`, for a theme `3 respondents deny one of its codes`.
    func denial(of row: FrequencyRow) -> String {
        let verb = row.denied.count == 1 ? "denies" : "deny"
        let what = row.isTheme ? "one of its codes" : "it"
        return "\(CountPhrase.of(row.denied.count, "respondent")) \(verb) \(what)"
    }
}
