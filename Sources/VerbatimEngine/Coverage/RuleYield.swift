package import VerbatimModel

/// What each rule of a codebook contributes to the codings of a corpus: finds rules that do nothing.
package enum RuleYield {
    /// Warnings about rules that code nothing, and about rules all of whose codings another rule of the code proposes
    /// as well.
    ///
    /// Nothing is said of rules with a negative weight, which never code by themselves, nor, in a code with a threshold,
    /// of rules that others go along with, since they may be what makes up the sum.
    /// - Parameters:
    ///   - codebook: the codebook that the codings were made with.
    ///   - codings: all codings of the corpus, suppressed ones too.
    ///   - isSearched: whether rules of a language are searched somewhere in the corpus; nothing is said of others.
    /// - Returns: the warnings in the order of the codebook.
    /// - Complexity: O(codings + rules x rules of the code).
    package static func warnings(
        _ codebook: Codebook, codings: [Coding], isSearched: (Language?) -> Bool
    ) -> [Diagnostic] {
        var rulesOfCode: [Code.ID: [[String]]] = [:]
        for coding in codings { rulesOfCode[coding.code, default: []].append(coding.rules) }
        var found: [Diagnostic] = []
        for code in codebook.codes where code.isCodable && code.status != .retired {
            found += warnings(code, codings: rulesOfCode[code.id] ?? [], isSearched: isSearched)
        }
        return found
    }

    private static func warnings(
        _ code: Code, codings: [[String]], isSearched: (Language?) -> Bool
    ) -> [Diagnostic] {
        /// For each rule the number of codings it proposes, and how many of those each rule proposes.
        var together: [String: [String: Int]] = [:]
        for rules in codings {
            for rule in rules {
                for other in rules { together[rule, default: [:]][other, default: 0] += 1 }
            }
        }
        func count(_ rule: Rule) -> Int { together[rule.id]?[rule.id] ?? 0 }
        return code.rules.enumerated().compactMap { index, rule in
            guard rule.weight >= 0, isSearched(rule.language) else { return nil }
            let own = count(rule)
            guard own > 0 else {
                return warning(
                    "dead-rule",
                    "rule `\(rule.id)` of `\(code.id)` codes nothing in the transcripts; see what its parts find with "
                        + "`verbatim search`", at: rule.source)
            }
            guard code.threshold == nil else { return nil }
            let shadow = code.rules.indices.first { other in
                // Of two rules that always go together the first is kept.
                other != index && together[rule.id]?[code.rules[other].id] == own
                    && (count(code.rules[other]) > own || other < index)
            }
            return shadow.map { other in
                warning(
                    "shadowed-rule",
                    "rule `\(rule.id)` of `\(code.id)` adds nothing in the transcripts: "
                        + (own == 1 ? "its one coding is" : "all its \(own) codings are")
                        + " also proposed by rule `\(code.rules[other].id)`; take it out, or narrow one of them",
                    at: rule.source)
            }
        }
    }

    private static func warning(_ identifier: String, _ message: String, at source: SourceRange) -> Diagnostic {
        Diagnostic(.warning, identifier, message, path: source.path, position: source.start, length: source.length)
    }
}
