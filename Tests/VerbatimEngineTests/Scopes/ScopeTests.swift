import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct ScopeTests {
    static let group = """
        M: Do you plan to go?
        A: Home first.
        B: No home.
        A: Then work.
        M: And then?
        A: School.
        """

    /// Rule, hits in ``group``.
    static let cases: [(String, [String])] = [
        ("home and work", []),
        ("home and work in turn", []),
        ("home and work in answer", ["Home", "work"]),
        ("home and school in answer", []),
        ("home and school in transcript", ["Home", "home", "School"]),
        // B's two tokens are no part of A's answer: first and then are neighbours there.
        ("first near/1 then in answer", ["first.\nB: No home.\nA: Then: first Then"]),
        ("first near/1 then in transcript", []),
        ("first near/3 then in transcript", ["first.\nB: No home.\nA: Then: first Then"]),
        ("plan in transcript", []),
        ("plan, speakers interviewer", ["plan"]),
        ("go near/3 home in transcript, speakers any", ["go?\nA: Home: go Home"]),
        ("(plan or then), speakers any", ["plan", "Then", "then"]),
        ("go and then in answer, speakers interviewer", []),
        ("go and then in transcript, speakers interviewer", ["go", "then"]),
    ]

    @Test(arguments: cases)
    func scopesHoldWhatTheyShould(rule: String, hits: [String]) throws {
        #expect(try Study.hits(rule, Self.group) == hits)
    }

    @Test func paragraphsPartATurn() throws {
        let text = "R: Rent. Pay.\nFlat."
        #expect(try Study.hits("rent and pay in paragraph", text) == ["Rent", "Pay"])
        #expect(try Study.hits("rent and flat in paragraph", text).isEmpty)
        #expect(try Study.hits("pay near/1 flat in turn", text) == ["Pay.\nFlat: Pay Flat"])
    }

    @Test func anInterpreterSpeaksForTheRespondent() throws {
        let text = "I: Why?\nR: Rent.\nT: And food."
        #expect(try Study.hits("rent near/2 food in answer", text) == ["Rent.\nT: And food: Rent food"])
        #expect(try Study.hits("food, speakers respondent", text) == ["food"])
    }

    @Test func collectiveLabelsAnswerAsRespondents() throws {
        #expect(try Study.hits("food", "M: What?\nSome: Food.\nO: Food.") == ["Food"])
    }

    @Test func aDocumentIsSearchedWhole() throws {
        for speakers in ["any", "interviewer", "country = Iraq"] {
            #expect(
                try Study.hits("rent and food in answer, speakers \(speakers)", "Rent.\n\nFood.") == ["Rent", "Food"])
        }
    }

    @Test func speakersByAttribute() throws {
        let people = [
            Respondent(id: "a", attributes: ["population": "Migrant", "age": "9"]),
            Respondent(id: "b", attributes: ["population": "official", "age": "10"]),
        ]
        let text = "A: Rent a.\nB: Rent b.\nC: Rent c.\nI: Rent d."
        func hits(_ rule: String) throws -> [String] { try Study.hits(rule, text, respondents: people) }
        #expect(try hits("(a or b or c or d), speakers population = migrant") == ["a"])
        #expect(try hits("(a or b or c or d), where population = official") == ["b"])
        #expect(try hits("(a or b or c or d), where population != official") == ["a", "c"])
        #expect(try hits("(a or b or c or d), where age < 10") == ["a", "c"])
        #expect(try hits("(a or b or c or d), where age >= 9.5") == ["b"])
        #expect(try hits("(a or b or c or d), where population in (official, other)") == ["b"])
        #expect(try hits("(a or b or c or d), where population = migrant or speaker = C") == ["a", "c"])
        #expect(try hits("(a or b or c or d), where kind = interview and respondent = b") == ["b"])
        #expect(try hits("(a or b or c or d), speakers any, where role = interviewer") == ["d"])
    }

    @Test func whereLooksAtTheSectionAndTheTranscript() throws {
        let study = try Study(
            "code c\n  rule: rent, where section = \"return\" and country = iraq and language = en")
        let text = "A{Return}: Rent one.\nA{Work}: Rent two."
        #expect(study.hits(MarkedTranscript(text, attributes: ["Country": "Iraq"])) == ["Rent"])
        #expect(study.hits(MarkedTranscript(text)).isEmpty)
    }
}
