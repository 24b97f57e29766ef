import Foundation
import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

@Suite struct TranscriptFolderTests {
    private func withFolder(_ files: [String], _ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        for file in files { try folder.write("x", to: file) }
        try body(folder.url.path)
    }

    @Test func filesAreListedByTheBytesOfTheirPaths() throws {
        let files = [
            "b.txt", "B.txt", "a/z.xml", "a/é.md", "README.md", "LICENSE", ".hidden", ".git/x.txt", "respondents.csv",
            "speakers.csv", "photo.JPG", "sub/respondents.csv", "talk", "P1.2",
        ]
        try withFolder(files) { root in
            let listing = try TranscriptFolder.files(at: root + "/")
            #expect(listing.files.map(\.id) == ["B", "P1.2", "a/z", "a/é", "b", "talk"])
            #expect(listing.files.first?.path == root + "/B.txt")
            #expect(listing.respondentsTable == root + "/respondents.csv")
            #expect(listing.speakersTable == root + "/speakers.csv")
            #expect(listing.skipped.map(\.path) == [root + "/photo.JPG", root + "/sub/respondents.csv"])
            #expect(listing.skipped.allSatisfy { $0.severity == .warning && $0.identifier == "skipped-file" })
        }
    }

    @Test func idsThatWouldBeTheSameKeepTheExtension() throws {
        try withFolder(["a.txt", "a.xml", "b.txt"]) { root in
            let listing = try TranscriptFolder.files(at: root)
            #expect(listing.files.map(\.id) == ["a.txt", "a.xml", "b"])
        }
    }

    @Test func singleFileIsListedAlone() throws {
        try withFolder(["sub/a.txt", "respondents.csv"]) { root in
            let listing = try TranscriptFolder.files(at: root + "/sub/a.txt")
            #expect(listing.files == [FolderListing.File(path: root + "/sub/a.txt", id: "a")])
            #expect(listing.respondentsTable == nil)
        }
    }

    @Test func linkToAFolderIsNotFollowed() throws {
        try withFolder(["sub/a.txt"]) { root in
            try FileManager.default.createSymbolicLink(atPath: root + "/sub/up", withDestinationPath: root)
            let listing = try TranscriptFolder.files(at: root)
            #expect(listing.files.map(\.id) == ["sub/a"])
        }
    }

    @Test func folderWithoutTranscriptsIsAnError() throws {
        try withFolder(["respondents.csv", "photo.png"]) { root in
            do {
                _ = try TranscriptFolder.files(at: root)
                Issue.record("no error")
            } catch let error as DiagnosticsError {
                #expect(error.diagnostics.map(\.identifier) == ["no-transcripts"])
            }
        }
    }

    @Test func pathThatDoesNotExistIsAnError() {
        do {
            _ = try TranscriptFolder.files(at: "/no/such/place")
            Issue.record("no error")
        } catch {
            #expect(error.diagnostics.map(\.identifier) == ["no-such-path"])
        }
    }
}
