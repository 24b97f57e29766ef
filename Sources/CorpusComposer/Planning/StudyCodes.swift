/// The codes of the study and how often each is spoken of.
///
/// The shares are invented. They differ by country and population so that tables have something to show, and are no
/// evidence of anything.
package enum StudyCodes {
    /// A code and the share of respondents who speak of it, in percent, by country: Iraq, Morocco, Tunisia, Turkey.
    struct Entry: Sendable {
        /// The id of the code.
        let id: String
        /// The question of the guide that its passages answer, from 0.
        let question: Int
        /// The shares among migrants who are interviewed alone.
        let migrants: [Int]
        /// The shares among stakeholders.
        let stakeholders: [Int]

        init(_ id: String, _ question: Int, _ migrants: [Int], _ stakeholders: [Int]) {
            self.id = id
            self.question = question - 1
            self.migrants = migrants
            self.stakeholders = stakeholders
        }
    }

    /// The codes, in the order of the codebook; their indices are the bits of code sets.
    static let all: [Entry] = [
        Entry("protection.shelter", 2, [40, 35, 30, 55], [35, 25, 25, 45]),
        Entry("protection.health", 3, [40, 35, 35, 45], [35, 30, 35, 45]),
        Entry("protection.psychosocial", 3, [45, 25, 30, 40], [30, 20, 20, 35]),
        Entry("protection.legal", 4, [30, 45, 40, 55], [35, 50, 45, 60]),
        Entry("protection.safety", 5, [35, 50, 55, 35], [30, 40, 50, 30]),
        Entry("protection.livelihood", 2, [45, 45, 45, 60], [30, 35, 35, 50]),
        Entry("protection.education", 6, [25, 20, 20, 45], [25, 25, 20, 50]),
        Entry("protection.information", 4, [30, 35, 35, 30], [25, 30, 30, 30]),
        Entry("protection.access", 4, [40, 45, 40, 45], [40, 45, 40, 50]),
        Entry("protection.unmet", 4, [40, 30, 35, 40], [50, 40, 45, 50]),
        Entry("protection.family-unity", 6, [30, 20, 25, 40], [20, 15, 20, 30]),
        Entry("protection.host-relations", 5, [20, 30, 40, 60], [20, 35, 45, 65]),
        Entry("migration.economic", 7, [35, 65, 75, 35], [40, 60, 70, 40]),
        Entry("migration.conflict", 7, [70, 10, 10, 55], [50, 5, 10, 45]),
        Entry("migration.family", 7, [35, 40, 40, 35], [20, 30, 30, 20]),
        Entry("migration.persecution", 7, [35, 10, 15, 30], [20, 10, 10, 25]),
        Entry("migration.information-campaign", 9, [15, 25, 40, 15], [30, 45, 60, 25]),
        Entry("migration.smugglers", 8, [40, 30, 60, 40], [25, 30, 55, 35]),
        Entry("migration.route", 8, [45, 45, 60, 45], [20, 25, 40, 25]),
        Entry("migration.border-policy", 8, [25, 50, 50, 40], [35, 65, 65, 50]),
        Entry("migration.legal-pathway", 9, [25, 45, 35, 35], [35, 60, 45, 40]),
        Entry("migration.staying", 10, [20, 35, 25, 40], [15, 25, 20, 30]),
        Entry("migration.intention", 10, [25, 50, 65, 35], [15, 25, 35, 20]),
        Entry("migration.partnership", 9, [5, 10, 10, 10], [60, 70, 75, 75]),
        Entry("return.intention", 11, [45, 30, 20, 25], [10, 5, 5, 5]),
        Entry("return.no-intention", 11, [25, 30, 35, 45], [5, 5, 5, 10]),
        Entry("return.conditional", 11, [45, 25, 20, 45], [10, 5, 5, 15]),
        Entry("return.forced", 12, [30, 35, 40, 30], [35, 40, 45, 35]),
        Entry("return.assistance", 12, [45, 25, 30, 15], [65, 40, 45, 30]),
        Entry("return.obstacles", 11, [40, 30, 30, 45], [30, 20, 20, 35]),
        Entry("return.home-conditions", 12, [60, 30, 30, 50], [45, 20, 20, 40]),
        Entry("return.reintegration", 12, [45, 25, 30, 15], [45, 25, 30, 15]),
    ]

    /// The index of each id.
    static let index: [String: Int] = Dictionary(
        uniqueKeysWithValues: all.indices.map { (all[$0].id, $0) })

    /// The ids of the codes, in the order of the codebook.
    package static var ids: [String] { all.map(\.id) }

    /// How likely a respondent is to speak of a code, per mille, where the bank has a passage for it.
    ///
    /// In a focus group a person has half the time to speak. Who never left cannot speak of their own return.
    static func perMille(_ code: Int, country: StudyCountry, group: MigrantGroup?, inGroup: Bool) -> Int {
        let entry = all[code]
        guard let group else { return entry.stakeholders[country.position] * 10 }
        if group == .youth, returnOfTheirOwn.contains(entry.id) { return 0 }
        return entry.migrants[country.position] * (inGroup ? 5 : 10)
    }

    private static let returnOfTheirOwn: Set<String> = [
        "return.intention", "return.no-intention", "return.conditional", "return.obstacles",
    ]
}
