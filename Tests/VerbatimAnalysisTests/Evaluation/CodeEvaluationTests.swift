import Testing
import VerbatimAnalysis

@Suite struct CodeEvaluationTests {
    @Test func precisionAndRecallHaveWilsonsIntervals() throws {
        let evaluation = CodeEvaluation(truth: 105, proposed: 420, correct: 37)
        // statsmodels `proportion_confint(37, 105, method="wilson")`.
        let recall = try #require(evaluation.recall.value)
        #expect(agree(recall.value, 37.0 / 105))
        #expect(agree(.value(recall.interval), 0.2676935477, 0.4474885131))
        #expect(agree(evaluation.precision.value?.value, 37.0 / 420))
        #expect(agree(evaluation.f1.value, 74.0 / 525))
    }

    @Test func whatHasNoDenominatorHasNoValue() {
        let unused = CodeEvaluation(truth: 4, proposed: 0, correct: 0)
        #expect(unused.precision == .undefined(.noUnits))
        #expect(unused.recall.value?.value == 0)
        #expect(unused.f1 == .value(0))
        #expect(CodeEvaluation(truth: 0, proposed: 0, correct: 0).f1 == .undefined(.noUnits))
    }

    @Test func unitsAreCompared() {
        let evaluation = CodeEvaluation(truth: Set(["a", "b", "c"]), proposed: ["b", "c", "d", "e"])
        #expect(evaluation == CodeEvaluation(truth: 3, proposed: 4, correct: 2))
    }

    @Test func meansCountEachCodeTheSameAndSumsEachCoding() {
        let summary = EvaluationSummary([
            CodeEvaluation(truth: 2, proposed: 2, correct: 2), CodeEvaluation(truth: 100, proposed: 50, correct: 25),
            CodeEvaluation(truth: 0, proposed: 0, correct: 0),
        ])
        #expect(agree(summary.macroPrecision.value, 0.75))
        #expect(agree(summary.macroRecall.value, 0.625))
        #expect(agree(summary.macroF1.value, (1 + 50.0 / 150) / 2))
        #expect(summary.codes == 2)
        #expect(summary.micro == CodeEvaluation(truth: 102, proposed: 52, correct: 27))
        #expect(EvaluationSummary([]).macroF1 == .undefined(.noUnits))
    }
}
