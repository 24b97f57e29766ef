import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimFiles

@Suite struct ZIPArchiveTests {
    /// What is wrong with an archive, or with one of its entries; `nil` for nothing.
    private func fault(
        _ bytes: [UInt8], entry: String? = nil, limits: ZIPArchive.Limits = ZIPArchive.Limits()
    ) -> String? {
        do {
            let archive = try ZIPArchive(bytes, path: "x.zip", limits: limits)
            if let entry { _ = try archive.bytes(of: entry) }
            return nil
        } catch {
            return error.diagnostics.first?.identifier
        }
    }

    private func archive(_ entries: ZIPBytes.Entry...) -> [UInt8] { ZIPBytes(entries: entries).bytes }

    @Test func checksumOfTheTestsIsTheStandardOne() {
        // The check value of CRC-32/ISO-HDLC.
        #expect(ZIPBytes.crc(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test func entriesAreListedInOrderWithTheirSizesAndWithoutFolders() throws {
        let bytes = archive(
            .init(name: "b/", content: []), .init(name: "b/é.txt", content: Array("été".utf8), flags: 0x800),
            .init(name: "a.txt", content: []))
        let archive = try ZIPArchive(bytes, path: "x.zip")
        #expect(archive.entries.map(\.name) == ["b/é.txt", "a.txt"])
        #expect(archive.entries.map(\.size) == [5, 0])
        #expect(try archive.bytes(of: "b/é.txt") == Array("été".utf8))
        #expect(try archive.bytes(of: "a.txt") == [])
        #expect(try archive.bytes(of: "c.txt") == nil)
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let content = Array(String(repeating: "تونس 🌍 ", count: 500).utf8)
        let bytes = try ZIPArchive.archive([("one", content), ("two", [0])])
        let archive = try ZIPArchive(bytes, path: "x.zip")
        #expect(try archive.bytes(of: "one") == content)
        #expect(archive.entries[0].packedSize < content.count)
        #expect(try bytes == ZIPArchive.archive([("one", content), ("two", [0])]))
    }

    @Test(arguments: [
        "../a.txt", "a/../../b", "/etc/passwd", "..", "a\\b.txt", "C:evil.txt", "c:/evil.txt", "a/..",
    ])
    func nameThatLeadsElsewhereIsRefused(name: String) {
        let bytes = archive(.init(name: "good.txt", content: [65]), .init(name: name, content: [65]))
        #expect(fault(bytes) == "unsafe-archive")
    }

    @Test func nameWithAControlCharacterIsRefused() {
        let bytes = archive(.init(name: "a\u{1}b", content: [65], flags: 0x800))
        #expect(fault(bytes) != nil)
    }

    @Test(arguments: ["a..b/c", "...", "a b/ü.txt", "12:30 talk.txt", "[Content_Types].xml"])
    func unusualNameIsNoFault(name: String) throws {
        let read = try ZIPArchive(archive(.init(name: name, content: [65], flags: 0x800)), path: "x.zip")
        #expect(read.entries.map(\.name) == [name])
    }

    @Test func twoFilesOfOneNameAreRefused() {
        let bytes = archive(.init(name: "a", content: [65]), .init(name: "a", content: [66]))
        #expect(fault(bytes) == "unsafe-archive")
    }

    @Test func encryptedEntryIsRefusedBeforeAnythingIsRead() {
        let bytes = archive(
            .init(name: "a", content: [65]), .init(name: "b", content: [UInt8](repeating: 7, count: 20), flags: 1))
        #expect(fault(bytes) == "encrypted-archive")
    }

    @Test func damagedEntryIsAnErrorAndOthersCanBeRead() throws {
        let bytes = archive(
            .init(name: "good", content: [65]), .init(name: "bad", content: [66, 67], checksumFault: 1))
        let read = try ZIPArchive(bytes, path: "x.zip")
        #expect(try read.bytes(of: "good") == [65])
        #expect(fault(bytes, entry: "bad") == "malformed-archive")
    }

    @Test(arguments: [1, 3, 1_000]) func entryOfAnotherSizeThanItClaimsIsAnError(size: Int) {
        let bytes = archive(.init(name: "a", content: [65, 66], claimedSize: size))
        let found = fault(bytes, entry: "a")
        #expect(found == "malformed-archive")
    }

    @Test func whatIsNoArchiveIsAnError() throws {
        let whole = try ZIPArchive.archive([("a", [1, 2, 3])])
        for bytes in [[], Array("PK\u{3}\u{4} but no more".utf8), Array(whole.dropLast(10))] {
            #expect(fault(bytes) == "malformed-archive")
        }
    }

    @Test func entryThatUnpacksToHundredsOfTimesItsSizeIsABomb() throws {
        let bytes = try ZIPArchive.archive([("zeros", [UInt8](repeating: 0, count: 2 << 20)), ("text", [65])])
        let read = try ZIPArchive(bytes, path: "x.zip")
        #expect(fault(bytes, entry: "zeros") == "zip-bomb")
        #expect(try read.bytes(of: "text") == [65])
    }

    @Test func limitsOfSizeTotalAndNumberHold() throws {
        var random = SeededGenerator(seed: 3)
        let noise = (0..<600).map { _ in UInt8.random(in: 0...255, using: &random) }
        let bytes = try ZIPArchive.archive([("a", noise), ("b", noise), ("c", [65])])
        var limits = ZIPArchive.Limits()
        limits.entrySize = 599
        #expect(fault(bytes, entry: "a", limits: limits) == "zip-bomb")
        limits = ZIPArchive.Limits()
        limits.totalSize = 1_199
        let read = try ZIPArchive(bytes, path: "x", limits: limits)
        #expect(try read.bytes(of: "a") == noise)
        var found: String?
        do { _ = try read.bytes(of: "b") } catch { found = error.diagnostics.first?.identifier }
        #expect(found == "zip-bomb")
        limits = ZIPArchive.Limits()
        limits.entries = 2
        #expect(fault(bytes, limits: limits) == "zip-bomb")
    }

    @Test func mutatedArchivesNeverBreakTheReader() throws {
        let original = try ZIPArchive.archive([("a.txt", Array("words and words and words".utf8)), ("b/c", [1, 2, 3])])
        var random = SeededGenerator(seed: 11)
        for _ in 0..<1_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                } else if bytes.count > 30 {
                    bytes.removeSubrange(place..<min(bytes.count, place + 3))
                }
            }
            do {
                let archive = try ZIPArchive(bytes, path: "x.zip")
                for entry in archive.entries {
                    let content = try archive.bytes(of: entry)
                    #expect(content.count == entry.size)
                }
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }

    @Test func encryptedOfficeDocumentIsToldFromAnOldOne() {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 512 + 256 - bytes.count)
        #expect(OLEContainer.isContainer(bytes) && !OLEContainer.isEncryptedDocument(bytes))
        for letter in "EncryptedPackage".utf8 { bytes += [letter, 0] }
        bytes += [UInt8](repeating: 0, count: 96)
        #expect(OLEContainer.isEncryptedDocument(bytes))
    }
}
