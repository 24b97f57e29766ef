/// One word, or two neighbouring words, of which the terms of suggestions are made.
struct SuggestedTerm: Hashable, Sendable {
    /// The indices of the words in ``SentenceCorpus/words``; the second is -1 for a single word.
    var first: Int32
    var second: Int32 = -1

    /// Whether it is a single word.
    var isSingle: Bool { second < 0 }
}

/// How often single words and pairs of neighbours occur; each kind is a distribution of its own.
struct TermCounts {
    var single: [SuggestedTerm: Int] = [:]
    var pairs: [SuggestedTerm: Int] = [:]

    /// Adds the words of a sentence.
    mutating func add(_ sentence: SentenceCorpus.Sentence) {
        for term in sentence.singles { single[term, default: 0] += 1 }
        for term in sentence.pairs { pairs[term, default: 0] += 1 }
    }
}

extension SentenceCorpus.Sentence {
    /// The words, in order.
    var singles: [SuggestedTerm] {
        words.compactMap { $0 < 0 ? nil : SuggestedTerm(first: $0) }
    }

    /// The pairs of neighbouring words, in order.
    var pairs: [SuggestedTerm] {
        zip(words, words.dropFirst()).compactMap { $0 < 0 || $1 < 0 ? nil : SuggestedTerm(first: $0, second: $1) }
    }
}
