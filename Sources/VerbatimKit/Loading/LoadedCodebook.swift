import Foundation
package import VerbatimCodebook
package import VerbatimEngine
import VerbatimIngest
import VerbatimFiles
package import VerbatimModel

/// A codebook that was read from a file without a fault, with its rules compiled.
package struct LoadedCodebook: Sendable {
    /// The path, as the user gave it.
    package let path: String
    /// The text of the file, without what it includes.
    package let text: String
    /// The files it includes, in the order in which they are read.
    package let inclusions: [CodebookFile]
    /// The SHA-256 of the file and of the files it includes, in the order in which they are read.
    package let sha256: String
    /// The codebook, with what it includes.
    package let codebook: Codebook
    /// Its rules, compiled with the built-in cues of assertion.
    package let rules: CompiledRules
    /// What is probably not as was meant.
    package let warnings: [Diagnostic]

    /// Reads, checks and compiles the codebook at `path`.
    /// - Throws: every fault of the file and of what it includes, with the warnings, in the order of the file.
    package static func load(_ path: String) throws(DiagnosticsError) -> LoadedCodebook {
        let text = try TextFile.read(path)
        var inclusions: [CodebookFile] = []
        let parsed = CodebookText.parse(path: path, text: text) { path in
            let text = try TextFile.read(path)
            inclusions.append(CodebookFile(path: path, text: text))
            return text
        }
        guard !parsed.hasErrors else { throw DiagnosticsError(parsed.diagnostics) }
        let rules: CompiledRules
        do {
            rules = try CompiledRules(parsed.codebook, cues: AssertionPacks.cues())
        } catch {
            throw DiagnosticsError(parsed.diagnostics + error.diagnostics)
        }
        return LoadedCodebook(
            path: path, text: text, inclusions: inclusions,
            sha256: SHA256.hexDigest(Array((text + inclusions.map(\.text).joined()).utf8)),
            codebook: parsed.codebook, rules: rules, warnings: parsed.diagnostics)
    }

    /// The examples that the rules do not meet, in the order of the codebook.
    ///
    /// `threads` of them are looked at at once.
    package func exampleFailures(threads: Int) -> [Diagnostic] {
        ExampleRunner.run(codebook, rules: rules, threads: threads).map(\.diagnostic)
    }

    /// Who codes with it: the codebook and its version.
    package var coder: String {
        [codebook.id, codebook.version].compactMap(\.self).joined(separator: " ")
    }
}
