import VerbatimModel

/// What a language adds to UAX #29: its elisions, abbreviations and the words that begin sentences.
///
/// Lists are folded and hold words of at most sixteen bytes in that form. `Documentation/Segmentation.md` says what a
/// native reader should check in them.
struct LanguageRules: Sendable {
    /// Words that an apostrophe ends: `l'abri` is `l'` and `abri`.
    var elisions: Set<PackedWord> = []
    /// Abbreviations that never end a sentence, without the last full stop: titles, `e.g`.
    var openAbbreviations: Set<PackedWord> = []
    /// Abbreviations that end a sentence only if an upper-case letter follows: `etc`.
    var closingAbbreviations: Set<PackedWord> = []
    /// Abbreviations only before a number: `no. 5`, `Dec. 12`.
    var numberAbbreviations: Set<PackedWord> = []
    /// Words that often begin a sentence and are no names: they decide where the rules are in doubt.
    var starters: Set<PackedWord> = []
    /// Words that begin a name as well as a sentence: `J. De Smet`, `M. Le Goff`.
    static let particles = PackedWord.set("de het 't le la les du des il lo el al")
    /// Words written in upper case wherever they stand, as English `I`: they do not show that a sentence begins.
    var alwaysUpper: Set<PackedWord> = []
    /// Whether a full stop behind a number makes an ordinal: Turkish `2. Dünya`.
    var marksOrdinals = false

    /// The rules of a language; those all languages share where it has none of its own.
    static func rules(of language: Language) -> LanguageRules {
        all[language] ?? common
    }

    private static let all: [Language: LanguageRules] = [
        "en": english, "nl": dutch, "fr": french, "ar": arabic, "tr": turkish, "it": italian,
    ]

    /// Titles that are written alike in many languages, and Latin abbreviations.
    private static let common = LanguageRules(
        openAbbreviations: PackedWord.set("mr mrs ms dr prof st mme mlle e.g i.e cf vs"),
        closingAbbreviations: PackedWord.set("etc"),
        numberAbbreviations: PackedWord.set("no nr art p pp"))
}

extension LanguageRules {
    private static let english = LanguageRules(
        openAbbreviations: PackedWord.set(
            """
            mr mrs ms mx dr drs prof st rev hon fr br gov gen lt sgt capt cmdr maj amb sen rep supt insp e.g i.e eg ie cf vs
            viz approx ca incl excl esp dept
            """),
        closingAbbreviations: PackedWord.set(
            "etc al a.m p.m inc ltd co corp jr sr esq ph.d m.d b.a m.a b.sc m.sc ave blvd"),
        numberAbbreviations: PackedWord.set(
            "no nos nr p pp para paras art arts fig figs vol ch sec jan feb apr jun jul aug sep sept oct nov dec"),
        starters: PackedWord.set(
            """
            the a an and but or so then because if when while after before as since until although though he she it we they
            you i this that these those there here my your his her its our their what why how who where which yes no not
            now well okay ok maybe perhaps also even just only once in on at for from with without by to of is are was
            were do does did have has had can could would should will some many most all every everyone people nobody
            nothing i'm i've i'd i'll it's that's we're they're there's he's she's don't let's
            """),
        alwaysUpper: PackedWord.set("i i'm i've i'd i'll"))

    private static let dutch = LanguageRules(
        openAbbreviations: PackedWord.set(
            """
            dhr mevr mw mej mr dr drs ir ing prof ds st jhr burg wnd bijv bv b.v bvb vb nl d.w.z dwz m.a.w t.w o.a oa i.p.v
            m.b.t m.b.v i.v.m t.a.v t.o.v t.b.v t.g.v i.h.k.v n.a.v o.b.v o.l.v m.n zgn z.g.n c.q resp ca circa vgl cf vs
            evt excl incl ong ongev i.t.t a.h.v a.d.h.v o.i.d v v.d e.g i.e
            """),
        closingAbbreviations: PackedWord.set(
            "enz etc e.d e.a c.s a.u.b aub s.v.p svp n.v jr sr jl j.l a.s v.chr n.chr"),
        numberAbbreviations: PackedWord.set(
            "nr nrs no blz p pp art artt afb hfst hfdst vol par jan feb mrt apr jun jul aug sep sept okt nov dec"),
        starters: PackedWord.set(
            """
            de het een en maar of dus want omdat als toen terwijl nadat voordat sinds hoewel ik jij je u hij zij ze wij we
            jullie dit dat deze die er hier daar mijn jouw uw zijn haar ons onze hun wat waarom hoe wie waar welke ja nee
            niet nu nou dan toch ook nog alleen misschien in op bij voor met zonder naar uit over tot is was waren heeft
            had hebben kan kon moet moest zal zou sommige veel alle iedereen mensen niemand niets 't eigenlijk
            """))

