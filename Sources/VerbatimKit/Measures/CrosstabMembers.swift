import VerbatimAnalysis
import VerbatimModel

/// Who has which code and which value of an attribute: what cross tables are made from.
struct CrosstabMembers {
    private let study: CodedStudy
    private let hierarchy: CodeHierarchy
    /// The code that was named, by its place.
    private let code: Int?
    private let numbers: [Respondent.ID: Int]
    private let everybody: Set<Int>
    /// The first transcript in which each respondent speaks.
    private let transcripts: [Int]
    /// For each code those who have it, or one under it.
    private let having: [Int: Set<Int>]

    init(_ study: CodedStudy, code name: String?) throws(DiagnosticsError) {
        let resolver = CodeResolver(study.codebook)
        code = try resolver.nodes(named: name.map { [$0] } ?? []).first
        self.study = study
        hierarchy = resolver.hierarchy
        let numbers = Dictionary(
            study.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.numbers = numbers
        everybody = Set(study.respondents.indices)
        transcripts = study.firstTranscripts
        having = study.respondentsByCode(study.codings).mapValues { Set($0.compactMap { numbers[$0] }) }
    }

    /// The groups of respondents by the value of an attribute, in the order of the alphabet, those without one last.
    private func groups(_ attribute: String) -> [Crosstab.Column] {
        study.groups(by: attribute).map { group in
            Crosstab.Column(value: group.value, members: Set(group.members.compactMap { numbers[$0] }))
        }
    }

    /// The codes that stand in rows: the one that was named, or all.
    private var rowCodes: [Int] { code.map { [$0] } ?? Array(study.codebook.codes.indices) }

    /// The table with an attribute in columns.
    func byAttribute(_ attribute: String, rows: String) -> Crosstab {
        let columns = groups(attribute)
        let found: [Crosstab.Row]
        if rows == "code" {
            // Of a code whose topic was put to some, these are whom its shares are of.
            let asked = study.askedByCode.mapValues { Set($0.compactMap { numbers[$0] }) }
            found = rowCodes.map { node in
                let among = asked[node] ?? everybody
                return Crosstab.Row(
                    value: study.codebook.codes[node].id,
                    members: columns.map { $0.members.intersection(among).intersection(having[node] ?? []) },
                    totals: columns.map { $0.members.intersection(among) })
            }
        } else {
            found = groups(rows).map { group in
                let cells = columns.map { $0.members.intersection(group.members) }
                guard let code else {
                    return Crosstab.Row(value: group.value, members: cells, totals: columns.map(\.members))
                }
                return Crosstab.Row(
                    value: group.value, members: cells.map { $0.intersection(having[code] ?? []) }, totals: cells)
            }
        }
        return Crosstab(found, columns: columns, transcripts: transcripts, isDisjoint: true)
    }

    /// The table with the questions of the guide in columns: of those who were asked one, who has the code in what is
    /// said under it.
    /// - Throws: `[no-guide]`; `[code-needed]` for an attribute in rows without a code.
    func byQuestion(_ texts: StudyTexts, rows: String) throws(DiagnosticsError) -> Crosstab {
        guard let guide = study.guide, !guide.questions.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-guide",
                    "The study has no interview guide, so nobody knows who was asked what. Code the transcripts with "
                        + "'verbatim run --guide FILE'.")
            ])
        }
        if rows != "code", code == nil {
            throw CrosstabRequest.codeNeeded("Questions against an attribute count who has a code in the answers.")
        }
        let columns = guide.questions.map { question in
            Crosstab.Column(
                value: question.id,
                members: Set(study.asked.filter { $0.question == question.id }.compactMap { numbers[$0.respondent] }))
        }
        let answers = answersWithCodes(texts)
        func members(_ node: Int, among group: Set<Int>) -> [Set<Int>] {
            zip(guide.questions, columns).map { question, column in
                (answers[node]?[question.id] ?? []).intersection(column.members).intersection(group)
            }
        }
        let found: [Crosstab.Row]
        if rows == "code" {
            found = rowCodes.map {
                Crosstab.Row(
                    value: study.codebook.codes[$0].id, members: members($0, among: everybody),
                    totals: columns.map(\.members))
            }
        } else {
            found = groups(rows).map { group in
                Crosstab.Row(
                    value: group.value, members: members(code ?? 0, among: group.members),
                    totals: columns.map { $0.members.intersection(group.members) })
            }
        }
        return Crosstab(found, columns: columns, transcripts: transcripts, isDisjoint: false)
    }

    /// For each code and question those who have the code in a turn that belongs to the question.
    private func answersWithCodes(_ texts: StudyTexts) -> [Int: [String: Set<Int>]] {
        var questions: [Transcript.ID: [Int: String]] = [:]
        for transcript in texts.transcripts {
            for turn in transcript.turns { questions[transcript.id, default: [:]][turn.number] = turn.question }
        }
        var answers: [Int: [String: Set<Int>]] = [:]
        for coding in study.codings where coding.status.counts {
            guard let question = questions[coding.transcript]?[coding.turn],
                let node = hierarchy.index(of: coding.code), let person = coding.respondent.flatMap({ numbers[$0] })
            else { continue }
            for above in hierarchy.lineage(of: node) {
                answers[above, default: [:]][question, default: []].insert(person)
            }
        }
        return answers
    }
}

extension CodedStudy {
    /// For each respondent the number of the first transcript in which the respondent speaks.
    var firstTranscripts: [Int] {
        var first: [Respondent.ID: Int] = [:]
        for (number, transcript) in transcripts.enumerated() {
            for id in transcript.respondents where first[id] == nil { first[id] = number }
        }
        // Who speaks in none stands alone.
        return respondents.enumerated().map { first[$1.id] ?? transcripts.count + $0 }
    }
}
