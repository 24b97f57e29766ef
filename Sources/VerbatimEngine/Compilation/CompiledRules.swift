package import VerbatimModel

/// The rules of a codebook and its cues, ready to be run: immutable, and shared by all threads.
package struct CompiledRules: Sendable {
    let tables: RuleTables

    /// The codebook the rules come from.
    package var codebook: Codebook { tables.codebook }

    /// Compiles the rules of a codebook.
    ///
    /// - Parameters:
    ///   - codebook: its retired codes are left out; draft ones run.
    ///   - cues: cues of assertion, to which those of the codebook are added.
    /// - Throws: all faults at once: terms that this version does not run, unknown lists and codes, cycles.
    package init(_ codebook: Codebook, cues: [Cue]) throws(DiagnosticsError) {
        var compiler = RuleCompiler(codebook)
        tables = try compiler.compile(cues: cues)
    }
}
