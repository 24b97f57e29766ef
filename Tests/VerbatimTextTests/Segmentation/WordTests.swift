import Testing
import VerbatimModel

@testable import VerbatimText

@Suite struct WordTests {
    /// Language, text, tokens parted by `|`.
    typealias Row = (language: Language, text: String, tokens: String)

    func check(_ rows: [Row]) {
        for row in rows {
            let words = Segmenter().words(of: row.text, language: row.language)
            #expect(words.joined(separator: "|") == row.tokens, "\(row.language): \(row.text)")
        }
    }

    @Test func wordsAreRunsWithALetterOrADigit() {
        check([
            ("en", "", ""),
            ("en", "  \n\t ... -- ?! ♪ 🙂 ", ""),
            ("en", "We slept outside.", "We|slept|outside"),
            ("en", "In 2015, 1,200 people; 3.5% (about $40).", "In|2015|1,200|people|3.5|about|40"),
            ("en", "snake_case __ _x_ a_1", "snake_case|_x_|a_1"),
            ("en", "U.S.A. and e.g. this", "U.S.A|and|e.g|this"),
            ("en", "half ½ and x²", "half|½|and|x|²"),
        ])
    }

    @Test func hyphensAndDashesSplit() {
        check([
            ("en", "re-entry re\u{2010}entry re\u{2011}entry", "re|entry|re|entry|re|entry"),
            ("en", "home—and back–again", "home|and|back|again"),
            ("nl", "niet-gouvernementele", "niet|gouvernementele"),
        ])
    }

    @Test func aSoftHyphenStaysInsideTheWord() {
        check([("en", "mi\u{AD}gra\u{AD}tion", "mi\u{AD}gra\u{AD}tion")])
        #expect(Folding.fold("mi\u{AD}gra\u{AD}tion") == "migration")
    }

    @Test func anApostropheInsideAWordDoesNotSplit() {
        check([
            ("en", "don't don’t donʼt don`t don´t don′t", "don't|don’t|donʼt|don`t|don´t|don′t"),
            ("en", "'quoted' ‘quoted’ `code` the boys' room", "quoted|quoted|code|the|boys|room"),
            ("nl", "zo'n foto's 's avonds", "zo'n|foto's|s|avonds"),
            ("tr", "Türkiye'ye İstanbul’da", "Türkiye'ye|İstanbul’da"),
            ("en", "l'abri d'accord", "l'abri|d'accord"),
        ])
    }

    @Test func frenchElisionsSplitBehindTheApostrophe() {
        check([
            ("fr", "l'abri L’ABRI lʼabri", "l'|abri|L’|ABRI|lʼ|abri"),
            ("fr", "qu'il jusqu'à lorsqu’elle puisqu'on", "qu'|il|jusqu'|à|lorsqu’|elle|puisqu'|on"),
            ("fr", "quoiqu'il", "quoiqu'|il"),
            ("fr", "j'l'ai d'l'eau s'il n'a t'as m'a c'était", "j'|l'|ai|d'|l'|eau|s'|il|n'|a|t'|as|m'|a|c'|était"),
            ("fr", "aujourd'hui quelqu'un prud'homme", "aujourd'hui|quelqu'un|prud'homme"),
            ("fr", "presqu'île Presqu’îles presqu'une l'île", "presqu'île|Presqu’îles|presqu'|une|l'|île"),
            ("fr", "d'accord, l'État, l'été, O'Brien", "d'|accord|l'|État|l'|été|O'Brien"),
            ("fr", "va-t'en", "va|t'|en"),
        ])
    }

    @Test func italianElisionsSplitBehindTheApostrophe() {
        check([
            ("it", "l'aiuto dell'Iraq un’altra c'è nell'acqua", "l'|aiuto|dell'|Iraq|un’|altra|c'|è|nell'|acqua"),
            ("it", "un po' di pane", "un|po|di|pane"),
        ])
    }

    @Test func otherScriptsAndMarksStayWhole() {
        check([
            ("ar", "نِمْنَا في الشّارِع، ثُمَّ؟", "نِمْنَا|في|الشّارِع|ثُمَّ"),
            ("ar", "\u{200F}نمنا\u{200F} ١٢٫٥ ۳", "نمنا\u{200F}|١٢٫٥|۳"),
            ("en", "e\u{301}te\u{301} 👩\u{200D}👩\u{200D}👧 cafe\u{301}s 🇲🇦", "e\u{301}te\u{301}|cafe\u{301}s"),
            ("und", "שלום צה\"ל ג'ורג'", "שלום|צה\"ל|ג'ורג'"),
            ("und", "カタカナ 漢字 한국어", "カタカナ|漢|字|한국어"),
            ("und", "привет мир", "привет|мир"),
        ])
    }

    @Test func transcriptionMarksGiveNoWords() {
        check([
            ("en", "I [laughs] left (pause) home ((door slams)) then (0.5) xxx or XXX NPERS.", "I|left|home|then|or"),
            ("en", "We left [00:12:31] (inaudible 00:12:33) (2s) (1.5 sec) there", "We|left|there"),
            ("en", "my (old) house (in 2015) has (2) rooms", "my|old|house|in|2015|has|2|rooms"),
            ("en", "an [unclosed bracket\nand xx xxl", "an|unclosed|bracket|and|xx|xxl"),
            ("en", "nested [a [b] c] end", "nested|end"),
            ("en", "(Laughter) (LONG PAUSE) yes", "yes"),
            ("en", "well *sighs* I *never* went *long pause* there **laughs** * a * b", "well|I|never|went|there|a|b"),
            ("en", "so ... I, (...) XXX NPERS [...] (([...])) left… home", "so|I|left|home"),
            ("fr", "*rires* et *soupire* *vraiment*", "et|vraiment"),
            ("nl", "ja (lacht) nee (stilte) (onverstaanbaar) en (ook) dit", "ja|nee|en|ook|dit"),
            ("fr", "oui (rires) non (elle pleure) (hoche la tête) et", "oui|non|et"),
            ("tr", "evet (güler) (gülüyor) hayır (sessizlik) (AĞLIYOR)", "evet|hayır"),
            ("ar", "نعم (ضحك) لا (صمت) (بُكاء)", "نعم|لا"),
        ])
    }

    @Test func aLongBracketIsSpeech() {
        let inside = String(repeating: "word ", count: 30)
        #expect(Segmenter().words(of: "[\(inside)]", language: "en").count == 30)
        #expect(Segmenter().words(of: "[\(inside.prefix(100))]", language: "en").isEmpty)
    }

    @Test func offsetsAreThoseOfTheWholeText() {
        let text = "Été: ça 🙂 va\r\nbien"
        let bytes = Array(text.utf8)
        var output = SegmentedText()
        bytes.withUnsafeBufferPointer {
            Segmenter().segment($0, in: 7..<bytes.count, language: "fr", into: &output)
        }
        #expect(
            output.tokens == [
                .init(start: 7, end: 10), .init(start: 16, end: 18), .init(start: 20, end: 24),
            ])
        #expect(output.sentences == [.init(tokens: 0..<3, range: 7..<24)])
    }
}
