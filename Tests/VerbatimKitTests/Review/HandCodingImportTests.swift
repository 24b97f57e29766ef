import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct HandCodingImportTests {
    let study: ReviewStudy

    init() throws {
        study = try ReviewStudy()
    }

    private func faults(_ text: String, coder: String? = "anna") throws -> [String] {
        try study.files.write(text, to: "hand.csv")
        do {
            _ = try HandCodingImport(of: study.files.path("hand.csv"), into: study.study, coder: coder)
            return []
        } catch {
            return error.diagnostics.map { "\($0.identifier) \($0.position?.line ?? 0)" }
        }
    }

    @Test func segmentsAreAddedOnceWithTheirWords() throws {
        try study.files.write(
            "transcript,start,end,code,coder\none,1,5,return.any,ben\ntwo,0,4,protection.shelter,\n", to: "hand.csv")
        let path = study.files.path("hand.csv")
        let first = try HandCodingImport(of: path, into: study.study, coder: "anna")
        #expect(first.added == 2)
        #expect(first.codings.map(\.coder) == ["ben", "anna"])
        #expect(first.codings[1].subject.place?.quote == "---\n")
        #expect(try HandCodingImport(of: path, into: study.study, coder: "anna").added == 0)
    }

    @Test func respondentsMayAlsoBeSaidNotToHaveACode() throws {
        try study.files.write(
            "respondent,code,value\none/Amina,return.any,1\none/Amina,protection,0\n", to: "hand.csv")
        let imported = try HandCodingImport(of: study.files.path("hand.csv"), into: study.study, coder: "anna")
        #expect(imported.codings.map(\.applies) == [true, false])
        #expect(imported.codings.allSatisfy { $0.subject == .respondent("one/Amina") })
        #expect(imported.table.rows == [[.text("anna"), .integer(2), .integer(2), .integer(0), .integer(1)]])
    }

    @Test func handCodingsCountInNoFrequency() throws {
        let before = try study.codings()
        #expect(try faults("respondent,code\none/Amina,return.any\n") == [])
        #expect(try study.codings() == before)
    }

    @Test func everyFaultIsNamedByItsRow() throws {
        #expect(
            try faults(
                """
                transcript,start,end,code
                one,5,5,return.any
                one,0,99999,return.any
                three,0,1,return.any
                one,0,1,return.anny
                """)
                == ["wrong-offset 2", "span-outside-text 3", "unknown-transcript 4", "unknown-code 5"])
        #expect(
            try faults("respondent,code,value\nnobody,return.any,1\none/Amina,return.any,perhaps\n")
                == ["unknown-respondent 2", "wrong-value 3"])
        #expect(try faults("transcript,code\none,return.any\n") == ["missing-column 1"])
        #expect(try faults("respondent,code\none/Amina,return.any\n", coder: nil) == ["missing-coder 0"])
        #expect(try faults("respondent,code,coder\none/Amina,return.any,\n", coder: nil) == ["missing-coder 2"])
    }
}
