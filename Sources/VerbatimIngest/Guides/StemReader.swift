import VerbatimModel
import VerbatimText

/// Cuts texts into the stems of their words, as rules compare them.
///
/// Stemmers are kept, since one is made for each language.
struct StemReader {
    private var stemmers: [Language: Stemmer?] = [:]
    private let segmenter = Segmenter()

    /// The stems of a text's words.
    mutating func stems(of text: String, language: Language) -> [String] {
        segmenter.words(of: text, language: language).map { stem($0, language) }
    }

    /// The stems of each sentence of a paragraph, whose range is in UTF-8 offsets.
    mutating func sentences(of text: String, in range: ByteRange, language: Language) -> [Set<String>] {
        var text = text
        var words: [[String]] = []
        text.withUTF8 { utf8 in
            var segmented = SegmentedText()
            segmenter.segment(utf8, in: range, language: language, into: &segmented)
            words = segmented.sentences.map { sentence in
                segmented.tokens[sentence.tokens].map { token in
                    String(decoding: utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
                }
            }
        }
        return words.map { sentence in Set(sentence.map { stem($0, language) }) }
    }

    private mutating func stem(_ word: String, _ language: Language) -> String {
        if stemmers[language] == nil { stemmers[language] = .some(Stemmer(language: language)) }
        return stemmers[language]??.stem(of: word) ?? Folding.fold(word)
    }
}
