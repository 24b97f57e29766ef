import Testing
import VerbatimTestSupport

@testable import CorpusComposer
import VerbatimModel

@Suite struct PassageParserTests {
    private func parser(_ text: String) -> PassageParser {
        var parser = PassageParser(path: "en.txt", language: .english, isNeutral: false)
        parser.read(text)
        return parser
    }

    @Test func marksAreCountedInScalarsOfTheWordsWithoutThem() throws {
        let read = parser(
            """
            @ en-001 migrant hard=other place=Iraq situation=returnee
            ? Était-ce loin?
            Añ 😀 [[return.forced negated+other, return.assistance hedged: they caught him]], yes. [[return.obstacles affirmed: é]]
            """)
        #expect(read.faults.isEmpty)
        let passage = try #require(read.passages.first)
        #expect(String(decoding: passage.answer.utf8, as: UTF8.self) == "Añ 😀 they caught him, yes. é")
        #expect(passage.place == .iraq)
        #expect(passage.situation == .returnee)
        #expect(passage.marks.map(\.start) == [5, 5, 27])
        #expect(passage.marks.map(\.end) == [20, 20, 28])
        #expect(
            passage.marks.map { StudyCodes.all[$0.code].id } == [
                "return.forced", "return.assistance", "return.obstacles",
            ])
        #expect(passage.marks.map(\.stance) == [[.negated, .other], .hedged, .affirmed])
    }

    @Test(arguments: [
        ("@ en-1 migrant\n? Why?\n[[return.nothing affirmed: x]]", "bank-code", 3),
        ("@ en-1 migrant\n? Why?\n[[return.forced surely: x]]", "bank-code", 3),
        ("@ en-1 migrant\n? Why?\n[[return.forced affirmed: x", "bank-syntax", 3),
        ("\n@ en-1 nobody\n? Why?\nx", "bank-syntax", 2),
        ("@ en-1 migrant place=France\n? Why?\nx", "bank-syntax", 1),
        ("@ en-1 migrant\n? Why?", "bank-syntax", 1),
    ])
    func faultsAreNamedWithTheirLine(text: String, identifier: String, line: Int) {
        let faults = parser(text).faults
        #expect(faults.map(\.identifier) == [identifier])
        #expect(faults.first?.position?.line == line)
    }

    @Test func theSexOfThePersonSpokenOfFollowsFromThePronouns() {
        #expect(Sex(spokenOfIn: "She says her brother left, he was late, she says.", .english) == .female)
        #expect(Sex(spokenOfIn: "Il dit que oui.", .french) == .male)
        #expect(Sex(spokenOfIn: "Evet diyor.", .turkish) == nil)
    }
}
