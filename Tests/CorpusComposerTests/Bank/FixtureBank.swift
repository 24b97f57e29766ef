import Foundation
import VerbatimTestSupport

/// A bank that has a passage for each code, voice and language, and the words that each of its marks should stand on.
///
/// It is made here and not by reading a bank, so that it says independently what is marked.
struct FixtureBank {
    let folder: TemporaryFolder
    /// The marked words of each passage.
    private(set) var marked: [String: String] = [:]
    /// The code and assertion of each passage.
    private(set) var labels: [String: String] = [:]

    static let codes = [
        "protection.shelter", "protection.health", "protection.psychosocial", "protection.legal", "protection.safety",
        "protection.livelihood", "protection.education", "protection.information", "protection.access",
        "protection.unmet", "protection.family-unity", "protection.host-relations", "migration.economic",
        "migration.conflict", "migration.family", "migration.persecution", "migration.information-campaign",
        "migration.smugglers", "migration.route", "migration.border-policy", "migration.legal-pathway",
        "migration.staying", "migration.intention", "migration.partnership", "return.intention",
        "return.no-intention", "return.conditional", "return.forced", "return.assistance", "return.obstacles",
        "return.home-conditions", "return.reintegration",
    ]

    /// Words of each language, so that a reader can tell the language: a question, a beginning, a middle, an end.
    private static let words: [(language: String, parts: [String])] = [
        ("en", ["What was it like there?", "Well, the café was full", "we waited <long>", "and that was it & so."]),
        ("nl", ["Hoe was het daar?", "Nou, het café zat vol", "wij hebben lang gewacht", "en dat was het dan."]),
        ("fr", ["C'était comment là-bas ?", "Eh bien le café était plein", "nous avons attendu là", "et voilà tout."]),
        ("ar", ["كيف كان الحال هناك؟", "والله كان المقهى مليئا", "انتظرنا هناك وقتا طويلا", "وهذا كل شيء."]),
        ("tr", ["Orası nasıldı?", "Valla kahve çok doluydu", "biz orada uzun süre bekledik", "işte böyle oldu."]),
    ]

    init() throws {
        folder = try TemporaryFolder()
        for (language, parts) in Self.words {
            var text = ""
            var neutral = ""
            var number = 0
            for voice in ["migrant", "stakeholder", "interpreter"] {
                for code in Self.codes {
                    for stance in ["affirmed", "negated+other"] {
                        number += 1
                        let id = "\(language)-\(number)"
                        let words = "\(parts[2]) \(number) \(number % 5 == 0 ? "😀" : "é")"
                        marked[id] = words
                        labels[id] = "\(code) \(stance)"
                        text += "@ \(id) \(voice) hard=mixed\n? \(parts[0]) \(number)\n"
                        text += "\(parts[1]), [[\(code) \(stance): \(words)]], \(parts[3])\n\n"
                    }
                }
                for item in 1...30 {
                    let id = "\(language)-n\(voice.prefix(1))\(item)"
                    neutral += "@ \(id) \(voice)\n? \(parts[0]) \(item)\n\(parts[1]) \(item), \(parts[3])\n\n"
                }
            }
            try folder.write(text, to: "bank/\(language).txt")
            try folder.write(neutral, to: "bank/\(language)-neutral.txt")
        }
    }

    /// The folder of the bank.
    var path: String { folder.path("bank") }
}
