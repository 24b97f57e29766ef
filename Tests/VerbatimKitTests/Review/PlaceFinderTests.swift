import Testing
@testable import VerbatimKit
import VerbatimModel

@Suite struct PlaceFinderTests {
    /// The place of `words` in `text`, with what stands around them.
    private func place(_ words: String, in text: String, occurrence: Int = 0) throws -> QuotedPlace {
        let scalars = Array(text.unicodeScalars)
        let sought = Array(words.unicodeScalars)
        let starts = (0...(scalars.count - sought.count)).filter { scalars[$0...].starts(with: sought) }
        let start = try #require(starts.dropFirst(occurrence).first)
        return QuotedPlace(
            TextSpan(start: start, end: start + sought.count), of: "t", text: OffsetMap(text))
    }

    /// The words at an outcome, and how many scalars it has moved.
    private func found(_ place: QuotedPlace, in text: String) -> String? {
        guard case .found(let span) = PlaceFinder(text).find(place) else { return nil }
        let map = OffsetMap(text)
        return map.text(in: map.byteRange(of: span))
    }

    @Test func wordsThatHaveNotMovedAreWhereTheyWere() throws {
        let text = "A: Ça va 🙂.\nB: I would never go back. Never."
        let place = try place("never go back", in: text)
        #expect(PlaceFinder(text).find(place) == .found(place.span))
    }

    @Test func wordsThatHaveMovedAreFoundAgain() throws {
        let place = try place("I would never go back.", in: "A: Hello.\nB: I would never go back. Never.")
        let text = "A: Hello, and thank you for coming — été 🙂.\nB: I would never go back. Never."
        #expect(PlaceFinder(text).find(place) == .found(TextSpan(start: 47, end: 69)))
        #expect(found(place, in: text) == "I would never go back.")
    }

    @Test func otherLineBreaksAreNoOtherWords() throws {
        let place = try place(
            "I would never go back.", in: "B: I would never\ngo back. Yes.".replacing("\n", with: " "))
        #expect(found(place, in: "B: I would never\n  go back. Yes.") == "I would never\n  go back.")
    }

    @Test func ofSeveralPlacesTheOneWithTheOldSurroundingsIsTaken() throws {
        let old = "B: I do not know. It was in Tunis. I do not know. Perhaps in Sfax."
        let place = try place("I do not know.", in: old, occurrence: 1)
        let new = "B: I do not know. I do not know. It was in Tunis. I do not know. Perhaps in Sfax."
        #expect(PlaceFinder(new).find(place) == .found(TextSpan(start: 50, end: 64)))
    }

    @Test func placesThatAreEquallyLikelyAreNotChosenFrom() throws {
        let place = try place("Yes.", in: "one two three four. Yes. five six seven eight.")
        let text = "XX one two three four. Yes. five six seven eight. one two three four. Yes. five six seven eight."
        #expect(PlaceFinder(text).find(place) == .ambiguous)
    }

    @Test func wordsThatAreGoneAreLost() throws {
        let place = try place("never go back", in: "B: I would never go back. Never.")
        #expect(PlaceFinder("B: I would not go back. Never.").find(place) == .lost)
    }

    @Test func shortWordsAloneAreNoProofOfAPlace() throws {
        let place = try place("Yes.", in: "A: And the boat? B: Yes. It was ours.")
        #expect(PlaceFinder("C: Are you well? D: Yes. Thanks a lot.").find(place) == .lost)
    }

    @Test func aWordIsNotFoundInsideAnother() throws {
        let place = try place("back", in: "They want me back home.")
        #expect(PlaceFinder("They want me backwards home.").find(place) == .lost)
    }
}
