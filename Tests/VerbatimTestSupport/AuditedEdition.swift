import Foundation

/// The 60 respondents of `Corpus/Edition`, whose truth is known, and a small codebook whose rules find some of it: what
/// audits are tried on.
public enum AuditedEdition {
    /// The codes of ``codebook`` of which the truth tells.
    public static let codes = [
        "protection.health", "protection.legal", "protection.shelter", "migration.family", "migration.smugglers",
        "return.assistance",
    ]

    /// A codebook with one short rule for each code and language.
    ///
    /// Its rules both miss and mistake respondents: that is what an audit is for.
    public static let codebook = """
        codebook audited "Audited"
          version 1
          languages en nl fr ar tr

        theme protection "Protection needs"
        code protection.health "Health"
          define Needs of health and care.
          rule en: doctor* or hospital or medic*
          rule nl: dokter or ziekenhuis or medicijnen
          rule fr: médecin* or hôpital or santé
          rule ar: طبيب or مستشفى or دواء
          rule tr: doktor* or hastane* or ilaç
        code protection.legal "Legal aid and documents"
          define Papers, permits, lawyers.
          rule en: papers or permit* or lawyer*
          rule nl: papieren or vergunning or advocaat
          rule fr: papiers or avocat* or titre
          rule ar: أوراق or إقامة or محامي
          rule tr: belge* or avukat* or ikamet*
        code protection.shelter "Shelter"
          define A place to live.
          rule en: rent or landlord* or room*
          rule nl: huur or kamer* or huisbaas
          rule fr: loyer or logement or chambre*
          rule ar: إيجار or بيت or غرفة
          rule tr: kira* or oda* or ev

        theme migration "Migration decisions"
        code migration.family "Family abroad"
          define Family as a reason to go.
          rule en: brother* or cousin* or family
          rule nl: broer* or neef or familie
          rule fr: frère* or cousin* or famille
          rule ar: أخي or عائلتي or قريب
          rule tr: kardeş* or kuzen* or aile*
        code migration.smugglers "Smugglers"
          define People who are paid to bring others over a border.
          rule en: smuggler* or agent*
          rule nl: smokkelaar*
          rule fr: passeur*
          rule ar: مهرب or المهرب
          rule tr: kaçakçı*

        theme return "Return"
        code return.assistance "Assistance to return"
          define Help for those who return.
          rule en: assistance or package or grant
          rule nl: bijstand or steun or premie
          rule fr: aide or prime or accompagnement
          rule ar: مساعدة or منحة or دعم
          rule tr: yardım* or destek* or hibe
        """

    /// Writes the transcripts and the respondents table into `Transcripts`, and the codebook to `audited.codebook`.
    ///
    /// Without the interview guide, so that every share is of all who spoke.
    public static func write(into folder: TemporaryFolder) throws {
        let target = folder.url.appendingPathComponent("Transcripts")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        for name in ["interviews", "focus-groups", "respondents.csv"] {
            try FileManager.default.copyItem(
                at: RepositoryFiles.url("Corpus/Edition/\(name)"), to: target.appendingPathComponent(name))
        }
        try folder.write(codebook, to: "audited.codebook")
    }

    /// For each code or theme of ``codebook`` the respondents who have it; a theme where they have a code under it.
    public static func truth() throws -> [String: Set<String>] {
        let table = try String(contentsOf: RepositoryFiles.url("Corpus/Edition/truth.csv"), encoding: .utf8)
        var truth: [String: Set<String>] = [:]
        for row in NaiveCSV.rows(table) where row["value"] == "1" {
            guard let code = row["code"], let respondent = row["respondent"], codes.contains(code) else { continue }
            truth[code, default: []].insert(respondent)
            truth[String(code.prefix { $0 != "." }), default: []].insert(respondent)
        }
        return truth
    }
}
