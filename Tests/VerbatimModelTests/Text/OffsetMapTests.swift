import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct OffsetMapTests {
    /// Offsets counted by hand: `é` is 2 bytes, `🚉` is 4, `\r\n` is two scalars and, to Swift, one character.
    @Test func accentsEmojiAndWindowsNewlinesAreCountedByScalar() {
        let map = OffsetMap("é🚉\r\nab")
        #expect(map.utf8Count == 10)
        #expect(map.scalarCount == 6)
        #expect([0, 2, 6, 7, 8, 9, 10].map(map.scalarOffset(ofUTF8:)) == [0, 1, 2, 3, 4, 5, 6])
        #expect((0...6).map(map.utf8Offset(ofScalar:)) == [0, 2, 6, 7, 8, 9, 10])
        #expect(map.span(of: 2..<8) == TextSpan(start: 1, end: 4))
        #expect(map.byteRange(of: TextSpan(start: 1, end: 4)) == 2..<8)
        #expect(map.text(in: 2..<6) == "🚉")
    }

    @Test func anOffsetInsideAScalarIsThatScalars() {
        let map = OffsetMap("a🚉b")
        #expect((0...6).map(map.scalarOffset(ofUTF8:)) == [0, 1, 1, 1, 1, 2, 3])
    }

    @Test func offsetsOutsideTheTextAreClamped() {
        let map = OffsetMap("aé")
        #expect(map.scalarOffset(ofUTF8: -5) == 0)
        #expect(map.scalarOffset(ofUTF8: 99) == 2)
        #expect(map.utf8Offset(ofScalar: -5) == 0)
        #expect(map.utf8Offset(ofScalar: 99) == 3)
        #expect(map.byteRange(of: TextSpan(start: 1, end: 0)) == 1..<1)
        #expect(map.text(in: 1..<99) == "é")
    }

    @Test func anEmptyTextHasOnePosition() {
        let map = OffsetMap("")
        #expect(map.scalarOffset(ofUTF8: 0) == 0)
        #expect(map.utf8Offset(ofScalar: 0) == 0)
        #expect(map.position(ofUTF8: 0) == SourcePosition(line: 1, column: 1))
        #expect(map.text(in: 0..<0).isEmpty)
    }

    @Test func columnsAreScalarsAndLinesEndWithNewline() {
        let map = OffsetMap("é🚉x\r\n\nزy")
        #expect(map.position(ofUTF8: 6) == SourcePosition(line: 1, column: 3))
        #expect(map.position(ofUTF8: 8) == SourcePosition(line: 1, column: 5))
        #expect(map.position(ofUTF8: 9) == SourcePosition(line: 2, column: 1))
        #expect(map.position(ofUTF8: 10) == SourcePosition(line: 3, column: 1))
        #expect(map.position(ofUTF8: 12) == SourcePosition(line: 3, column: 2))
        #expect(map.position(ofUTF8: 13) == SourcePosition(line: 3, column: 3))
    }

    /// A scalar that straddles the border of two blocks of 256 bytes, shifted through all its bytes.
    @Test(arguments: 250...260, ["é", "€", "🚉"])
    func scalarsOnABlockBorderAreFound(padding: Int, scalar: String) {
        let text = String(repeating: "x", count: padding) + scalar + "y"
        expectAgreement(with: text)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func everyOffsetAgreesWithTheTextsOwnScalars(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet: [Unicode.Scalar] = [
            "a", " ", "\n", "\r", "é", "\u{301}", "ش", "ı", "€", "\u{FEFF}", "🚉", "\u{200D}",
        ]
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...900, using: &generator) {
            view.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        expectAgreement(with: String(view))
    }

    /// Compares every conversion with a walk over the text's scalars.
    private func expectAgreement(with text: String) {
        let map = OffsetMap(text)
        var offset = 0
        var position = SourcePosition(line: 1, column: 1)
        for (number, scalar) in text.unicodeScalars.enumerated() {
            let width = String(scalar).utf8.count
            for inside in 0..<width { #expect(map.scalarOffset(ofUTF8: offset + inside) == number) }
            #expect(map.utf8Offset(ofScalar: number) == offset)
            #expect(map.position(ofUTF8: offset) == position)
            offset += width
            position.column += 1
            if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
        }
        #expect(map.scalarCount == text.unicodeScalars.count)
        #expect(map.utf8Offset(ofScalar: map.scalarCount) == offset)
        #expect(map.scalarOffset(ofUTF8: offset) == map.scalarCount)
        #expect(map.position(ofUTF8: offset) == position)
    }
}
