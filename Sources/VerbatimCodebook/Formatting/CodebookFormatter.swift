package import VerbatimModel

/// Lays a codebook file out in the one canonical way, as `verbatim codebook format` does.
///
/// It works on lines and statements, not on what they mean: every comment stays where it is, a file with faulty rules
/// can be laid out, and what the parser reads from the result is what it read before, but for places. A laid-out text
/// is laid out as it is.
///
/// - Two columns of indent for properties, the values of properties for people in column 13, rule ids and signs of
///   examples of one code aligned, one space elsewhere.
/// - Lines are filled up to ``width`` columns. A property with a comment between its lines keeps its lines.
/// - One empty line before a statement; two where the author left two or more; as the author has it between cues and
///   between includes.
package enum CodebookFormatter {
    /// The number of Unicode scalars up to which lines are filled.
    package static let width = 120

    /// The laid-out text; lines end in LF.
    /// - Throws: What is wrong with the layout, where a line belongs to no statement: nothing can be laid out then.
    /// - Complexity: O(length of the text).
    package static func format(path: String, text: String) throws(DiagnosticsError) -> String {
        let file = SourceFile(path: path, text: text)
        let layout = StatementLayout(of: file)
        guard layout.faults.isEmpty else {
            var sources = SourceTable()
            sources.add(file)
            throw DiagnosticsError(sources.diagnostics(of: layout.faults))
        }
        var printer = BlockPrinter()
        for element in BlockReader(file).elements { printer.add(element) }
        return printer.text
    }
}
