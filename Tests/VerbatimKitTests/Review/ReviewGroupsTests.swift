import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

@testable import VerbatimKit

@Suite struct ReviewGroupsTests {
    private func study() -> CodedStudy {
        var group = MeasuredStudy.transcript("g", "en", "p", "q")
        group.attributes["country"] = "Iraq"
        return MeasuredStudy.study(
            [MeasuredStudy.code("a")], [group, MeasuredStudy.transcript("one", "en", "s")], [],
            attributes: ["p": ["country": "Turkey", "population": "migrant"], "q": ["country": ""]])
    }

    @Test func aRespondentsGroupIsTheRespondentsOwn() throws {
        let groups = try ReviewGroups(by: ["country"], of: study())
        #expect(groups.group(of: "p") == "Turkey")
        #expect(groups.group(of: "q") == "not known" && groups.group(of: "s") == "not known")
        #expect(groups.group(of: "p", in: "g") == "Turkey" && groups.group(of: "q", in: "g") == "not known")
        #expect(try ReviewGroups(by: [], of: study()).group(of: "p") == "")
    }

    @Test func wordsOfNobodyInParticularAreInTheirTranscriptsGroup() throws {
        let groups = try ReviewGroups(by: ["country"], of: study())
        #expect(groups.group(of: nil, in: "g") == "Iraq")
        #expect(groups.group(of: nil, in: "one") == "not known")
    }

    @Test func twoAttributesAreCrossed() throws {
        let groups = try ReviewGroups(by: ["country", "population"], of: study())
        #expect(groups.group(of: "p") == "Turkey/migrant")
        #expect(groups.group(of: "s") == "not known/not known")
    }

    @Test func kindIsThatOfTheTranscript() throws {
        var study = study()
        // Who was in the group is interviewed too.
        study.transcripts[1].respondents.append("p")
        let groups = try ReviewGroups(by: ["country", "kind"], of: study)
        #expect(groups.group(of: "p") == "Turkey/focus-group")
        #expect(groups.group(of: "p", in: "one") == "Turkey/interview")
        #expect(groups.group(of: "s") == "not known/interview")
        #expect(groups.group(of: nil, in: "g") == "Iraq/focus-group")
        // An attribute of that name is something else.
        study.respondents[0].attributes["kind"] = "official"
        let own = try ReviewGroups(by: ["kind"], of: study)
        #expect(own.group(of: "p", in: "one") == "official" && own.group(of: "s") == "not known")
    }

    @Test func anAttributeThatNobodyHasIsNamed() throws {
        let error = #expect(throws: DiagnosticsError.self) { try ReviewGroups(by: ["contry"], of: study()) }
        #expect(error?.diagnostics.map(\.identifier) == ["unknown-attribute"])
        #expect(error?.diagnostics.first?.suggestion == "country")
    }

    @Test func segmentsAreDrawnByTheGroupOfWhoSpeaks() throws {
        let study = try ReviewStudy()
        let (sample, rows) = try study.sample(
            SampleRequest(codes: ["protection.shelter"], size: .units(1000), by: ["country", "kind"]))
        // Amina speaks in Iraq; P1, P2 and those who speak at once in Turkey.
        #expect(
            sample.draw.strata.map(\.name) == [
                "coded/Iraq/interview", "uncoded/Iraq/interview", "coded/Turkey/focus-group",
                "uncoded/Turkey/focus-group",
            ])
        #expect(sample.draw.strata.map(\.members) == [1, 2, 2, 3])
        #expect(rows[0].count == 8)
    }

    @Test func aLaterSampleOfSegmentsGoesOnInItsGroups() throws {
        let study = try ReviewStudy()
        func draw(_ by: [String]) throws -> [SampledUnit] {
            try study.sample(
                SampleRequest(codes: ["protection.shelter"], size: .units(1000), by: by)
            ).sample.draw.units
        }
        #expect(try draw([]).count { $0.earlier != nil } == 0)
        let second = try draw(["country"])
        #expect(second.count == 8 && second.allSatisfy { $0.earlier?.sample == 1 })
        #expect(try draw(["country"]).allSatisfy { $0.earlier?.sample == 1 })
        // Nothing was judged in the groups themselves, so they can be left again.
        #expect(try draw([]).allSatisfy { $0.earlier?.sample == 1 })
    }

    @Test func judgementsOfSegmentsAreNotLostUnnoticed() throws {
        let study = try ReviewStudy()
        func request(_ by: [String] = []) -> SampleRequest {
            SampleRequest(codes: ["protection.shelter"], size: .units(1000), by: by, reviewers: ["anna"])
        }
        var (_, rows) = try study.sample(request(["country"]))
        for row in rows[0].indices { rows[0][row]["decision"] = "accepted" }
        #expect(try study.faults(rows[0]).isEmpty)
        let error = #expect(throws: DiagnosticsError.self) { try study.sample(request()) }
        #expect(error?.diagnostics.map(\.identifier) == ["groups-needed"])
        #expect(error?.diagnostics.first?.message.contains("(Iraq, Turkey)") == true)
        // Other rules make other strata, in which nothing counts any more, with groups or without.
        try study.files.write(
            StudyFolder.codebook.replacing("\"slept outside\"", with: "\"slept outside\" or \"go back\""),
            to: "small.codebook")
        try study.run()
        for by in [[], ["country"]] {
            let (sample, _) = try study.sample(request(by))
            #expect(sample.draw.units.allSatisfy { $0.earlier?.sample != 1 })
            #expect(sample.warnings.map(\.identifier) == ["uncounted-judgements"])
            #expect(sample.warnings.first?.message.hasPrefix("8 judgements of earlier samples") == true)
        }
    }

    @Test func aSampleOfWhoWasAskedIsOfThemOnly() throws {
        var study = DrawnStudy.interviews(20) { number, _ in number < 10 }
        study.study.guide = Guide(id: "guide", questions: [Guide.Question(id: "Q1", codes: ["a"])])
        study.study.asked = (5..<12).map {
            AskedQuestion(
                question: "Q1", respondent: "r\($0)", transcript: "t\($0)", turn: 1, match: .number, similarity: 1)
        }
        let base = try study.draw(.units(12), isBase: true)
        #expect(base.strata.map(\.members) == [20, 20])
        study.judge(base) { _, _ in true }
        let sample = try study.draw(.units(100))
        #expect(sample.strata(of: "a").mapValues(\.members) == ["coded": 5, "uncoded": 2])
        #expect(sample.strata(of: "b").mapValues(\.members) == ["coded": 10, "uncoded": 10])
        let asked = Set((5..<12).map { "r\($0)" })
        #expect(sample.earlier(of: "a") == base.respondents(of: "a").intersection(asked))
        study.judge(sample) { respondent, _ in respondent != "r7" }
        let row = try #require(study.corrected().first { $0.code == "a" })
        #expect(row.asked == 7 && row.read == 7)
    }
}
