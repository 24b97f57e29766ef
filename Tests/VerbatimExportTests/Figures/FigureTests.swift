import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimExport

@Suite struct FigureTests {
    private static let longName =
        "Cooperation and agreements between states of origin, of transit and of destination, and what became of them"

    /// The small study with a name that is long and one from right to left, reviewed and coded by two.
    private var study: CodedStudy {
        var study = SmallStudy.study
        study.codebook.codes[1].name = Self.longName
        study.codebook.codes[3].name = "العودة إلى البلد (نعم)"
        return study
    }

    private func set(_ study: CodedStudy, groupBy: [String]? = ["country"]) -> FigureSet {
        func corrected(_ group: [String?], _ share: Double, read: Int) -> CorrectedRow {
            CorrectedRow(
                group: group, code: "need", name: "Needs & <more>", isTheme: true, asked: 40, found: 12, read: read,
                share: .value(IntervalEstimate(share, ConfidenceInterval(low: share - 0.1, high: share + 0.2))),
                count: nil)
        }
        var undefined = corrected(["Iraq"], 0.3, read: 0)
        undefined.share = .undefined(.notReviewed)
        let agreement = AgreementRow(
            code: "need.shelter", first: "anna", second: "ben", units: 40, percent: .value(0.9), kappa: .value(0.61),
            alpha: .value(0.62), alphaInterval: .value(ConfidenceInterval(low: 0.4, high: 0.8)), ac1: .value(0.85),
            pabak: .value(0.8))
        let facts = ReportFacts(
            agreements: [
                ReportFacts.Agreement(on: "turns", rows: [agreement], summary: ["Units: 40 turns."])
            ],
            corrections: ReportFacts.Corrections(
                rows: [corrected([], 0.5, read: 20)], sentences: ["A sentence."], notReviewed: [],
                groups: [
                    CorrectedGroups(
                        attribute: "country", rows: [undefined, corrected(["Turkey"], 0.4, read: 30)],
                        tests: ["need": CorrectedGroups.Test(pValue: .undefined(.notReviewed), adjusted: nil)])
                ]))
        return FigureSet(
            of: study, report: HTMLReport(engineVersion: "0.1.0", groupBy: groupBy, facts: facts))
    }

    private func svg(_ name: String, width: Int = 960) throws -> String {
        let figure = try #require(set(study).figures.first { $0.name == name })
        return String(decoding: figure.svg(width: width), as: UTF8.self)
    }

    private static let names = [
        "frequencies", "frequencies-by-country", "corrected", "corrected-by-country", "cooccurrence", "saturation",
        "agreement",
    ]

    @Test func everyChartOfTheReportIsAFigure() {
        #expect(set(study).figures.map(\.name) == Self.names)
        #expect(set(study).absent.isEmpty)
    }

    @Test(arguments: names) func everyFigureStandsAlone(name: String) throws {
        let svg = try svg(name)
        #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
        // Nothing that programs other than browsers do not read, nothing from elsewhere, and no words of respondents.
        for foreign in ["var(", "class=", "style", "<script", "href", "font-face", "foreignObject", "slept", "rent"] {
            #expect(!svg.replacing("http://www.w3.org/2000/svg", with: "").contains(foreign), "\(foreign)")
        }
        #expect(svg.contains("font-family=\"sans-serif\"") && svg.contains("fill=\"#ffffff\""))
        #expect(svg.contains("<title id=\"\(name)-title\">") && svg.contains("<desc id=\"\(name)-desc\">"))
        #expect(!svg.contains("></desc>"))
        #expect(try self.svg(name) == svg)
    }

    @Test(arguments: names) func everyFigureIsWellFormedAndNothingLiesOutside(name: String) throws {
        let figure = try #require(set(study).figures.first { $0.name == name })
        let scan = SVGScan(figure.svg())
        #expect(scan.isWellFormed)
        let size = try #require(scan.viewBox)
        #expect(size.width == 960 && size.height > 100 && size.height < 2_000)
        for place in scan.places {
            #expect((0...960).contains(place.left) && (0...960).contains(place.right), "\(place)")
            #expect((0...size.height).contains(place.y), "\(place)")
        }
        // Everything drawn is told in the table too.
        #expect(!figure.table.rows.isEmpty)
    }

