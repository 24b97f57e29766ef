import CStemmer
package import VerbatimModel

/// Finds the stems of words in one language, by the algorithms of Snowball (https://snowballstem.org).
///
/// Two words have one stem when the folded forms of their Snowball stems are the same. Snowball is asked about the
/// word in lower case with its marks (see ``StemmingForm``), since its rules need them: French `déplacé` loses its
/// `é`, Turkish tells `ı` from `i`. Folding the stem afterwards lets `déplacé` and an unaccented `deplace` meet.
///
/// ```swift
/// Stemmer(language: "en")?.stem(of: "Returning")   // "return"
/// ```
///
/// A stemmer has a buffer of its own: one for each worker, not shared between threads.
package final class Stemmer {
    /// The longest word that is stemmed, in bytes; a longer one is no word of a language and is its own stem.
    static let longestWord = 256

    /// The language whose words it stems.
    package let language: Language
    private let handle: OpaquePointer
    private var input: [UInt8] = []

    /// A stemmer; `nil` for a language that the installed library has no algorithm for.
    package init?(language: Language) {
        guard let algorithm = Self.algorithms[language], let handle = sb_stemmer_new(algorithm, nil) else {
            return nil
        }
        self.language = language
        self.handle = handle
    }

    deinit {
        sb_stemmer_delete(handle)
    }

    /// The folded stem of a word as written.
    package func stem(of word: String) -> String {
        var word = word
        var output: [UInt8] = []
        word.withUTF8 { stem(of: $0, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Puts the folded stem of a word as written, both in valid UTF-8, into `output`.
    /// - Parameters:
    ///   - word: One token of a text in the stemmer's language.
    ///   - output: The stem; what it held before is removed.
    /// - Complexity: O(length of the word).
    package func stem(of word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        StemmingForm.write(word, language: language, into: &input)
        let isStemmed = input.withUnsafeBufferPointer { input in
            guard input.count <= Self.longestWord,
                let stem = sb_stemmer_stem(handle, input.baseAddress, Int32(input.count))
            else { return false }
            let length = Int(sb_stemmer_length(handle))
            guard length > 0 else { return false }
            Folding.fold(utf8: UnsafeBufferPointer(start: stem, count: length), into: &output)
            return true
        }
        // Out of memory, too long, or all of the word taken for a suffix: the word is its own stem.
        if !isStemmed { input.withUnsafeBufferPointer { Folding.fold(utf8: $0, into: &output) } }
    }
}
