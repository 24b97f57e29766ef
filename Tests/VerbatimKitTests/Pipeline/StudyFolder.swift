import Foundation
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// A folder with a small study, in which pipelines are run.
struct StudyFolder {
    let folder: TemporaryFolder

    /// A study of one interview and one focus group, with a codebook of a theme and two codes.
    init() throws {
        folder = try TemporaryFolder()
        try write(
            """
            ---
            kind: interview
            language: en
            country: Iraq
            ---
            Interviewer: Where did you sleep?
            Amina: We slept outside the station. I would never go back.
            Interviewer: Would you go back if there was work?
            Amina: If there was work, maybe I would go back.
            """, to: "Transcripts/one.txt")
        try write(
            """
            ---
            kind: focus-group
            language: en
            country: Turkey
            ---
            Moderator: And you?
            P1: I slept outside too.
            P2: As for me, I go back next year.
            Several: We slept outside!
            Moderator: Thank you.
            P1: Yes.
            P2: Yes.
            """, to: "Transcripts/two.txt")
        try write(Self.codebook, to: "small.codebook")
    }

    static let codebook = """
        codebook small "A small codebook"
          version   1
          languages en
        theme protection "Protection needs"
        code protection.shelter "Shelter"
          define Sleeping rough.
          rule street en: "slept outside"
          + "We [[slept outside]]."
          - "We slept well."
        theme return "Return"
        code return.any "Going back"
          define Anything about going back.
          rule back en: "go back"
          + "I go back."
          - "I go home."
        """

    func write(_ text: String, to path: String) throws {
        try folder.write(text, to: path)
    }

    func path(_ name: String) -> String {
        folder.url.appendingPathComponent(name).path
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    }

    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.url.appendingPathComponent(name))
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path(name))
    }

    func options(output: String = "Results", threads: Int = 2) -> RunOptions {
        RunOptions(
            transcripts: path("Transcripts"), codebook: path("small.codebook"), output: path(output),
            threads: threads)
    }

    /// The identifiers of what a run throws; empty when it does not throw.
    func faults(_ options: RunOptions) -> [String] {
        do {
            try CodingPipeline(options).run()
            return []
        } catch {
            return error.diagnostics.filter { $0.severity == .error }.map(\.identifier)
        }
    }
}
