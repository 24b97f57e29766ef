import Testing
import VerbatimAnalysis
import VerbatimModel

@Suite struct CodeHierarchyTests {
    @Test func nodesStandUnderTheNearestDeclaredOne() {
        // `a.y` is not declared, so `a.y.deep` stands under `a`.
        let hierarchy = CodeHierarchy(
            Codebook(
                id: "test", title: "Test",
                codes: ["a.y.deep", "a", "b.z", "a.x", "b"].map { StudyMaker.code($0) }))
        #expect(hierarchy.lineage(of: 0) == [0, 1])
        #expect(hierarchy.roots == [1, 4])
        #expect(hierarchy.children(of: 1) == [0, 3])
        #expect(hierarchy.depth(of: 2) == 1)
        #expect(hierarchy.preorder == [1, 0, 3, 4, 2])
    }

    @Test func formerIdsFindTheCodeButNothingStandsUnderThem() {
        var renamed = StudyMaker.code("shelter")
        renamed.formerIDs = ["old"]
        let hierarchy = CodeHierarchy(
            Codebook(id: "test", title: "Test", codes: [renamed, StudyMaker.code("old.part")]))
        #expect(hierarchy.index(of: "old") == 0)
        #expect(hierarchy.index(of: "nowhere") == nil)
        #expect(hierarchy.lineage(of: 1) == [1])
    }

    @Test func aCodeIsAssertionBoundWhenARuleAsksForNegativeOrConditionalWords() {
        var mixed = StudyMaker.code("mixed", only: [.negated])
        mixed.rules += StudyMaker.code("other", only: [.affirmed]).rules
        let codes = [
            mixed, StudyMaker.code("reported", only: [.reported]),
            StudyMaker.code("denied", only: [.negated]), StudyMaker.code("if", only: [.conditional]),
            StudyMaker.code("either", only: [.affirmed, .negated]), StudyMaker.code("plain"),
        ]
        let hierarchy = CodeHierarchy(Codebook(id: "test", title: "Test", codes: codes))
        #expect(codes.indices.map(hierarchy.isAssertionBound) == [true, false, true, true, false, false])
    }
}
