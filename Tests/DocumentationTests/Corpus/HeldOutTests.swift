import Foundation
import Testing
import VerbatimTestSupport

/// The held-out passages are what the codebooks are measured by, so that no codebook may know them.
@Suite struct HeldOutTests {
    private struct Passage {
        var id: String
        var words: [Substring]
    }

    private func passages() throws -> [Passage] {
        let folder = RepositoryFiles.url("Corpus/Bank/held-out")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap {
            name throws -> [Passage] in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return text.split(separator: "\n\n").compactMap { block -> Passage? in
                let lines = block.split(separator: "\n")
                guard lines.count == 3 else { return nil }
                let head = lines[0].split(separator: " ")
                return Passage(id: String(head[1]), words: Self.words(of: String(lines[2])))
            }
        }
    }

    /// The words, in lower case; codes and assertions of marked spans are left out.
    private static func words(of text: String) -> [Substring] {
        text.replacing(#/\[\[[^:\]]*: /#, with: "").lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
    }

    private func codebooks() throws -> [(name: String, text: String)] {
        let folder = RepositoryFiles.url("Codebooks")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".codebook") }.sorted().map {
            ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }

    @Test func noCodebookNamesAHeldOutPassage() throws {
        let ids = Set(try passages().map(\.id))
        #expect(ids.count == 800)
        for codebook in try codebooks() {
            let named = codebook.text.matches(of: /\b(?:en|nl|fr|ar|tr)-n?[0-9]{3}\b/).map { String($0.output) }
            #expect(named.filter(ids.contains).isEmpty, "\(codebook.name)")
        }
    }

    /// Eight words in a row are no accident.
    @Test func noCodebookQuotesAHeldOutPassage() throws {
        let length = 8
        var owners: [[Substring]: String] = [:]
        for passage in try passages() where passage.words.count >= length {
            for start in 0...(passage.words.count - length) {
                owners[Array(passage.words[start..<start + length])] = passage.id
            }
        }
        for codebook in try codebooks() {
            let words = Self.words(of: codebook.text)
            guard words.count >= length else { continue }
            for start in 0...(words.count - length) {
                if let owner = owners[Array(words[start..<start + length])] {
                    Issue.record("\(codebook.name) quotes the held-out passage \(owner)")
                }
            }
        }
    }

    @Test func theHalvesAreDisjointAndOfTheirSizes() throws {
        for language in ["en", "nl", "fr", "ar", "tr"] {
            func ids(_ half: String) throws -> [String] {
                let url = RepositoryFiles.url("Corpus/Bank/\(half)/\(language).txt")
                return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
                    .filter { $0.hasPrefix("@ ") }.map { String($0.split(separator: " ")[1]) }
            }
            let (development, heldOut) = (try ids("development"), try ids("held-out"))
            #expect(development.count == 144 && heldOut.count == 96)
            #expect(Set(development).isDisjoint(with: heldOut))
        }
    }
}
