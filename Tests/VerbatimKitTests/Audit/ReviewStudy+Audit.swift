import Foundation
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// Studies of one interview whose strata are known: 40 segments that the rule codes, 20 near misses, 60 others.
extension ReviewStudy {
    static let shelter = """
        codebook small "A small codebook"
          version   1
          languages en
        code shelter "Shelter"
          define Sleeping rough.
          rule street en: "slept outside"
        code silent "Never said"
          define Nobody says this.
          rule none en: elephant
        """

    /// The study, coded.
    init(audited codebook: String = shelter) throws {
        files = try StudyFolder()
        for name in ["one", "two"] {
            try FileManager.default.removeItem(atPath: files.path("Transcripts/\(name).txt"))
        }
        var lines = ["---", "language: en", "---"]
        for (count, answer) in [(40, "We slept outside in camp"), (20, "Outside it rained, and we slept in house")] {
            for number in 1...count { lines += ["Interviewer: And then?", "Amina: \(answer) \(number)."] }
        }
        for number in 1...60 { lines += ["Interviewer: And then?", "Amina: The road was long on day \(number)."] }
        try files.write(lines.joined(separator: "\n"), to: "Transcripts/amina.txt")
        try run(codebook)
    }

    /// Codes the transcripts with another codebook.
    func run(_ codebook: String) throws {
        try files.write(codebook, to: "small.codebook")
        try run()
    }

    /// Draws all segments of a code, with reviewers who are not told what the rules propose.
    func sampleEverything(_ codes: [Code.ID] = ["shelter"], reviewers: [String] = ["anna"]) throws -> SampleDraw {
        try ReviewSample(
            SampleRequest(
                codes: codes, size: .units(1000), doubleShare: reviewers.count > 1 ? 1 : 0, reviewers: reviewers,
                isBlind: true), from: study, into: nil
        ).draw
    }

    /// Judges so many units of each stratum, the first of them true.
    func judge(_ draw: SampleDraw, _ strata: [String: (read: Int, positive: Int)], coder: String = "anna") throws {
        let sheet = try rows(of: coder, draw.number)
        var filled: [[String: String]] = []
        for (name, counts) in strata {
            guard let stratum = draw.strata.firstIndex(where: { $0.name == name && $0.code == draw.strata[0].code })
            else { continue }
            for (place, unit) in draw.units.filter({ $0.stratum == stratum }).prefix(counts.read).enumerated() {
                guard var row = sheet.first(where: { $0["row_id"] == "s\(draw.number)r\(unit.row)" }) else { continue }
                row["decision"] = place < counts.positive ? "accepted" : "rejected"
                filled.append(row)
            }
        }
        _ = try DecisionImport(of: try write(filled), into: study, coder: coder)
    }

    /// 12 of 40 coded read and 10 right, 15 of 20 near misses with 3 true, 20 of 60 others with 1.
    func judgeSome(_ draw: SampleDraw) throws {
        try judge(draw, ["coded": (12, 10), "near-miss": (15, 3), "uncoded": (20, 1)])
    }
}
