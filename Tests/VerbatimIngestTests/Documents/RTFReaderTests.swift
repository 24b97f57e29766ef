import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct RTFReaderTests {
    private func texts(_ body: String, head: String = "\\rtf1\\ansi\\ansicpg1252") throws -> [String] {
        try RTFReader.read(Array("{\(head) \(body)}".utf8), path: "a.rtf").paragraphs.map(\.text)
    }

    private func text(_ body: String, head: String = "\\rtf1\\ansi\\ansicpg1252") throws -> String {
        try texts(body, head: head).joined(separator: "|")
    }

    @Test func labelledParagraphsAreTurns() throws {
        let rtf = """
            {\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0\\pard Interviewer: Why did\r\n you leave?\\par\r\nAnna: Work \\u-10179?\\u-8691?.\\par
            Interviewer: When?\\par Anna: In m\\'e9i.}
            """
        let transcript = try OfficeSample.transcript(Array(rtf.utf8), .rtf)
        #expect(
            transcript.script == [
                "Interviewer: Why did you leave?", "Anna: Work 😍.", "Interviewer: When?", "Anna: In méi.",
            ])
        #expect(transcript.source.encoding == "windows-1252")
    }

    @Test(arguments: [
        ("a\\tab b\\line c", "a\tb\nc"), ("\\lquote a\\rquote  \\ldblquote b\\rdblquote", "‘a’ “b”"),
        ("a\\~b\\_c\\-d\\{e\\}f\\\\g", "a\u{A0}b\u{2011}cd{e}f\\g"), ("a\\emdash b\\endash c\\bullet", "a—b–c•"),
        ("caf\\u233\\'e9 ol\\u233?", "café olé"), ("\\uc0 caf\\u233 x", "caféx"), ("\\uc2 caf\\u233ab!", "café!"),
        ("{\\uc0 \\u233 a}\\u233 a", "éaé"), ("\\u-3913?", "•"), ("a\\\nb", "a|b"),
        ("a{\\*\\unknown gone{ b}}c{\\b d}", "acd"), ("{\\v hidden}a\\v b\\v0 c\\v d\\plain e", "ace"),
        ("{\\deleted gone}{\\revised new}", "new"), ("a{\\deleted\\par}b", "ab"),
        ("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt shown}}", "shown"), ("a{\\footnote note\\par}b", "ab"),
        ("{\\info{\\title T}}{\\header h\\par}{\\footerf f}{\\pict\\bin3 }{}a}b", "b"),
        ("{\\pict 89504e47}{\\listtext 1.\\tab}point", "point"), ("a\\bin4 \\{x}b", "ab"),
        ("a\\'", "a?"), ("one\\par\\par two\\par", "one||two"),
        ("a{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt box\\par}}{\\shprslt old}}b", "box|ab"),
    ])
    func constructsAreRead(body: String, expected: String) throws {
        #expect(try text(body) == expected)
    }

    // Letters of each page by Python's codecs: `"ş".encode("cp1254")` and the like.
    @Test(arguments: [
        (162, "\\'fe\\'fd\\'f0", "şığ"), (178, "\\'e3\\'d1\\'cd\\'c8\\'c7", "مرحبا"), (204, "\\'ef\\'f0\\'e8", "при"),
        (238, "\\'b3\\'f3\\'9f", "łóź"), (161, "\\'ed\\'e1\\'df", "ναί"), (177, "\\'eb\\'ef", "כן"),
        (186, "\\'e0\\'fe", "ąž"),
        (255, "\\'82", "é"), (77, "\\'8e", "é"), (0, "\\'80\\'85", "€…"),
    ])
    func bytesAreReadInThePageOfTheirFont(set: Int, body: String, expected: String) throws {
        let fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 A;}{\\f7\\fnil\\fcharset\(set){\\*\\falt B} C;}}"
        #expect(try text("\(fonts){\\f7 \(body)}{\\f0 \\'e9}") == expected + "é")
    }

    @Test func bytesAreReadInThePageOfTheDocument() throws {
        #expect(try text("\\'fe\\'fd", head: "\\rtf1\\ansi\\ansicpg1254") == "şı")
        #expect(try text("\\'e9", head: "\\rtf1\\ansi") == "é")
        #expect(try text("\\'8e", head: "\\rtf1\\mac") == "é")
        #expect(try text("é", head: "\\rtf1\\ansi\\ansicpg65001") == "é")
        let raw: [UInt8] = Array("{\\rtf1\\ansi\\ansicpg1251 ".utf8) + [0xE4, 0xE0] + Array("}".utf8)
        #expect(try RTFReader.read(raw, path: "a").paragraphs.map(\.text) == ["да"])
    }

    @Test func pageOfTwoBytesIsReplacedWithAWarning() throws {
        let rtf = "{\\rtf1{\\fonttbl{\\f0\\fcharset128 Mincho;}}\\f0\\uc2\\u26085\\'93\\'fa\\'93\\'fa}"
        let document = try RTFReader.read(Array(rtf.utf8), path: "a.rtf")
        #expect(document.paragraphs.map(\.text) == ["日\u{FFFD}\u{FFFD}"])
        #expect(document.warnings.map(\.identifier) == ["unknown-code-page"])
    }

    @Test func headingsAreKnownByStyleOrLevel() throws {
        let head =
            "\\rtf1{\\stylesheet{Normal;}{\\s1\\b heading 1;}{\\s2\\outlinelevel1 Kop;}{\\s3 toc 1;}{\\*\\cs4 x;}{\\s5 Title;}}"
        let body =
            "\\s1 One\\par\\pard\\s2 Two\\par\\pard\\s3 One 3\\par\\pard\\outlinelevel2 Three\\par\\pard\\s5 T\\par\\pard text\\par"
        let paragraphs = try RTFReader.read(Array("{\(head)\(body)}".utf8), path: "a.rtf").paragraphs
        #expect(paragraphs.map(\.headingLevel) == [1, 2, 3, 0, nil])
        #expect(paragraphs.map(\.text) == ["One", "Two", "Three", "T", "text"])
    }

    @Test func columnOfATableGivesTheSpeakers() throws {
        let rows = [("Ruth", "Why did you?"), ("Anna", "No work."), ("Ruth", "And then?"), ("Anna", "The boat.")]
        let body = rows.map { "\\trowd\\pard\\intbl \($0.0)\\cell \($0.1)\\cell\\row " }.joined()
        let transcript = try OfficeSample.transcript(Array("{\\rtf1 \(body)\\pard after}".utf8), .rtf)
        #expect(transcript.script.prefix(3) == ["Ruth: Why did you?", "Anna: No work.", "Ruth: And then?"])
    }

    @Test func encodingThatTheUserNamesIsThatOfPlainTextOnly() throws {
        let bytes = Array("{\\rtf1 Anna: caf\\'e9}".utf8)
        let file = SourceFile(path: "a.rtf", id: "a", bytes: bytes, defaultLanguage: nil, encodingHint: "windows-1254")
        #expect(try OfficeDocument.transcript(file, format: .rtf).text == "Anna: café\n")
    }

    @Test(arguments: ["", "plain", "{\\rtf1 cut off", "{\\html x}", "{\\rtf1 {a}"])
    func whatIsNoWholeRTFIsAnError(rtf: String) {
        #expect(OfficeSample.faults(Array(rtf.utf8), .rtf).map(\.identifier) == ["malformed-rtf"])
    }

    @Test func endlessGroupsAreAnError() {
        let rtf = "{\\rtf1 " + String(repeating: "{", count: 100_000)
        #expect(OfficeSample.faults(Array(rtf.utf8), .rtf).map(\.identifier) == ["malformed-rtf"])
    }

    @Test func whatFollowsTheOutermostGroupIsNotRead() throws {
        #expect(try RTFReader.read(Array("{\\rtf1 a}\u{0}} b".utf8), path: "a").paragraphs.map(\.text) == ["a"])
    }
}
