import Testing
import VerbatimModel

@Suite struct CodebookTests {
    private let codebook: Codebook

    init() {
        let place = SourceRange(path: "a.codebook", start: SourcePosition(line: 1, column: 1))
        var renamed = Code(id: "return.obstacles.money", name: "Money", source: place)
        renamed.formerIDs = ["return.costs", "return"]
        codebook = Codebook(
            id: "a", title: "A",
            codes: [
                Code(id: "return", name: "Return", isCodable: false, source: place), renamed,
                Code(id: "return.obstacles", name: "Obstacles", source: place),
                Code(id: "returning", name: "Returning", source: place),
            ])
    }

    @Test func ancestorsAreTheDeclaredNodesAboveNearestFirst() {
        #expect(codebook.ancestors(of: "return.obstacles.money").map(\.id) == ["return.obstacles", "return"])
        #expect(codebook.ancestors(of: "return.undeclared.deep").map(\.id) == ["return"])
        #expect(codebook.ancestors(of: "return").isEmpty)
        #expect(codebook.ancestors(of: "returning").isEmpty)
    }

    @Test func theParentIsTheNearestAncestor() {
        #expect(codebook.parent(of: "return.obstacles.money")?.id == "return.obstacles")
        #expect(codebook.parent(of: "return.undeclared.deep")?.id == "return")
        #expect(codebook.parent(of: "return") == nil)
    }

    @Test func aFormerIDFindsTheCodeUnlessALiveOneHasIt() {
        #expect(codebook.index(of: "return.costs") == 1)
        #expect(codebook.index(of: "return") == 0)
        #expect(codebook.index(of: "absent") == nil)
    }
}
