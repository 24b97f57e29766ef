import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The methods appendix: what was actually done, one paragraph for each step, ready to be put into a report.
    func writeAppendix(into markup: inout Markup) {
        section("appendix", "Methods appendix", into: &markup) { section in
            paragraph(
                "What was done in this study, step by step; the numbers are counted from it.",
                into: &section)
            section.element("dl", ["class": "guidance appendix"]) { list in
                for (name, words) in appendix {
                    list.newline()
                    list.element("dt", name)
                    list.element("dd", words)
                }
            }
        }
    }

    private var appendix: [(String, String)] {
        [
            ("Codebook", codebookWords), ("Rules and examples", ruleWords), ("Transcripts", transcriptWords),
            ("Files", fileWords), ("Respondents", respondentWords), ("Roles", roleWords), ("Guide", guideWords),
            ("Review", reviewWords), ("Agreement", agreementWords), ("Corrections", correctionWords),
            ("Limits", limitWords),
        ].compactMap { name, words in words.map { (name, $0) } }
    }

    private var codebookWords: String? {
        let codes = study.codebook.codes.count { $0.isCodable }
        let version = study.codebook.version.map { ", version \($0)" } ?? ", without a version"
        let hash = options.codebookSHA256.map { ", SHA-256 \($0)" } ?? ""
        return """
            \(study.codebook.title) (\(study.codebook.id)\(version)\(hash)): \
            \(CountPhrase.of(study.codebook.codes.count - codes, "theme")) and \(CountPhrase.of(codes, "code")). Coded with \
            Verbatim \(options.engineVersion).
            """
    }

    private var ruleWords: String? {
        let rules = study.codebook.codes.reduce(0) { $0 + $1.rules.count }
        let examples = study.codebook.codes.flatMap(\.examples)
        let positive = examples.count { $0.isCoded }
        let failing = options.failingExamples.count
        let passed: String
        if examples.isEmpty {
            passed = "No examples stand behind them."
        } else {
            let are =
                "\(CountPhrase.of(examples.count, "example")) (\(NumberFormat.grouped(positive)) to be coded, "
                + "\(NumberFormat.grouped(examples.count - positive)) not to be) stand behind them; "
            passed = are + (failing == 0 ? "all pass." : "\(NumberFormat.grouped(failing)) did not pass.")
        }
        return "\(CountPhrase.of(rules, "rule")). \(passed)"
    }

    private var transcriptWords: String? {
        let languages = tally(study.transcripts.map { LanguageName.english($0.language) })
        let kinds = tally(study.transcripts.map { $0.kind == .focusGroup ? "focus group" : $0.kind.rawValue })
        let words = study.transcripts.reduce(0) { $0 + $1.words }
        guard !study.transcripts.isEmpty else { return "None." }
        return """
            \(CountPhrase.of(study.transcripts.count, "transcript")) with \(CountPhrase.of(words, "word")). By kind: \(kinds). \
            By language: \(languages).
            """
    }

    private var fileWords: String? {
        guard !study.transcripts.isEmpty else { return nil }
        let warned = study.transcripts.count { !$0.warnings.isEmpty }
        return """
            By format: \(tally(study.transcripts.map(\.source.format))). By encoding: \
            \(tally(study.transcripts.map(\.source.encoding))). \
            \(warned == 0 ? "None was read with a warning." : "\(CountPhrase.of(warned, "file")) with warnings, listed above.")
            """
    }

    private var respondentWords: String? {
        let listed = study.respondents.count { $0.isListed }
        return """
            \(CountPhrase.of(study.respondents.count, "respondent")) spoke, of whom \(NumberFormat.grouped(listed)) are named \
            in a respondents table. \(CountPhrase.of(unattributed.turns, "turn")) could be given to no single respondent.
            """
    }

    private var roleWords: String? {
        guard let roles = options.facts.roles else { return nil }
        let inferred = roles.speakers - roles.confirmed
        guard inferred > 0 else {
            return
                "The roles of all \(CountPhrase.of(roles.speakers, "speaker label")) were given by the files or by people."
        }
        return """
            Of \(CountPhrase.of(roles.speakers, "speaker label")), the roles of \(NumberFormat.grouped(roles.confirmed)) were \
            given by the files or by people and those of \(NumberFormat.grouped(inferred)) inferred, \
            \(NumberFormat.grouped(roles.doubtful)) with a confidence below 0.7. ‘verbatim speakers’ lists them with the reasons.
            """
    }

    private var guideWords: String? {
        guard let guide = study.guide else {
            return "None was given. Nobody knows who was asked what, so shares are of all who spoke."
        }
        let asked = Set(study.asked.map(\.respondent)).count
        let name = guide.name.isEmpty ? guide.id : guide.name
        let unknown = study.codebook.codes.count { $0.isCodable && !questioned.contains($0.id) }
        let rest =
            unknown == 0
            ? "It has a question for every code."
            : "\(CountPhrase.of(unknown, "code")) \(unknown == 1 ? "has" : "have") no question in it: there shares are of all "
                + "who spoke."
        let numbered = study.asked.count { $0.match == .number }
        return """
            \(name): \(CountPhrase.of(guide.questions.count, "question")), put to \(NumberFormat.grouped(asked)) of the \
            \(CountPhrase.of(study.respondents.count, "respondent")). Questions were found in the transcripts by their number \
            (\(NumberFormat.grouped(numbered))) or their wording (\(NumberFormat.grouped(study.asked.count - numbered))). \
            \(rest)
            """
    }

    private var reviewWords: String? {
        let facts = options.facts
        var sentences: [String] = []
        for sample in facts.samples {
            let double = sample.units.count { $0.reviewers.count > 1 }
            let codes = Set(sample.strata.map(\.code)).count
            // One respondent is judged on several codes.
            let units = sample.unit == .respondent ? Set(sample.units.map(\.subject)).count : sample.units.count
            sentences.append(
                """
                Sample \(sample.number): \(CountPhrase.of(units, sample.unit.rawValue)) for \
                \(CountPhrase.of(codes, "code")), drawn from \(CountPhrase.of(sample.strata.count, "stratum", "strata")) with \
                the seed \(sample.seed), given to \(CountPhrase.of(sample.reviewers.count, "reviewer"))\
                \(sample.isBlind ? ", who did not see what the rules proposed" : ""); \(NumberFormat.grouped(double)) judged \
                by two.
                """)
        }
        if !facts.decisions.isEmpty {
            let coders = Set(facts.decisions.map(\.coder)).count
            let outcomes = Decision.Outcome.allCases.map { outcome in
                "\(NumberFormat.grouped(facts.decisions.count { $0.outcome == outcome })) \(outcome.rawValue)"
            }
            sentences.append(
                """
                \(CountPhrase.of(coders, "person", "people")) took \(CountPhrase.of(facts.decisions.count, "decision")): \
                \(CountPhrase.list(outcomes)).
                """)
        }
        if !facts.handCoders.isEmpty {
            sentences.append("\(CountPhrase.of(facts.handCoders.count, "person", "people")) coded by hand.")
        }
        return sentences.isEmpty ? "Nobody has judged a coding yet." : sentences.joined(separator: " ")
    }

    private var agreementWords: String? {
        let agreements = options.facts.agreements
        guard !agreements.isEmpty else { return "Not measured: fewer than two coders saw the same." }
        let words = agreements.flatMap(\.summary).joined(separator: " ")
        return "\(words) The figures stand in “Agreement of coders”."
    }

    private var correctionWords: String? {
        guard let corrections = options.facts.corrections, !corrections.rows.isEmpty else {
            return "None: the shares are what the rules found, and what people decided of single codings."
        }
        return """
            The shares of \(CountPhrase.of(corrections.rows.count, "code or theme", "codes and themes")) were corrected by \
            post-stratification from what people found in a sample of respondents (target T1: the respondents of this study)\
            \(groupWords(corrections.groups)). All other shares of this page are what the rules found.
            """
    }

    private func groupWords(_ groups: [CorrectedGroups]) -> String {
        guard !groups.isEmpty else { return "" }
        return ", those by \(CountPhrase.list(groups.map(\.attribute))) for each group from its own reviews"
    }

    private var limitWords: String? {
        let errors =
            options.facts.corrections == nil
            ? "Rules miss what they have no words for and take some words for what they do not mean; no share is corrected for "
                + "that."
            : "Rules miss what they have no words for and take some words for what they do not mean; only the corrected shares "
                + "allow for that."
        return """
            \(errors) What nobody was found to say is not what nobody thinks. Respondents of a purposive sample stand for \
            themselves: shares speak of these respondents, and their intervals become statements on a population only where \
            respondents were drawn from it at random. Members of a focus group are not independent of each other.
            """
    }

    /// `text (12), tei (3)`: the most frequent first, those alike in the order of the alphabet.
    private func tally(_ values: [String]) -> String {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.sorted { left, right in
            left.value != right.value
                ? left.value > right.value : left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
        }.map { "\($0.key) (\(NumberFormat.grouped($0.value)))" }.joined(separator: ", ")
    }
}
