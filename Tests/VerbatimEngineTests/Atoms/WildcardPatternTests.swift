import Testing
import VerbatimModel
import VerbatimTestSupport

/// Wildcards through the whole engine, since how they are found depends on their beginnings.
@Suite struct WildcardPatternTests {
    /// Pattern, words that fit, words that do not.
    static let cases: [(String, [String], [String])] = [
        ("a*", ["a", "ab", "abc"], ["ba", "b"]),
        ("*a", ["a", "ba", "cba"], ["ab"]),
        ("a*b*c", ["abc", "axbxc", "aabbcc"], ["acb", "ab", "abcd"]),
        ("a?c", ["abc", "aéc", "a1c"], ["ac", "abbc"]),
        ("a?*", ["ab", "abc"], ["a"]),
        ("*ab*", ["ab", "xab", "abx", "aab"], ["ba", "axb"]),
        ("*aab", ["aaab", "aabaab"], ["aaba"]),
        ("éco*", ["École", "economie"], ["colle"]),
        ("dön*", ["Dönmek", "donmek"], ["dunmek"]),
        ("антон*", ["Антонов"], ["Анто"]),
    ]

    @Test(arguments: cases)
    func wildcardsFitFoldedTokens(pattern: String, fits: [String], others: [String]) throws {
        let text = "R: x " + (fits + others).joined(separator: " ")
        #expect(try Study.hits("\"\(pattern)\" or \(pattern)zzz", text) == fits)
    }

    @Test func questionMarksCountLettersOfTheFoldedForm() throws {
        #expect(try Study.hits("str??se", "R: Strasse straße strabe.") == ["Strasse", "straße"])
    }

    @Test func manyWildcardsWithOneBeginningAreAllFound() throws {
        let rule = (0..<50).map { "ab\($0 % 10)*\($0)" }.joined(separator: " or ")
        #expect(try Study.hits(rule, "R: ab3x13 ab3x14 ab9 ab99.") == ["ab3x13", "ab99"])
    }
}
