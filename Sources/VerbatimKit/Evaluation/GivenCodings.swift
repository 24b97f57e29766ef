package import VerbatimModel

/// What people coded, as a table or a project of another program has it: the truth that rules are judged by, or one of
/// the sides whose agreement is measured.
package struct GivenCodings: Sendable, Hashable {
    /// A code on a segment; without a code, that a coder saw the segment and gave it none.
    package struct Segment: Sendable, Hashable {
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The segment, in Unicode scalars of the canonical text; `nil` for a row about the transcript as a whole.
        package var span: TextSpan?
        /// The code: an id, or the names from the outermost in; empty for none.
        package var code: [String]
        /// Who coded; `nil` where the table does not say.
        package var coder: String?
        /// How the finding is asserted; `nil` where the table does not say.
        package var assertion: AssertionLabel?
        /// Where it stands in the table.
        package var source: SourceRange?

        /// A segment; see the properties of the same names.
        package init(
            transcript: Transcript.ID, span: TextSpan?, code: [String], coder: String? = nil,
            assertion: AssertionLabel? = nil, source: SourceRange? = nil
        ) {
            self.transcript = transcript
            self.span = span
            self.code = code
            self.coder = coder
            self.assertion = assertion
            self.source = source
        }
    }

    /// Whether a code applies to what a respondent says; without a code, that a coder read the respondent.
    package struct Mark: Sendable, Hashable {
        /// The respondent's id.
        package var respondent: Respondent.ID
        /// The code: an id, or the names from the outermost in; empty for none.
        package var code: [String]
        /// Whether it applies.
        package var applies: Bool
        /// Who coded; `nil` where the table does not say.
        package var coder: String?
        /// How the finding is asserted; `nil` where the table does not say.
        package var assertion: AssertionLabel?
        /// Where it stands in the table.
        package var source: SourceRange?

        /// A mark; see the properties of the same names.
        package init(
            respondent: Respondent.ID, code: [String], applies: Bool = true, coder: String? = nil,
            assertion: AssertionLabel? = nil, source: SourceRange? = nil
        ) {
            self.respondent = respondent
            self.code = code
            self.applies = applies
            self.coder = coder
            self.assertion = assertion
            self.source = source
        }
    }

    /// The segments, in the order of the file.
    package var segments: [Segment]
    /// The marks of respondents, in the order of the file.
    package var marks: [Mark]
    /// The texts, where the file is a project that holds them.
    package var transcripts: [Transcript]
    /// What should be looked at.
    package var warnings: [Diagnostic]

    /// Codings; see the properties of the same names.
    package init(
        segments: [Segment] = [], marks: [Mark] = [], transcripts: [Transcript] = [], warnings: [Diagnostic] = []
    ) {
        self.segments = segments
        self.marks = marks
        self.transcripts = transcripts
        self.warnings = warnings
    }

    /// The codings that a study holds of people.
    package init(_ codings: [HandCoding]) {
        self.init()
        for coding in codings {
            let path = coding.code.isEmpty ? [] : [coding.code]
            switch coding.subject {
            case .segment(let place):
                guard coding.applies else { continue }
                segments.append(
                    Segment(transcript: place.transcript, span: place.span, code: path, coder: coding.coder))
            case .respondent(let id):
                marks.append(
                    Mark(respondent: id, code: path, applies: coding.applies, coder: coding.coder))
            }
        }
    }

    /// These codings and others.
    package func adding(_ other: GivenCodings) -> GivenCodings {
        GivenCodings(
            segments: segments + other.segments, marks: marks + other.marks,
            transcripts: transcripts + other.transcripts, warnings: warnings + other.warnings)
    }
}
