package import VerbatimModel

extension CodeIncidence {
    /// The codes of each transcript of a study, from the codings that count; a coding counts for its own code only.
    ///
    /// - Parameters:
    ///   - study: The coded study.
    ///   - order: The transcripts in the order in which they were held; without it, in the order of the study. Those that
    ///     it does not name are left out.
    ///   - respondents: Only what these said, and only transcripts in which any of them spoke, such as those of one country;
    ///     without it all codings of all transcripts, those of nobody in particular too.
    /// - Complexity: O(codings + transcripts).
    package init(
        _ study: CodedStudy, order: [Transcript.ID]? = nil, among respondents: Set<Respondent.ID>? = nil
    ) {
        let hierarchy = CodeHierarchy(study.codebook)
        var codes: [Transcript.ID: Set<Int>] = [:]
        for transcript in study.transcripts
        where respondents.map({ !$0.isDisjoint(with: transcript.respondents) }) ?? true {
            codes[transcript.id] = []
        }
        for coding in study.codings where coding.status.counts {
            guard let node = hierarchy.index(of: coding.code) else { continue }
            if let respondents, !(coding.respondent.map(respondents.contains) ?? false) { continue }
            codes[coding.transcript]?.insert(node)
        }
        let order = order ?? study.transcripts.map(\.id)
        self.init(order.compactMap { codes[$0] })
    }
}
