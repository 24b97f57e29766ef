import Foundation
import Testing
import VerbatimIngest
import VerbatimModel

/// Real transcripts that are no part of this repository: parliaments in TEI (ParlaMint and Parla-CLARIN, CC BY 4.0), and
/// oral-history interviews in plain text.
///
/// They are read where the environment variable `VERBATIM_DATA` names their folder. The counts were checked once against
/// the files by other programs; nobody's words stand here.
@Suite struct RealTranscriptTests {
    static let folder = ProcessInfo.processInfo.environment["VERBATIM_DATA"]

    /// A row: file, turns, speakers, paragraphs by language, sections.
    static let sessions: [(String, Int, Int, [String: Int], Int)] = [
        ("KPZONOJFSPD-Redna-021-1998-11-25", 9, 4, ["sl": 21], 0),
        ("OZKGIP-Redna-025-1998-12-08", 9, 4, ["sl": 36], 0),
        ("OZKSIS-Redna-034-2000-05-18", 9, 4, ["sl": 29], 0),
        ("Parla-CLARIN-Exemplar", 7, 4, ["en": 10], 2),
        ("ParlaMint-BE_2020-06-17-55-commissie-ic210x", 4, 4, ["nl": 6, "fr": 1], 0),
        ("ParlaMint-ES-CT_2015-10-26", 9, 5, ["ca": 242, "es": 1], 1),
        ("ParlaMint-FR_2020-10-01-O1003", 4, 1, ["fr": 11], 3),
        ("ParlaMint-GB_2017-09-07-commons", 4, 4, ["en": 6], 1),
        ("ParlaMint-NL_2019-05-16-tweedekamer-11", 4, 2, ["nl": 5], 1),
        ("ParlaMint-TR_T27-tbmm-2018-07-07", 779, 18, ["tr": 779], 0),
        ("ParlaMint-TR_T27-tbmm-2018-07-23", 1520, 81, ["tr": 1520], 0),
        ("teiCorpus", 449, 32, ["sl": 1243], 0),
    ]

    @Test(.enabled(if: folder != nil), arguments: sessions.indices)
    func sessionsAreReadAsOthersCountThem(index: Int) throws {
        let (name, turns, speakers, languages, sections) = Self.sessions[index]
        let path = (Self.folder ?? "") + "/transcripts/tei/\(name).xml"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let transcript = try #require(try TranscriptReader().read(bytes, path: path, id: name).first)
        #expect(transcript.turns.count == turns && transcript.speakers.count == speakers)
        var counted: [String: Int] = [:]
        for turn in transcript.turns {
            for paragraph in turn.paragraphs { counted[transcript.language(of: paragraph).code, default: 0] += 1 }
        }
        #expect(counted == languages)
        #expect(Set(transcript.turns.compactMap(\.section)).count == sections)
    }

    @Test(
        .enabled(if: folder != nil),
        arguments: [("00014", 668), ("00039", 322), ("00059", 167), ("00122", 194)])
    func interviewsHaveTheRolesThatWereCodedByHand(number: String, turns: Int) throws {
        let root = (Self.folder ?? "") + "/transcripts/plain/"
        let name = "returned-peace-corps-volunteers-\(number)"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + name + ".txt")))
        let transcript = try #require(try TranscriptReader().read(bytes, path: name, id: name).first)
        #expect(transcript.turns.count == turns)
        let table = try String(contentsOfFile: root + "roles.tsv", encoding: .utf8)
        var roles: [String: String] = [:]
        for line in table.split(separator: "\n").map({ $0.split(separator: "\t") })
        where line.first?.contains(number) == true {
            if line.count >= 5 { roles[String(line[3]).lowercased()] = String(line[4]).lowercased() }
        }
        #expect(!roles.isEmpty)
        for speaker in transcript.speakers {
            let coded = try #require(roles[speaker.label.lowercased()])
            #expect(coded.hasPrefix("elicitor") == speaker.role.asks)
        }
    }
}
