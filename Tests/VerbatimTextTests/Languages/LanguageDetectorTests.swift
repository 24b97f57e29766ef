import Testing
import VerbatimModel

@testable import VerbatimText

@Suite struct LanguageDetectorTests {
    static let sentences: [(Language, [String])] = [
        (
            "en",
            [
                "We slept outside the station for two weeks because there was no place for us.",
                "I don't think they will ever let me go back to my country.",
                "My brother was there and he said that it is better here.",
                "They told us to wait, and then we waited for a year.",
                "When I came to Europe I had nothing and I knew nobody.",
                "Yeah, I know, but it's not only about the money.",
                "The information campaign had no effect on what people decided to do.",
                "You have to pay the smugglers before you can leave.",
                "If the war is over, we would go home with our children.",
                "So she asked me what I was doing here and I told her.",
            ]
        ),
        (
            "nl",
            [
                "Wij hebben twee weken buiten geslapen omdat er geen plaats was voor ons.",
                "Ik denk niet dat ik ooit nog naar mijn land terug kan gaan.",
                "Mijn broer was daar en hij zei dat het hier beter is.",
                "Ze zeiden dat we moesten wachten, en toen hebben we een jaar gewacht.",
                "Toen ik naar Europa kwam had ik niets en kende ik niemand.",
                "Ja, dat weet ik wel, maar het gaat niet alleen over geld.",
                "De campagne had geen effect op wat de mensen hebben beslist.",
                "Je moet de smokkelaars betalen voor je kan vertrekken.",
                "Als de oorlog voorbij is, zouden we met onze kinderen naar huis gaan.",
                "En wat wilde hij dan van jullie, een bewijs of zo?",
            ]
        ),
        (
            "fr",
            [
                "On a dormi deux semaines dehors devant la gare parce qu'il n'y avait pas de place.",
                "Je ne pense pas que je vais un jour retourner dans mon pays.",
                "Mon frère était là et il m'a dit que c'est mieux ici.",
                "Ils nous ont dit d'attendre, et on a attendu un an.",
                "Quand je suis arrivé en Europe je n'avais rien et je ne connaissais personne.",
                "Oui, je sais bien, mais ce n'est pas seulement pour l'argent.",
                "La campagne d'information n'a eu aucun effet sur les gens.",
                "Il faut payer les passeurs avant de partir avec eux.",
                "Si la guerre est finie, nous allons rentrer chez nous avec les enfants.",
                "Et qu'est-ce qu'elle t'a demandé, ta mère ?",
            ]
        ),
        (
            "ar",
            [
                "نمنا في الشارع أسبوعين لأن لا يوجد مكان لنا.",
                "لا أعتقد أنني سأعود إلى بلدي بعد كل هذا.",
                "أخي كان هناك وقال لي إن الوضع هنا أفضل من قبل.",
                "قالوا لنا أن ننتظر، ثم انتظرنا سنة كاملة في المخيم.",
                "عندما وصلت إلى أوروبا لم يكن معي شيء.",
                "نعم أعرف، لكن هذا ليس فقط من أجل المال.",
                "الحملة لم يكن لها أي أثر على الناس.",
                "يعني احنا ما كان عندنا شي، بس الله كريم، وين نروح؟",
                "إذا انتهت الحرب نحن سنعود مع الأطفال إلى البيت.",
                "هل كنت تعرف أحدا هنا قبل أن تصل؟ لا، أبدا، ما كنت.",
            ]
        ),
        (
            "tr",
            [
                "İki hafta boyunca dışarıda kaldık çünkü bizim için yer yoktu.",
                "Bir daha ülkeme döneceğimi hiç sanmıyorum ama kim bilir, belki sonra.",
                "Abim oradaydı ve bana burada daha iyi olduğunu söyledi.",
                "Bize beklememizi söylediler, sonra bir yıl bekledik, çok zordu.",
                "Ben Avrupa'ya geldiğim zaman hiçbir şeyim yoktu ve kimseyi tanımıyordum.",
                "Evet, biliyorum ama bu sadece para için değil.",
                "Yani bu kampanyanın insanlar için hiç etkisi olmadı.",
                "Ama gitmeden önce kaçakçılara çok para vermek gerekiyor, ne yapalım yani.",
                "Savaş biterse biz çocuklarla eve döneriz, ama ne zaman, kim bilir ki.",
                "O da bana dedi ki sen neden buradasın, ne yapıyorsun?",
            ]
        ),
    ]

    @Test func tellsTheFiveLanguagesFromOneSentence() {
        for (language, sentences) in Self.sentences {
            for sentence in sentences {
                let guess = LanguageDetector.detect(sentence)
                #expect(guess.language == language, "\(sentence)")
                #expect((0.0...1.0).contains(guess.confidence))
            }
            let all = LanguageDetector.detect(sentences.joined(separator: "\n"))
            #expect(all.language == language)
            #expect(all.confidence > 0.6, "\(language) \(all.confidence)")
        }
    }

