import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct SpeakerTableTests {
    @Test func columnsThatAreNotNeededAreNotLookedAt() throws {
        let text =
            "transcript,label,turns,words,role,confidence,reasons,respondent\na,P1,3,17,Observer,0.5,\"x, y\",\nb,P2,,,,,,R-2\n"
        let table = try SpeakerTable.parse(Array(text.utf8), path: "speakers.csv")
        #expect(table.rows.map(\.role) == [.observer, nil])
        #expect(table.rows.map(\.respondent) == [nil, "R-2"])
    }

    @Test(arguments: [
        ("label,role\nA,observer\n", "missing-column", 1), ("transcript,label,role\na,A,guest\n", "unknown-role", 2),
        ("transcript,label\na,A\na,a\n", "duplicate-row", 3),
    ])
    func faultsAreErrors(text: String, identifier: String, line: Int) {
        do {
            _ = try SpeakerTable.parse(Array(text.utf8), path: "speakers.csv")
            Issue.record("no error")
        } catch {
            #expect(error.diagnostics.map(\.identifier) == [identifier])
            #expect(error.diagnostics.first?.position?.line == line)
        }
    }
}
