import Testing
import VerbatimExport
@testable import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct AgreementTests {
    private func answer(
        _ table: String, _ change: (inout AgreementRequest) -> Void = { _ in }
    ) throws -> AgreementRequest.Answer {
        let folder = try TemporaryFolder()
        var request = AgreementRequest(study: nil, codings: [try folder.write(table, to: "codings.csv")])
        request.replicates = 100
        change(&request)
        return try request.run()
    }

    /// The table of two coders who gave 200 respondents a code: both 5, one alone 3 and 2, neither 190.
    @Test func twoCodersOfOneCodeHaveThePublishedCoefficients() throws {
        var table = "respondent,code,value,coder\n"
        for number in 0..<200 {
            table += "r\(number),shelter,\(number < 8 ? 1 : 0),anna\n"
            table += "r\(number),shelter,\(number < 5 || (8..<10).contains(number) ? 1 : 0),ben\n"
        }
        let row = try answer(table).rows.row(["code": "shelter"])
        #expect(row["coder_a"] == "anna" && row["coder_b"] == "ben")
        #expect(row["units"] == "200")
        #expect(row["percent"] == "0.9750")
        #expect(row["kappa"] == "0.6537")
        #expect(row["alpha"] == "0.6545")
        #expect(row["ac1"] == "0.9731")
        #expect(row["pabak"] == "0.9500")
        #expect(row["positive"] == "0.6667")
        #expect(row["negative"] == "0.9870")
        #expect(row["reason"] == "")
    }

    /// Ten units and three codes, whose coefficients two other programs gave.
    @Test func codesArePooledByTheMeanAgreementAndBySets() throws {
        let anna = ["work": "1101001000", "family": "0011010010", "police": "0000000001"]
        let ben = ["work": "1100001000", "family": "0011010110", "police": "0000000000"]
        var table = "respondent,code,value,coder\n"
        for (coder, marks) in [("anna", anna), ("ben", ben)] {
            for (code, values) in marks.sorted(by: { $0.key < $1.key }) {
                for (unit, value) in values.enumerated() { table += "u\(unit),\(code),\(value),\(coder)\n" }
            }
        }
        let rows = try answer(table).rows
        #expect(rows.row(["code": "work"])["kappa"] == "0.7826")
        #expect(rows.row(["code": "work"])["alpha"] == "0.7912")
        #expect(rows.row(["code": "family"])["ac1"] == "0.8020")
        #expect(rows.row(["code": "police"])["kappa"] == "0.0000")
        let pooled = rows.row(["code": "(pooled)"])
        #expect(pooled["kappa"] == "0.7170")
        #expect(pooled["alpha"] == "0.6455")
        #expect(pooled["ac1"] == "" && pooled["reason"] == "pooled")
    }

    @Test func whatWasNotAssignedCountsNowhereAndWhatWasLeftBlankCounts() throws {
        let table = """
            transcript,start,end,code,coder
            one,0,10,a,anna
            one,20,30,b,anna
            one,5,12,a,ben
            two,0,10,a,anna
            """
        let rows = try answer(table).rows
        // Ben did not see `two`; of `one` the segments 0-12 and 20-30 are there.
        #expect(rows.row(["code": "a"])["units"] == "2")
        #expect(rows.row(["code": "a"])["percent"] == "1.0000")
        #expect(rows.row(["code": "b"])["percent"] == "0.5000")
        let folder = try TemporaryFolder()
        let seen = try folder.write("coder,transcript\nben,two\n", to: "seen.csv")
        #expect(try answer(table) { $0.seen = seen }.rows.row(["code": "a"])["units"] == "3")
        #expect(try answer(table) { $0.seen = seen }.rows.row(["code": "a"])["positive"] == "0.6667")
    }

    /// Anna saw the first 15 characters of `one` only: what Ben coded behind them says nothing of her.
    @Test func ofATranscriptSeenInPartsOnlyThesePartsCount() throws {
        let table = """
            transcript,start,end,code,coder
            one,0,10,a,anna
            one,0,10,a,ben
            one,12,15,a,ben
            one,40,50,a,ben
            """
        let folder = try TemporaryFolder()
        let seen = try folder.write("coder,transcript,start,end\nanna,one,0,15\n", to: "seen.csv")
        let row = try answer(table) { $0.seen = seen }.rows.row(["code": "a"])
        #expect([row["units"], row["percent"]] == ["2", "0.5000"])
        #expect(try answer(table).rows.row(["code": "a"])["units"] == "3")
        let whole = try folder.write("coder,transcript,start,end\nanna,one,,\nanna,one,0,15\n", to: "whole.csv")
        #expect(try answer(table) { $0.seen = whole }.rows.row(["code": "a"])["units"] == "3")
        let wrong = try folder.write("coder,transcript,start,end\nanna,one,15,0\nanna,one,1,\n", to: "wrong.csv")
        do {
            _ = try answer(table) { $0.seen = wrong }
            Issue.record("the offsets are wrong")
        } catch let error as DiagnosticsError {
            #expect(error.diagnostics.map(\.identifier) == ["wrong-offset", "wrong-offset"])
        }
    }

    @Test func undefinedIsEmptyWithItsReason() throws {
        let table = "respondent,code,value,coder\nr1,a,1,anna\nr2,a,1,anna\nr1,a,1,ben\nr2,a,1,ben\n"
        let row = try answer(table).rows.row(["code": "a"])
        #expect(row["kappa"] == "" && row["alpha"] == "")
        #expect(row["percent"] == "1.0000" && row["ac1"] == "1.0000")
        #expect(row["reason"] == "noVariation")
    }

    @Test func threeCodersAreAlsoComparedAllTogether() throws {
        var table = "respondent,code,value,coder\n"
        // Agreement of pairs by unit: 1, 1/3, 1: the mean is 7/9.
        for (coder, values) in [("a", "110"), ("b", "100"), ("c", "110")] {
            for (unit, value) in values.enumerated() { table += "u\(unit),x,\(value),\(coder)\n" }
        }
        let rows = try answer(table).rows
        #expect(rows.read.count == 4)
        let all = rows.row(["coder_a": "all"])
        #expect(all["coder_b"] == "all" && all["percent"] == "0.7778")
        #expect(all["positive"] == "" && all["reason"] == "severalCoders")
        // Fleiss: p = 5/9, expected (25 + 16)/81; (7/9 - 41/81)/(40/81) = 22/40.
        #expect(all["kappa"] == "0.5500")
    }

    @Test func turnsAndSentencesTakeTexts() throws {
        let table = "transcript,start,end,code,coder\none,0,10,a,anna\none,0,10,a,ben\n"
        for change in [{ $0.unit = .turn }, { $0.measuresUnitizing = true }] as [(inout AgreementRequest) -> Void] {
            do {
                _ = try answer(table, change)
                Issue.record("the texts are not there")
            } catch let error as DiagnosticsError {
                #expect(error.diagnostics.map(\.identifier) == ["needs-texts"])
            }
        }
    }

    @Test func theRulesOfAStudyAreACoderThatSawEverything() throws {
        let study = try StudyFolder()
        try CodingPipeline(study.options()).run()
        let text = try study.text("Transcripts/one.txt")
        let start = try #require(text.firstRange(of: "We slept")).lowerBound
        let offset = text.unicodeScalars.distance(from: text.startIndex, to: start)
        try study.write(
            "transcript,start,end,code,coder\none,\(offset),\(offset + 8),protection.shelter,anna\n", to: "anna.csv")
        var request = AgreementRequest(study: study.path("Results/study.verbatim"), codings: [study.path("anna.csv")])
        request.replicates = 50
        let answer = try request.run()
        // Anna saw `one` only, in which Amina has two turns.
        let shelter = answer.rows.row(["code": "protection.shelter"])
        #expect([shelter["coder_a"], shelter["coder_b"], shelter["units"]] == ["anna", "small 1", "2"])
        #expect(shelter["kappa"] == "1.0000")
        #expect(answer.rows.row(["code": "return.any"])["percent"] == "0.0000")
        let disagreements = answer.disagreements.rows(["code": "return.any"])
        #expect(disagreements.map { $0["turn"] } == ["2", "4"])
        #expect(disagreements.allSatisfy { $0["found_by"] == "small 1" && $0["not_found_by"] == "anna" })
        request.unit = .sentence
        #expect(try request.run().rows.row(["code": "protection.shelter"])["units"] == "3")
        request.measuresUnitizing = true
        let boundaries = try #require(try request.run().unitizing).row(["code": "protection.shelter"])
        #expect(boundaries["exact_f1"] == "0.0000")
        #expect(boundaries["transcripts"] == "1")
    }

    @Test func transcriptsAreDrawnWithinTheirKindAndCountry() {
        let transcripts = [
            MeasuredStudy.transcript("a", "en", "a"), MeasuredStudy.transcript("b", "en", "b"),
            MeasuredStudy.transcript("c", "en", "c1", "c2"), MeasuredStudy.transcript("d", "en", "d1", "d2"),
            MeasuredStudy.transcript("e", "en", "e"),
        ]
        let countries = ["a": "Iraq", "b": "Turkey", "c1": "Iraq", "c2": "Iraq", "d1": "Iraq", "d2": "Turkey"]
        let study = MeasuredStudy.study(
            [MeasuredStudy.code("x")], transcripts, [], attributes: countries.mapValues { ["country": $0] })
        // Of a group from two countries, and of who comes from none, no country is known.
        #expect(study.transcriptStrata(by: "country") == [0, 1, 2, 3, 4])
        #expect(study.transcriptStrata(by: "sex") == [0, 0, 1, 1, 0])
    }

    @Test func oneCoderAloneAgreesWithNobody() throws {
        do {
            _ = try answer("respondent,code,coder\nr1,a,anna\n")
            Issue.record("one coder is not enough")
        } catch let error as DiagnosticsError {
            #expect(error.diagnostics.map(\.identifier) == ["too-few-coders"])
        }
    }

    @Test func decisionsAnswerForTheirSegmentAndCodeOnly() throws {
        let codes = [MeasuredStudy.code("a"), MeasuredStudy.code("b")]
        let study = MeasuredStudy.study(codes, [MeasuredStudy.transcript("one", "en", "r1")], [])
        let frame = CodeFrame(CodeResolver(study.codebook), study.codebook)
        var records = CoderRecords(study, frame: frame)
        func decision(_ start: Int, _ outcome: Decision.Outcome, number: Int, by coder: String) -> Decision {
            Decision(
                number: number,
                subject: .segment(
                    QuotedPlace(
                        transcript: "one", span: TextSpan(start: start, end: start + 10), quote: "", before: "",
                        after: "")), code: "a", outcome: outcome, changedCode: outcome == .changed ? "b" : nil,
                coder: coder)
        }
        records.add([
            decision(0, .accepted, number: 1, by: "anna"), decision(0, .rejected, number: 2, by: "ben"),
            decision(20, .changed, number: 3, by: "anna"), decision(20, .unsure, number: 4, by: "ben"),
            decision(0, .rejected, number: 5, by: "anna"),
        ])
        try records.finish(rules: nil)
        let units = AgreementUnits(
            segments: records.works.flatMap { $0.answers.map { ($0.transcript, $0.span) } }, transcripts: 1)
        #expect(units.units.count == 2)
        let values = records.works.map { units.values(of: $0, node: 0, lineage: frame.lineage) }
        // Anna thought better of the first; the second is no case of `a` to her, and ben could not tell.
        #expect(values == [[false, false], [false, nil]])
        #expect(
            records.works.map { units.values(of: $0, node: 1, lineage: frame.lineage) } == [[nil, true], [nil, nil]])
    }
}
