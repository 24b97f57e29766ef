import VerbatimCodebook
package import VerbatimEngine
package import VerbatimModel

/// What a codebook does on a corpus that is probably not as was meant (section 7 of the codebook language).
package enum CorpusCheck {
    /// Codes a corpus, and warns of what the codebook does on it.
    /// - Complexity: that of coding the corpus.
    package static func warnings(
        _ codebook: LoadedCodebook, on corpus: Corpus, threads: Int
    ) -> [Diagnostic] {
        let (codings, coverage) = corpus.codingsObservingCoverage(by: codebook, threads: threads)
        return warnings(codebook, coverage: coverage, codings: codings)
    }

    /// The warnings about a corpus that was coded already.
    ///
    /// They name places of the codebook and counts, never words of the transcripts.
    /// - Parameters:
    ///   - codebook: the codebook it was coded with.
    ///   - coverage: what the coding run noted.
    ///   - codings: all its codings, suppressed ones too.
    /// - Returns: `unmatched-term`, `exploding-wildcard`, `language-without-transcripts`, `dead-rule` and
    ///   `shadowed-rule`, by file and place.
    package static func warnings(
        _ codebook: LoadedCodebook, coverage: CorpusCoverage, codings: [Coding]
    ) -> [Diagnostic] {
        guard coverage.transcripts > 0 else { return [] }
        let rules = codebook.rules
        let found =
            coverage.warnings(rules)
            + RuleYield.warnings(codebook.codebook, codings: codings) { coverage.searches($0, rules) }
        let order = [codebook.path] + codebook.inclusions.map(\.path)
        let lines = Dictionary(
            ([(codebook.path, codebook.text)] + codebook.inclusions.map { ($0.path, $0.text) })
                .map { ($0, $1.split(separator: "\n", omittingEmptySubsequences: false)) },
            uniquingKeysWith: { first, _ in first })
        return found.map { shown($0, lines) }.enumerated().sorted { left, right in
            let leftKey = key(left.element, order)
            let rightKey = key(right.element, order)
            return (leftKey.file, leftKey.line, leftKey.column, left.offset)
                < (rightKey.file, rightKey.line, rightKey.column, right.offset)
        }.map(\.element)
    }

    /// The warnings counted, in words; `nil` where there is none.
    ///
    /// Such as `Of the codebook, 9 terms occur in no transcript and 3 rules never hit`.
    package static func summary(of warnings: [Diagnostic]) -> String? {
        let parts = kinds.compactMap { identifier, one, many in
            let count = warnings.lazy.filter { $0.identifier == identifier }.count
            return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }
        guard let last = parts.last else { return nil }
        let others = parts.dropLast().joined(separator: ", ")
        return "Of the codebook, " + (others.isEmpty ? last : "\(others) and \(last)")
    }

    /// What each kind of warning says of so many terms or rules.
    private static let kinds = [
        ("unmatched-term", "term occurs in no transcript", "terms occur in no transcript"),
        ("dead-rule", "rule never hits", "rules never hit"),
        ("shadowed-rule", "rule adds nothing to the others", "rules add nothing to the others"),
        ("exploding-wildcard", "wildcard takes in very many words", "wildcards take in very many words"),
        ("language-without-transcripts", "language has no transcript", "languages have no transcript"),
    ]

    /// The diagnostic with the line of the codebook that it is about.
    private static func shown(_ diagnostic: Diagnostic, _ lines: [String: [Substring]]) -> Diagnostic {
        guard let path = diagnostic.path, let position = diagnostic.position, let lines = lines[path],
            lines.indices.contains(position.line - 1)
        else { return diagnostic }
        var shown = diagnostic
        let line = lines[position.line - 1]
        shown.sourceLine = String(line.hasSuffix("\r") ? line.dropLast() : line)
        return shown
    }

    private static func key(_ diagnostic: Diagnostic, _ files: [String]) -> (file: Int, line: Int, column: Int) {
        (
            diagnostic.path.flatMap { files.firstIndex(of: $0) } ?? files.count, diagnostic.position?.line ?? 0,
            diagnostic.position?.column ?? 0
        )
    }
}