    private static let french = LanguageRules(
        elisions: PackedWord.set("l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu"),
        openAbbreviations: PackedWord.set(
            """
            m mr mme mmes mlle mlles mm dr drs pr prof mgr st ste sts stes gal cdt lt p.ex cf c.a.d cad i.e e.g env vs ndlr
            av bd boul resp
            """),
        closingAbbreviations: PackedWord.set("etc s.v.p svp s.a jr sr p.s"),
        numberAbbreviations: PackedWord.set(
            "no nos n p pp art al fig vol chap par tel janv fevr avr juil sept oct nov dec"),
        starters: PackedWord.set(
            """
            le la les l' un une des du de et mais ou donc or car parce puis alors ensuite quand lorsque lorsqu' comme si
            je j' tu il elle on nous vous ils elles ce c' cet cette ces ca cela ceci mon ma mes ton ta son sa ses notre
            votre leur leurs qui que qu' quoi ou pourquoi comment combien quel quelle oui non ne n' pas plus aussi
            encore meme peut en y a au aux dans sur sous avec sans pour par chez entre vers depuis pendant apres avant
            tout tous toute rien personne quelqu' beaucoup certains moi toi lui eux voila voici d'abord bon ben
            """))

    private static let italian = LanguageRules(
        elisions: PackedWord.set(
            """
            l un d m t s v n c qu gl dell all nell sull dall coll quell quest bell sant anch com dov cos nient senz mezz
            tutt nessun ciascun alcun qualcun
            """),
        openAbbreviations: PackedWord.set("sig sigg dott prof avv ing arch dr on sen mons p.es es cfr ecc.mo vs ca"),
        closingAbbreviations: PackedWord.set("ecc etc a.c d.c s.p.a s.r.l"),
        numberAbbreviations: PackedWord.set("n nr p pp pag art fig vol cap tel"),
        starters: PackedWord.set(
            """
            il lo la i gli le un uno una e ma o quindi perche se quando mentre dopo prima io tu lui lei noi voi loro
            questo questa questi queste quello quella che chi cosa come dove si no non anche ancora forse in a di da
            con per su tra fra mi ci ho ha e' era sono
            """))

    private static let arabic = LanguageRules(
        openAbbreviations: PackedWord.set("د أ م أ.د ا.د د.ع م.م"),
        closingAbbreviations: PackedWord.set("الخ إلخ ه ق.م ب.م"),
        numberAbbreviations: PackedWord.set("ص رقم ج ط ع ت"),
        starters: PackedWord.set(
            """
            و ثم لكن ولكن لان لأن إذا عندما بعد قبل أنا انا نحن هو هي هم أنت كان كانت هذا هذه ذلك تلك هناك هنا لا
            نعم ما من في على إلى الى عن مع كل ليس كنا كنت قال قالت لم لن قد وقد
            """))

    private static let turkish = LanguageRules(
        openAbbreviations: PackedWord.set(
            """
            dr prof doç yrd av sn öğr ord op uzm müh mim alb yb bnb org tuğg gen bkz bk örn krş çev hz st apt t.c m.ö m.s
            """),
        closingAbbreviations: PackedWord.set("vb vs vd vdl a.ş ltd şti jr inc"),
        numberAbbreviations: PackedWord.set(
            "no s sf cad sok sk mah md mad tel c böl oca şub mar nis haz tem ağu eyl eki"),
        starters: PackedWord.set(
            """
            ve ama fakat ancak çünkü sonra önce eğer ben sen o biz siz onlar bu şu bunlar şunlar burada orada benim senin
            onun bizim sizin bir bazı çok her hiç herkes kimse hiçbir ne neden nasıl kim nerede hangi evet hayır yok var
            değil şimdi belki de da ki için ile gibi kadar en daha tabii yani işte zaten hatta ayrıca böyle öyle o zaman
            """),
        marksOrdinals: true)
}
