import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel
import VerbatimStore

/// What `verbatim agreement` is asked.
package struct AgreementRequest: Sendable {
    /// What coders are compared on.
    package enum Unit: String, Sendable, CaseIterable {
        /// What a respondent says until another speaks.
        case turn
        /// A sentence that a respondent says.
        case sentence
        /// A segment that any person coded or judged; those that overlap are one.
        case segment
        /// All that a respondent says.
        case respondent
    }

    /// The study file; `nil` for tables alone.
    package var study: String?
    /// Tables or projects with what people coded.
    package var codings: [String] = []
    /// What coders are compared on; `nil` for turns where there are texts, and else for what there is.
    package var unit: Unit?
    /// The codes to look at; empty for all.
    package var codes: [String] = []
    /// A table with the columns `coder,transcript`, and `start,end` for parts: what coders saw; see ``SeenText``.
    package var seen: String?
    /// Whether the rules are left out.
    package var leavesRulesOut = false
    /// Whether agreement on boundaries is measured too.
    package var measuresUnitizing = false
    /// The attribute within whose values, and within interviews and focus groups, transcripts are drawn anew; `nil` for
    /// `country`, where a respondent has it.
    package var stratifier: String?
    /// How many times the transcripts are drawn anew for the interval of alpha.
    package var replicates = 2_000
    /// The seed of these draws.
    package var seed: UInt64 = 42
    /// How many threads share the work.
    package var threads = 1

    /// A request about the coders of a study, of tables, or of both.
    package init(study: String?, codings: [String] = []) {
        self.study = study
        self.codings = codings
    }

    /// What was found, as tables and words.
    package struct Answer: Sendable {
        /// What coders are compared on.
        package let unit: Unit
        /// One row for each code and pair of coders.
        package let found: [AgreementRow]
        /// Agreement on boundaries; `nil` where it was not asked for.
        package let unitizing: Table?
        /// Where coders do not agree, with respondents' words: for a file only.
        package let disagreements: Table
        /// What the figures are of, in words.
        package let summary: [String]
        /// What should be looked at.
        package let warnings: [Diagnostic]

        /// The table of ``found``.
        package var rows: Table { .agreement(found) }
    }

    /// Measures the agreement.
    /// - Throws: faults of the study and of the tables: see ``GivenCodings/read(_:)``; `unknown-code`,
    ///   `unknown-attribute`, `too-few-coders`, `needs-texts`.
    package func run() throws(DiagnosticsError) -> Answer {
        var given = GivenCodings()
        for path in codings { given = given.adding(try GivenCodings.read(path)) }
        let sources = try study.map { path throws(DiagnosticsError) in try AgreementSources(study: path) }
        if let stratifier { try sources?.study.requireAttribute(stratifier) }
        return try answer(given, sources)
    }

    /// The agreement of the coders of a study that is at hand.
    func answer(_ sources: AgreementSources) throws(DiagnosticsError) -> Answer { try answer(GivenCodings(), sources) }

    private func answer(_ given: GivenCodings, _ sources: AgreementSources?) throws(DiagnosticsError) -> Answer {
        let frame =
            sources.map { CodeFrame(CodeResolver($0.study.codebook), $0.study.codebook) }
            ?? CodeFrame(used: given.segments.map(\.code) + given.marks.map(\.code))
        var records =
            sources.map { CoderRecords($0.study, frame: frame) }
            ?? CoderRecords(frame: frame, transcripts: given.transcripts.map(\.id))
        if let sources {
            if !leavesRulesOut { records.add(rules: sources.rules, name: sources.rulesName) }
            records.add(sources.people, unnamed: Self.unnamed, isStrict: false)
            records.add(sources.decisions)
        }
        records.add(given, unnamed: Self.unnamed, isStrict: given.transcripts.isEmpty)
        if let seen { records.add(try SeenText.read(seen)) }
        try records.finish(rules: sources?.rulesName)
        guard records.works.count > 1 else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "too-few-coders",
                    "Agreement takes two coders, and there is \(records.works.isEmpty ? "none" : "only one"). Give what "
                        + "people coded with '--codings', or import it into the study.")
            ])
        }
        let texts = sources?.texts ?? (given.transcripts.isEmpty ? nil : StudyTexts(given.transcripts))
        let nodes = try self.nodes(frame)
        let kind = try chosenUnit(records, hasTexts: texts != nil)
        let language = sources?.study.codebook.languages.first ?? .unknown
        let units = Self.units(kind, records, texts: texts, study: sources?.study, language: language)
        let report = AgreementReport(
            records.works, units: units, frame: frame, nodes: nodes,
            strata: sources?.study.transcriptStrata(by: stratifier ?? "country") ?? [],
            bootstrap: ClusteredAlpha.Bootstrap(replicates: replicates, seed: seed, threads: threads))
        let maps = texts?.transcripts.map { OffsetMap($0.text) }
        return Answer(
            unit: kind, found: report.rows(),
            unitizing: try measuresUnitizing
                ? unitizing(records, frame, nodes, lengths: maps?.map(\.scalarCount)) : nil,
            disagreements: .disagreements(
                report.disagreements(transcripts: records.transcripts) { transcript, span in
                    maps.map { $0[transcript].text(in: $0[transcript].byteRange(of: span)) }
                }),
            summary: Self.summary(kind, units, records, texts != nil), warnings: records.diagnostics)
    }

    private static let unnamed = "(not named)"

    private func nodes(_ frame: CodeFrame) throws(DiagnosticsError) -> [Int] {
        guard !codes.isEmpty else { return frame.codable.sorted() }
        var nodes: [Int] = []
        var faults: [Diagnostic] = []
        for code in codes {
            if let node = frame.index(of: [code]) {
                nodes.append(node)
            } else {
                faults.append(
                    Diagnostic(
                        .error, "unknown-code", "There is no code '\(code)'. Write the id or the name of one.",
                        suggestion: frame.suggestion(for: [code])))
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return nodes
    }

    private func unitizing(
        _ records: CoderRecords, _ frame: CodeFrame, _ nodes: [Int], lengths: [Int]?
    ) throws(DiagnosticsError) -> Table {
        guard let lengths else { throw Self.needsTexts("'--unitizing' compares segments with the text between them.") }
        let report = UnitizingReport(works: records.works, frame: frame, nodes: nodes, lengths: lengths)
        return .unitizing(report.rows())
    }

    private func chosenUnit(_ records: CoderRecords, hasTexts: Bool) throws(DiagnosticsError) -> Unit {
        let people = records.works.filter { !$0.segments.isEmpty || !$0.answers.isEmpty }
        if let unit {
            if !hasTexts, unit == .turn || unit == .sentence {
                throw Self.needsTexts("Without texts nobody knows where a \(unit.rawValue) begins and ends.")
            }
            return unit
        }
        if people.count < 2, records.works.count(where: { !$0.marks.isEmpty || !$0.markAnswers.isEmpty }) > 1 {
            return .respondent
        }
        let whole = records.works.count { !$0.transcripts.isEmpty }
        return hasTexts && whole > 1 ? .turn : .segment
    }

    private static func needsTexts(_ why: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "needs-texts",
                "\(why) Name the study, or a project (.qdpx) that holds the texts.")
        ])
    }

    private static func units(
        _ kind: Unit, _ records: CoderRecords, texts: StudyTexts?, study: CodedStudy?, language: Language
    ) -> AgreementUnits {
        switch kind {
        case .turn, .sentence:
            return AgreementUnits(
                TextUnits(
                    texts ?? StudyTexts([]), kind: kind == .turn ? .turn : .sentence, unknownLanguage: language))
        case .segment:
            // What only the rules coded is no unit: nobody saw it as one.
            let people = records.works.filter { $0.name != study?.rulesName }
            return AgreementUnits(
                segments: people.flatMap { ($0.segments + $0.answers).map { ($0.transcript, $0.span) } },
                transcripts: records.transcripts.count)
        case .respondent:
            var first: [Respondent.ID: Int] = [:]
            for (number, transcript) in (study?.transcripts ?? []).enumerated() {
                for id in transcript.respondents where first[id] == nil { first[id] = number }
            }
            return AgreementUnits(
                respondents: records.respondents.enumerated().map { number, id in
                    (id, first[id] ?? (study == nil ? number : 0))
                })
        }
    }

    private static func summary(
        _ kind: Unit, _ units: AgreementUnits, _ records: CoderRecords, _ hasTexts: Bool
    ) -> [String] {
        var lines = ["Coders: \(records.works.map(\.name).joined(separator: ", ")). Units: \(units.units.count) "]
        switch kind {
        case .turn: lines[0] += "turns of respondents."
        case .sentence: lines[0] += "sentences of respondents."
        case .segment:
            lines[0] += "segments that people coded or judged"
            lines[0] += hasTexts ? "." : "; text that nobody coded counts nowhere. Name the study to compare turns."
        case .respondent: lines[0] += "respondents."
        }
        if records.works.contains(where: { !$0.answers.isEmpty || !$0.markAnswers.isEmpty }) {
            lines.append(
                "Decisions on a sample are among them: samples hold more of what is rare than the study does, so percent and "
                    + "kappa are those of the sample.")
        }
        return lines
    }
}

extension CodedStudy {
    /// For each transcript the number of its stratum, which is its kind by the value of an attribute that all who speak in
    /// it share; those of whom none is known are a stratum of their kind.
    func transcriptStrata(by attribute: String) -> [Int] {
        let people = respondents.byID
        var numbers: [[String?]: Int] = [:]
        return transcripts.map { transcript in
            let stratum = [transcript.kind.rawValue, transcript.attributes(with: people)[attribute]]
            let number = numbers[stratum] ?? numbers.count
            numbers[stratum] = number
            return number
        }
    }
}
