package import VerbatimModel

/// A codebook as far as it could be read, and all that is wrong with it.
package struct ParsedCodebook: Sendable {
    /// What could be read.
    ///
    /// It must not be run where ``hasErrors`` is true: results from half a codebook look like
    /// findings.
    package var codebook: Codebook
    /// The faults and warnings: those of the file itself, then those of each included file, by place.
    package var diagnostics: [Diagnostic]

    /// Whether at least one diagnostic is an error.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
