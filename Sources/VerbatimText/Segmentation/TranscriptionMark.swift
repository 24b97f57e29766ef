/// What a transcriber wrote between the words and nobody said: `[laughs]`, `((door slams))`, `(pause)`, `(0.5)`, `*sighs*`.
///
/// Marks stay in the text; they give no tokens and end no sentence.
enum TranscriptionMark {
    /// The longest mark in square or double round brackets, in UTF-8 bytes with its brackets.
    static let longestBracketed = 120
    /// The longest mark in single round brackets or between stars, which must be a known word or a time: what stands so may be
    /// an aside, or stressed.
    static let longestRound = 64

    /// The UTF-8 offset behind the mark that begins at `offset`; `nil` where none does.
    static func end(at offset: Int, in reader: ScalarReader) -> Int? {
        switch reader.utf8[offset] {
        case UInt8(ascii: "["):
            return closingBracket(
                UInt8(ascii: "["), UInt8(ascii: "]"), from: offset, within: longestBracketed, in: reader)
        case UInt8(ascii: "("):
            if offset + 1 < reader.end, reader.utf8[offset + 1] == UInt8(ascii: "(") {
                guard
                    let end = closingBracket(
                        UInt8(ascii: "("), UInt8(ascii: ")"), from: offset, within: longestBracketed, in: reader),
                    reader.utf8[end - 2] == UInt8(ascii: ")")
                else { return nil }
                return end
            }
            guard
                let end = closingBracket(
                    UInt8(ascii: "("), UInt8(ascii: ")"), from: offset, within: longestRound, in: reader),
                isMark(UnsafeBufferPointer(rebasing: reader.utf8[(offset + 1)..<(end - 1)]))
            else { return nil }
            return end
        case UInt8(ascii: "*"):
            let limit = min(reader.end, offset + longestRound)
            guard let end = reader.utf8[(offset + 1)..<max(offset + 1, limit)].firstIndex(of: UInt8(ascii: "*")),
                end > offset + 1, isMark(UnsafeBufferPointer(rebasing: reader.utf8[(offset + 1)..<end]))
            else { return nil }
            return end + 1
        default:
            return nil
        }
    }

    /// Whether a token is what transcribers write for speech that cannot be understood: three or more `x` or `X`, or
    /// `NPERS`.
    static func isPlaceholder(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        guard token.count >= 3, let first = token.first else { return false }
        switch first {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return token.allSatisfy { $0 == first }
        case UInt8(ascii: "N"): return token.elementsEqual("NPERS".utf8)
        default: return false
        }
    }

    /// The offset behind the bracket that closes the one at `offset`, on the same line and within `limit` bytes.
    private static func closingBracket(
        _ opening: UInt8, _ closing: UInt8, from offset: Int, within limit: Int, in reader: ScalarReader
    ) -> Int? {
        var depth = 0
        var index = offset
        let end = min(reader.end, offset + limit)
        while index < end {
            let byte = reader.utf8[index]
            index += 1
            if byte == opening {
                depth += 1
            } else if byte == closing {
                depth -= 1
                if depth == 0 { return index }
            } else if byte == UInt8(ascii: "\n") {
                return nil
            }
        }
        return nil
    }

