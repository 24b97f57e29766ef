import VerbatimAnalysis
import VerbatimExport
import VerbatimModel
import VerbatimText

/// The rows of a sample and the sheets of its reviewers.
struct SampleSheets {
    /// What one reviewer has to do.
    private struct Reading {
        /// How many words the row shows.
        var words: Int
        /// Whether they are all that the respondent says.
        var isWhole: Bool
    }

    /// The sample with the rows of its units; its number is not known yet.
    private(set) var draw: SampleDraw
    private let codebook: Codebook
    /// Whether the rows of one respondent stand together.
    private let isBase: Bool
    /// The cells of each unit, by its row, without the sample's number.
    private var rows: [Int: ReviewSheet.Row] = [:]
    private var readings: [Int: Reading] = [:]

    /// Numbers the rows of a sample, and writes their cells.
    ///
    /// - Parameters:
    ///   - draw: the sample.
    ///   - isBase: whether it is a base sample, whose respondents are each read once.
    ///   - source: the study.
    ///   - texts: the sentences of its transcripts.
    init(_ draw: SampleDraw, isBase: Bool, source: ReviewSource, texts: [TranscriptSentences]) {
        self.draw = draw
        self.isBase = isBase
        codebook = source.study.codebook
        number()
        switch draw.unit {
        case .segment: writeSegments(texts)
        case .respondent: writeRespondents(RespondentSpeech(texts), codings: source.codingsByRules)
        }
        for index in self.draw.units.indices {
            guard let row = rows[index + 1] else { continue }
            self.draw.units[index].digest = ReviewSheet.digest(of: row.segment)
        }
    }

    // MARK: - Rows

    /// Numbers the rows in an order that tells nothing, those that are not given out last.
    private mutating func number() {
        var random = SplitMix64(seed: draw.seed ^ 0x524F_5753)
        if isBase {
            // The units of a respondent follow one another.
            var respondents: [[SampledUnit]] = []
            for unit in draw.units {
                if respondents.last?.last?.subject == unit.subject {
                    respondents[respondents.count - 1].append(unit)
                } else {
                    respondents.append([unit])
                }
            }
            random.shuffle(&respondents)
            draw.units = respondents.flatMap(\.self)
        } else {
            random.shuffle(&draw.units)
        }
        draw.units = draw.units.filter { $0.earlier == nil } + draw.units.filter { $0.earlier != nil }
        for index in draw.units.indices { draw.units[index].row = index + 1 }
    }

    private mutating func writeSegments(_ texts: [TranscriptSentences]) {
        let byID = Dictionary(texts.map { ($0.transcript.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in draw.units.indices {
            let unit = draw.units[index]
            guard let code = code(of: unit), let place = unit.subject.place, let text = byID[place.transcript] else {
                continue
            }
            draw.units[index].subject = .segment(QuotedPlace(place.span, of: place.transcript, text: text.map))
            rows[unit.row] = ReviewSheet.Row(
                id: Decision.Row(sample: 0, number: unit.row), span: place.span, in: text, code: code,
                isProposed: isProposed(unit))
        }
    }

    private mutating func writeRespondents(_ speech: RespondentSpeech, codings: [Coding]) {
        var byRespondent: [Respondent.ID: [Coding]] = [:]
        for coding in codings where coding.status == .proposed {
            if let respondent = coding.respondent { byRespondent[respondent, default: []].append(coding) }
        }
        var begun: Set<Respondent.ID> = []
        for unit in draw.units {
            guard let code = code(of: unit), let respondent = unit.subject.respondent else { continue }
            let own = draw.isBlind ? [] : (byRespondent[respondent] ?? []).filter { $0.isUnder(code.id) }
            // In a base sample the first row of a respondent has all words; who reads them, judges the others too.
            let isFirst = unit.earlier == nil && begun.insert(respondent).inserted
            let shown: RespondentSpeech.Part =
                isBase && isFirst ? .everything : !own.isEmpty ? .codings(own) : isBase ? .nothing : .everything
            rows[unit.row] = speech.row(
                id: Decision.Row(sample: 0, number: unit.row), of: respondent, code: code,
                isProposed: isProposed(unit), showing: shown)
            readings[unit.row] = Reading(
                words: speech.words(of: respondent, shown), isWhole: shown.isEverything)
        }
    }

    private func code(of unit: SampledUnit) -> Code? { codebook.codes.first { $0.id == unit.code } }

    private func isProposed(_ unit: SampledUnit) -> Bool? { draw.isBlind ? nil : unit.isCoded }

    // MARK: - Sheets

    /// The sheet of a reviewer: shuffled where it is blind, else by code and place; of a base sample by respondent.
    func sheet(of reviewer: Int, sample: Int) -> ReviewSheet {
        let order = Dictionary(
            codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var units = draw.units.filter { $0.reviewers.contains(reviewer) }
        if !draw.isBlind {
            let keys: (SampledUnit) -> (String, Int, String, Int) = { unit in
                let subject = unit.subject.place?.transcript ?? unit.subject.respondent ?? ""
                let place = unit.subject.place?.span.start ?? 0
                return (isBase ? subject : "", order[unit.code] ?? 0, subject, place)
            }
            units.sort { keys($0) < keys($1) }
        }
        return ReviewSheet(
            rows: units.compactMap { unit in
                guard var row = rows[unit.row] else { return nil }
                row.id.sample = sample
                return row
            },
            codes: codebook.codes.filter { $0.isCodable && $0.status != .retired }, unit: draw.unit)
    }

    /// How much a reviewer has to read and judge.
    func work(of reviewer: Int) -> ReviewWork {
        let units = draw.units.filter { $0.reviewers.contains(reviewer) }
        var whole: [Respondent.ID: Int] = [:]
        var parts: [Respondent.ID: Int] = [:]
        for unit in units {
            guard let respondent = unit.subject.respondent, let reading = readings[unit.row] else { continue }
            if reading.isWhole { whole[respondent] = reading.words }
            parts[respondent, default: 0] += reading.words
        }
        return ReviewWork(
            reviewer: draw.reviewers[reviewer], rows: units.count, respondents: parts.count,
            words: parts.reduce(0) { $0 + (whole[$1.key] ?? $1.value) })
    }
}

extension ReviewSheet.Row {
    /// The row of a segment.
    fileprivate init(
        id: Decision.Row, span: TextSpan, in text: TranscriptSentences, code: Code, isProposed: Bool?
    ) {
        let context = SegmentContext(of: span, in: text)
        let turn = text.turn(of: span).map { text.transcript.turns[$0] }
        self.init(
            id: id, transcript: text.transcript.id, turn: turn?.number,
            speaker: turn.flatMap { text.transcript.speaker(of: $0)?.label }, respondent: turn?.respondent,
            question: context.question, before: context.before, segment: text.words(of: span), after: context.after,
            code: code, isProposed: isProposed)
    }
}
