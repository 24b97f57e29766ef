import Testing
import VerbatimExport
import VerbatimModel

@Suite struct HTMLReportTests {
    private let page = String(
        decoding: HTMLReport(engineVersion: "0.1.0", groupBy: ["country", "age", "nowhere"]).bytes(
            of: SmallStudy.study),
        as: UTF8.self)

    /// The values of an attribute, as they stand in the page.
    private func values(of attribute: String) -> [String] {
        page.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test func everyElementIsClosedWhereItWasOpened() throws {
        var open: [Substring] = []
        for tag in page.matches(of: /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:[^<>"]|"[^"<>]*")*?)(\/?)>/) {
            if !tag.1.isEmpty {
                #expect(open.popLast() == tag.2)
            } else if tag.4.isEmpty {
                open.append(tag.2)
            }
        }
        #expect(open.isEmpty)
        let rest = page.replacing(/<style>[^<]*<\/style>/, with: "").replacing("<!DOCTYPE html>", with: "")
            .replacing(/<(\/?)([A-Za-z][A-Za-z0-9]*)((?:[^<>"]|"[^"<>]*")*?)(\/?)>/, with: "")
        #expect(!rest.contains("<") && !rest.contains(">"))
    }

    @Test func everyLinkHasATargetAndEveryNameIsGivenOnce() {
        let ids = values(of: "id")
        #expect(Set(ids).count == ids.count)
        let targets = values(of: "href")
        #expect(!targets.isEmpty)
        for target in targets { #expect(target.first == "#" && ids.contains(String(target.dropFirst()))) }
        for code in ["code-need", "code-need-shelter", "code-plan-no-return"] { #expect(ids.contains(code)) }
        for coding in SmallStudy.study.codings where coding.status.counts {
            #expect(ids.contains("coding-\(coding.id)"))
        }
    }

    @Test func nothingIsLoadedFromAnywhere() {
        #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("<img"))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("@import"))
        #expect(page.contains("default-src 'none'"))
    }

    @Test func wordsAreEscapedAndEvidenceIsMarked() {
        #expect(
            page.contains(
                "He said &quot;pay&quot;, &amp; we could not <mark>pay</mark> the &lt;<mark>rent</mark>&gt;,\nso we left."
            ))
        #expect(page.contains("<h1>Needs &amp; plans</h1>"))
        #expect(page.contains("<mark>ننام في الشارع</mark>"))
        #expect(page.contains("<blockquote dir=\"auto\" lang=\"ar\">"))
    }

    @Test func denialLeadsOnlyWhereTheCodeAsksForIt() {
        let words = page.replacing("\u{A0}", with: " ")
        // One of four says it by denying it; nobody says that they study, and one denies it.
        #expect(words.contains("1 of the 4 respondents who spoke (25 %; 95 % interval 5–70 %)"))
        #expect(words.contains("0 of the 4 respondents who spoke (0 %; 95 % interval 0–49 %). 1 respondent denies it."))
    }

    @Test func suppressedCodingsAreNotQuotedButCounted() {
        #expect(!page.contains("I <mark>study</mark>."))
        #expect(page.replacing("\u{A0}", with: " ").contains("1 coding gave way to another code"))
    }

    @Test func speechOfNoSingleRespondentIsReported() {
        let words = page.replacing("\u{A0}", with: " ")
        #expect(words.contains("2 turns in 1 transcript could be given to no single respondent"))
        #expect(words.contains("2 turns, 1 coding without a respondent"))
        #expect(words.contains("(no single respondent)"))
    }

    @Test func quotesBeyondTheLimitAreCounted() {
        let short = String(
            decoding: HTMLReport(engineVersion: "0.1.0", quotesPerCode: 1).bytes(of: SmallStudy.study), as: UTF8.self)
        #expect(short.contains("2 more in codings.csv."))
    }

    @Test func aStudyWithoutAnythingIsStillAPage() {
        let empty = CodedStudy(
            codebook: Codebook(id: "e", title: "Empty"), transcripts: [], respondents: [], codings: [])
        let page = String(decoding: HTMLReport(engineVersion: "0.1.0").bytes(of: empty), as: UTF8.self)
        #expect(page.contains("<h1>Empty</h1>") && page.hasSuffix("</html>\n"))
    }

    @Test func theSameStudyGivesTheSameBytes() {
        let report = HTMLReport(engineVersion: "0.1.0")
        #expect(report.bytes(of: SmallStudy.study) == report.bytes(of: SmallStudy.study))
    }
}
