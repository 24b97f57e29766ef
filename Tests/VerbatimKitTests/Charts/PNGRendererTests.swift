import Foundation
import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

@Suite struct PNGRendererTests {
    /// A document of 96 x 48, with a black square of the given side in it.
    private func document(square side: Int) -> [UInt8] {
        Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="96" height="48" viewBox="0 0 96 48">
            <rect width="96" height="48" fill="#fff"/><rect width="\(side)" height="\(side)" fill="#000"/></svg>
            """.utf8)
    }

    private func faults(_ body: () throws -> Void) -> [Diagnostic] {
        do {
            try body()
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics
        } catch {
            return []
        }
    }

    /// A folder with a program of the renderer's name that does what a shell script says.
    private func folder(_ script: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let path = try folder.write("#!/bin/sh\n\(script)\n", to: "rsvg-convert")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return folder
    }

    @Test func aPictureHasTheWidthThatWasAskedForAndIsNotBlank() throws {
        let renderer = try PNGRenderer.found()
        let picture = try renderer.png(of: document(square: 20), width: 300)
        let size = try #require(PNGSize(picture))
        #expect(size.width == 300 && size.height == 150)
        #expect(try renderer.png(of: document(square: 20), width: 300) == picture)
        #expect(try renderer.png(of: document(square: 0), width: 300) != picture)
    }

    @Test func aMissingProgramIsNamedWithItsPackages() throws {
        let empty = try TemporaryFolder()
        // A folder of that name, and a file that cannot be run, are not the program.
        try empty.write("", to: "a/rsvg-convert/x")
        try empty.write("", to: "b/rsvg-convert")
        for path in [nil, "", "relative", "\(empty.path("a")):\(empty.path("b")):\(empty.path("none"))"] {
            let faults = faults { _ = try PNGRenderer.found(path: path) }
            #expect(faults.map(\.identifier) == ["no-png-renderer"])
            #expect(faults.first?.message.contains("librsvg2-bin") == true)
        }
    }

    @Test(arguments: [
        ("cat >/dev/null; echo secret >&2; exit 3", "ended with the status 3"), ("exit 4", "ended with the status 4"),
        ("echo no picture", "no PNG"), ("kill -9 $$", "ended with the status 137"),
    ])
    func aFailureIsAnErrorWithItsStatus(script: String, words: String) throws {
        let folder = try folder(script)
        let renderer = try PNGRenderer.found(path: folder.path(""))
        // More than a pipe holds, which the program does not read.
        let document = document(square: 1) + [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        let faults = faults { _ = try renderer.png(of: document, width: 300) }
        #expect(faults.map(\.identifier) == ["failed-png-renderer"])
        #expect(faults.first?.message.contains(words) == true)
        #expect(faults.first?.message.contains("secret") == false)
    }

    @Test func theProgramGetsTheDocumentAndNoFile() throws {
        // What it is given is written into the text of its answer, behind the signature of a PNG.
        let folder = try folder(#"printf '\211PNG\r\n\032\n'; echo "$@"; cat"#)
        let answer = try PNGRenderer.found(path: folder.path("")).png(of: Array("<svg/>".utf8), width: 300)
        #expect(
            String(decoding: answer.dropFirst(8), as: UTF8.self)
                == "--format=png --width=300 --keep-aspect-ratio --background-color=white\n<svg/>")
    }
}
