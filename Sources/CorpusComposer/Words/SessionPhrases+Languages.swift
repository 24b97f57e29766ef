extension SessionPhrases {
    /// The phrases of a language.
    static func of(_ language: StudyLanguage) -> SessionPhrases { all[language.position] }

    private static let all: [SessionPhrases] = [english, dutch, french, arabic, turkish]

    private static let english = SessionPhrases(
        openings: [
            ("Thank you for making time. The recorder is on now, is that all right?", "Yes, go ahead."),
            ("Good morning. We can stop whenever you like, just say so.", "Fine. Let's begin."),
            ("So, this is the recording. Are you comfortable there?", "Comfortable enough, thanks."),
        ],
        closings: [
            ("Those were my questions. Thank you very much.", "You're welcome. Is that thing off now?"),
            ("We can leave it there. Thank you.", "Thank you too."),
        ],
        prompts: [
            ("Mm-hm.", "Yes. So."), ("Could you say a bit more?", "No, I think that was it."),
            ("And then?", "Then nothing, that was all."), ("I see.", "Yes."),
            ("How do you mean?", "As I say it."),
        ],
        passes: ["Next question, please.", "Hmm. Ask me another one.", "I have nothing to say on that."],
        interjections: ["Exactly.", "Right, right.", "Let her finish.", "[laughs] Always him."],
        choruses: ["[laughter]", "Yes, yes.", "[talking at the same time]"],
        sections: ["About you", "Needs", "Leaving and staying", "Going back"],
        interviewer: "Interviewer", respondent: "Respondent", moderator: "Moderator", interpreter: "Interpreter",
        several: "Several", title: "Interview")

    private static let dutch = SessionPhrases(
        openings: [
            ("Fijn dat u tijd voor ons heeft. De opname loopt, is dat goed?", "Ja hoor, prima."),
            ("Goedemorgen. Als u wilt stoppen, zegt u het gewoon.", "Goed. Begint u maar."),
            ("Zo, hij neemt op. Zit u goed zo?", "Ja, ik zit goed, dank u."),
        ],
        closings: [
            ("Dat waren mijn vragen. Heel erg bedankt.", "Graag gedaan. Is dat ding nu uit?"),
            ("Dan laten we het hierbij. Dank u wel.", "U ook bedankt."),
        ],
        prompts: [
            ("Mm-mm.", "Ja. Dus."), ("Kunt u daar iets meer over zeggen?", "Nee, dat was het wel."),
            ("En toen?", "Toen niks, dat was het."), ("Ik snap het.", "Ja."), ("Hoe bedoelt u?", "Zoals ik het zeg."),
        ],
        passes: ["Volgende vraag, graag.", "Tja. Vraag maar iets anders.", "Daar heb ik niets over te zeggen."],
        interjections: ["Precies.", "Klopt, klopt.", "Laat haar even uitpraten.", "[lacht] Altijd hij weer."],
        choruses: ["[gelach]", "Ja, ja.", "[praten door elkaar]"],
        sections: ["Over uzelf", "Behoeften", "Weggaan en blijven", "Teruggaan"],
        interviewer: "Interviewer", respondent: "Respondent", moderator: "Gespreksleider", interpreter: "Tolk",
        several: "Meerdere", title: "Interview")

    private static let french = SessionPhrases(
        openings: [
            ("Merci de nous recevoir. J'ai mis l'enregistreur en marche, ça vous va ?", "Oui, allez-y."),
            ("Bonjour. On peut s'arrêter quand vous voulez, il suffit de le dire.", "D'accord. On commence."),
            ("Voilà, ça enregistre. Vous êtes bien installé là ?", "Très bien, merci."),
        ],
        closings: [
            ("C'étaient mes questions. Merci beaucoup.", "Je vous en prie. C'est éteint, là ?"),
            ("On va s'arrêter là. Merci à vous.", "Merci à vous aussi."),
        ],
        prompts: [
            ("Hm hm.", "Oui. Voilà."), ("Vous pouvez en dire un peu plus ?", "Non, je crois que c'est tout."),
            ("Et ensuite ?", "Ensuite rien, c'est tout."), ("Je vois.", "Oui."),
            ("C'est-à-dire ?", "Comme je vous le dis."),
        ],
        passes: [
            "Question suivante, s'il vous plaît.", "Bof. Demandez-moi autre chose.", "Là-dessus, je n'ai rien à dire.",
        ],
        interjections: ["Exactement.", "Voilà, voilà.", "Laissez-la finir.", "[rit] Toujours lui."],
        choruses: ["[rires]", "Oui, oui.", "[parlent en même temps]"],
        sections: ["Vous-même", "Besoins", "Partir et rester", "Rentrer"],
        interviewer: "Enquêteur", respondent: "Répondant", moderator: "Modératrice", interpreter: "Interprète",
        several: "Plusieurs", title: "Entretien")

    private static let arabic = SessionPhrases(
        openings: [
            ("شكرا على وقتك. المسجل يعمل الآن، هل هذا مناسب؟", "نعم، تفضل."),
            ("صباح الخير. يمكننا التوقف متى أردت، فقط قل لنا.", "طيب. نبدأ."),
            ("بدأ التسجيل. هل أنت مرتاح في هذا المكان؟", "مرتاح، شكرا."),
        ],
        closings: [
            ("كانت هذه أسئلتي. شكرا جزيلا.", "عفوا. هل انطفأ الجهاز؟"), ("نكتفي بهذا. شكرا لك.", "شكرا لكم أيضا."),
        ],
        prompts: [
            ("امم.", "نعم. هكذا."), ("هل تقول أكثر قليلا؟", "لا، هذا كل شيء."), ("وبعد ذلك؟", "لا شيء، هذا هو."),
            ("فهمت.", "نعم."), ("كيف يعني؟", "كما قلت."),
        ],
        passes: ["السؤال التالي من فضلك.", "امم. اسألني غير هذا.", "ليس عندي ما أقوله في هذا."],
        interjections: ["بالضبط.", "صحيح، صحيح.", "خلوها تكمل.", "[يضحك] دائما هو."],
        choruses: ["[ضحك]", "نعم، نعم.", "[يتكلمون معا]"],
        sections: ["عنك", "الحاجات", "الرحيل والبقاء", "الرجوع"],
        interviewer: "الباحث", respondent: "المشارك", moderator: "الميسر", interpreter: "المترجم", several: "الجميع",
        title: "مقابلة")

    private static let turkish = SessionPhrases(
        openings: [
            ("Vakit ayırdığınız için teşekkürler. Kayıt açık, sizin için uygun mu?", "Evet, buyurun."),
            ("Günaydın. İstediğiniz zaman durabiliriz, söylemeniz yeter.", "Tamam. Başlayalım."),
            ("Kayda başladık. Rahat mısınız orada?", "Rahatım, sağ olun."),
        ],
        closings: [
            ("Sorularım bu kadardı. Çok teşekkür ederim.", "Rica ederim. Kapandı mı o alet?"),
            ("Burada bırakalım. Teşekkürler.", "Ben teşekkür ederim."),
        ],
        prompts: [
            ("Hı hı.", "Evet. Öyle."), ("Biraz daha açar mısınız?", "Yok, bu kadar."),
            ("Ya sonra?", "Sonrası yok, hepsi bu."), ("Anlıyorum.", "Evet."), ("Nasıl yani?", "Dediğim gibi."),
        ],
        passes: ["Sıradaki soru lütfen.", "Hmm. Başka bir şey sorun.", "O konuda diyeceğim bir şey yok."],
        interjections: ["Aynen.", "Doğru, doğru.", "Bırak bitirsin.", "[güler] Hep o zaten."],
        choruses: ["[gülüşmeler]", "Evet, evet.", "[aynı anda konuşuyorlar]"],
        sections: ["Sizin hakkınızda", "İhtiyaçlar", "Gitmek ve kalmak", "Dönmek"],
        interviewer: "Görüşmeci", respondent: "Katılımcı", moderator: "Moderatör", interpreter: "Tercüman",
        several: "Hepsi", title: "Görüşme")
}
