import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The codebook: each theme and code with its guidance, its rules, its figures and the quotes behind them.
    func writeCodes(into markup: inout Markup) {
        section("codes", "Codebook and quotes", into: &markup) { section in
            if let definition = study.codebook.definition { paragraph(definition, into: &section) }
            paragraph(
                """
                Under each code: what it means, the rules that propose it, and the quotes. Evidence, the words that the \
                rules found, is marked. The first quotes are from different transcripts. The sentence under the figures \
                can be quoted as it stands.
                """, into: &section)
            var names = AnchorNames()
            for root in hierarchy.roots {
                section.element("div", ["class": "theme"]) { theme in
                    for index in order where hierarchy.lineage(of: index).last == root {
                        writeCode(index, names: &names, into: &theme)
                    }
                }
                section.newline()
            }
        }
    }

    private func writeCode(_ index: Int, names: inout AnchorNames, into markup: inout Markup) {
        let code = study.codebook.codes[index]
        let depth = min(hierarchy.depth(of: index), 2)
        markup.newline()
        markup.element("article", ["id": anchor(ofCode: index), "class": depth == 0 ? "code top" : "code"]) { article in
            article.element("h\(3 + depth)") { heading in
                heading.text(code.name)
                heading.text(" ")
                heading.element("code", code.id)
            }
            article.newline()
            writeFigures(of: index, into: &article)
            writeGuidance(of: code, into: &article)
            writeRules(of: code, into: &article)
            writeQuotes(of: index, names: &names, into: &article)
        }
    }

    private func writeFigures(of index: Int, into markup: inout Markup) {
        let row = frequencies.rows[index]
        var sentences: [String] = []
        if row.codings == 0 {
            sentences.append("Found with nobody")
        } else {
            sentences.append(SharePhrase.full(row.upheld, of: whom(of: index)))
            if row.denied.count > 0 { sentences.append(denial(of: row)) }
            sentences.append(
                """
                \(CountPhrase.of(row.codings, "coding")) in \(CountPhrase.of(row.turns, "turn")) of \
                \(CountPhrase.of(row.transcripts, "transcript"))
                """)
        }
        paragraph(sentences.map { $0 + "." }.joined(separator: " "), class: "figure", into: &markup)
        if row.codings > 0 { paragraph(sentence(on: index), class: "sentence", into: &markup) }
    }

    private func writeGuidance(of code: Code, into markup: inout Markup) {
        var entries: [(String, String)] = []
        if let definition = code.definition { entries.append(("Means", definition)) }
        if let useWhen = code.useWhen { entries.append(("Use when", useWhen)) }
        if let notWhen = code.notWhen { entries.append(("Not when", notWhen)) }
        entries += code.anchors.map { ("For example", $0) }
        if let memo = code.memo { entries.append(("Note", memo)) }
        if code.status != .active { entries.append(("Status", code.status.rawValue)) }
        guard !entries.isEmpty else { return }
        markup.element("dl", ["class": "guidance"]) { list in
            for (name, words) in entries {
                list.element("dt", name)
                list.element("dd", words)
            }
        }
        markup.newline()
    }

    private func writeRules(of code: Code, into markup: inout Markup) {
        guard !code.rules.isEmpty else { return }
        markup.element("details", ["class": "rules"]) { details in
            details.element("summary", CountPhrase.of(code.rules.count, "rule"))
            details.element("ul") { list in
                for rule in code.rules {
                    list.element("li") { item in
                        item.element("b", rule.id)
                        if let language = rule.language { item.text(" (\(LanguageName.english(language)))") }
                        item.text(" ")
                        item.element("code", rule.text)
                    }
                }
            }
        }
        markup.newline()
    }
}
