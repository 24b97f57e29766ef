import Testing
import VerbatimAnalysis
import VerbatimModel

@Suite struct RespondentByCodeMatrixTests {
    @Test func aCodingCountsForItsCodeAndTheCodesAboveIt() {
        let study = CodedStudy(
            codebook: Codebook(
                id: "test", title: "Test",
                codes: [
                    StudyMaker.code("a", theme: true), StudyMaker.code("a.b"), StudyMaker.code("a.b.c"),
                    StudyMaker.code("a.d"),
                ]),
            transcripts: [StudyMaker.transcript("t1")], respondents: [Respondent(id: "p1"), Respondent(id: "p2")],
            codings: [
                StudyMaker.coding("a.b.c", "p2"), StudyMaker.coding("a.d", "p1", status: .rejected),
                StudyMaker.coding("a.d", nil, at: 9),
            ])
        let matrix = RespondentByCodeMatrix(study)
        #expect(matrix.codes == ["a.b", "a.b.c", "a.d"])
        #expect((0..<3).map { matrix[0, $0] } == [false, false, false])
        #expect((0..<3).map { matrix[1, $0] } == [true, true, false])
    }

    @Test(arguments: 0..<20) func columnsAddUpToTheFrequencies(seed: Int) {
        let study = StudyMaker.random(seed: UInt64(seed))
        let matrix = RespondentByCodeMatrix(study)
        let table = FrequencyTable(study)
        for (column, code) in matrix.codes.enumerated() {
            let sum = matrix.respondents.indices.filter { matrix[$0, column] }.count
            #expect(sum == table.row(of: code)?.respondents)
        }
    }
}

@Suite struct UnattributedSpeechTests {
    @Test func turnsAndCodingsAreCountedPerTranscriptAndDocumentsLeftOut() {
        let study = CodedStudy(
            codebook: Codebook(id: "test", title: "Test", codes: [StudyMaker.code("a")]),
            transcripts: [
                StudyMaker.transcript("d", .document), StudyMaker.transcript("f", .focusGroup, unattributedTurns: 3),
                StudyMaker.transcript("i"),
            ], respondents: [Respondent(id: "p1")],
            codings: [
                StudyMaker.coding("a", nil, in: "d"), StudyMaker.coding("a", nil, in: "f"),
                StudyMaker.coding("a", nil, in: "f", at: 9, status: .suppressed),
                StudyMaker.coding("a", "p1", in: "i"),
            ])
        let speech = UnattributedSpeech(study)
        #expect(speech.parts.map(\.transcript) == ["f"])
        #expect(speech.turns == 3 && speech.codings == 1)
    }
}
