import Testing
import VerbatimExport
import VerbatimModel

@Suite struct ExplanationTests {
    private let explanation = Explanation(
        facts: [.init("code", "return"), .init("transcript", "one\u{1B}[31m")], quote: "I [[return]].\nNow.",
        reasons: [
            Outline(
                "rule", "rule r1", notes: ["return or home"], data: ["line": .integer(3)],
                children: [
                    Outline("or", "or", state: .met, children: [Outline("term", "home", state: .unmet)])
                ])
        ], data: ["code": .string("return")])

    @Test func peopleReadFactsWordsAndAnIndentedTree() {
        let text = String(decoding: ExplanationText().bytes(of: [explanation]), as: UTF8.self)
        #expect(
            text == """
                code        return
                transcript  one\u{FFFD}[31m

                    I [[return]].
                    Now.

                rule r1
                  return or home
                  ✓ or
                    ✗ home

                """)
    }

    @Test func programsReadTheSameTreeOnOneLine() {
        let json = String(decoding: ExplanationJSON().bytes(of: [explanation, explanation]), as: UTF8.self)
        let line =
            #"{"code":"return","quote":"I [[return]].\nNow.","reasons":[{"children":[{"children":["#
            + #"{"kind":"term","met":false,"text":"home"}],"kind":"or","met":true,"text":"or"}],"kind":"rule","#
            + #""line":3,"notes":["return or home"],"text":"rule r1"}]}"#
        #expect(json == "\(line)\n\(line)\n")
    }

    @Test func evidenceIsMarkedInTheQuote() {
        let coding = Coding(
            transcript: "one", turn: 1, speaker: nil, respondent: nil, code: "c", rules: [], assertion: Assertion(),
            assertionKinds: [], span: TextSpan(start: 10, end: 24), quote: "Élan, we slept",
            evidence: [TextSpan(start: 16, end: 18), TextSpan(start: 19, end: 24)], evidenceWords: ["we", "slept"],
            coder: "test")
        #expect(Explanation.marked(coding) == "Élan, [[we slept]]")
    }
}
