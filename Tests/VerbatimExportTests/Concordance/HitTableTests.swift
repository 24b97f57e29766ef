import Testing
import VerbatimExport
import VerbatimModel

@Suite struct HitTableTests {
    private let row = HitRow(
        transcript: "a", turn: 3, speaker: nil, respondent: "R1", span: TextSpan(start: 10, end: 20),
        text: "slept\noutside", evidence: [TextSpan(start: 10, end: 15), TextSpan(start: 16, end: 20)],
        evidenceWords: ["slept", "outside"], assertion: Assertion(polarity: .negated))

    @Test func aHitInCSVHasItsEvidenceAsWords() {
        #expect(
            String(decoding: CSVWriter().bytes(of: .hits([row])), as: UTF8.self) == """
                transcript,turn,speaker,respondent,start,end,text,evidence,polarity,modality,holder
                a,3,,R1,10,20,"slept
                outside",slept … outside,negated,stated,self

                """)
    }

    @Test func aHitInJSONHasItsEvidenceAsPlaces() {
        #expect(
            String(decoding: JSONLinesWriter().bytes(of: .hits([row])), as: UTF8.self)
                == #"{"transcript":"a","turn":3,"speaker":null,"respondent":"R1","start":10,"end":20,"#
                + #""text":"slept\noutside","evidence":[[10,15],[16,20]],"polarity":"negated","#
                + #""modality":"stated","holder":"self"}"# + "\n")
    }

    @Test func aNameThatIsAlsoACountIsToldApart() {
        let count = HitCount(values: ["x", nil], hits: 3, turns: 2, respondents: 0, transcripts: 1)
        #expect(
            String(decoding: CSVWriter().bytes(of: .hitCounts(by: ["turns", "country"], [count])), as: UTF8.self)
                == "by.turns,country,hits,turns,respondents,transcripts\nx,,3,2,0,1\n")
    }
}
