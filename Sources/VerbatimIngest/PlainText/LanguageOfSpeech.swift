import VerbatimModel
import VerbatimText

/// The language of what is said.
enum LanguageOfSpeech {
    /// The most bytes that the detector reads.
    private static let enough = 20_000
    /// The most bytes of one paragraph.
    private static let enoughOfParagraph = 1_000
    /// A paragraph is in another language than its transcript only where the detector is at least this sure.
    private static let sure = 0.45

    /// The language of the first paragraphs.
    static func detect(_ turns: [Turn], utf8: [UInt8]) -> Language {
        var sample: [UInt8] = []
        for turn in turns {
            for paragraph in turn.paragraphs where sample.count < enough {
                sample.append(contentsOf: utf8[paragraph.range])
                sample.append(0x0A)
            }
        }
        return sample.withUnsafeBufferPointer { LanguageDetector.detect(utf8: $0) }.language
    }

    /// Gives the paragraphs that are surely in another language than the transcript their own.
    ///
    /// Short ones keep the transcript's, unless their script is another. A transcript whose languages are so mixed that none was
    /// told has that of most of its words.
    /// - Complexity: O(length of the text).
    static func mark(_ transcript: inout Transcript, utf8: [UInt8]) {
        if transcript.language == .unknown { transcript.language = mostSpoken(transcript.turns, utf8: utf8) }
        let language = transcript.language
        let isArabic = arabicScript.contains(language)
        for turn in transcript.turns.indices {
            for index in transcript.turns[turn].paragraphs.indices {
                let bytes = utf8[transcript.turns[turn].paragraphs[index].range].prefix(enoughOfParagraph)
                let guess = bytes.withUnsafeBufferPointer { LanguageDetector.detect(utf8: $0) }
                if guess.language != language, guess.confidence >= sure {
                    transcript.turns[turn].paragraphs[index].language = guess.language
                } else if language != .unknown, let script = Script(of: bytes), isArabic != (script == .arabic) {
                    // Whatever it is, it is not the transcript's.
                    transcript.turns[turn].paragraphs[index].language = guess.language
                }
            }
        }
    }

    /// The language that most paragraphs, by length, are surely in; unknown where that is less than half of the text.
    private static func mostSpoken(_ turns: [Turn], utf8: [UInt8]) -> Language {
        var lengths: [Language: Int] = [:]
        var total = 0
        for paragraph in turns.flatMap(\.paragraphs) {
            let bytes = utf8[paragraph.range]
            total += bytes.count
            let guess = bytes.withUnsafeBufferPointer { LanguageDetector.detect(utf8: $0) }
            if guess.confidence >= sure, guess.language != .unknown {
                lengths[guess.language, default: 0] += bytes.count
            }
        }
        let most = lengths.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }
        return most.flatMap { $0.value * 2 >= total ? $0.key : nil } ?? .unknown
    }

    private static let arabicScript: Set<Language> = ["ar", "fa", "ur", "ckb", "ps", "ug", "sd"]

    /// The script of most letters of a paragraph.
    private enum Script {
        case latin
        case arabic

        /// The script; `nil` where there are fewer than three letters of it or the scripts mix.
        init?(of bytes: ArraySlice<UInt8>) {
            var (latin, arabic) = (0, 0)
            for byte in bytes {
                switch byte {
                case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC5: latin += 1
                case 0xD8...0xDB: arabic += 1
                default: break
                }
            }
            if arabic >= 3, arabic > 4 * latin {
                self = .arabic
            } else if latin >= 3, latin > 4 * arabic {
                self = .latin
            } else {
                return nil
            }
        }
    }
}
