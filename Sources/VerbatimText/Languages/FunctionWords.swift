/// The commonest function words of each language that the detector must know, as people speak it.
///
/// Words stand as they are written; they are folded, and parted at apostrophes, before they are compared.
enum FunctionWords {
    /// A language and its words.
    struct Profile: Sendable {
        /// The language's subtag; some languages are known only so that they are not taken for another.
        var code: String
        /// The words.
        var words: String
    }

    /// The profiles; the first five are those of languages that the detector names.
    static let profiles = [english, dutch, french, arabic, turkish] + others
    /// How many of ``profiles`` the detector names.
    static let namedCount = 5

    private static let english = Profile(
        code: "en",
        words: """
            the of and to in a is that it was for on with as i you he she we they this be have has had not are were been
            do does did my your his her our their me him them us at by from but or if so because when where who what why
            how there here which would could should will can may might must about into out up down no yes some any all
            more very just than then only also an it's don't i'm yeah well like know think people
            """)

    private static let dutch = Profile(
        code: "nl",
        words: """
            de het een en van in is dat ik je jij hij zij ze wij we jullie u niet op te zijn was met voor aan er maar om
            ook als dan nog wel bij naar uit door over tot of hebben heb heeft had hadden ben bent waren word wordt werd
            worden kan kunnen kon moet moeten moest wil willen wilde zou zouden zal deze dit die daar hier waar wat wie
            hoe waarom omdat want toen nu geen mijn jouw onze ons hun haar hem mij me veel meer heel gewoon ja nee
            iets niets altijd gaan ging mensen
            """)

    private static let french = Profile(
        code: "fr",
        words: """
            le la les l' un une des du de d' et à au aux en est que qu' qui dans pour pas ne n' ce c' cette ces il elle
            on nous vous ils elles je j' tu me m' te se s' sur avec sans par plus mais ou où donc comme quand si son sa
            ses mon ma mes notre nos leur leurs y ça était étaient être avoir ai as a avait ont sont suis avons fait
            faire peut tout tous très bien aussi même parce chez rien non oui là
            """)

    private static let arabic = Profile(
        code: "ar",
        words: """
            في من على إلى الى عن مع أن ان لا ما هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن أنا انا أنت كان كانت كنا كنت
            كانوا لم لن قد لقد ليس بعد قبل عند عندما حتى كل بين أو او ثم لكن ولكن إذا لأن لان هناك هنا نعم كيف لماذا
            متى أين وين شو ليش مش مو احنا إحنا يعني كمان هيك بس عشان علشان راح اللي ايه فيه لي لنا لهم له لها به بها
            وكان وكانت ولا وما ومن وفي وأنا والله أيضا ايضا يوم شيء ناس الناس غير أي
            """)

    private static let turkish = Profile(
        code: "tr",
        words: """
            ve bir bu da de ne için çok ben sen o biz siz onlar bana sana ona bize beni seni onu bizi benim senin onun
            bizim ama fakat çünkü gibi kadar daha en var yok değil mi mı mu mü ile ki her hiç şey diye sonra önce şimdi
            zaman burada orada şu nasıl neden niye evet hayır olarak olan oldu olduğu vardı yoktu dedi dedim bile hem
            ya yani işte tabii belki böyle öyle kendi bunu bunun insanlar ise eğer
            """)

