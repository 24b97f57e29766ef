import VerbatimAnalysis
import VerbatimModel

/// Draws the units of a sample and deals them to reviewers.
struct SampleDrawing {
    /// The share of true units among segments that no rule finds that is guessed where nothing was judged yet: most
    /// sentences of an interview are about something else.
    private static let guessedSegmentMissRate = 0.01

    /// The sample; its number and the rows of its units are not known yet.
    private(set) var draw: SampleDraw
    /// What each code's units were drawn from, with the guesses, code by code as in the strata of ``draw``.
    private(set) var frames: [SamplingFrame] = []
    /// What should be looked at.
    private(set) var warnings: [Diagnostic] = []
    private let source: ReviewSource

    /// Draws what is asked for.
    ///
    /// - Parameters:
    ///   - request: What to draw.
    ///   - source: The study.
    ///   - texts: The sentences of its transcripts.
    /// - Throws: `[unknown-code]`, `[not-a-code]`, `[unknown-attribute]`, `[groups-needed]`, `[base-too-late]`,
    ///   `[nothing-to-sample]`.
    init(_ request: SampleRequest, source: ReviewSource, texts: [TranscriptSentences]) throws(DiagnosticsError) {
        self.source = source
        draw = SampleDraw(
            run: source.run, unit: request.unit, seed: request.seed, isBlind: request.isBlind,
            reviewers: request.reviewers, strata: [], units: [])
        let codes = try Self.codes(request, source)
        let groups = try ReviewGroups(by: request.attributes, of: source.study)
        let asked = AskedRespondents(source.study)
        let samples = EarlierSamples(source)
        var refusals = EarlierDrawRefusals(path: source.path)
        var base: [(frame: ReviewFrame, earlier: EarlierDraws)] = []
        for code in codes {
            let frame = frame(of: code, request, texts: texts, groups: groups, asked: asked)
            let earlier = EarlierDraws(samples, for: frame)
            refusals.add(earlier, code: frame.code, unit: request.unit)
            if request.isBase {
                base.append((frame, earlier))
            } else if refusals.faults.isEmpty {
                let guesses = guesses(for: frame).merging(earlier.shares(in: frame)) { _, judged in judged }
                add(CodeDraw(frame, earlier: earlier, guesses: guesses, request))
            }
        }
        guard refusals.faults.isEmpty else { throw DiagnosticsError(refusals.faults) }
        warnings = refusals.warnings
        if request.isBase { add(CodeDraw(base: base, request)) }
        guard !draw.units.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "nothing-to-sample",
                    "There is nothing to draw: no respondent says anything, or all units of these codes were drawn "
                        + "already. Name other codes, or run with more transcripts.", path: source.path)
            ])
        }
    }

    private mutating func add(_ drawn: CodeDraw) {
        let first = draw.strata.count
        frames += drawn.frames
        draw.strata += drawn.strata
        for var unit in drawn.units {
            unit.stratum += first
            draw.units.append(unit)
        }
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

    private func frame(
        of code: Int, _ request: SampleRequest, texts: [TranscriptSentences], groups: ReviewGroups,
        asked: AskedRespondents?
    ) -> ReviewFrame {
        let codebook = source.study.codebook
        switch request.unit {
        case .segment:
            return ReviewFrame(
                segmentsFor: code, of: codebook, codings: source.codingsByRules, texts: texts,
                respondents: source.study.respondents.byID, groups: groups, threads: request.threads)
        case .respondent:
            let id = codebook.codes[code].id
            // The share of a code is of those who were asked; a base sample is read for all codes at once.
            let told = request.isBase ? nil : asked?.told(of: id)
            return ReviewFrame(
                respondentsFor: id, codings: source.codingsByRules,
                respondents: source.study.respondents.map(\.id).filter { told?.contains($0) ?? true },
                groups: groups, isBase: request.isBase)
        }
    }

    // MARK: - What is expected

    /// The shares that are expected: those that were judged, where enough were.
    private func guesses(for frame: ReviewFrame) -> [ReviewStratum: Double] {
        var guesses: [ReviewStratum: Double] = [:]
        if draw.unit == .segment { guesses[ReviewStratum(.uncoded)] = Self.guessedSegmentMissRate }
        guard
            let sample = source.samples.last(where: { sample in
                sample.unit == draw.unit && sample.strata.contains { $0.code == frame.code }
            })
        else { return guesses }
        let judged = zip(sample.units, sample.judgements(source.decisions)).compactMap {
            unit, judgement -> (stratum: ReviewStratum, isTrue: Bool)? in
            guard unit.code == frame.code, let judgement else { return nil }
            return ReviewStratum(name: sample.strata[unit.stratum].name).map { ($0, judgement) }
        }
        return guesses.merging(SamplingFrame.guesses(from: judged)) { _, found in found }
    }
}
