import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

/// Two coders, two codes, 200 scalars.
///
/// The values agree in two public programs for these alphas (unitized_alpha, KrippendorffUnitizedAlpha) and in scikit-learn
/// for characters.
@Suite struct UnitizingAlphaTests {
    /// Family is the code 0, work the code 1.
    static let first = [
        LabelledSpan(10, 40, label: 1), LabelledSpan(60, 90, label: 0), LabelledSpan(120, 150, label: 1),
    ]
    static let second = [
        LabelledSpan(12, 40, label: 1), LabelledSpan(55, 90, label: 0), LabelledSpan(125, 140, label: 0),
    ]

    private func spans(_ units: [LabelledSpan], _ label: Int) -> [TextSpan] {
        units.filter { $0.label == label }.map(\.span)
    }

    @Test func theFamilyAgreesWithOtherPrograms() throws {
        let continuum = try #require(UnitizedContinuum(length: 200, labels: 2, coders: [Self.first, Self.second]))
        let alphas = UnitizingAlpha(continuum)
        #expect(alphas.observed == [[210, 5, 17], [5, 60, 15], [17, 15, 56]])
        #expect(agree(alphas.alpha.value, 0.6887572800764952))
        #expect(agree(alphas.binary.value, 0.7815099035303776))
        #expect(agree(alphas.labels.value, 0.6623962955817094))
        #expect(agree(alphas.labelCoverage.value, 0.365))
        #expect(agree(alphas.perLabel[0].value, 0.6647887323943662))
        #expect(agree(alphas.perLabel[1].value, 0.6598690735965086))
        #expect(agree(alphas.perLabelCoverage[0].value, 0.9375))
        #expect(agree(alphas.perLabelCoverage[1].value, 0.8068181818181818))
    }

    @Test(arguments: [(1, 0.5422377622377623), (0, 0.69271484375)])
    func eachCodeAgainstTheRestAgrees(label: Int, expected: Double) {
        let continuum = UnitizedContinuum(
            length: 200, coders: [spans(Self.first, label), spans(Self.second, label)])
        let alphas = UnitizingAlpha(continuum)
        #expect(agree(alphas.alpha.value, expected))
        #expect(alphas.labels == .undefined(.noVariation))
    }

    /// Alpha over the characters as units, with three values.
    @Test func alphaOfCharactersAgrees() {
        func values(_ units: [LabelledSpan]) -> [Int?] {
            (0..<200).map { place in
                (units.first { $0.span.start <= place && place < $0.span.end }?.label).map { $0 + 1 } ?? 0
            }
        }
        let counts = UnitCounts(values: [values(Self.first), values(Self.second)], categories: 3)
        #expect(agree(CoincidenceMatrix(counts).alpha().value, 0.6791768080667594))
    }

    @Test(arguments: [
        (1, [130, 10, 32, 28], 0.7368421052631579, 0.4666666666666667, 0.5714285714285714, 0.4414893617021277),
        (0, [150, 20, 0, 30], 0.6, 1, 0.75, 0.6923076923076923),
    ])
    func charactersAgreeWithScikitLearn(
        label: Int, cells: [Int], precision: Double, recall: Double, f1: Double, kappa: Double
    ) {
        let proposed = Self.second + [LabelledSpan(160, 170, label: 1)]
        let pair = PresencePair(
            SpanCoverage(spans(Self.first, label)), SpanCoverage(spans(proposed, label)), length: 200)
        #expect([pair.neither, pair.onlySecond, pair.onlyFirst, pair.both] == cells)
        #expect(agree(pair.kappa.value?.value, kappa))
        let evaluation = CodeEvaluation(
            truth: pair.both + pair.onlyFirst, proposed: pair.both + pair.onlySecond, correct: pair.both)
        #expect(agree(evaluation.precision.value?.value, precision))
        #expect(agree(evaluation.recall.value?.value, recall))
        #expect(agree(evaluation.f1.value, f1))
    }

    @Test func perfectAgreementIsOne() throws {
        let continuum = try #require(UnitizedContinuum(length: 200, labels: 2, coders: [Self.first, Self.first]))
        let alphas = UnitizingAlpha(continuum)
        for alpha in [alphas.alpha, alphas.binary, alphas.labels] + alphas.perLabel { #expect(alpha == .value(1)) }
    }

    @Test func whatCannotBeToldHasAReason() throws {
        func alphas(_ coders: [[LabelledSpan]], length: Int = 200) throws -> UnitizingAlpha {
            UnitizingAlpha(try #require(UnitizedContinuum(length: length, labels: 2, coders: coders)))
        }
        #expect(try alphas([]).alpha == .undefined(.noUnits))
        #expect(try alphas([Self.first]).alpha == .undefined(.oneRater))
        #expect(try alphas([[], []]).alpha == .undefined(.noVariation))
        #expect(try alphas([[], []], length: 0).alpha == .undefined(.noUnits))
        let oneEmpty = try alphas([Self.first, []])
        #expect((oneEmpty.alpha.value ?? 1) < 0)
        #expect(oneEmpty.labels == .undefined(.noPairableUnits))
    }

    @Test func unitsOfOneCoderMustNotOverlap() {
        let overlapping = [LabelledSpan(0, 10, label: 0), LabelledSpan(9, 12, label: 1)]
        #expect(UnitizedContinuum(length: 20, labels: 2, coders: [overlapping, []]) == nil)
        #expect(UnitizedContinuum(length: 20, labels: 1, coders: [[LabelledSpan(0, 1, label: 1)], []]) == nil)
    }

    @Test func joinedTextsAreOneText() throws {
        let left = try #require(
            UnitizedContinuum(
                length: 100, labels: 2,
                coders: [
                    Array(Self.first.prefix(2)), Array(Self.second.prefix(2)),
                ]))
        let right = try #require(
            UnitizedContinuum(
                length: 100, labels: 2,
                coders: [
                    [LabelledSpan(20, 50, label: 1)], [LabelledSpan(25, 40, label: 0)],
                ]))
        let whole = try #require(UnitizedContinuum(length: 200, labels: 2, coders: [Self.first, Self.second]))
        let joined = try #require(UnitizedContinuum.joining([left, right]))
        #expect(agree(UnitizingAlpha(joined).alpha.value, UnitizingAlpha(whole).alpha.value, within: 1e-12))
        #expect(UnitizedContinuum.joining([]) == nil)
    }

    /// The sums by their definition: every unit against every unit.
    @Test(arguments: 0..<25)
    func overlapsAgreeWithComparingAllUnits(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let coders = (0..<3).map { _ in
            var units: [LabelledSpan] = []
            var place = 0
            while place < 60 {
                let start = place + Int.random(in: 0...6, using: &random)
                let end = start + Int.random(in: 1...9, using: &random)
                if end <= 60 { units.append(LabelledSpan(start, end, label: Int.random(in: 0...1, using: &random))) }
                place = end
            }
            return units
        }
        let continuum = try #require(UnitizedContinuum(length: 60, labels: 2, coders: coders))
        func value(_ units: [LabelledSpan], _ place: Int) -> Int {
            (units.first { $0.span.start <= place && place < $0.span.end }?.label).map { $0 + 1 } ?? 0
        }
        var expected = Array(repeating: Array(repeating: 0.0, count: 3), count: 3)
        for i in 0..<3 {
            for j in 0..<3 where i != j {
                for place in 0..<60 { expected[value(coders[i], place)][value(coders[j], place)] += 0.5 }
            }
        }
        #expect(UnitizingAlpha(continuum).observed == expected)
    }
}
