import Testing
import VerbatimCodebook
import VerbatimModel

@Suite struct IncludeTests {
    private struct Missing: Error {}

    private func parse(_ files: [String: String], main: String) -> (parsed: ParsedCodebook, loaded: [String]) {
        var loaded: [String] = []
        let parsed = CodebookParser.parse(path: main, text: files[main] ?? "") { path in
            loaded.append(path)
            guard let text = files[path] else { throw Missing() }
            return text
        }
        return (parsed, loaded)
    }

    private func places(_ parsed: ParsedCodebook) -> [String] {
        zip(parsed.diagnostics, Notation.write(parsed.diagnostics))
            .filter { $0.0.severity == .error }.map { "\($0.0.path ?? "-"):\($0.1)" }
    }

    @Test func codesListsAndCuesOfAnIncludedFileJoin() {
        let (parsed, loaded) = parse(
            [
                "Books/main.codebook": "codebook m\ncode a\n  rule: @c\ninclude \"../Shared/part.codebook\"\ncode d\n",
                "Shared/part.codebook":
                    "codebook p \"P\"\ncode b\nlist @c\n  x\ncue stop: but\ninclude \"./more.codebook\"\n",
                "Shared/more.codebook": "code e\n",
            ], main: "Books/main.codebook")
        #expect(!parsed.hasErrors)
        #expect(loaded == ["Shared/part.codebook", "Shared/more.codebook"])
        #expect(parsed.codebook.id == "m")
        #expect(parsed.codebook.codes.map(\.id) == ["a", "b", "e", "d"])
        #expect(parsed.codebook.lists.map(\.name) == ["c"])
        #expect(parsed.codebook.cues.count == 1)
        #expect(parsed.codebook.codes[1].source.path == "Shared/part.codebook")
    }

    @Test func faultsCarryTheirOwnPath() {
        let (parsed, _) = parse(
            ["m": "codebook m\ninclude \"p\"\ncode a\n  rule: @x\n", "p": "\ncode b\n  rule: c near d\n"], main: "m")
        #expect(places(parsed) == ["m:4:9 unknown-list", "p:3:11 missing-distance"])
        #expect(parsed.diagnostics.last { $0.path == "p" }?.sourceLine != nil)
    }

    @Test func aMissingFileIsReportedWhereItIsIncluded() {
        let (parsed, _) = parse(["m": "codebook m\ninclude \"q\"\n"], main: "m")
        #expect(places(parsed) == ["m:2:10 unreadable-include"])
    }

    @Test func filesThatIncludeEachOtherAreReported() {
        let (parsed, loaded) = parse(
            ["m": "codebook m\ninclude \"p\"\n", "p": "include \"q\"\n", "q": "include \"p\"\ninclude \"m\"\n"],
            main: "m")
        #expect(places(parsed) == ["q:1:10 include-cycle", "q:2:10 include-cycle"])
        #expect(loaded == ["p", "q"])
    }

    @Test func aCodebookThatIncludesItselfIsReportedHoweverItIsNamed() {
        let (parsed, loaded) = parse(["./a/m": "codebook m\ninclude \"../a/./m\"\n"], main: "./a/m")
        #expect(places(parsed) == ["./a/m:2:10 include-cycle"])
        #expect(loaded == [])
    }

    @Test func aFileIncludedTwiceIsReadOnce() {
        let (parsed, loaded) = parse(
            [
                "m": "codebook m\ninclude \"p\"\ninclude \"q\"\n", "p": "include \"r\"\n", "q": "include \"r\"\n",
                "r": "code a\n",
            ], main: "m")
        #expect(!parsed.hasErrors)
        #expect(loaded == ["p", "r", "q"])
        #expect(parsed.codebook.codes.map(\.id) == ["a"])
    }

    @Test func absolutePathsStay() {
        let (_, loaded) = parse(["a/m": "codebook m\ninclude \"/b/../c\"\n", "/c": ""], main: "a/m")
        #expect(loaded == ["/c"])
    }
}
