/// First names for invented people, by country; common ones, so that they are nobody's in particular.
enum FirstNames {
    /// The names of a country and sex, in Latin or in Arabic script; the lists of both scripts match.
    static func of(_ country: StudyCountry, _ sex: Sex, _ language: StudyLanguage) -> [String] {
        let lists = language == .arabic ? arabic : latin
        return lists[country.position * 2 + (sex == .female ? 0 : 1)]
    }

    /// Names of interviewers and interpreters, who are never among the respondents.
    static func team(_ language: StudyLanguage) -> [String] { teams[language.position] }

    private static let teams: [[String]] = [
        ["Ruth", "Helen", "Marcus", "Nora"], ["Joris", "Marieke", "Sanne", "Wouter"],
        ["Claire", "Antoine", "Solène", "Mathieu"], ["رنا", "سمير", "هدى", "باسم"],
        ["Deniz", "Ece", "Onur", "Selin"],
    ]

    private static let latin: [[String]] = split([
        "Zainab Shaima Noor Hawra Rasha Dunya Suhad Avan Maysoon Israa",
        "Hadi Mustafa Haider Rebaz Omar Laith Karwan Ammar Saif Dilshad",
        "Fatima Khadija Hajar Salma Naima Ghita Meryem Ikram Loubna Samira",
        "Hamza Youssef Anouar Rachid Mehdi Ayoub Soufiane Driss Nabil Zakaria",
        "Amira Ines Rim Sarra Olfa Hela Mouna Emna Wafa Nesrine",
        "Walid Skander Oussama Bilel Aymen Seif Hichem Ramzi Marwen Anis",
        "Emine Zeynep Hatice Rojin Gül Sevgi Hanan Elif Rima Yıldız",
        "Mehmet Murat Khaled Baran Serkan Firas Yusuf Emre Idris Kadir",
    ])

    private static let arabic: [[String]] = split([
        "زينب شيماء نور حوراء رشا دنيا سهاد آفان ميسون إسراء",
        "هادي مصطفى حيدر ريباز عمر ليث كاروان عمار سيف دلشاد",
        "فاطمة خديجة هاجر سلمى نعيمة غيثة مريم إكرام لبنى سميرة",
        "حمزة يوسف أنوار رشيد مهدي أيوب سفيان إدريس نبيل زكرياء",
        "أميرة إيناس ريم سارة ألفة هالة منى آمنة وفاء نسرين",
        "وليد إسكندر أسامة بلال أيمن سيف هشام رمزي مروان أنيس",
        "أمينة زينب خديجة روجين جول سلوى حنان إليف ريما نجمة",
        "محمد مراد خالد باران سركان فراس يوسف أمير إدريس قادر",
    ])

    private static func split(_ lines: [String]) -> [[String]] {
        lines.map { $0.split(separator: " ").map(String.init) }
    }
}
