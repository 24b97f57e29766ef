package import VerbatimModel

extension Table {
    /// The table `questions.csv`: one row for each question of the guide and each respondent who was asked it.
    package static func questions(of study: CodedStudy) -> Table {
        let names = Dictionary(
            (study.guide?.questions ?? []).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return Table(
            columns: [
                Column("question"), Column("name"), Column("respondent"), Column("transcript"),
                Column("turn", .integer), Column("matched"), Column("similarity", .number(decimals: 2)),
            ],
            rows: study.asked.map { item in
                [
                    .text(item.question), .text(names[item.question]), .text(item.respondent),
                    .text(item.transcript), .integer(item.turn), .text(item.match.rawValue),
                    .number(item.similarity),
                ]
            })
    }
}
