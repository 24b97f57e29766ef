import Testing
import VerbatimExport

@Suite struct NumberFormatTests {
    @Test(arguments: [
        (0.0, 4, "0.0000"), (1.0, 4, "1.0000"), (0.35294117, 4, "0.3529"), (0.99996, 4, "1.0000"),
        (0.00004, 4, "0.0000"), (-0.5, 1, "-0.5"), (-0.04, 1, "0.0"), (2.5, 0, "3"), (1234.5678, 2, "1234.57"),
    ])
    func fixedHasItsDecimals(value: Double, decimals: Int, text: String) {
        #expect(NumberFormat.fixed(value, decimals: decimals) == text)
    }

    @Test func whatIsNoNumberHasNoText() {
        #expect(NumberFormat.fixed(.nan, decimals: 2) == nil)
        #expect(NumberFormat.fixed(.infinity, decimals: 2) == nil)
        #expect(NumberFormat.fixed(1e300, decimals: 2) == nil)
    }

    @Test func shortDropsZerosAtTheEnd() {
        #expect(NumberFormat.short(12.5, decimals: 2) == "12.5")
        #expect(NumberFormat.short(100, decimals: 2) == "100")
        #expect(NumberFormat.short(-0.001, decimals: 2) == "0")
    }

    @Test func percentIsNeverNothingForSomethingNorAllForLess() {
        #expect(NumberFormat.percent(0) == "0")
        #expect(NumberFormat.percent(0.001) == "<1")
        #expect(NumberFormat.percent(0.999) == ">99")
        #expect(NumberFormat.percent(1) == "100")
        #expect(NumberFormat.percent(12.0 / 34) == "35")
    }

    @Test func largeNumbersAreGrouped() {
        #expect(NumberFormat.grouped(1234) == "1\u{202F}234" && NumberFormat.grouped(999) == "999")
        #expect(NumberFormat.grouped(48210) == "48\u{202F}210")
        #expect(NumberFormat.grouped(-1_234_567) == "-1\u{202F}234\u{202F}567")
    }
}
