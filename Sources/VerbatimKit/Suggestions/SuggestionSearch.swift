import VerbatimAnalysis
import VerbatimEngine
import VerbatimModel
import VerbatimText

/// Finds the terms and sentences to suggest, one code after another.
struct SuggestionSearch {
    private let codebook: Codebook
    private let corpus: Corpus
    private let text: SentenceCorpus
    private let coded: CodedSentences
    private let proposed: CodedSentences
    private let options: CodebookSuggestions.Options
    private var vocabulary: RuleVocabulary
    private var functionWordsByLanguage: [Language: [Bool]] = [:]
    /// How often each term occurs in all sentences of a language.
    private let totals: [Language: TermCounts]

    private(set) var terms: [CodebookSuggestions.Term] = []
    private(set) var sentences: [CodebookSuggestions.Sentence] = []

    init(
        codebook: LoadedCodebook, corpus: Corpus, text: SentenceCorpus, coded: CodedSentences,
        proposed: CodedSentences, options: CodebookSuggestions.Options
    ) {
        self.codebook = codebook.codebook
        self.corpus = corpus
        self.text = text
        self.coded = coded
        self.proposed = proposed
        self.options = options
        vocabulary = RuleVocabulary(codebook.rules)
        var totals: [Language: TermCounts] = [:]
        for sentence in text.sentences { totals[sentence.language, default: TermCounts()].add(sentence) }
        self.totals = totals
    }

    /// Adds the suggestions for a code, by its index in the codebook.
    ///
    /// Languages are kept apart: else every word of the language in which most was coded would look like one of the
    /// code's.
    mutating func run(_ code: Int) {
        let positive = (coded.coded[code] ?? []).sorted()
        let languages = Set(positive.map { text.sentences[$0].language }).sorted { $0.code < $1.code }
        for language in languages {
            let own = positive.filter { text.sentences[$0].language == language }
            guard let totals = totals[language] else { continue }
            // Function words count as text, but a rule cannot look for them, and they liken nothing to nothing.
            let isFunctionWord = functionWords(language)
            let single = keyness(of: own, totals.single) { $0.singles }.filter { !isFunctionWord[Int($0.term.first)] }
            let pairs = keyness(of: own, totals.pairs) { $0.pairs }.filter {
                !isFunctionWord[Int($0.term.first)] || !isFunctionWord[Int($0.term.second)]
            }
            addTerms(code, language, single: single, pairs: pairs, positive: own)
            addSentences(code, language, single: single, positive: Set(own))
        }
    }

    /// For each word of the corpus whether it is a function word of a language.
    private mutating func functionWords(_ language: Language) -> [Bool] {
        if let known = functionWordsByLanguage[language] { return known }
        let set = FunctionWordSet(language)
        let flags = text.words.map { set.contains($0) }
        functionWordsByLanguage[language] = flags
        return flags
    }

    private func keyness(
        of sentences: [Int], _ totals: [SuggestedTerm: Int],
        _ terms: (SentenceCorpus.Sentence) -> [SuggestedTerm]
    ) -> [Keyness<SuggestedTerm>.Row] {
        var counts: [SuggestedTerm: Int] = [:]
        var users: [SuggestedTerm: Set<Int>] = [:]
        for index in sentences {
            for term in terms(text.sentences[index]) {
                counts[term, default: 0] += 1
                users[term, default: []].insert(text.sentences[index].owner)
            }
        }
        var uses: [SuggestedTerm: TermUse] = [:]
        for (term, count) in counts { uses[term] = TermUse(count: count, respondents: users[term]?.count ?? 0) }
        return Keyness(uses, totals: totals, minimumRespondents: options.minimumRespondents).rows.sorted {
            $0.logOdds.z != $1.logOdds.z
                ? $0.logOdds.z > $1.logOdds.z : written($0.term) < written($1.term)
        }
    }

    private func written(_ term: SuggestedTerm) -> String {
        term.isSingle
            ? text.words[Int(term.first)] : "\(text.words[Int(term.first)]) \(text.words[Int(term.second)])"
    }

