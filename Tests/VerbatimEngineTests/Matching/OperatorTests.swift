import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct OperatorTests {
    /// Rule, text, hits.
    static let cases: [(String, String, [String])] = [
        // or, and, and not, at least
        ("rent or pay or \"pay rent\"", "R: I pay rent.", ["pay", "pay rent", "rent"]),
        ("rent and pay", "R: I pay rent. The rent.", ["pay", "rent"]),
        ("rent and pay", "R: I pay. The rent.", []),
        ("rent and pay in turn", "R: I pay. The rent.", ["pay", "rent"]),
        ("rent and not pay", "R: I pay rent. The rent.", ["rent"]),
        ("rent and not pay in turn", "R: I pay rent. The rent.", []),
        ("at least 2 of (rent, pay, flat)", "R: Rent the flat. Pay.", ["Rent", "flat"]),
        ("at least 2 of (rent, pay, flat) in turn", "R: Rent the flat. Pay.", ["Rent", "flat", "Pay"]),
        ("at least 3 of (rent, pay, flat)", "R: Rent the flat. Pay.", []),
        // near: at most N-1 tokens between
        ("rent near/1 pay", "R: Pay rent.", ["Pay rent"]),
        ("rent near/1 pay", "R: Pay the rent.", []),
        ("rent near/2 pay", "R: Pay the rent.", ["Pay the rent: Pay rent"]),
        ("rent near/2 pay", "R: Pay rent pay.", ["Pay rent", "rent pay"]),
        ("rent near/9 pay", "R: Pay, pay the rent.", ["pay the rent: pay rent"]),
        ("rent near/9 pay", "R: Pay. Rent.", []),
        ("rent near/9 pay in turn", "R: Pay. Rent.", ["Pay. Rent: Pay Rent"]),
        ("(rent or \"pay rent\") near/3 pay", "R: Pay rent.", ["Pay rent"]),
        ("rent near/3 rent", "R: Rent, rent.", ["Rent, rent: Rent rent"]),
        ("rent near/3 rent", "R: Rent.", []),
        ("rent before/2 pay", "R: Pay the rent and pay.", ["rent and pay: rent pay"]),
        ("rent after/2 pay", "R: Pay the rent and pay.", ["Pay the rent: Pay rent"]),
        // equal runs are one hit with the evidence of both
        (
            "((very or bad) near/4 flat) or \"very bad _ flat\"", "R: Very bad old flat.",
            ["Very bad old flat: Very bad flat", "bad old flat: bad flat"]
        ),
        // negated proximity
        ("rent not near/2 pay", "R: Pay rent. The rent. Pay one two rent.", ["rent", "rent"]),
        ("(rent or pay) not near/1 pay", "R: Pay. Rent pay rent one rent.", ["rent"]),
        ("rent not before/2 pay", "R: Rent I pay rent.", ["rent"]),
        ("rent not after/2 pay", "R: Rent I pay rent.", ["Rent"]),
        // containment
        ("ticket in \"return ticket\"", "R: A ticket, a return ticket.", ["ticket"]),
        ("return not in @idiom", "R: In return for my return ticket I return.", ["return"]),
        ("(a or b) in (a near/3 b)", "R: A x b y b z z z a.", ["A", "b"]),
        ("return not in (return or going)", "R: Return.", []),
        ("((go near/4 home) or leave) not in \"never ... leave\"", "R: I go home, never leave.", ["go home"]),
    ]

    @Test(arguments: cases)
    func operatorsHit(rule: String, text: String, hits: [String]) throws {
        let idioms = "list @idiom\n  \"return ticket\", \"in return\"\n"
        #expect(try Study.hits(rule, text, before: idioms) == hits)
    }

    @Test func aReferenceIsTheEvidenceOfAnotherCode() throws {
        let other = "code x\n  rule: (rent near/4 high), unless negated\n"
        #expect(
            try Study.hits("code:x near/3 crying", "R: The rent is so high, crying. The rent, crying.", before: other)
                == ["rent is so high, crying: rent high crying"])
    }

    @Test func aReferenceToACodeMeansThoseUnderItToo() throws {
        let other = "theme x\ncode x.one\n  rule: rent\ncode x.two\n  rule: food\n"
        #expect(try Study.hits("code:x", "R: Rent and food.", before: other) == ["Rent", "food"])
    }

    @Test func aReferenceNeedsAllItsEvidenceInOneScope() throws {
        let other = "code x\n  rule: rent near/9 food in turn\n"
        #expect(try Study.hits("code:x", "R: Rent. Food. Rent and food.", before: other).count == 1)
        #expect(try Study.hits("code:x in turn", "R: Rent. Food.", before: other) == ["Rent. Food: Rent Food"])
    }

    @Test func codesMayStandInAnyOrder() throws {
        let later = "code y\n  rule: rent\ncode x\n  rule: code:y near/3 high\n"
        #expect(try Study.hits("code:x near/3 crying", "R: High rent, crying.", before: later).count == 1)
    }
}
