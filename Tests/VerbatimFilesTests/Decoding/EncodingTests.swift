import Testing
import VerbatimModel

@testable import VerbatimFiles

@Suite struct EncodingTests {
    private let talk = "Ève: ça va? 😀\nBo: ça va…\nÈve: bon\nBo: oui\n"

    private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
        return units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func byteOrderMarkIsNoPartOfTheText() throws {
        let decoded = try SourceDecoder.decode([0xEF, 0xBB, 0xBF] + Array(talk.utf8), path: "t")
        #expect(decoded.utf8 == Array(talk.utf8))
        #expect(decoded.encoding == "utf-8")
        #expect(decoded.warnings.isEmpty)
    }

    @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
    func utf16IsRead(bigEndian: Bool, mark: Bool) throws {
        let decoded = try SourceDecoder.decode(utf16(talk, bigEndian: bigEndian, mark: mark), path: "t")
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == talk)
        #expect(decoded.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
    }

    @Test func utf16InArabicIsReadWithoutMark() throws {
        let text = "سؤال: كيف حالك اليوم؟\nجواب: أنا بخير\n"
        let decoded = try SourceDecoder.decode(utf16(text, bigEndian: false, mark: false), path: "t")
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }

    @Test(arguments: [(true, [0xD8, 0x00]), (false, [0x00, 0xD8]), (true, [0xDC, 0x01]), (false, [0x41])])
    func brokenUTF16IsAnErrorWithItsOffset(bigEndian: Bool, end: [UInt8]) {
        let fault = diagnostics(utf16("a b\nc ", bigEndian: bigEndian, mark: true) + end).first
        #expect(fault?.identifier == "undecodable-bytes")
        #expect(fault?.message.contains("byte offset 14 ") == true)
        #expect(fault?.position == SourcePosition(line: 2, column: 3))
    }

    @Test func damagedUTF8IsAnErrorWithItsOffset() {
        let bytes = Array("é é é é é é é é ".utf8) + [0xC3] + Array(" é".utf8)
        let fault = diagnostics(bytes).first
        #expect(fault?.identifier == "undecodable-bytes")
        #expect(fault?.message.contains("utf-8") == true)
        #expect(fault?.message.contains("byte offset 24 ") == true)
        #expect(fault?.position == SourcePosition(line: 1, column: 17))
    }

    @Test func utf8WithAMarkIsNothingElse() {
        #expect(faults([0xEF, 0xBB, 0xBF] + Array("caf".utf8) + [0xE9]) == ["undecodable-bytes"])
    }

    @Test func replacementCharacterOfTheSourceStays() throws {
        let decoded = try SourceDecoder.decode(Array("A: \u{FFFD}".utf8), path: "t")
        #expect(decoded.utf8 == Array("A: \u{FFFD}".utf8))
    }

    @Test(arguments: [("a\nb", "lf"), ("a\r\nb\r\n", "crlf"), ("a\rb", "cr"), ("a\r\nb\nc\rd", "mixed"), ("a", "lf")])
    func newlinesBecomeLF(text: String, style: String) throws {
        let decoded = try SourceDecoder.decode(Array(text.utf8), path: "t")
        #expect(decoded.newlines == style)
        #expect(!decoded.utf8.contains(0x0D))
    }

    @Test(arguments: [[], [0x20, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x0D, 0x0A]] as [[UInt8]])
    func fileWithoutWordsIsAnError(bytes: [UInt8]) {
        #expect(faults(bytes) == ["empty-file"])
    }

    @Test(
        arguments: [
            Array("%PDF-1.7 text".utf8), [0x89, 0x50, 0x4E, 0x47, 1, 2], Array("PK\u{3}\u{4}other".utf8),
            Array("Name: a\u{0}b".utf8), [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], (0...255).map { UInt8($0) },
        ] as [[UInt8]])
    func binaryFileIsAnError(bytes: [UInt8]) {
        #expect(faults(bytes) == ["binary-file"])
    }
}

/// The identifiers of what keeps bytes from being decoded.
private func faults(_ bytes: [UInt8]) -> [String] { diagnostics(bytes).map(\.identifier) }

/// What keeps bytes from being decoded.
private func diagnostics(_ bytes: [UInt8]) -> [Diagnostic] {
    do {
        _ = try SourceDecoder.decode(bytes, path: "t")
        return []
    } catch {
        return error.diagnostics
    }
}
