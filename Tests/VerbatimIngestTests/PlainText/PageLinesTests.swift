import Testing
import VerbatimIngest
import VerbatimModel

/// What a printer or a recorder added, which nobody said.
@Suite struct PageLinesTests {
    private let pages = [
        "Ann: Where were you born?\n\nBen: In a small town near the sea, where we had a house\n",
        "with two boats.\n\nAnn: And then?\n\nBen: We left.\n", "Ann: Why?\n\nBen: War.\n", "Ann: Thank you.\n",
    ]

    @Test(arguments: [
        "\nOral history project - A. Veld\nPage #\n\n", "\nOral history project - A. Veld\n#\n\n",
        "\n- # -\n\nOral history project - A. Veld\n\n", "\n\u{C}Oral history project - A. Veld\n\n",
        "\nA. Veld, transcript of the interview, page #\n\n", "\nProject: oral history | # / 9\n\n", "\nblz. #\n\n",
        "\nSayfa # / 9\n\n", "\n# / 9\n\n",
    ])
    func headersAndFootersAreNoSpeech(header: String) throws {
        let text = pages.enumerated().map { header.replacing("#", with: "\($0 + 1)") + $1 }.joined()
        let transcript = try Fixture.read(text)
        #expect(
            transcript.script == [
                "Ann: Where were you born?",
                "Ben: In a small town near the sea, where we had a house | with two boats.", "Ann: And then?",
                "Ben: We left.", "Ann: Why?", "Ben: War.", "Ann: Thank you.",
            ])
    }

    @Test func headersAtTheDistanceOfAPageAreNoSpeech() throws {
        var text = ""
        for page in 0..<5 {
            text += "Oral history project, A. Veld\n\n"
            for turn in 0..<8 { text += turn % 2 == 0 ? "Ann: point \(page) \(turn)?\n\n" : "Ben: Well, \(turn).\n\n" }
        }
        let transcript = try Fixture.read(text)
        #expect(!transcript.script.contains { $0.contains("history") })
        #expect(transcript.turns.count == 40)
    }

    @Test func whatIsSaidAgainAndAgainIsSpeech() throws {
        let text = String(repeating: "Interviewer\nAnd then?\n\nAnna\nI do not know.\n\n", count: 8)
        #expect(try Fixture.read(text).turns.count == 16)
        let answers =
            "INT: a?\n\nR: We had 1 child.\n\nWe had 1 house.\n\nINT: b?\n\nR: We had 1 child.\n\nWe had 1 house.\n"
        #expect(try Fixture.read(answers).script[1] == "R: We had 1 child. | We had 1 house.")
    }

    @Test(arguments: [
        "SIDE A", "SIDE B", "TAPE 2", "TAPE 2, SIDE A", "END OF TAPE 1", "END OF SIDE A", "Begin Tape 3, Side B",
    ])
    func tapeMarksAreNoSpeech(mark: String) throws {
        let transcript = try Fixture.read("Ann: one?\n\nBen: two\n\n\(mark)\n\nAnn: three?\n\nBen: four\n")
        #expect(transcript.script == ["Ann: one?", "Ben: two", "Ann: three?", "Ben: four"])
    }

    @Test(arguments: [
        ("[00:00:04] Ann: hello", 4.0), ("[00:00:09.500] Ann: hello", 9.5), ("(00:12) Ann: hello", 12),
        ("00:14 Ann: hello", 14), ("[00:00:20 - 00:00:25] Ann: hello", 20), ("Ann [0:26]: hello", 26),
        ("Ann (00:30): hello", 30), ("{00:00:40} Ann: hello", 40), ("<00:00:44> Ann: hello", 44),
        ("00:00:50.120 --> 00:00:55.000 Ann: hello", 50.12), ("#00:01:00-1# Ann: hello", 60),
        ("[1h02m03s] Ann: hello", 3723), ("00h01m10 Ann: hello", 70), ("[12m] Ann: hello", 720),
        ("0.30\tAnn: hello", 30), ("0. 55\tAnn: hello", 55), ("[01:00:03] Ann: hello", 3603),
        ("Ann: #00:02:00-0# hello", 120),
    ])
    func timesOfAllKindsAreRead(line: String, seconds: Double) throws {
        let transcript = try Fixture.read("\(line)\n\nBernard: and you?\n\n\(line)\n\nBernard: me too.\n")
        #expect(transcript.script.first == "Ann: hello")
        #expect(transcript.turns.first?.time == seconds)
    }

    @Test func numbersInSpeechAreNoTimes() throws {
        let transcript = try Fixture.read(
            "Ann: when?\n\nBen: 5m high it was\n\nAnn: and?\n\n12 days later: nothing\n\nBen: 3 houses\n")
        #expect(transcript.turns.allSatisfy { $0.time == nil })
        #expect(transcript.speakers.map(\.label) == ["Ann", "Ben"])
    }

    @Test func questionInAWrappedParagraphIsSpeech() throws {
        let transcript = try Fixture.read(
            "Ann: Which one?\n\nBen: We come to\nQuestion 1. is the first\nand the last.\n\nAnn: Why?\n\nBen: So.\n")
        #expect(transcript.script[1] == "Ben: We come to\nQuestion 1. is the first\nand the last.")
        #expect(transcript.turns.allSatisfy { $0.question == nil })
    }
}
