import VerbatimAnalysis
import VerbatimEngine
package import VerbatimModel

/// What a codebook misses: terms that set the sentences people coded apart from all others, and sentences that nobody
/// coded although they share that vocabulary.
package struct CodebookSuggestions: Sendable {
    /// What is suggested, and how much of it.
    package struct Options: Sendable, Hashable {
        /// The codes that are looked at; empty for all that people used.
        package var codes: [Code.ID] = []
        /// How many respondents must use a term where the code was given.
        package var minimumRespondents = 3
        /// How many terms, and how many sentences, for each code and language.
        package var limit = 10

        /// The usual options.
        package init() {}
    }

    /// A word or two neighbouring words that a rule of the code might look for.
    package struct Term: Sendable, Hashable {
        /// The code's id.
        package var code: Code.ID
        /// The language of the sentences that were compared.
        package var language: Language
        /// The folded words.
        package var text: String
        /// The log-odds ratio with an informative Dirichlet prior, and in units of its standard deviation.
        package var logOdds: Double
        /// See ``logOdds``.
        package var z: Double
        /// The log-likelihood ratio.
        package var logLikelihood: Double
        /// How often it occurs in the coded sentences, and in all others.
        package var coded: Int
        /// See ``coded``.
        package var other: Int
        /// How many respondents use it in coded sentences.
        package var respondents: Int
        /// In how many coded sentences with it the rules propose nothing.
        package var missed: Int
    }

    /// A sentence that nobody coded and no rule proposes.
    package struct Sentence: Sendable, Hashable {
        /// The code's id.
        package var code: Code.ID
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The number of the turn, from 1.
        package var turn: Int
        /// The label of the speaker.
        package var speaker: String?
        /// Whose words they are.
        package var respondent: Respondent.ID?
        /// In Unicode scalars of the canonical text.
        package var span: TextSpan
        /// The sum of the z of the different words that it shares with the code.
        package var score: Double
        /// Those words, the strongest first.
        package var terms: [String]
        /// The sentence.
        package var text: String
    }

    /// The terms, by code in the order of the codebook, by language, the strongest first.
    package let terms: [Term]
    /// The sentences, by code in the order of the codebook, by language, the strongest first.
    package let sentences: [Sentence]
    /// Segments that could not be used.
    package let diagnostics: [Diagnostic]

    /// The suggestions for a codebook.
    ///
    /// - Parameters:
    ///   - codebook: its rules are run, to see what they propose already.
    ///   - codings: the segments that people coded.
    ///   - corpus: the transcripts; sentences of respondents that no segment overlaps count as not coded.
    ///   - options: what is suggested.
    ///   - threads: how many threads code the corpus.
    /// - Throws: `unknown-code` for codes that the codebook does not have.
    /// - Complexity: that of coding the corpus, and O(codes x words).
    package init(
        for codebook: LoadedCodebook, from codings: HandCodings, in corpus: Corpus, options: Options = Options(),
        threads: Int
    ) throws(DiagnosticsError) {
        let languages = codebook.codebook.languages
        let text = SentenceCorpus(
            corpus.transcripts, unknownLanguage: languages.count == 1 ? languages[0] : .unknown)
        let table = try CodedSentences(codings, codebook: codebook.codebook, corpus: corpus, sentences: text)
        let wanted = try Self.indices(of: options.codes, in: codebook.codebook)
        let proposals = CodedSentences.proposed(
            corpus.codings(by: codebook, threads: threads), codebook: codebook.codebook, corpus: corpus,
            sentences: text)
        var search = SuggestionSearch(
            codebook: codebook, corpus: corpus, text: text, coded: table, proposed: proposals, options: options)
        for code in table.codes where wanted.isEmpty || wanted.contains(code) { search.run(code) }
        terms = search.terms
        sentences = search.sentences
        diagnostics = table.diagnostics
    }

    private static func indices(of ids: [Code.ID], in codebook: Codebook) throws(DiagnosticsError) -> Set<Int> {
        var found: Set<Int> = []
        var faults: [Diagnostic] = []
        for id in ids {
            if let index = codebook.index(of: id) {
                found.insert(index)
            } else {
                faults.append(
                    Diagnostic(.error, "unknown-code", "The codebook has no code '\(id)'. Write the id of one it has."))
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return found
    }
}
