import Foundation
import Testing
import VerbatimTestSupport

@Suite struct ChartsCommandTests {
    /// The files of a folder, by name; none where there is no folder.
    private func files(_ verbatim: CommandRunner, _ folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: verbatim.folder.path(folder)))?.sorted() ?? []
    }

    @Test func everyChartIsAFileWithATableBesideIt() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim("charts", "R/study.verbatim", "--output", "charts", "--by", "country")
        #expect(result.status == 0)
        // Two transcripts tell nothing of saturation, and nobody reviewed.
        #expect(
            result.output
                == "charts/frequencies.svg\ncharts/frequencies-by-country.svg\ncharts/cooccurrence.svg\n")
        for name in ["corrected", "corrected-by-country", "saturation", "agreement"] {
            #expect(result.errors.contains("No chart '\(name)': "))
        }
        let names = ["cooccurrence", "frequencies-by-country", "frequencies"]
        #expect(files(verbatim, "charts") == names.flatMap { ["\($0).csv", "\($0).svg"] })
        let svg = try verbatim.folder.text(of: "charts/frequencies-by-country.svg")
        #expect(svg.contains(">Shelter</text>") && svg.contains(">Turkey</text>"))
        let row = NaiveCSV.rows(try verbatim.folder.text(of: "charts/frequencies-by-country.csv"))
            .first { $0["country"] == "Turkey" && $0["code"] == "return" }
        #expect(row?["asked"] == "2" && row?["upheld"] == "1" && row?["upheld_share"] == "0.5000")
    }

    @Test func theSameStudyGivesTheSameBytes() throws {
        let verbatim = try CodedFolder.make()
        _ = try verbatim("charts", "R/study.verbatim", "--output", "one", "--threads", "1")
        _ = try verbatim("charts", "R/study.verbatim", "--output", "two", "--threads", "4")
        #expect(!files(verbatim, "one").isEmpty && files(verbatim, "one") == files(verbatim, "two"))
        for name in files(verbatim, "one") {
            #expect(try verbatim.folder.text(of: "one/\(name)") == verbatim.folder.text(of: "two/\(name)"))
        }
    }

    @Test func picturesHaveTheSizeThatWasAskedFor() throws {
        let verbatim = try CodedFolder.make()
        let arguments = ["charts", "R/study.verbatim", "--format", "png", "--output"]
        #expect(try verbatim.run(arguments + ["wide"]).status == 0)
        #expect(try verbatim.run(arguments + ["narrow", "--width", "480", "--only", "frequencies"]).status == 0)
        #expect(files(verbatim, "narrow") == ["frequencies.csv", "frequencies.png"])
        func picture(_ name: String) throws -> Data {
            try Data(contentsOf: verbatim.folder.url.appendingPathComponent(name))
        }
        let wide = try picture("wide/frequencies.png")
        let (large, small) = (PNGSize(wide), PNGSize(try picture("narrow/frequencies.png")))
        #expect(large?.width == 1600 && small?.width == 480)
        #expect(abs((large?.height ?? 0) * 480 - (small?.height ?? 0) * 1600) <= 1600)
        // What is drawn differs, so it is not the same blank twice.
        #expect(try picture("wide/cooccurrence.png") != wide)
    }

    @Test func svgIsAsWideAsItIsAskedToBe() throws {
        let verbatim = try CodedFolder.make()
        _ = try verbatim("charts", "R/study.verbatim", "--output", "charts", "--width", "1920", "--only", "frequencies")
        let svg = try verbatim.folder.text(of: "charts/frequencies.svg")
        #expect(svg.contains("width=\"1920\"") && svg.contains("viewBox=\"0 0 960 "))
    }

    @Test func whereTheProgramIsMissingNothingIsWritten() throws {
        let verbatim = try CodedFolder.make()
        let result = try verbatim(
            "charts", "R/study.verbatim", "--output", "charts", "--format", "png",
            environment: ["PATH": verbatim.folder.path("nothing")])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains("[no-png-renderer]") && result.errors.contains("librsvg2-bin"))
        #expect(files(verbatim, "charts").isEmpty)
    }

    @Test func wrongUseIsSaidAndNothingIsWritten() throws {
        let verbatim = try CodedFolder.make()
        for (arguments, identifier) in [
            (["--only", "frequency"], "unknown-chart"), (["--only", "corrected"], "absent-chart"),
            (["--by", "contry"], "unknown-attribute"),
        ] {
            let result = try verbatim.run(["charts", "R/study.verbatim", "--output", "charts"] + arguments)
            #expect(result.status == 2 && result.errors.contains("[\(identifier)]"))
        }
        #expect(try verbatim("charts", "R/study.verbatim", "--output", "charts", "--width", "0").status == 2)
        #expect(try verbatim("charts", "R/study.verbatim", "--output", "charts", "--format", "gif").status == 2)
        #expect(files(verbatim, "charts").isEmpty)
    }

    @Test func theTablesOfARunAreNotReplaced() throws {
        let verbatim = try CodedFolder.make()
        let before = try verbatim.folder.text(of: "R/frequencies.csv")
        let result = try verbatim("charts", "R/study.verbatim", "--output", "R")
        #expect(result.status == 2 && result.errors.contains("[results-folder]"))
        #expect(try verbatim.folder.text(of: "R/frequencies.csv") == before)
    }
}
