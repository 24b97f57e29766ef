import VerbatimFiles
import VerbatimModel

/// A transcript that a coder saw, or a part of one: what is not coded in it was left blank.
struct SeenText: Hashable {
    /// The coder's name.
    var coder: String
    /// The transcript's id.
    var transcript: Transcript.ID
    /// The part, in Unicode scalars of the canonical text; `nil` for all of it.
    var span: TextSpan?
    /// The row of the table.
    var source: SourceRange

    /// Reads a table with the columns `coder` and `transcript`, and for parts `start` and `end`.
    /// - Returns: The rows, in order.
    /// - Throws: faults of the file; `missing-column`; `wrong-offset`, every row with one.
    static func read(_ path: String) throws(DiagnosticsError) -> [SeenText] {
        let table = try TableReader.read(try InputFile.read(path), path: path)
        guard let coder = table.column("coder"), let transcript = table.column("transcript") else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "A table of what coders saw needs the columns coder and transcript.", path: path,
                    position: SourcePosition(line: 1, column: 1))
            ])
        }
        let (start, end) = (table.column("start"), table.column("end"))
        var faults: [Diagnostic] = []
        let seen = table.rows.map { row in
            let ends = [start, end].map { column in column.map { row.fields[$0] } ?? "" }
            var span: TextSpan?
            if ends != ["", ""] {
                if let first = Int(ends[0]), let last = Int(ends[1]), 0 <= first, first < last {
                    span = TextSpan(start: first, end: last)
                } else {
                    faults.append(
                        Diagnostic(
                            .error, "wrong-offset",
                            "start and end must be whole numbers, start before end: characters from the beginning of the "
                                + "text, from 0. Leave both empty where the coder saw all of the transcript.",
                            path: path, position: row.positions[(start ?? end) ?? transcript]))
                }
            }
            return SeenText(
                coder: row.fields[coder], transcript: row.fields[transcript], span: span,
                source: SourceRange(path: path, start: row.position))
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return seen
    }
}
