/// The twelve questions of the study's interview guide, in the five languages.
enum InterviewGuide {
    /// One question.
    struct Question: Sendable {
        /// A short name.
        let name: String
        /// The place of its section in ``SessionPhrases/sections``.
        let section: Int
        /// The wordings: English, Dutch, French, Arabic, Turkish.
        let wordings: [CountedText]

        init(_ name: String, _ section: Int, _ wordings: [String]) {
            self.name = name
            self.section = section
            self.wordings = wordings.map(CountedText.init)
        }
    }

    /// The questions; that at index 0 is `Q1`.
    static let questions: [Question] = [
        Question(
            "The person", 0,
            [
                "Let us begin with yourself. What do your days look like?",
                "Laten we met uzelf beginnen. Hoe zien uw dagen eruit?",
                "Commençons par vous. À quoi ressemblent vos journées ?",
                "لنبدأ بك أنت. كيف تمر أيامك؟",
                "Sizinle başlayalım. Günleriniz nasıl geçiyor?",
            ]),
        Question(
            "Housing and work", 1,
            [
                "How do migrants live here, what about housing and work?",
                "Hoe leven migranten hier, hoe zit het met wonen en werk?",
                "Comment vivent les migrants ici, du côté du logement et du travail ?",
                "كيف يعيش المهاجرون هنا من ناحية السكن والعمل؟",
                "Göçmenler burada nasıl yaşıyor, ev ve iş durumu nasıl?",
            ]),
        Question(
            "Health", 1,
            [
                "And health, of the body and of the mind?",
                "En de gezondheid, van lichaam en geest?",
                "Et la santé, celle du corps et celle du moral ?",
                "والصحة، صحة الجسد والنفس؟",
                "Peki sağlık, hem beden hem ruh sağlığı?",
            ]),
        Question(
            "Papers and help", 1,
            [
                "Which papers and which help can people get, and from whom?",
                "Welke papieren en welke hulp kunnen mensen krijgen, en van wie?",
                "Quels papiers et quelle aide peut-on obtenir, et auprès de qui ?",
                "ما الأوراق والمساعدات التي يمكن الحصول عليها، ومن أي جهة؟",
                "Hangi belgeler, hangi yardımlar alınabiliyor ve kimden?",
            ]),
        Question(
            "Safety and neighbours", 1,
            [
                "How safe is it, and how do people get on with their neighbours?",
                "Hoe veilig is het, en hoe gaan mensen met hun buren om?",
                "Est-ce qu'on est en sécurité, et comment ça se passe avec les voisins ?",
                "هل المكان آمن، وكيف هي العلاقة مع الجيران؟",
                "Ne kadar güvenli, komşularla aranız nasıl?",
            ]),
        Question(
            "Children and family", 1,
            [
                "What about the children and the family?",
                "Hoe zit het met de kinderen en de familie?",
                "Et les enfants, la famille ?",
                "وماذا عن الأطفال والعائلة؟",
                "Peki çocuklar ve aile?",
            ]),
        Question(
            "Reasons to leave", 2,
            [
                "What makes people leave?",
                "Waarom gaan mensen weg?",
                "Qu'est-ce qui fait que les gens partent ?",
                "ما الذي يدفع الناس إلى الرحيل؟",
                "İnsanlar neden gidiyor?",
            ]),
        Question(
            "The journey", 2,
            [
                "How do people travel, and what happens on the way?",
                "Hoe reizen mensen, en wat gebeurt er onderweg?",
                "Comment se passe le voyage, qu'est-ce qui arrive en route ?",
                "كيف تكون الرحلة، وماذا يحدث في الطريق؟",
                "Yolculuk nasıl oluyor, yolda neler yaşanıyor?",
            ]),
        Question(
            "Policy", 2,
            [
                "What do governments do about migration, and does one notice it?",
                "Wat doen overheden aan migratie, en merk je daar iets van?",
                "Que font les gouvernements en matière de migration, et est-ce qu'on le remarque ?",
                "ماذا تفعل الحكومات بشأن الهجرة، وهل يلاحظ ذلك؟",
                "Devletler göç konusunda ne yapıyor, bu fark ediliyor mu?",
            ]),
        Question(
            "Plans", 2,
            [
                "What plans are there for the coming years, to stay or to go elsewhere?",
                "Welke plannen zijn er voor de komende jaren, blijven of ergens anders heen?",
                "Quels sont les projets pour les années qui viennent, rester ou aller ailleurs ?",
                "ما الخطط للسنوات القادمة، البقاء أم الذهاب إلى مكان آخر؟",
                "Önümüzdeki yıllar için planlar ne, kalmak mı başka yere gitmek mi?",
            ]),
        Question(
            "Going back", 3,
            [
                "Is going back something that people think about?",
                "Is teruggaan iets waar mensen aan denken?",
                "Est-ce que rentrer au pays est une chose à laquelle on pense ?",
                "هل الرجوع أمر يفكر فيه الناس؟",
                "Geri dönmek insanların aklına geliyor mu?",
            ]),
        Question(
            "After return", 3,
            [
                "How is it for those who do go back, and what is it like there?",
                "Hoe is het voor wie wel teruggaat, en hoe is het daar?",
                "Comment ça se passe pour ceux qui rentrent, et comment c'est là-bas ?",
                "كيف الحال لمن رجعوا، وكيف هي الأوضاع هناك؟",
                "Dönenler için durum nasıl, orada hayat nasıl?",
            ]),
    ]

    /// The guide as a file that `verbatim` reads: names, codes and wordings.
    static func file() -> String {
        var text = "guide partnerships \"Interviews on bilateral migration partnerships\"\n"
        for (index, question) in questions.enumerated() {
            text += "\nquestion Q\(index + 1) \"\(question.name)\"\n"
            let codes = StudyCodes.all.filter { $0.question == index }.map(\.id)
            if !codes.isEmpty { text += "  codes  \(codes.joined(separator: ", "))\n" }
            for language in StudyLanguage.allCases {
                let words = String(decoding: question.wordings[language.position].utf8, as: UTF8.self)
                text += "  \(language.rawValue): \(words)\n"
            }
        }
        return text
    }
}