    @Test(arguments: [
        "", "   ", "Yes.", "Mosul, Rabat, Tunis.", "2015 2016 2017", "[laughs] (pause)", "Ja. Nee. Ok.", "نعم",
        // Other languages.
        "Wir haben zwei Wochen vor dem Bahnhof geschlafen, weil es keinen Platz für uns gab und das war nicht gut.",
        "Dormimos dos semanas en la calle porque no había lugar para nosotros y no teníamos nada.",
        "Abbiamo dormito due settimane fuori perché non c'era posto per noi e non avevamo niente.",
        "Dormimos duas semanas na rua porque não havia lugar para nós e não tínhamos nada.",
        "Vam dormir dues setmanes al carrer perquè no hi havia lloc per a nosaltres i no teníem res.",
        "Dva tedna smo spali zunaj, ker ni bilo prostora za nas in nismo imeli ničesar, tako da je bilo težko.",
        "Мы спали на улице две недели, потому что для нас не было места.",
        "Κοιμηθήκαμε έξω για δύο εβδομάδες γιατί δεν υπήρχε χώρος για εμάς.",
        "ما دو هفته در خیابان خوابیدیم چون برای ما جا نبود و هیچ چیز نداشتیم و من خیلی می ترسیدم.",
        "ہم دو ہفتے سڑک پر سوئے کیونکہ ہمارے لیے جگہ نہیں تھی اور ہمارے پاس کچھ بھی نہیں تھا۔",
        "ئێمە دوو هەفتە لە دەرەوە خەوتین چونکە شوێن نەبوو، من لە کوێ بووم و ئەو لە کوێ بوو.",
        "Em du hefte li kolanê man ji ber ku ji bo me cih tune bû û min jî nizanibû çi bikim.",
        // Arabic in Latin letters.
        "Ana kont fi l mo5ayam w ma kan 3andi walla shi, bas el 7amdulillah, ya3ni kol shi mnee7 w 3ndi wlad.",
    ])
    func tellsNothingWhereItCannot(text: String) {
        let guess = LanguageDetector.detect(text)
        #expect(guess.language == .unknown, "\(text): \(guess)")
    }

    @Test(arguments: [
        "Ana b7ebbek w 3andi wlad, bas ma fi shi.", "7na mchina l dar w 3ayit bezaf.", "howa 9alli ana ghadi n3awdha",
        "And then 7abibi told me that we are in the 3ayla of the neighbours and it was fine.",
    ])
    func arabicInLatinLettersIsNeverEnglish(text: String) {
        #expect(LanguageDetector.detect(text).language == .unknown)
    }

    @Test(arguments: [
        "He was the 5th of the 7 who came at 9am, and it was 30km from here.",
        "We had covid19 and the H1N1 flu, and they gave us 2nd hand clothes for the b2b fair.",
        "The MP3s of the 3rd day were with us in a 4x4, and it was not for them.",
    ])
    func numbersWithUnitsAreNoLetters(text: String) {
        #expect(LanguageDetector.detect(text).language == "en")
    }

    @Test(arguments: [
        "Çocuklarımızı okula gönderemiyorduk, kayıtları yapılmıyordu.",
        "Avrupa'ya gitmeyi düşünüyorum ama denizden korkuyorum.",
        "Evlerimizden çıkmak zorunda kaldık.", "Kimliklerimizi polislere vermiştik, sonra bir daha geri alamadık.",
    ])
    func turkishIsToldByItsEndingsAndLetters(text: String) {
        #expect(LanguageDetector.detect(text).language == "tr")
    }

    @Test(arguments: [
        "المدينة كانت بعيدة والطريق صعبا.", "وصلنا إلى الحدود بالسيارة ليلا.", "نعيش في المخيم قرب المدرسة القديمة",
    ])
    func arabicIsToldByItsArticle(text: String) {
        #expect(LanguageDetector.detect(text).language == "ar")
    }

    @Test(arguments: [
        "Biz bu gün şəhərə getdik, çünki uşaqlar üçün məktəb yox idi və mən də işsiz idim.",
        "Biz bugun shaharga bordik, chunki bolalar uchun maktab yo'q edi va men ham ishsiz edim.",
        "Am stat două săptămâni afară pentru că nu era loc pentru noi și nu aveam nimic.",
    ])
    func kinAndNeighboursOfTurkishAreNotTurkish(text: String) {
        #expect(LanguageDetector.detect(text).language == .unknown)
    }

    @Test func anotherLanguageIsSurelyNoneOfTheFive() {
        let german = "Wir haben dort geschlafen, weil es keinen Platz für uns gab und das war nicht gut für die Kinder."
        #expect(LanguageDetector.detect(german).confidence > 0.4)
        #expect(LanguageDetector.detect("Mosul, Rabat, Tunis.").confidence == 0)
    }

    @Test func caseAndMarksAndApostrophesDoNotMatter() {
        #expect(LanguageDetector.detect("WE WERE THERE AND IT WAS NOT FOR US").language == "en")
        #expect(LanguageDetector.detect("QU’IL N’A PAS ÉTÉ LÀ ET QUE C’EST ÇA").language == "fr")
        #expect(LanguageDetector.detect("لِأَنَّ هٰذَا كَانَ فِي بَيْتِنَا مِنْ قَبْل وَلَا شَيْء عَلَى هُنَاك").language == "ar")
    }

    @Test func readsOnlyTheBeginningOfALongText() {
        let english = String(repeating: "We were there and it was not for us, é. ", count: 500)
        let dutch = String(repeating: "Wij waren daar en het was niet voor ons. ", count: 5_000)
        #expect(LanguageDetector.detect(english + dutch).language == "en")
    }
}
