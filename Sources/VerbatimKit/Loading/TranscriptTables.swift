import VerbatimIngest
import VerbatimModel

extension Diagnostic {
    /// Whether it says that a table names transcripts, labels or people that were not read with it.
    var isAboutOthers: Bool { ["unknown-transcript", "unknown-label", "silent-respondent"].contains(identifier) }
}

/// The tables that go with transcripts: who speaks in them, and who they are.
struct TranscriptTables {
    private let respondents: RespondentTable?
    private let speakers: SpeakerTable?

    /// Reads the tables at the given paths; `nil` where there is none.
    /// - Throws: what makes a table unusable.
    init(respondents: String?, speakers: String?) throws(DiagnosticsError) {
        self.respondents = try Self.table(respondents, parse: RespondentTable.parse)
        self.speakers = try Self.table(speakers, parse: SpeakerTable.parse)
    }

    /// Ties the transcripts to their respondents.
    ///
    /// The result holds those who spoke, by id, and what the tables and the transcripts do not agree on.
    func link(_ transcripts: inout [Transcript]) -> LinkedRespondents {
        var linked = RespondentLinking.link(&transcripts, respondents: respondents, speakers: speakers)
        linked.diagnostics = (respondents?.warnings ?? []) + (speakers?.warnings ?? []) + linked.diagnostics
        return linked
    }

    private static func table<Table>(
        _ path: String?, parse: ([UInt8], String) throws(DiagnosticsError) -> Table
    ) throws(DiagnosticsError) -> Table? {
        guard let path else { return nil }
        return try parse(try InputFile.read(path), path)
    }
}
