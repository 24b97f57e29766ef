/// How well proposed codings agree with the truth over all codes.
package struct EvaluationSummary: Hashable, Sendable {
    /// The mean precision over the codes of which anything was proposed.
    package let macroPrecision: Estimate<Double>
    /// The mean recall over the codes that occur in truth.
    package let macroRecall: Estimate<Double>
    /// The mean F1 over the codes that occur in truth or were proposed: each code counts the same.
    package let macroF1: Estimate<Double>
    /// All codes' counts together: each coding counts the same, so that frequent codes lead.
    package let micro: CodeEvaluation
    /// How many codes ``macroF1`` is the mean of.
    package let codes: Int

    /// The summary of the evaluations of codes.
    package init(_ evaluations: [CodeEvaluation]) {
        macroPrecision = .mean(evaluations.map { $0.precision.map(\.value) })
        macroRecall = .mean(evaluations.map { $0.recall.map(\.value) })
        macroF1 = .mean(evaluations.map(\.f1))
        micro = CodeEvaluation(
            truth: evaluations.reduce(0) { $0 + $1.truth }, proposed: evaluations.reduce(0) { $0 + $1.proposed },
            correct: evaluations.reduce(0) { $0 + $1.correct })
        codes = evaluations.count { $0.f1.value != nil }
    }
}
