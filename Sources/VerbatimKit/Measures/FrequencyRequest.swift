import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim frequencies` is asked.
package struct FrequencyRequest: Sendable {
    /// What is counted.
    package enum Level: String, Sendable, CaseIterable {
        /// Respondents.
        case person
        /// Focus groups.
        case group
        /// Both, below one another.
        case both
    }

    /// What the counts stand on.
    package enum Basis: String, Sendable, CaseIterable {
        /// What the rules found, with people's decisions applied.
        case engine
        /// What people decided, and the respondents whom that is about.
        case reviewed
        /// What the rules found, corrected by a sample of respondents whom people judged.
        case corrected
    }

    /// Of whom a corrected share speaks.
    package enum Target: String, Sendable, CaseIterable {
        /// These respondents.
        case t1 = "T1"
        /// The population that they are a probability sample of.
        case t2 = "T2"
    }

    /// The study file.
    package var study: String
    /// The attributes of respondents that groups are made by; empty for all together.
    package var attributes: [String] = []
    /// What is counted.
    package var level = Level.person
    /// What the counts stand on.
    package var basis = Basis.engine
    /// Of whom a corrected share speaks.
    package var target = Target.t1
    /// Whether further columns stand behind those of `frequencies.csv`.
    package var isDetailed = false
    /// A table of what people found in respondents; `nil` for the samples and decisions of the study.
    package var reviews: String?

    /// A request about a study's latest run.
    package init(study: String) {
        self.study = study
    }

    /// What was found, as a table and words.
    package struct Answer: Sendable {
        /// The table.
        package var table: Table
        /// A sentence for each row of it.
        package var sentences: [String]
        /// What the figures stand on, in words; empty for what the rules found.
        package var summary: [String]
        /// What should be looked at.
        package var warnings: [Diagnostic] = []
    }

    /// Counts.
    /// - Throws: faults of the study and of the table of reviews; `unknown-attribute`, `nothing-reviewed`.
    package func run() throws(DiagnosticsError) -> Answer {
        guard basis == .corrected else { return try answer(try StudyFile.latestRun(of: study).study) }
        let units = try CorrectedUnits.read(study, reviews: reviews)
        for attribute in attributes { try units.study.requireAttribute(attribute) }
        try units.requireJudgements(path: study)
        return corrected(units)
    }

    /// The frequencies of a study that was read, on any basis but the corrected one.
    package func answer(_ study: CodedStudy) throws(DiagnosticsError) -> Answer {
        for attribute in attributes { try study.requireAttribute(attribute) }
        let basisStudy = basis == .reviewed ? study.reviewed : study
        if basis == .reviewed, basisStudy.codings.isEmpty {
            throw DiagnosticsError.nothingReviewed("No coding of the study", path: self.study)
        }
        var answer = Answer(table: Table(columns: []), sentences: [], summary: [])
        if level != .group { answer = counted(basisStudy, noun: "respondent") }
        if level != .person {
            let groups = counted(basisStudy.byFocusGroup, noun: "focus group")
                .in(unit: "group")
            answer = level == .group ? groups : answer.in(unit: "person").adding(groups)
        }
        if basis == .reviewed {
            answer.summary.append(
                "Only what people decided counts, and only \(basisStudy.respondents.count) of "
                    + "\(study.respondents.count) respondents, of whom any coding was decided. Whom the rules missed is not "
                    + "among them: a share that holds for all is that of '--basis corrected'.")
        }
        return answer
    }

    private func counted(_ study: CodedStudy, noun: String) -> Answer {
        let slices = FrequencySlices(study, by: attributes)
        let details = slices.details
        let words = FrequencyWords(
            study, noun: noun, restriction: basis == .reviewed ? "of whom any coding was decided" : "")
        let groups = slices.slices.flatMap { slice in slice.table.rows.map { _ in slice.values } }
        return Answer(
            table: isDetailed ? slices.table.appending(.frequencyDetails(details)) : slices.table,
            sentences: zip(details, groups).map { words.sentence($0, group: $1) }, summary: [])
    }

    private func corrected(_ units: CorrectedUnits) -> Answer {
        let found = CorrectedFrequencies(units, by: attributes, target: target)
        let words = FrequencyWords(units.study)
        var summary = ["\(target.rawValue): \(target.inference.explanation)."]
        if reviews != nil {
            summary.append("The respondents of the table are taken for a simple random sample of all.")
        }
        if !attributes.isEmpty {
            summary += [CorrectedFrequencies.fewReviews(found.rows.map { ($0.read, $0.asked) })].compactMap(\.self)
        }
        if !found.notReviewed.isEmpty {
            let some = found.notReviewed.prefix(5).joined(separator: ", ")
            let others = found.notReviewed.count - 5
            summary.append("Nobody judged a respondent for \(some)\(others > 0 ? " and \(others) others" : "").")
        }
        return Answer(
            table: found.table,
            sentences: found.rows.map { words.sentence($0, target: target) }, summary: summary)
    }
}

extension FrequencyRequest.Answer {
    /// The answer with a column in front that tells what is counted.
    fileprivate func `in`(unit: String) -> Self {
        var answer = self
        answer.table = Table(
            columns: [Table.Column("unit")] + table.columns, rows: table.rows.map { [.text(unit)] + $0 })
        return answer
    }

    /// This answer, and below it another with the same columns.
    fileprivate func adding(_ other: Self) -> Self {
        var answer = self
        answer.table.rows += other.table.rows
        answer.sentences += other.sentences
        return answer
    }
}
