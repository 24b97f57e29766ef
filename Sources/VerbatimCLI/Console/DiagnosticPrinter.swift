import VerbatimModel

/// Prints faults and warnings on standard error, with the line and a caret, and in colour on a terminal.
struct DiagnosticPrinter {
    /// Whether warnings are left out.
    var isQuiet = false

    /// Prints the diagnostics in the order given.
    func print(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where diagnostic.severity == .error || !isQuiet {
            Console.error(Console.errorHasColor ? colored(diagnostic) : diagnostic.rendered)
        }
    }

    private func colored(_ diagnostic: Diagnostic) -> String {
        let severity = "\(diagnostic.severity.rawValue):"
        let color = diagnostic.severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
        guard let place = diagnostic.rendered.firstRange(of: severity) else { return diagnostic.rendered }
        return diagnostic.rendered.replacingCharacters(in: place, with: "\(color)\(severity)\u{1B}[0m")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with replacement: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: replacement)
        return copy
    }
}
