import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The codes and themes of which the guide tells who was asked; of the others nothing is known, and all who spoke
    /// stand in.
    static func codesWithQuestions(_ study: CodedStudy) -> Set<Code.ID> {
        guard let asked = AskedRespondents(study) else { return [] }
        return Set(study.codebook.codes.map(\.id).filter { asked.told(of: $0) != nil })
    }

    /// Of whom the shares of a code are: `respondents who were asked` where the guide tells, else `... who spoke`.
    func whom(of index: Int) -> String {
        questioned.contains(study.codebook.codes[index].id) ? "respondents who were asked" : "respondents who spoke"
    }

    /// A sentence on one code or theme that can be quoted: the denominator, the count with its share and interval, the
    /// word for the share, the denials, and what those who were not asked could change.
    func sentence(on index: Int) -> String {
        let row = frequencies.rows[index]
        let detail = FrequencyDetail(row: row, hedged: 0, reported: 0, everybody: frequencies.respondents)
        guard let share = row.share, let interval = row.interval else {
            return "Nobody was asked about \(row.name)."
        }
        let people = CountPhrase.of(row.asked, "respondent")
        let whom = questioned.contains(row.code) ? "who were asked" : "who spoke"
        let percent = "\(NumberFormat.percent(share))\u{A0}%"
        let ends = "\(NumberFormat.percent(interval.low)) to \(NumberFormat.percent(interval.high))\u{A0}%"
        var text =
            """
            Of the \(people) \(whom), \(NumberFormat.grouped(row.mentioned.count)) \
            (\(percent); 95\u{A0}% interval \(ends)) spoke of \(row.name)
            """
        if let word = detail.wording.value { text += " (“\(word.rawValue)”)" }
        if row.denied.count > 0 {
            let what = row.isTheme ? "one of its codes" : "it"
            text += "; \(NumberFormat.grouped(row.denied.count)) of them denied \(what)"
        }
        text += "."
        if detail.unknown > 0, let bounds = detail.bounds.value {
            let (low, high) = (NumberFormat.percent(bounds.low), NumberFormat.percent(bounds.high))
            text +=
                """
                 Whatever the \(NumberFormat.grouped(detail.unknown)) who were not asked would have said, it is between \
                \(low) and \(high)\u{A0}% of all \(CountPhrase.of(detail.everybody, "respondent")).
                """
        }
        return text
    }

    /// What the words for shares stand for, and whether denials and those not asked are among them.
    var wordings: String {
        let bands = WordingBand.allCases.map { band in
            "“\(band.rawValue)” is \(band.meaning.replacing(" %", with: "\u{A0}%"))"
        }
        return """
            The words for shares always stand for the same: \(CountPhrase.list(bands)) of those who were asked, or who \
            spoke. Who speaks of a topic in order to deny it has spoken of it; denials are given apart. Where the guide tells \
            that some were not asked, the bounds behind the sentence are what the share would be if none of them, and if \
            all of them, had spoken of it: they are no interval of chance.
            """
    }
}
