import Testing
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct GivenCodingsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ text: String) throws -> GivenCodings {
        try GivenCodings.read(try folder.write(text, to: "codings.csv"))
    }

    private func faults(_ text: String) throws -> [String] {
        do throws(DiagnosticsError) {
            let path = try? folder.write(text, to: "codings.csv")
            _ = try GivenCodings.read(path ?? "")
            return []
        } catch {
            return error.diagnostics.map { "\($0.identifier) \($0.position?.line ?? 0)" }
        }
    }

    @Test func segmentsHaveCodersAndAssertionsWhereTheTableSays() throws {
        let codings = try read(
            "transcript,start,end,code,coder,assertion\none,0,5,a.b,Lena,negated+other\none,6,9,a.b,,\ntwo,,,,Lena,\n")
        #expect(codings.segments.map(\.coder) == ["Lena", nil, "Lena"])
        #expect(codings.segments[0].assertion == AssertionLabel([.negated, .reported]))
        #expect(codings.segments[1].assertion == nil)
        // A row without a code says that the transcript was read.
        #expect(codings.segments[2].code.isEmpty && codings.segments[2].span == nil)
    }

    @Test func respondentsHaveValuesAndKinds() throws {
        let codings = try read(
            "respondent,code,value,affirmed,negated,other\nr1,a,1,1,0,1\nr2,a,no,0,0,0\nr3,a,,0,1,0\n")
        #expect(codings.marks.map(\.applies) == [true, false, true])
        #expect(
            codings.marks.map(\.assertion) == [
                AssertionLabel([.affirmed, .reported]), AssertionLabel([]), AssertionLabel([.negated]),
            ])
    }

    @Test func everyFaultIsNamedByItsLine() throws {
        #expect(
            try faults("transcript,start,end,code,assertion\none,5,5,a,\none,0,4,a,loud\none,-1,4,a,\n")
                == ["wrong-offset 2", "unknown-assertion 3", "wrong-offset 4"])
        #expect(try faults("respondent,code,value\nr1,a,maybe\n") == ["wrong-value 2"])
        #expect(try faults("who,code\nr1,a\n") == ["missing-column 1"])
        #expect(try faults("respondent,value\nr1,1\n") == ["missing-column 1"])
    }

    @Test(arguments: [
        ("affirmed", [AssertionKind.affirmed]), ("conditional+negated", [.conditional, .negated]),
        ("Other", [.reported]), ("mixed", [.affirmed, .negated]), ("stated; self", []),
    ])
    func labelsAreReadAsPeopleWriteThem(_ text: String, _ kinds: [AssertionKind]) {
        #expect(AssertionLabel(text)?.kinds == Set(kinds))
    }
}
