import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct ReviewSampleTests {
    @Test func aSampleOfEverythingHoldsEachCodingAndEachOtherSentenceOnce() throws {
        let study = try ReviewStudy()
        let (sample, rows) = try study.sample(SampleRequest(codes: ["protection.shelter"], size: .units(1000)))
        let byName = Dictionary(uniqueKeysWithValues: sample.draw.strata.map { ($0.name, $0) })
        // "slept outside": once in the interview, by P1, and by several.
        #expect(byName["coded"]?.members == 3)
        // Amina's 2 other sentences, P2's, and two times "Yes."; nobody else says "sleep" or "outside".
        #expect(byName["uncoded"]?.members == 5)
        #expect(byName["near-miss"] == nil)
        #expect(sample.draw.strata.allSatisfy { $0.drawn == $0.members })
        #expect(rows[0].count == 8)
        #expect(Set(rows[0].compactMap { $0["row_id"] }).count == 8)
        #expect(
            rows[0].filter { $0["proposed"] == "yes" }.allSatisfy { $0["segment"]?.contains("slept outside") == true })
    }

    @Test func wordsInAnotherOrderAreANearMiss() throws {
        let study = try ReviewStudy()
        try study.files.write(
            "Interviewer: So?\nOmar: Outside, that is where we slept.\nInterviewer: Ah.\nOmar: It was cold.",
            to: "Transcripts/three.txt")
        try study.run()
        let (sample, rows) = try study.sample(SampleRequest(codes: ["protection.shelter"], size: .units(1000)))
        let near = try #require(sample.draw.strata.first { $0.name == "near-miss" })
        #expect(near.members == 1)
        #expect(rows[0].count == 10)
        let index = try #require(sample.draw.strata.firstIndex { $0.name == "near-miss" })
        let unit = try #require(sample.draw.units.first { $0.stratum == index })
        #expect(unit.subject.place?.quote == "Outside, that is where we slept.")
    }

    @Test func theSameSeedDrawsTheSameSample() throws {
        let first = try ReviewStudy()
        let second = try ReviewStudy()
        let request = SampleRequest(size: .units(6), reviewers: ["anna", "ben"], seed: 5)
        #expect(try first.sample(request).rows == second.sample(request).rows)
    }

    @Test func aRowHasItsSegmentInItsContext() throws {
        let study = try ReviewStudy()
        let (_, rows) = try study.sample(SampleRequest(codes: ["protection.shelter"], size: .units(1000)))
        let row = try #require(rows[0].first { $0["segment"] == "We slept outside the station." })
        #expect(row["question"] == "Where did you sleep?")
        #expect(row["before"] == "Interviewer: Where did you sleep?")
        #expect(row["after"] == "I would never go back. Interviewer: Would you go back if there was work?")
        #expect(row["code_name"] == "Shelter")
        #expect(row["definition"] == "Sleeping rough.")
    }

    @Test func aBlindSampleHidesTheEngineAndSharesOutTheRows() throws {
        let study = try ReviewStudy()
        let (sample, rows) = try study.sample(
            SampleRequest(
                codes: ["protection.shelter"], size: .units(1000), doubleShare: 0.5, reviewers: ["anna", "ben"],
                isBlind: true))
        #expect(rows.joined().allSatisfy { $0["proposed"] == "" })
        // Of 3 coded and 5 other units half are read twice, rounded up: 2 and 3.
        #expect(sample.draw.units.count { $0.reviewers.count == 2 } == 5)
        #expect(rows.joined().count == 13)
        #expect(abs(rows[0].count - rows[1].count) <= 1)
    }

    @Test func aLaterSampleGoesOnWithTheEarlier() throws {
        let study = try ReviewStudy()
        let request = { SampleRequest(unit: .respondent, size: .units($0), seed: 3) }
        let first = try study.sample(request(1)).sample
        let (second, rows) = try study.sample(request(3))
        let earlier = second.draw.units.filter { $0.earlier != nil }
        #expect(earlier.count == first.draw.units.count)
        #expect(rows[0].count == second.draw.units.count - earlier.count)
        #expect(
            Set(second.draw.units.map { "\($0.code) \($0.subject.respondent ?? "")" }).count == second.draw.units.count)
    }

    @Test func respondentsAreDrawnByThemeWithAllThatTheySay() throws {
        let study = try ReviewStudy()
        let (sample, rows) = try study.sample(SampleRequest(unit: .respondent, size: .units(100)))
        // Shelter: Amina and P1 of three; return: Amina and P2.
        #expect(sample.draw.strata.map(\.code) == ["protection", "protection", "return", "return"])
        #expect(sample.draw.strata.map(\.members) == [2, 1, 2, 1])
        #expect(sample.draw.strata.map(\.respondents.count) == [2, 1, 2, 1])
        let amina = try #require(rows[0].first { $0["code"] == "protection" && $0["respondent"] == "one/Amina" })
        #expect(amina["segment"] == "[one, turn 2] We slept outside the station.")
        let silent = try #require(rows[0].first { $0["code"] == "protection" && $0["proposed"] == "no" })
        #expect(silent["segment"]?.contains("go back next year") == true)
    }

    @Test func aSheetThatMayBeFilledInIsNotOverwritten() throws {
        let study = try ReviewStudy()
        let folder = study.files.path("sheets")
        _ = try ReviewSample(SampleRequest(size: .units(2)), from: study.study, into: folder)
        let error = #expect(throws: DiagnosticsError.self) {
            try ReviewSample(SampleRequest(size: .units(5)), from: study.study, into: folder)
        }
        #expect(error?.diagnostics.map(\.identifier) == ["sheet-exists"])
        // The sample that could not be written was not recorded.
        #expect(try study.sample(SampleRequest(size: .units(5))).sample.draw.number == 2)
    }

    @Test func aCodeThatIsUnknownIsNamed() throws {
        let study = try ReviewStudy()
        let error = #expect(throws: DiagnosticsError.self) {
            try ReviewSample(SampleRequest(codes: ["protection.shelte"], size: .units(5)), from: study.study, into: nil)
        }
        #expect(error?.diagnostics.map(\.identifier) == ["unknown-code"])
        #expect(error?.diagnostics.first?.suggestion == "protection.shelter")
    }

    @Test func halfWidthsGiveSizesOfTheFormulas() throws {
        let study = try ReviewStudy()
        // Three respondents are too few for any interval, so all are drawn.
        let sample = try study.sample(SampleRequest(unit: .respondent, size: .halfWidth(0.05))).sample
        #expect(sample.draw.strata.allSatisfy { $0.drawn == $0.members })
    }
}
