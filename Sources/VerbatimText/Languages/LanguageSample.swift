/// What the language detector reads of a text: its words, folded, and what their letters tell.
struct LanguageSample {
    /// One word.
    struct Word {
        /// The folded word; `nil` where it is too long to be a function word.
        var packed: PackedWord?
        /// What its letters, its beginning or its end say.
        var shape: WordShape?
    }

    /// The words, parted at whatever is no letter or digit.
    private(set) var words: [Word] = []
    /// Whether more than one in fifty letters belongs to Persian, Urdu, Kurdish or Pashto and not to Arabic.
    var hasLettersArabicLacks: Bool { lettersArabicLacks * 50 > letters }
    /// Whether more than one in fifty letters belongs to Azerbaijani or Kurdish and not to Turkish.
    var hasLettersTurkishLacks: Bool { lettersTurkishLacks * 50 > letters }
    /// Whether it is Arabic in Latin letters, with digits for the letters that these lack: `3andi`, `7na`.
    var isArabizi: Bool {
        arabizi >= 2 && Double(arabizi) >= LanguageDetector.smallestArabiziShare * Double(words.count)
    }

    private var letters = 0
    private var lettersArabicLacks = 0
    private var lettersTurkishLacks = 0
    private var arabizi = 0

    /// A sample of the first bytes of a text.
    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        var end = min(utf8.count, LanguageDetector.longestSample)
        while end > 0, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        self = ScalarReader.withReader(of: utf8, in: 0..<end) { LanguageSample(reader: $0) }
    }

    private init(reader: ScalarReader) {
        var offset = reader.start
        var start: Int?
        var turkish = 0.0
        while offset < reader.end {
            // What a transcriber wrote may be in another language than the speech.
            if let mark = TranscriptionMark.end(at: offset, in: reader) {
                addWord(from: start, to: offset, of: reader, turkish: turkish)
                start = nil
                offset = mark
                continue
            }
            let item = reader.read(at: offset)
            if item.properties.isLetterOrDigit || item.properties.sentence.isIgnored && start != nil {
                if start == nil { turkish = 0 }
                start = start ?? offset
                letters += 1
                if item.scalar >= 0x80 {
                    if Self.isLetterArabicLacks(item.scalar) { lettersArabicLacks += 1 }
                    if Self.isLetterTurkishLacks(item.scalar) { lettersTurkishLacks += 1 }
                    turkish = max(turkish, WordShape.turkishWeight(of: item.scalar))
                }
            } else {
                addWord(from: start, to: offset, of: reader, turkish: turkish)
                start = nil
            }
            offset = item.next
        }
        addWord(from: start, to: reader.end, of: reader, turkish: turkish)
    }

    private mutating func addWord(from start: Int?, to end: Int, of reader: ScalarReader, turkish: Double) {
        guard let start else { return }
        let utf8 = UnsafeBufferPointer(rebasing: reader.utf8[start..<end])
        if WordShape.isArabizi(utf8) { arabizi += 1 }
        words.append(Word(packed: PackedWord(utf8), shape: WordShape(utf8, turkish: turkish)))
    }

    /// Whether a letter is one of Persian, Urdu, Kurdish or Pashto that Arabic writes only in loan words.
    private static func isLetterArabicLacks(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x679, 0x67E, 0x686, 0x688, 0x691, 0x698, 0x6A9, 0x6AF, 0x6BA, 0x6BE, 0x6C1, 0x6C6, 0x6CC, 0x6CE,
            0x6D2, 0x6D5, 0x681, 0x685, 0x693, 0x695, 0x696, 0x69A, 0x6B5, 0x6BC, 0x6CD, 0x6D0:
            true
        default: false
        }
    }

    /// Whether a letter is one of Azerbaijani (`ə`) or Kurdish (`ê`) that Turkish does not write.
    private static func isLetterTurkishLacks(_ scalar: UInt32) -> Bool {
        scalar == 0x18F || scalar == 0x259 || scalar == 0xCA || scalar == 0xEA
    }
}
