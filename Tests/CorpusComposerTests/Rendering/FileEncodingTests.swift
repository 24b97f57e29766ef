import Testing

@testable import CorpusComposer

@Suite struct FileEncodingTests {
    @Test(arguments: [
        ("é…\n", [0xE9, 0x85, 0x0A] as [UInt8]),
        ("ğüİ\n", [0xF0, 0xFC, 0xDD, 0x0A]),
        // No Windows code page of these has an emoji: the text stays in UTF-8.
        ("😀", [0xF0, 0x9F, 0x98, 0x80]),
    ])
    func windowsCodePagesAreUsedWhereTheyCan(text: String, bytes: [UInt8]) {
        #expect(FileEncoding.windows.bytes(of: Array(text.utf8)) == bytes)
    }

    @Test func lineEndsAndMarksAreThoseOfTheEncoding() {
        let text = Array("a\nس".utf8)
        #expect(FileEncoding.crlf.bytes(of: text) == [0x61, 0x0D, 0x0A, 0xD8, 0xB3])
        #expect(FileEncoding.utf8Mark.bytes(of: text) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A, 0xD8, 0xB3])
        #expect(FileEncoding.utf16.bytes(of: text) == [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x33, 0x06])
    }
}
