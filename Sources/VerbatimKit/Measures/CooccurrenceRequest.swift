import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim cooccurrence` is asked.
package struct CooccurrenceRequest: Sendable {
    /// What two codes must share.
    package enum Unit: String, Sendable, CaseIterable {
        /// A sentence that a respondent says.
        case sentence
        /// A turn.
        case turn
        /// All that a respondent says.
        case respondent
        /// A transcript.
        case transcript
    }

    /// The study file.
    package var study: String
    /// What two codes must share.
    package var unit: Unit
    /// The fewest units that pairs must share to be printed.
    package var minimum: Int

    /// A request about a study's latest run; pairs that share no unit are left out unless `minimum` is 0.
    package init(study: String, unit: Unit, minimum: Int = 1) {
        self.study = study
        self.unit = unit
        self.minimum = minimum
    }

    /// What was found, as a table and words.
    package struct Answer: Sendable {
        /// One row for each pair of codes, those that share most first.
        package let pairs: Table
        /// What the figures are of, in words.
        package let summary: [String]
    }

    /// Counts the pairs.
    /// - Throws: faults of the study.
    package func run() throws(DiagnosticsError) -> Answer {
        let study = try StudyFile.latestRun(of: self.study).study
        return answer(study, texts: unit == .sentence ? try StudyTexts(of: self.study, study: study) : nil)
    }

    /// The pairs of a study that was read, with its texts where units are sentences.
    package func answer(_ study: CodedStudy, texts: StudyTexts?) -> Answer {
        let (codes, matrix) = matrix(of: study, texts: texts ?? StudyTexts([]))
        // A code and one under it share every unit of the latter: that says nothing.
        let pairs = matrix.pairs.filter { pair in
            let (first, second) = (codes[pair.first], codes[pair.second])
            return !first.hasPrefix(second + ".") && !second.hasPrefix(first + ".")
        }
        let pValues = pairs.map(\.counts.fisherPValue)
        let adjusted = MultipleTesting.benjaminiHochberg(pValues.map(\.value))
        let family = adjusted.count { $0 != nil }
        let rows = pairs.indices.filter { pairs[$0].counts.both >= minimum }
            .sorted { (pairs[$1].counts.both, $0) < (pairs[$0].counts.both, $1) }
            .map { place in
                CooccurrenceRow(
                    first: codes[pairs[place].first], second: codes[pairs[place].second],
                    counts: pairs[place].counts, pValue: pValues[place], adjustedPValue: adjusted[place])
            }
        return Answer(
            pairs: .cooccurrence(rows, unit: unit.rawValue, family: family),
            summary: [
                "\(rows.count) of \(pairs.count) pairs of codes share at least \(minimum) of \(matrix.units) "
                    + "\(unit.rawValue)s. p_adjusted holds for the family of all \(family) pairs whose codes both "
                    + "occur."
            ])
    }

    private func matrix(of study: CodedStudy, texts: StudyTexts) -> (codes: [Code.ID], CooccurrenceMatrix) {
        let standard: StudyCooccurrence.Unit
        switch unit {
        case .respondent: standard = .respondent
        case .transcript: standard = .transcript
        case .turn: standard = .turn
        case .sentence: return sentences(of: study, texts: texts)
        }
        let found = StudyCooccurrence(study, unit: standard)
        return (found.codes, found.matrix)
    }

    private func sentences(of study: CodedStudy, texts: StudyTexts) -> (codes: [Code.ID], CooccurrenceMatrix) {
        let hierarchy = CodeHierarchy(study.codebook)
        var columns: [Int: Int] = [:]
        for (index, code) in study.codebook.codes.enumerated() where code.isCodable { columns[index] = columns.count }
        let units = TextUnits(
            texts, kind: .sentence, unknownLanguage: study.codebook.languages.first ?? .unknown)
        var marks: [(code: Int, unit: Int)] = []
        for coding in study.codings where coding.status.counts {
            guard let node = hierarchy.index(of: coding.code), let transcript = texts.numbers[coding.transcript] else {
                continue
            }
            let own = hierarchy.lineage(of: node).compactMap { columns[$0] }
            for unit in units.overlapping(coding.span, of: transcript) {
                for column in own { marks.append((column, unit)) }
            }
        }
        return (
            study.codebook.codes.filter(\.isCodable).map(\.id),
            CooccurrenceMatrix(codes: columns.count, units: units.units.count, marks: marks)
        )
    }
}
