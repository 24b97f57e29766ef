import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// Draws the units of a sample, deals them to reviewers, and makes their sheets.
struct SampleDrawing {
    /// The share of true units among segments that no rule finds that is guessed where nothing was judged yet: most
    /// sentences of an interview are about something else.
    private static let guessedSegmentMissRate = 0.01
    /// From how many judgements on a stratum's share is taken from them and not guessed.
    private static let fewestForGuess = 10

    /// The sample; its number is not known yet.
    private(set) var draw: SampleDraw
    private let source: ReviewSource
    private let texts: [TranscriptSentences]
    /// The cells of each unit, by its row, without the sample's number.
    private var rows: [Int: ReviewSheet.Row] = [:]

    /// Draws what is asked for.
    /// - Throws: `[unknown-code]`, `[not-a-code]`, `[nothing-to-sample]`.
    init(_ request: SampleRequest, source: ReviewSource) throws(DiagnosticsError) {
        self.source = source
        let language = source.study.codebook.languages.first ?? .unknown
        texts = source.transcripts.map { TranscriptSentences($0, unknownLanguage: language) }
        draw = SampleDraw(
            run: source.run, unit: request.unit, seed: request.seed, isBlind: request.isBlind,
            reviewers: request.reviewers, strata: [], units: [])
        for code in try Self.codes(request, source) {
            add(frame(of: code, request), request)
        }
        guard !draw.units.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "nothing-to-sample",
                    "There is nothing to draw: no respondent says anything, or all units of these codes were drawn "
                        + "already. Name other codes, or run with more transcripts.", path: source.path)
            ])
        }
        number()
    }

    // MARK: - What is drawn from

    /// The indices of the codes, in the order of the codebook.
    private static func codes(_ request: SampleRequest, _ source: ReviewSource) throws(DiagnosticsError) -> [Int] {
        let codebook = source.study.codebook
        let isCode: (Int) -> Bool = { codebook.codes[$0].isCodable && codebook.codes[$0].status != .retired }
        guard !request.codes.isEmpty else {
            return codebook.codes.indices.filter {
                request.unit == .segment ? isCode($0) : codebook.ancestors(of: codebook.codes[$0].id).isEmpty
            }
        }
        var chosen: Set<Int> = []
        for id in request.codes {
            let index = try source.code(id)
            if request.unit == .respondent || isCode(index) {
                chosen.insert(index)
                continue
            }
            // Text is coded with the codes of a theme, never with the theme itself.
            let below = codebook.codes.indices.filter {
                isCode($0) && codebook.codes[$0].id.hasPrefix(codebook.codes[index].id + ".")
            }
            guard !below.isEmpty else {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "not-a-code",
                        "Text cannot be coded with '\(id)', nor with anything under it. Name a code whose rules run.",
                        path: source.path)
                ])
            }
            chosen.formUnion(below)
        }
        return chosen.sorted()
    }

    private func frame(of code: Int, _ request: SampleRequest) -> ReviewFrame {
        let codebook = source.study.codebook
        switch request.unit {
        case .segment:
            return ReviewFrame(
                segmentsFor: code, of: codebook, codings: source.codingsByRules, texts: texts,
                respondents: source.study.respondents.byID, threads: request.threads)
        case .respondent:
            return ReviewFrame(
                respondentsFor: codebook.codes[code].id, codings: source.codingsByRules,
                respondents: source.study.respondents)
        }
    }

    // MARK: - Drawing

    private mutating func add(_ frame: ReviewFrame, _ request: SampleRequest) {
        let earlier = earlierUnits(of: frame)
        let guesses = guesses(for: frame)
        let units = SamplingFrame(frame.identifiers, drawn: Array(earlier.keys), guesses: guesses)
        // Each code has a stream of its own, so that its draw does not depend on the others'.
        let seed = request.seed ^ Self.hash(frame.code)
        let sample = StratifiedSample(units, size: Self.size(request, units), seed: seed)
        let assignment = ReviewAssignment(
            sample, reviewers: request.reviewers.count, doubleShare: request.doubleShare, order: .shuffled)
        var reviewers: [Int: [Int]] = [:]
        for (reviewer, tasks) in assignment.tasks.enumerated() {
            for task in tasks { reviewers[task.unit, default: []].append(reviewer) }
        }
        let first = draw.strata.count
        for (place, stratum) in sample.strata.enumerated() {
            draw.strata.append(
                SampleDraw.Stratum(
                    code: frame.code, name: stratum.stratum.name, members: stratum.members, drawn: stratum.drawn,
                    respondents: request.unit == .respondent ? units.strata[place].units : []))
        }
        for (index, unit) in sample.units.enumerated() {
            guard let found = frame.units[unit.id] else { continue }
            draw.units.append(
                SampledUnit(
                    row: 0, stratum: first + unit.stratum, subject: found.subject, code: frame.code,
                    isCoded: found.kind == .coded, earlier: earlier[unit.id], reviewers: reviewers[index] ?? []))
        }
    }

    private static func size(_ request: SampleRequest, _ frame: SamplingFrame) -> SampleSize {
        switch request.size {
        case .units(let count): return .neyman(count)
        case .halfWidth(let width):
            let sizes: [Int]
            if request.unit == .respondent {
                sizes = SharePlan(halfWidth: width, strata: frame.strata.map(\.expected)).sizes
            } else {
                let coded = frame.strata.filter { $0.stratum.kind == .coded }
                let others = frame.strata.filter { $0.stratum.kind != .coded }
                let plan = RecallPlan(
                    halfWidth: width, coded: coded.map(\.expected), uncoded: others.map(\.expected))
                // Strata are in the order of their kinds, the coded ones first.
                sizes = plan.coded + plan.uncoded
            }
            return .fixed(
                Dictionary(
                    zip(frame.strata, sizes).map { ($0.stratum, max($1, min(10, $0.units.count))) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The latest sample that was drawn for the code from the same strata.
    private func earlierSample(of frame: ReviewFrame) -> SampleDraw? {
        var sizes: [String: Int] = [:]
        for unit in frame.units.values { sizes[unit.kind.rawValue, default: 0] += 1 }
        return source.samples.last { sample in
            guard sample.unit == draw.unit else { return false }
            let strata = sample.strata.filter { $0.code == frame.code }
            return !strata.isEmpty
                && Dictionary(strata.map { ($0.name, $0.members) }, uniquingKeysWith: { $0 + $1 }) == sizes
        }
    }

    /// The units that count as drawn already, with the row that drew each first.
    ///
    /// There are none where one of them is not a unit of the same stratum any more: the rules have changed, and with
    /// them the chance that each unit had.
    private func earlierUnits(of frame: ReviewFrame) -> [String: Decision.Row] {
        guard let sample = earlierSample(of: frame) else { return [:] }
        var found: [String: Decision.Row] = [:]
        for unit in sample.units where unit.code == frame.code {
            let id = Self.identifier(of: unit)
            guard let known = frame.units[id], known.kind.rawValue == sample.strata[unit.stratum].name else {
                return [:]
            }
            found[id] = unit.earlier ?? Decision.Row(sample: sample.number, number: unit.row)
        }
        return found
    }

    /// The shares that are expected: those that were judged, where enough were.
    private func guesses(for frame: ReviewFrame) -> [ReviewStratum: Double] {
        var guesses: [ReviewStratum: Double] = [:]
        if draw.unit == .segment { guesses[ReviewStratum(.uncoded)] = Self.guessedSegmentMissRate }
        guard
            let sample = source.samples.last(where: { sample in
                sample.unit == draw.unit && sample.strata.contains { $0.code == frame.code }
            })
        else { return guesses }
        var counts: [Int: (judged: Int, positive: Int)] = [:]
        for (unit, judgement) in zip(sample.units, sample.judgements(source.decisions)) {
            guard unit.code == frame.code, let judgement else { continue }
            counts[unit.stratum, default: (0, 0)].judged += 1
            if judgement { counts[unit.stratum, default: (0, 0)].positive += 1 }
        }
        for (index, count) in counts where count.judged >= Self.fewestForGuess {
            guard let stratum = ReviewStratum(name: sample.strata[index].name) else { continue }
            guesses[stratum] = Double(count.positive + 1) / Double(count.judged + 2)
        }
        return guesses
    }

    private static func identifier(of unit: SampledUnit) -> String {
        switch unit.subject {
        case .segment(let place): Coding.id(transcript: place.transcript, code: unit.code, span: place.span)
        case .respondent(let id): id
        }
    }

    /// FNV-1a (Fowler, Noll and Vo) of a code's id.
    private static func hash(_ code: Code.ID) -> UInt64 {
        code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    // MARK: - Rows and sheets

    /// Numbers the rows in an order that tells nothing, those that are not given out last, and writes their cells.
    private mutating func number() {
        var random = SplitMix64(seed: draw.seed ^ 0x524F_5753)
        random.shuffle(&draw.units)
        draw.units = draw.units.filter { $0.earlier == nil } + draw.units.filter { $0.earlier != nil }
        let byID = Dictionary(texts.map { ($0.transcript.id, $0) }, uniquingKeysWith: { first, _ in first })
        let speech = draw.unit == .respondent ? RespondentSpeech(texts) : nil
        for index in draw.units.indices {
            let unit = draw.units[index]
            draw.units[index].row = index + 1
            guard let code = source.study.codebook.codes.first(where: { $0.id == unit.code }) else { continue }
            let id = Decision.Row(sample: 0, number: index + 1)
            let isProposed = draw.isBlind ? nil : unit.isCoded
            var row: ReviewSheet.Row?
            switch unit.subject {
            case .segment(let place):
                guard let text = byID[place.transcript] else { continue }
                draw.units[index].subject = .segment(QuotedPlace(place.span, of: place.transcript, text: text.map))
                row = ReviewSheet.Row(id: id, span: place.span, in: text, code: code, isProposed: isProposed)
            case .respondent(let respondent):
                let codings = source.codingsByRules.filter {
                    $0.status == .proposed && $0.respondent == respondent && $0.isUnder(code.id)
                }
                row = speech?.row(
                    id: id, of: respondent, code: code, isProposed: isProposed, quoting: draw.isBlind ? [] : codings)
            }
            guard let row else { continue }
            rows[index + 1] = row
            draw.units[index].digest = ReviewSheet.digest(of: row.segment)
        }
    }

    /// The sheet of a reviewer: shuffled where it is blind, else by code and place.
    func sheet(of reviewer: Int, sample: Int) -> ReviewSheet {
        let codebook = source.study.codebook
        let order = Dictionary(
            codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var units = draw.units.filter { $0.reviewers.contains(reviewer) }
        if !draw.isBlind {
            let keys: (SampledUnit) -> (Int, String, Int) = { unit in
                (
                    order[unit.code] ?? 0, unit.subject.place?.transcript ?? unit.subject.respondent ?? "",
                    unit.subject.place?.span.start ?? 0
                )
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
