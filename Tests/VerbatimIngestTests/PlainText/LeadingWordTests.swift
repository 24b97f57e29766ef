import Testing
@testable import VerbatimIngest

@Suite struct LeadingWordTests {
    @Test(
        arguments: [
            ("Interviewer: hello", "interviewer"), ("  ** - 12 -", "12"), ("END of tape", "end"), ("P3: yes", "p3"),
            ("…", nil), ("--", ""), ("", ""), ("é", nil), ("page\u{301} 3", nil), ("Soru", "soru"), ("-- Ünal", nil),
            ("\u{A0}page", nil), ("page 3 é", "page"),
        ] as [(String, String?)])
    func lettersAndDigitsAreToldByASCIIAlone(line: String, word: String?) {
        let utf8 = Array(line.utf8)
        #expect(LeadingWord.lettersAndDigits(utf8, utf8.indices) == word)
    }

    @Test(
        arguments: [
            ("**Question 2b:** why", "question"), ("_vraag 3", "vraag"), ("- Question", ""), ("Question1", "question"),
            ("\u{A0}Question", nil), ("Questión", nil), ("السؤال", nil), ("", ""),
        ] as [(String, String?)])
    func lettersBehindMarksOfTypeAreToldByASCIIAlone(line: String, word: String?) {
        let utf8 = Array(line.utf8)
        #expect(LeadingWord.letters(utf8, utf8.indices) == word)
    }

    @Test func onlyTheGivenRangeIsLookedAt() {
        let utf8 = Array("Tape 2".utf8)
        #expect(LeadingWord.lettersAndDigits(utf8, 1..<3) == "ap")
    }
}
