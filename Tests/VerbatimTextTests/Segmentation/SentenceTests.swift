import Testing
import VerbatimModel

@testable import VerbatimText

@Suite struct SentenceTests {
    /// Language and text, in which `|` stands where a sentence must end and another begin, in place of one space.
    typealias Row = (language: Language, marked: String)

    func check(_ rows: [Row]) {
        for row in rows {
            let expected = row.marked.split(separator: "|").map(String.init)
            let text = row.marked.replacing("|", with: " ")
            #expect(sentences(of: text, language: row.language) == expected, "\(row.language): \(text)")
        }
    }

    func sentences(of text: String, language: Language) -> [String] {
        let bytes = Array(text.utf8)
        var output = SegmentedText()
        bytes.withUnsafeBufferPointer {
            Segmenter().segment($0, in: 0..<bytes.count, language: language, into: &output)
        }
        return output.sentences.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test func sentencesEndAtTerminators() {
        check([
            ("en", "We left.|We came back!|Why?|I do not know."),
            ("en", "He said \"Go.\"|Then we left.|(It was night.)|“Really?”|Yes."),
            ("en", "you know?|and then they left"),
            ("en", "no end at all"),
            ("en", "It cost 3.50 euros in 2015.|Then 4.5."),
            ("nl", "Wij sliepen buiten.|Het was koud."),
            ("fr", "Où dormir ?|Dehors !|« Jamais. »|Voilà.|« Oui »."),
            ("tr", "Nerede kaldınız?|Dışarıda kaldık.|Çok soğuktu."),
            ("und", "Кто?|Мы ушли.|Потом вернулись."),
        ])
    }

    @Test func arabicTerminatorsEndSentences() {
        check([
            ("ar", "أين نمتم؟|نمنا في الشارع.|كان البرد شديدا!"),
            ("ar", "لم نعرف۔|ثم ذهبنا"),
            ("ar", "كنا... نحن لم ننم… أبدا"),
            ("ar", "ذهبنا إلى د. محمد في المستشفى.|ثم عدنا."),
        ])
    }

    @Test func titlesAndOpenAbbreviationsDoNotEndASentence() {
        check([
            ("en", "We saw Dr. Smith and Mrs. Jones.|They helped."),
            ("en", "Some towns, e.g. Mosul, i.e. Iraq.|It hurts."),
            ("en", "St. Mary vs. The State.|Prof. Ali left."),
            ("nl", "Ik sprak met dhr. Jansen en mevr. De Vries.|Daarna niet."),
            ("nl", "Organisaties, o.a. Caritas en bijv. Fedasil.|Ja."),
            ("nl", "Dat was m.b.t. Marokko en d.w.z. Rabat."),
            ("fr", "J'ai vu M. Dupont et Mme. Alami, Dr. Ben.|Puis rien."),
            ("fr", "M. Le Goff est venu."),
            ("fr", "Une ville, p. ex. Casablanca, i. e. Maroc.|Fini."),
            ("nl", "Steden, o. a. Gent.|In de Jan v. Rijswijcklaan."),
            ("tr", "Dr. Ahmet ve Prof. Yılmaz geldi.|Sonra gitti."),
            ("tr", "Meyve, örn. Elma, bkz. Tablo.|Evet."),
        ])
    }

    @Test func closingAbbreviationsEndASentenceBeforeUpperCase() {
        check([
            ("en", "Food, water, etc.|Then we left."),
            ("en", "Food, water, etc. and so on."),
            ("en", "We came at 5 p.m.|They left."),
            ("nl", "Water, brood, enz.|Toen gingen we."),
            ("fr", "De l'eau, du pain, etc.|Ensuite rien."),
            ("tr", "Su, ekmek vb.|Sonra gittik."),
            ("tr", "Su, ekmek vb. şeyler."),
        ])
    }

    @Test func numberAbbreviationsHoldOnlyBeforeANumber() {
        check([
            ("en", "Room No. 5 Is Small.|No.|We did not go."),
            ("en", "On Dec. 12 We Left."),
            ("nl", "Kamer nr. 5 Was Klein.|Het was vol.|Wij gingen."),
            ("fr", "L'art. 3 CEDH.|De l'art.|Puis rien."),
        ])
    }

    @Test func initialsDoNotEndASentence() {
        check([
            ("en", "I met J. Smith and A. B. Jones.|We talked."),
            ("en", "It was plan B.|We went."),
            ("en", "So did I.|Mosul was empty."),
            ("en", "The U.S. Embassy helped.|We live in the U.S.|They do not."),
            ("nl", "Ik zag J. De Smet."),
            ("fr", "J.-P. Durand est venu."),
            ("tr", "Orada T.C. Hükümeti var.|Dr. A. Yılmaz geldi."),
            ("ar", "قابلت أ. علي."),
        ])
    }

    @Test func numbersOfListsAndOrdinalsDoNotEndASentence() {
        check([
            ("en", "1. Shelter was bad.|2015."),
            ("en", "a. Shelter was bad.|It was 1985.|We left."),
            ("nl", "1. De opvang was slecht.|Dat was 3.|Ja."),
            ("tr", "Onlar 3. gün geldi.|Biz 2. Cadde üzerindeyiz."),
            ("tr", "XX. Yüzyıl kötüydü."),
            ("tr", "Yaşım 25.|Sonra evlendim.|Yıl 2015.|Gittik."),
        ])
    }

    @Test func anEllipsisEndsASentenceOnlyBeforeANewOne() {
        check([
            ("en", "I ... I went home."),
            ("en", "I… I don't know, and then... I left."),
            ("en", "well… then we left"),
            ("en", "It was bad...|We left.|It was…|They knew."),
            ("en", "It was bad ...|We left."),
            ("en", "We went to ... Mosul and then ... \"Baghdad\"."),
            ("en", "We... We left.|Really?..|Yes."),
            ("en", "It was . . . hard.|But good."),
            ("nl", "Ik … ik weet het niet ...|Maar goed."),
            ("fr", "Je… je ne sais pas…|Après, rien."),
            ("tr", "Bilmiyorum...|Sonra gittik... yani öyle."),
        ])
    }

    @Test func aWrappedLineIsNoBoundaryAndAnEmptyLineIsOne() {
        #expect(
            sentences(of: "We slept\noutside. It\nwas cold", language: "en") == ["We slept\noutside.", "It\nwas cold"])
        #expect(sentences(of: "We left.\nThen home", language: "en") == ["We left.", "Then home"])
        #expect(sentences(of: "one line\n\nanother", language: "en") == ["one line", "another"])
        #expect(sentences(of: "one line\r\n \r\nanother", language: "en") == ["one line", "another"])
        #expect(sentences(of: "one\r\ntwo", language: "en") == ["one\r\ntwo"])
        #expect(sentences(of: "one\u{2029}two", language: "en") == ["one", "two"])
    }

    @Test func marksEndNoSentenceAndFollowTheOneBefore() {
        check([
            ("en", "I left. [laughs]|We came back."),
            ("en", "I left. [laughs] and came back."),
            ("en", "I [inaudible. What?] left (pause) then.|Yes (laughs).|No. (0.5)|We"),
            ("en", "[crying] We left. [End of interview.]"),
            ("nl", "Ik ging weg. (lacht)|Toen kwam ik."),
        ])
    }

    @Test func whatHoldsNoWordsBelongsToANeighbour() {
        check([
            ("en", "\"We left.\" !"),
            ("en", "... We left."),
            ("en", "We left.|We came. 🙂"),
        ])
        #expect(sentences(of: "?! ... [laughs]", language: "en").isEmpty)
        #expect(sentences(of: "", language: "en").isEmpty)
    }
}