    private static let others = [
        Profile(
            code: "de",
            words: """
                der die das und ist nicht ein eine einen einem einer den dem des zu mit auf für von im ich du er sie es
                wir ihr sich auch an als wie bei nach aus noch nur aber oder wenn weil dass war waren hat haben habe
                hatte wird werden sind bin kann muss mein dein sein uns mir mich ihm ihn dann da hier was wer wo sehr
                über zum zur kein keine schon so
                """),
        Profile(
            code: "es",
            words: """
                el la los las un una unos de del y e en que a al es no se por con para como más pero su sus le les lo me
                te nos mi mis tu yo él ella ellos nosotros usted este esta esto ese esa eso hay fue era eran ser estar
                está están son soy muy también porque cuando donde quien si sí sin sobre ya todo todos nada tengo tiene
                había ha he han qué o entonces
                """),
        Profile(
            code: "it",
            words: """
                il lo la i gli le un uno una di del della dei delle e è in che a al alla non per con da dal dalla come
                più ma o si ci mi ti vi ne se su sul sulla questo questa quello quella sono era erano essere ho hai ha
                abbiamo hanno io tu lui lei noi voi loro anche perché quando dove chi cosa molto tutto tutti niente
                mio mia suo sua poi già così l' d' c' s' m' t' un' dell' all' nell' dall' sull'
                """),
        Profile(
            code: "pt",
            words: """
                o a os as um uma uns de do da dos das e em no na nos nas que não é para por com como mais mas se ao à
                seu sua seus meu minha eu ele ela eles nós você vocês este esta isso isto foi era eram ser estar está
                estão são sou muito também porque quando onde quem sem já tudo todos nada tenho tem tinha há ou então
                pelo pela
                """),
        Profile(
            code: "ca",
            words: """
                el la els les un una uns de del dels i en que a al als és no es per amb com més però seu seva jo ell
                ella ells nosaltres vostè aquest aquesta això allò hi ha va era eren ser estar està són soc molt també
                perquè quan on qui sense ja tot tots res tinc té havia he han o doncs aquí em et ens us li
                l' d' m' n' s' t' senyor senyora fins des cap gràcies doncs
                """),
        Profile(
            code: "sl",
            words: """
                in je da se na v za ne so to bi pa z s ki ni si tudi po bil bila bilo bili sem smo ste ali kot kaj ko
                ko če jaz ti on ona mi vi oni ta te tega tem bo bodo bom ima imamo še že samo zato ker pri od do iz med
                kako kje zdaj zelo vse nič moj naš lahko potem
                """),
        Profile(
            code: "pl",
            words: """
                i w na nie się z do to że jest o a jak po co ale tak za od ja ty on ona my wy oni był była było są mam
                ma może tylko już czy dla przez przy być był tego tym ten ta te jego jej ich mnie mi bo kiedy gdzie
                bardzo wszystko
                """),
        Profile(
            code: "ro",
            words: """
                și în de la a cu nu pe că un o din este sunt era au am ai are fi pentru mai dar sau care ce se să le lui
                ei el ea noi voi eu tu mi ne te cum când unde foarte tot toate acum după prin fost avea meu mea
                """),
        Profile(
            code: "sv",
            words: """
                och i att det som en på är av för med den till inte har de om ett han hon jag du vi ni men var så från
                vid kan när ska skulle eller hade nu där här vad mycket min din sin oss mig dem bara också
                """),
        Profile(
            code: "id",
            words: """
                yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka
                lebih kata tahun sudah atau saat oleh menjadi orang ia telah adalah seperti kami kita dia anda
                """),
        Profile(
            code: "so",
            words: """
                waa iyo oo ka ku u ay in ma waxaa la ayaa aan si uu waxay wuxuu kale ah ee soo inay lagu markii dadka
                ayuu iyada isaga aniga waan
                """),
        Profile(
            code: "ku",
            words: """
                û li ku ji bi di de ez tu ew em hûn xwe ne jî bû bûn heye hene nîne çi kî çima kengî lê wek gelek hemû
                me min te wî wê wan ev vê dikim dike bo ser nav
                """),
        Profile(
            code: "fa",
            words: """
                و در به از که این را با است برای آن یک تا هم ما من او شما آنها بود شد کرد می نمی باید اما اگر چون وقتی
                خیلی هیچ همه هر چه کجا چرا بله نه دیگر بعد پیش خود
                """),
        Profile(
            code: "ur",
            words: """
                کے کی ہے میں اور سے کا کو نہیں ہیں پر یہ وہ تھا تھی تھے ہم آپ مجھے ہو کر نے بھی تو جو کیا کہ لیے ایک
                بہت اس ان گیا رہا رہے
                """),
        Profile(
            code: "az",
            words: """
                və bir bu da də ki ilə üçün çox mən sən o biz siz onlar mənim onun bizim amma lakin çünki kimi qədər daha
                ən var yox deyil hər nə sonra əvvəl indi belə olan idi edir
                """),
        Profile(
            code: "uz",
            words: """
                va bir bu ham bilan uchun men sen u biz siz ular mening uning bizning lekin chunki kabi juda ko'p eng bor
                emas har nima keyin oldin hozir deb edi esa bo'lgan kerak qilib
                """),
        Profile(
            code: "x-arabizi",
            words: """
                ana enta enti e7na i7na howa hiya w wa fi f men mn 3ala 3la 3an ma mesh mish msh mch kan kanet kont
                walla wallah yalla bas 7atta kol kolo shu shou chnou chno wach 3ndi 3andi hna nta howma bezaf bzaf daba
                khouya inchallah inshallah hamdulillah 7amdulillah rani kifach kifash 3lach machi ya3ni yaani 3shan
                """),
    ]
}
