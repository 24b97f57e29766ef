package import VerbatimModel

/// What the report tells beside the coded study: who was taken for whom, what people judged, and what follows from it.
package struct ReportFacts: Hashable, Sendable {
    /// Where the roles of speakers come from.
    package struct Roles: Hashable, Sendable {
        /// Below this confidence a researcher should look at a role.
        package static let doubtful = 0.7

        /// Labels of speakers, counted once in each transcript.
        package var speakers: Int
        /// Those whose role a file or a person gave.
        package var confirmed: Int
        /// Those whose role was inferred with a confidence below ``doubtful``.
        package var doubtful: Int

        /// The roles of the speakers of some transcripts.
        package init(_ transcripts: some Sequence<Transcript>) {
            (speakers, confirmed, doubtful) = (0, 0, 0)
            for speaker in transcripts.lazy.flatMap(\.speakers) {
                speakers += 1
                if speaker.confidence >= 1 { confirmed += 1 }
                if speaker.confidence < Self.doubtful { doubtful += 1 }
            }
        }
    }

    /// How far coders agree on one kind of unit.
    package struct Agreement: Hashable, Sendable {
        /// What coders are compared on, such as `segments` or `respondents`.
        package var units: String
        /// One row for each code and pair of coders, and for all.
        package var rows: [AgreementRow]
        /// What the figures are of, in words.
        package var summary: [String]

        /// Agreement as `verbatim agreement` gives it.
        package init(on units: String, rows: [AgreementRow], summary: [String]) {
            self.units = units
            self.rows = rows
            self.summary = summary
        }
    }

    /// The shares of respondents, corrected for the errors of the rules.
    package struct Corrections: Hashable, Sendable {
        /// One row for each code that was reviewed, of all respondents.
        package var rows: [CorrectedRow]
        /// A sentence for each row.
        package var sentences: [String]
        /// Codes of which nobody judged a respondent.
        package var notReviewed: [Code.ID]
        /// The shares of groups, for each attribute that is shown.
        package var groups: [CorrectedGroups]

        /// Corrected shares; see the properties of the same names.
        package init(
            rows: [CorrectedRow], sentences: [String], notReviewed: [Code.ID], groups: [CorrectedGroups] = []
        ) {
            self.rows = rows
            self.sentences = sentences
            self.notReviewed = notReviewed
            self.groups = groups
        }
    }

    /// How well the rules find what people find in segments.
    package struct Audits: Hashable, Sendable {
        /// One row for each code of which segments were judged.
        package var rows: [AuditRow]
        /// What should be known of the figures, in words.
        package var notes: [String]

        /// Audits as `verbatim audit` gives them.
        package init(rows: [AuditRow], notes: [String]) {
            self.rows = rows
            self.notes = notes
        }
    }

    /// The roles of speakers; `nil` where the transcripts were not at hand.
    package var roles: Roles?
    /// What people decided, in order.
    package var decisions: [Decision]
    /// The samples that were drawn for review, in order.
    package var samples: [SampleDraw]
    /// Who coded by hand, by name.
    package var handCoders: [String]
    /// Agreement, on each kind of unit that two coders judged; empty where fewer than two saw the same.
    package var agreements: [Agreement]
    /// Corrected shares; `nil` where no sample of respondents was judged.
    package var corrections: Corrections?
    /// Precision and recall; `nil` where no sample of segments was judged.
    package var audits: Audits?

    /// Facts; see the properties of the same names.
    ///
    /// Without any, the report says that nobody has judged anything.
    package init(
        roles: Roles? = nil, decisions: [Decision] = [], samples: [SampleDraw] = [], handCoders: [String] = [],
        agreements: [Agreement] = [], corrections: Corrections? = nil, audits: Audits? = nil
    ) {
        self.roles = roles
        self.decisions = decisions
        self.samples = samples
        self.handCoders = handCoders
        self.agreements = agreements
        self.corrections = corrections
        self.audits = audits
    }
}