    @Test func longNamesAreWrappedAndNotCut() throws {
        for name in ["frequencies", "cooccurrence"] {
            let texts = try svg(name).matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }
            let joined = texts.joined(separator: " ")
            #expect(joined.contains(Self.longName) && !texts.contains(Self.longName))
        }
    }

    @Test func namesFromRightToLeftEndWhereOthersDo() throws {
        let svg = try svg("frequencies")
        let line = try #require(svg.split(separator: "\n").first { $0.contains("العودة") && $0.hasPrefix("<text") })
        // In text from right to left the start is the right end.
        #expect(line.contains("direction=\"rtl\"") && !line.contains("text-anchor"))
    }

    @Test func theSizeIsThatWhichWasAskedFor() throws {
        let figure = try #require(set(study).figures.first)
        let text = String(decoding: figure.svg(width: 480), as: UTF8.self)
        #expect(text.contains("width=\"480\" height=\"\(figure.height(at: 480))\""))
        #expect(abs(figure.height(at: 480) * 2 - figure.height(at: 960)) <= 1)
    }

    @Test func barsHaveTheirLengthAndDenialsTheirPattern() throws {
        let lines = try svg("frequencies").split(separator: "\n")
        // R1 of four denies and affirms that he wants to study.
        #expect(lines.contains { $0.contains(">1 · 25\u{A0}%</text>") })
        #expect(lines.contains { $0.contains("fill=\"url(#hatching)\"") })
        #expect(lines.contains { $0.contains(">1 deny it</text>") })
    }

    @Test func theTableHasThoseWhoSaySoAndThoseWhoDeny() throws {
        let figure = try #require(set(study).figures.first)
        let rows = NaiveCSV.rows(String(decoding: CSVWriter().bytes(of: figure.table), as: UTF8.self))
        let row = try #require(rows.first { $0["code"] == "plan.study" })
        #expect(row["asked"] == "4" && row["upheld"] == "0" && row["upheld_share"] == "0.0000")
        #expect(row["denied"] == "1" && row["denied_share"] == "0.2500" && row["reason"] == "")
    }

    @Test func tooFewReviewsAreMarked() throws {
        let svg = try svg("corrected-by-country").replacing("\u{A0}", with: " ")
        #expect(svg.contains(">0 read †</text>") && svg.contains(">30 read</text>"))
        #expect(svg.contains("1 of 2 shares stands on fewer (†)"))
        #expect(svg.contains("Iraq: nobody has reviewed it yet; 0 of 40 were read."))
        #expect(svg.contains(">Corrected shares by country</title>"))
    }

    @Test func whatIsNotDrawnIsGivenAReason() {
        var many = SmallStudy.study
        many.respondents = (0..<13).map { Respondent(id: "r\($0)", attributes: ["village": "v\($0)"]) }
        many.codings = []
        let set = FigureSet(of: many, report: HTMLReport(engineVersion: "0.1.0", groupBy: ["village"]))
        #expect(set.figures.map(\.name) == ["frequencies"])
        #expect(
            set.absent.map(\.name) == [
                "frequencies-by-village", "corrected", "corrected-by-village", "cooccurrence", "saturation",
                "agreement",
            ])
        #expect(set.absent[0].reason.contains("13 groups"))
    }

    @Test func namesOfFilesAreSafeAndDifferent() {
        let set = set(study, groupBy: ["legal/status", "legal status", "../x"])
        let names = (set.figures.map(\.name) + set.absent.map(\.name)).filter { $0.hasPrefix("frequencies-by") }
        #expect(names == ["frequencies-by-legal-status", "frequencies-by-legal-status-2", "frequencies-by-x"])
    }
}