    /// Whether the content of round brackets is a known mark, a time, or a mark with a time.
    private static func isMark(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
        var folded: [UInt8] = []
        folded.reserveCapacity(content.count)
        Folding.fold(utf8: content, into: &folded)
        var words = folded.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
        if let unit = words.last, words.count > 1, timeUnits.contains(Array(unit)), isNumber(words[words.count - 2]) {
            words.removeLast(2)
            if words.isEmpty { return true }
        } else if let last = words.last, isTime(last) {
            words.removeLast()
            if words.isEmpty { return true }
        }
        return known.contains(Array(words.joined(separator: [UInt8(ascii: " ")])))
    }

    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        !word.isEmpty && word.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
    }

    /// Whether a word is a time: digits with a point or a colon, or with a unit.
    ///
    /// A bare number may be what was said.
    private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
        let number = word.prefix { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
        guard number.contains(where: isDigit) else { return false }
        let unit = word.dropFirst(number.count)
        return unit.isEmpty ? !number.allSatisfy(isDigit) : timeUnits.contains(Array(unit))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static let timeUnits = Set(
        ["s", "sec", "secs", "second", "seconds", "seconden", "secondes", "sn", "saniye", "ms", "min", "mins"]
            .map { Array($0.utf8) })

    /// The known marks, folded.
    private static let known = Set(
        marks.split { $0 == "," || $0 == "\n" }
            .map { Array(Folding.fold(String($0.drop { $0 == " " })).utf8) })

    /// The known marks of English, Dutch, French, Arabic and Turkish.
    private static let marks = """
        laugh,laughs,laughing,laughter,laughs nervously,nervous laughter,laughter in room,all laugh,everyone laughs
        they laugh,both laugh,group laughs,chuckle,chuckles,chuckling,giggles,smiles,smiling,nods,nodding,shrugs
        shakes head,shakes his head,shakes her head,pause,pauses,pausing,long pause,short pause,brief pause,silence
        long silence,cry,cries,crying,starts crying,starts to cry,begins to cry,sobs,sobbing,weeps,weeping,tears
        in tears,inaudible,unintelligible,indistinct,unclear,crosstalk,cross talk,overlapping,overlapping speech
        overlapping voices,speaking at the same time,cough,coughs,coughing,sigh,sighs,sighing,sniffs,sniffles
        clears throat,breathes,breathes out,exhales,inhales,whispers,whispering,applause,claps,music,noise
        background noise,interruption,interrupted,phone rings,telephone rings,knock on door,door opens,door closes
        recording stops,recording paused,end of recording,end of interview,redacted,gap,sic
        lacht,lachen,lachend,gelach,lachje,glimlacht,iedereen lacht,allen lachen,stilte,lange stilte,pauze
        lange pauze,korte pauze,korte stilte,huilt,huilend,begint te huilen,snikt,onverstaanbaar,niet te verstaan
        onduidelijk,door elkaar,praten door elkaar,zucht,zuchten,hoest,kucht,schraapt keel,schraapt de keel,knikt
        schudt hoofd,schudt het hoofd,haalt schouders op,haalt de schouders op,telefoon gaat,onderbreking,applaus
        rire,rires,rit,rient,sourit,sourire,rire nerveux,rires nerveux,il rit,elle rit,ils rient,silence,long silence
        pause,longue pause,court silence,pleure,pleurs,elle pleure,il pleure,en larmes,larmes,sanglots,sanglote
        inaudible,incompréhensible,inintelligible,pas clair,soupir,soupire,soupirs,tousse,toux,hoche la tête
        secoue la tête,hésitation,hésite,bruit,bruits,interruption,chevauchement,parlent en même temps
        applaudissements,le téléphone sonne
        güler,gülüyor,gülüşmeler,gülme,gülerek,gülüyorlar,gülüşüyorlar,gülümsüyor,kahkaha,sessizlik,uzun sessizlik
        duraklama,kısa duraklama,duraksıyor,ağlıyor,ağlama,ağlar,ağlayarak,anlaşılmıyor,anlaşılmayan,anlaşılmadı
        duyulmuyor,belirsiz,iç çeker,iç çekiyor,öksürüyor,öksürük,öksürür,alkışlar,alkış,telefon çalıyor,gürültü
        konuşmalar üst üste
        ضحك,يضحك,تضحك,ضحكة,ضحكات,يضحكون,يضحكان,صمت,صمت طويل,سكوت,توقف,وقفة,بكاء,يبكي,تبكي,دموع,غير مسموع,غير واضح
        غير مفهوم,تنهد,يتنهد,تتنهد,سعال,يسعل,تسعل,تصفيق,مقاطعة,همس,ضجيج,حديث متداخل
        """
}
