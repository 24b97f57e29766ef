import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel

@Suite struct SaturationTests {
    /// Ten interviews whose runs, coverage and richness were worked out elsewhere.
    private let codes = ["abcd", "abe", "acfg", "bcd", "ahb", "abc", "cdi", "ab", "ace", "bja"]

    private func study(reversedBy attribute: String? = nil) -> CodedStudy {
        var study = MeasuredStudy.interviews(
            10, codes: "abcdefghij".map { MeasuredStudy.code(String($0)) },
            attributes: { ["country": $0 < 5 ? "Iraq" : "Tunisia"] }
        ) { self.codes[attribute == nil ? $0 : 9 - $0].map(String.init) }
        for index in study.transcripts.indices {
            if let attribute { study.transcripts[index].attributes[attribute] = String(10 - index) }
        }
        return study
    }

    private func request(_ change: (inout SaturationRequest) -> Void = { _ in }) -> SaturationRequest {
        var request = SaturationRequest(study: "")
        request.orders = 200
        change(&request)
        return request
    }

    @Test func theFiguresAreThoseOfThePublishedExample() throws {
        let answer = try request().answer(study())
        let row = answer.rows.row([:])
        #expect([row["transcripts"], row["codes"], row["base_codes"]] == ["10", "10", "7"])
        #expect(row["saturated_at"] == "7+2")
        #expect(row["coverage"] == "0.8456")
        #expect(row["richness"] == "14.5")
        #expect(answer.curve.read.map { $0["new_codes"] } == ["4", "1", "2", "0", "1", "0", "1", "0", "0", "1"])
        #expect(answer.curve.read.map { $0["rarefied"] ?? "" }.prefix(3) == ["3.1000", "4.6889", "5.7000"])
        #expect(answer.curve.row(["n": "9"])["run_new_share"] == "0.0000")
        #expect(answer.curve.row(["n": "6"])["run_new_share"] == "0.1429")
    }

    @Test func withoutARunThatAddsFewCodesItIsNotSaturated() throws {
        let row = try request { $0.run = 3 }.answer(study()).rows.row([:])
        #expect(row["saturated_at"] == "" && row["reason"] == "notSaturated")
        #expect(try request { $0.base = 9 }.answer(study()).rows.row([:])["reason"] == "noUnits")
    }

    @Test func transcriptsStandInTheOrderOfTheirDatesWhereAllHaveOne() throws {
        let dated = try request().answer(study(reversedBy: "date"))
        #expect(dated.rows.row([:])["saturated_at"] == "7+2")
        #expect(dated.curve.read.first?["transcript"] == "t9")
        let named = try request { $0.order = "round" }.answer(study(reversedBy: "round"))
        #expect(named.curve.read.first?["transcript"] == "t9")
        #expect(throws: DiagnosticsError.self) { try request { $0.order = "when" }.answer(study()) }
    }

    @Test func groupsHaveTheirOwnTranscripts() throws {
        let rows = try request {
            $0.grouping = "country"
            $0.base = 2
        }.answer(study()).rows
        #expect(rows.read.map { $0["country"] } == ["Iraq", "Tunisia"])
        #expect(rows.read.map { $0["transcripts"] } == ["5", "5"])
        #expect(rows.read.map { $0["codes"] } == ["8", "7"])
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
        let one = try request().answer(study())
        let four = try request { $0.threads = 4 }.answer(study())
        #expect(one.rows == four.rows && one.curve == four.curve)
    }
}