    private mutating func isKnown(_ word: Int32, _ code: Int) -> Bool {
        vocabulary.codes(of: text.words[Int(word)]).contains(code)
    }

    /// How much of a term's use is in coded sentences.
    private func share(_ row: Keyness<SuggestedTerm>.Row) -> Double {
        Double(row.first) / Double(row.first + row.second)
    }

    // MARK: Terms

    private mutating func addTerms(
        _ code: Int, _ language: Language, single: [Keyness<SuggestedTerm>.Row], pairs: [Keyness<SuggestedTerm>.Row],
        positive: [Int]
    ) {
        var words: [Int32: Keyness<SuggestedTerm>.Row] = [:]
        var rows: [Keyness<SuggestedTerm>.Row] = []
        for row in single where !isKnown(row.term.first, code) {
            words[row.term.first] = row
            rows.append(row)
        }
        for row in pairs where !(isKnown(row.term.first, code) && isKnown(row.term.second, code)) {
            // Two words must say more than either of them: more strongly, and more of it where the code was given.
            let parts = [words[row.term.first], words[row.term.second]].compactMap(\.self)
            if parts.allSatisfy({ $0.logOdds.z < row.logOdds.z && share($0) < share(row) }) { rows.append(row) }
        }
        rows.sort {
            $0.logOdds.z != $1.logOdds.z ? $0.logOdds.z > $1.logOdds.z : written($0.term) < written($1.term)
        }
        let kept = rows.prefix(options.limit)
        var missed: [SuggestedTerm: Int] = [:]
        let found = proposed.coded[code] ?? []
        for index in positive where !found.contains(index) {
            let sentence = text.sentences[index]
            for term in Set(sentence.singles + sentence.pairs) { missed[term, default: 0] += 1 }
        }
        terms += kept.map { row in
            CodebookSuggestions.Term(
                code: codebook.codes[code].id, language: language, text: written(row.term),
                logOdds: row.logOdds.delta, z: row.logOdds.z, logLikelihood: row.logLikelihood, coded: row.first,
                other: row.second, respondents: row.respondents, missed: missed[row.term] ?? 0)
        }
    }

    // MARK: Sentences

    private mutating func addSentences(
        _ code: Int, _ language: Language, single: [Keyness<SuggestedTerm>.Row], positive: Set<Int>
    ) {
        let strength = Dictionary(
            single.map { ($0.term.first, $0.logOdds.z) }, uniquingKeysWith: { first, _ in first })
        let taken = positive.union(proposed.coded[code] ?? []).union(coded.rejected[code] ?? [])
        var found: [(index: Int, score: Double, words: [Int32])] = []
        for (index, sentence) in text.sentences.enumerated()
        where sentence.language == language && !taken.contains(index) {
            let shared = Set(sentence.words.filter { strength[$0] != nil })
            // One word alone is a term to look at, not a likeness.
            guard shared.count > 1 else { continue }
            let words = shared.sorted { left, right in
                let leftStrength = strength[left] ?? 0
                let rightStrength = strength[right] ?? 0
                return leftStrength != rightStrength
                    ? leftStrength > rightStrength : text.words[Int(left)] < text.words[Int(right)]
            }
            found.append((index, words.reduce(0) { $0 + (strength[$1] ?? 0) }, words))
        }
        found.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
        sentences += found.prefix(options.limit).map { index, score, words in
            let sentence = text.sentences[index]
            let transcript = corpus.transcripts[sentence.transcript]
            let turn = transcript.turns[sentence.turn]
            let map = OffsetMap(transcript.text)
            return CodebookSuggestions.Sentence(
                code: codebook.codes[code].id, transcript: transcript.id, turn: turn.number,
                speaker: transcript.speaker(of: turn)?.label, respondent: turn.respondent, span: sentence.span,
                score: score, terms: words.map { text.words[Int($0)] },
                text: map.text(in: map.byteRange(of: sentence.span)))
        }
    }
}
