import Testing
import VerbatimAnalysis
import VerbatimExport

@Suite struct SharePhraseTests {
    @Test func aShareIsSaidWithItsDenominatorAndInterval() {
        #expect(
            SharePhrase.full(Proportion(12, of: 34)).replacing("\u{A0}", with: " ")
                == "12 of the 34 respondents who spoke (35 %; 95 % interval 21–52 %)")
    }

    @Test func whereNobodyWasAskedThatIsSaid() {
        #expect(
            SharePhrase.full(Proportion(0, of: 0), of: "respondents asked")
                == "0 of the respondents asked (nobody was asked)")
        #expect(SharePhrase.percent(Proportion(0, of: 0)) == "–")
        #expect(SharePhrase.interval(Proportion(0, of: 0)) == "–")
    }
}
