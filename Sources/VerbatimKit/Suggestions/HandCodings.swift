import VerbatimIngest
import VerbatimFiles
package import VerbatimModel

/// Segments that people have coded: what a codebook can learn its words from.
package struct HandCodings: Sendable, Hashable {
    /// One code on one segment.
    package struct Segment: Sendable, Hashable {
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The segment, in Unicode scalars of the canonical text.
        package var span: TextSpan
        /// The code's id, as written.
        package var code: Code.ID
        /// Whether a person said that the segment is not of the code.
        package var isRejected: Bool
        /// Where it stands in a table; `nil` for one of a study.
        package var source: SourceRange?

        /// A segment; see the properties of the same names.
        package init(
            transcript: Transcript.ID, span: TextSpan, code: Code.ID, isRejected: Bool = false,
            source: SourceRange? = nil
        ) {
            self.transcript = transcript
            self.span = span
            self.code = code
            self.isRejected = isRejected
            self.source = source
        }
    }

    /// The segments, in the order of the table or of the study.
    package var segments: [Segment]
    /// What should be looked at.
    package var warnings: [Diagnostic]

    /// The given segments.
    package init(_ segments: [Segment], warnings: [Diagnostic] = []) {
        self.segments = segments
        self.warnings = warnings
    }

    /// The reviewed codings of a study: those accepted, and those rejected.
    ///
    /// Where none is accepted, what the rules propose stands in, and a warning says so.
    /// - Parameters:
    ///   - study: the latest run.
    ///   - path: the study file's, for the warning.
    package init(of study: CodedStudy, path: String) {
        let isReviewed = study.codings.contains { $0.status == .accepted }
        segments = study.codings.compactMap { coding in
            switch coding.status {
            case .accepted, .rejected: break
            case .proposed: if isReviewed { return nil }
            case .suppressed: return nil
            }
            return Segment(
                transcript: coding.transcript, span: coding.span, code: coding.code,
                isRejected: coding.status == .rejected)
        }
        warnings =
            isReviewed
            ? []
            : [
                Diagnostic(
                    .warning, "nothing-reviewed",
                    "No coding of the study is accepted yet, so the codings that the rules propose stand in, and the "
                        + "suggestions are only as good as those. Give codings by people with '--codings'.", path: path)
            ]
    }

    /// Reads a table with the columns `transcript,start,end,code`; others, such as `coder`, are not looked at.
    ///
    /// `start` and `end` are half-open Unicode-scalar offsets into the canonical text, from 0.
    /// - Throws: every fault of the table: `missing-column`, `wrong-offset`, `malformed-table`, `unreadable-file`.
    package static func read(_ path: String) throws(DiagnosticsError) -> HandCodings {
        let table = try TableReader.read(try InputFile.read(path), path: path)
        guard let transcript = table.column("transcript"), let start = table.column("start"),
            let end = table.column("end"), let code = table.column("code")
        else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "A table of codings needs the columns transcript, start, end and code: which words were coded, "
                        + "not only which respondents.", path: path, position: SourcePosition(line: 1, column: 1))
            ])
        }
        var faults: [Diagnostic] = []
        var segments: [Segment] = []
        for row in table.rows {
            guard let first = Int(row.fields[start]), let last = Int(row.fields[end]), first >= 0, first < last else {
                faults.append(
                    Diagnostic(
                        .error, "wrong-offset",
                        "start and end must be whole numbers, start before end: characters from the beginning of the "
                            + "text, from 0.", path: path, position: row.positions[start]))
                continue
            }
            segments.append(
                Segment(
                    transcript: row.fields[transcript], span: TextSpan(start: first, end: last),
                    code: row.fields[code], source: SourceRange(path: path, start: row.position)))
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return HandCodings(segments, warnings: table.warnings)
    }
}
