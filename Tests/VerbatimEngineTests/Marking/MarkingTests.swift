import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct MarkingTests {
    static let talk = """
        I: What of rent?
        R: Well. I pay rent. Much rent!
        It is high. Rent.
        O: Hm.
        R: Rent again.
        I: And food?
        R: Food.
        """

    /// Property of the code, what is coded in ``talk``.
    static let cases: [(String, [String])] = [
        ("mark match", ["rent", "rent", "Rent", "Rent"]),
        ("mark sentence", ["I pay rent.", "Much rent!", "Rent.", "Rent again."]),
        ("mark sentence +-1", ["Well. I pay rent. Much rent!\nIt is high. Rent.", "Rent again."]),
        ("mark match +-1", ["Well. I pay rent. Much rent!\nIt is high. Rent.", "Rent again."]),
        ("mark turn", ["Well. I pay rent. Much rent!\nIt is high. Rent.", "Rent again."]),
        ("mark answer", ["Well. I pay rent. Much rent!\nIt is high. Rent.\nO: Hm.\nR: Rent again."]),
    ]

    @Test(arguments: cases)
    func marksSaySegments(property: String, quotes: [String]) throws {
        #expect(try Study("code c\n  \(property)\n  rule: rent").quotes(Self.talk) == quotes)
    }

    @Test func hitsOnTheSameSegmentAreOneCodingWithAllEvidenceAndRules() throws {
        let study = try Study("code c\n  rule two: rent\n  rule one: pay*\n  rule none: food")
        let codings = study.codings(MarkedTranscript("R: I pay the rent, I paid."))
        #expect(codings.count == 1)
        #expect(codings.first?.rules == ["two", "one"])
        #expect(codings.first?.evidenceWords == ["pay", "rent"])
    }

    @Test func segmentsThatTouchDoNotJoin() throws {
        let study = try Study("code c\n  mark match\n  rule: a or b or \"a b\"\ncode d\n  mark match\n  rule: a or b")
        #expect(study.quotes("R: A b.") == ["A b"])
        #expect(study.quotes("R: A b.", code: "d") == ["A", "b"])
    }

    @Test func answersOfDifferentPeopleNeverJoin() throws {
        let study = try Study("code c\n  mark answer\n  rule: rent")
        let codings = study.codings(MarkedTranscript("M: So?\nA: Rent.\nB: Rent.\nA: Rent.\nB: No."))
        #expect(codings.map(\.respondent) == ["a", "b"])
        #expect(codings.map(\.quote) == ["Rent.\nB: Rent.\nA: Rent.", "Rent.\nA: Rent.\nB: No."])
        #expect(codings.map(\.turn) == [2, 3])
        #expect(codings.map { $0.evidence.count } == [2, 1])
    }

    @Test func theHigherPriorityOfAnExclusiveGroupStays() throws {
        let book = """
            code low
              exclusive group 1
              rule: rent
            code middle
              exclusive group 2
              mark sentence +-1
              rule: pay
            code high
              exclusive group 3
              mark turn
              rule: flat
            code other
              rule: rent
            """
        let study = try Study(book)
        func status(_ text: String) -> [String] {
            study.codings(MarkedTranscript(text)).map { "\($0.code) \($0.status.rawValue)" }
        }
        #expect(status("R: Rent.") == ["low proposed", "other proposed"])
        #expect(
            status("R: I pay. Rent.") == ["middle proposed", "low suppressed", "other proposed"])
        #expect(
            status("R: Flat. I pay. Rent.")
                == ["middle suppressed", "high proposed", "low suppressed", "other proposed"])
        // What is itself suppressed suppresses nothing.
        let chain = try Study(
            """
            code low
              exclusive group 1
              mark match
              rule: "c d"
            code middle
              exclusive group 2
              mark match
              rule: "b c"
            code high
              exclusive group 3
              mark match
              rule: "a b"
            """)
        let codings = chain.codings(MarkedTranscript("R: A b c d."))
        #expect(
            codings.map { "\($0.code) \($0.status.rawValue)" } == [
                "high proposed", "middle suppressed", "low proposed",
            ])
    }

    @Test func aThresholdWeighsRulesInAScope() throws {
        let book = """
            code c
              scope turn
              threshold 2
              rule: rent, weight 1
              rule: flat, weight 1
              rule: joke, weight -1
              rule: pay, weight 3
            """
        let study = try Study(book)
        #expect(study.quotes("R: Rent. Rent.") == [])
        #expect(study.quotes("R: Rent. Flat.") == ["Rent.", "Flat."])
        #expect(study.quotes("R: Rent. Flat. Joke.") == [])
        #expect(study.quotes("R: Pay. Joke.") == ["Pay."])
        #expect(study.quotes("R: Rent.\nI: So.\nR: Flat.") == [])
    }

    @Test func rulesOfRetiredCodesDoNotRun() throws {
        #expect(try Study("code c\n  status retired\n  rule: rent").quotes("R: Rent.") == [])
        #expect(try Study("code c\n  status draft\n  rule: rent").quotes("R: Rent.") == ["Rent."])
    }

    @Test func codingsAreOrderedBySegmentAndThenByCode() throws {
        let study = try Study("code z\n  rule: rent\ncode a\n  rule: rent or pay")
        let codings = study.codings(MarkedTranscript("R: Pay. Rent. Pay."))
        #expect(codings.map { "\($0.code) \($0.quote)" } == ["a Pay.", "z Rent.", "a Rent.", "a Pay."])
    }

    @Test func offsetsAreScalarsOfTheCanonicalText() throws {
        let text = "R: Ça va 👩‍👩‍👧 e\u{301}te\u{301}. Le loyer 🇮🇶 est élevé!"
        let study = try Study("code c\n  rule fr: loyer near/3 eleve", languages: "fr")
        let coding = try #require(study.codings(MarkedTranscript(text, language: "fr")).first)
        let scalars = Array(text.unicodeScalars)
        func words(_ span: TextSpan) -> String {
            String(String.UnicodeScalarView(scalars[span.start..<span.end]))
        }
        #expect(words(coding.span) == coding.quote)
        #expect(coding.quote == "Le loyer 🇮🇶 est élevé!")
        #expect(coding.evidence.map(words) == ["loyer", "élevé"])
        #expect(coding.evidenceWords == ["loyer", "élevé"])
    }

    @Test func evidenceStandsInTheTurnThatACodingNames() throws {
        let coding = try #require(try Study("code c\n  rule: food").codings(MarkedTranscript(Self.talk)).first)
        #expect(coding.turn == 6)
        #expect(coding.speaker == "R")
        #expect(coding.respondent == "r")
        #expect(coding.coder == "test")
    }
}
