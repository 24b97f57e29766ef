import VerbatimModel

/// The groups that a sample is drawn in: the values of attributes, such as countries.
///
/// A respondent's group is told by the respondent's own attributes. `kind` is the kind of the transcript (for a
/// respondent of the first one that the person speaks in) where respondents have no attribute of that name. Words that
/// no respondent can be given are in the group of their transcript's attributes.
struct ReviewGroups {
    /// The value that stands for one that is not known.
    static let unknown = "not known"
    /// What stands between the values of several attributes.
    ///
    /// Values that hold it themselves may make one group of two; each unit of it has the same chance all the same.
    static let separator = "/"

    private static let kind = "kind"

    private let attributes: [String]
    /// Whether `kind` is that of transcripts.
    private let hasTranscriptKind: Bool
    private let respondents: [Respondent.ID: Attributes]
    private let transcripts: [Transcript.ID: Attributes]

    /// The groups by attributes; without any there is one, with an empty name.
    /// - Throws: `[unknown-attribute]` where no respondent has one of them.
    init(by attributes: [String], of study: CodedStudy) throws(DiagnosticsError) {
        let kind = Self.kind
        let isOwn = study.respondents.contains { $0.attributes[kind] != nil }
        for name in attributes where isOwn || name != kind { try study.requireAttribute(name, besides: [kind]) }
        var respondents = study.respondents.byID.mapValues(\.attributes)
        var transcripts: [Transcript.ID: Attributes] = [:]
        for transcript in study.transcripts {
            transcripts[transcript.id] = transcript.attributes
            if isOwn { continue }
            transcripts[transcript.id]?[kind] = transcript.kind.rawValue
            for id in transcript.respondents where respondents[id]?[kind] == nil {
                respondents[id]?[kind] = transcript.kind.rawValue
            }
        }
        self.attributes = attributes
        hasTranscriptKind = !isOwn && attributes.contains(kind)
        self.respondents = respondents
        self.transcripts = transcripts
    }

    /// The group of a respondent.
    func group(of respondent: Respondent.ID) -> String { name(respondents[respondent]) }

    /// The group of words in a transcript, by the respondent who says them; `nil` where nobody knows who does.
    func group(of respondent: Respondent.ID?, in transcript: Transcript.ID) -> String {
        guard let respondent else { return name(transcripts[transcript]) }
        guard hasTranscriptKind, let kind = transcripts[transcript]?[Self.kind] else { return group(of: respondent) }
        // Who speaks in an interview and in a focus group says each word in one of them.
        var own = respondents[respondent] ?? Attributes()
        own[Self.kind] = kind
        return name(own)
    }

    private func name(_ values: Attributes?) -> String {
        attributes.map { attribute in
            values?[attribute].flatMap { $0.isEmpty ? nil : $0 } ?? Self.unknown
        }.joined(separator: Self.separator)
    }
}
