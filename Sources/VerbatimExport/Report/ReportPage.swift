import VerbatimAnalysis
import VerbatimModel

/// What all parts of the report are written from, worked out once.
///
/// Each part of the report is an extension in a file of its own.
struct ReportPage {
    let study: CodedStudy
    let options: HTMLReport
    let hierarchy: CodeHierarchy
    let frequencies: FrequencyTable
    let groupings: [GroupedFrequencies]
    let unattributed: UnattributedSpeech
    /// The codings that count of each code itself, by the code's index.
    let codings: [[Coding]]
    /// The attributes that are shown: those frequencies are grouped by.
    let attributes: [String]
    let respondents: [Respondent.ID: Respondent]
    let transcripts: [Transcript.ID: TranscriptSummary]
    /// How often two codes share a respondent.
    let cooccurrence: StudyCooccurrence
    /// The codes of each transcript, in the order of their dates where all have one, else of the study.
    let incidence: CodeIncidence
    /// What ``incidence`` is ordered by: `dates` or `ids`.
    let orderBasis: String
    /// The codes and themes of which the guide tells who was asked.
    let questioned: Set<Code.ID>
    private let codeAnchors: [String]
    private let transcriptAnchors: [Transcript.ID: String]
    private let attributeAnchors: [String]

    init(_ study: CodedStudy, options: HTMLReport) {
        self.study = study
        self.options = options
        let hierarchy = CodeHierarchy(study.codebook)
        self.hierarchy = hierarchy
        frequencies = FrequencyTable(study)
        unattributed = UnattributedSpeech(study)
        attributes = options.attributes(of: study)
        groupings = attributes.map { GroupedFrequencies(study, by: $0) }
        var codings = study.codebook.codes.map { _ in [Coding]() }
        for coding in study.codings where coding.status.counts {
            if let index = hierarchy.index(of: coding.code) { codings[index].append(coding) }
        }
        self.codings = codings
        respondents = Dictionary(study.respondents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        transcripts = Dictionary(study.transcripts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        cooccurrence = StudyCooccurrence(study, unit: .respondent)
        let dates = study.transcripts.compactMap { $0.attributes["date"] }
        let isDated = !dates.isEmpty && dates.count == study.transcripts.count
        orderBasis = isDated ? "dates" : "ids"
        let order = study.transcripts.indices.sorted { left, right in
            guard isDated, dates[left] != dates[right] else { return left < right }
            return dates[left].unicodeScalars.lexicographicallyPrecedes(dates[right].unicodeScalars)
        }
        incidence = CodeIncidence(study, order: order.map { study.transcripts[$0].id })
        questioned = Self.codesWithQuestions(study)
        var names = AnchorNames()
        codeAnchors = study.codebook.codes.map { names.name("code", $0.id) }
        var anchors: [Transcript.ID: String] = [:]
        for transcript in study.transcripts { anchors[transcript.id] = names.name("transcript", transcript.id) }
        transcriptAnchors = anchors
        attributeAnchors = attributes.map { names.name("by", $0) }
    }

    func anchor(ofCode index: Int) -> String { codeAnchors[index] }
    func anchor(ofTranscript id: Transcript.ID) -> String? { transcriptAnchors[id] }
    func anchor(ofGrouping index: Int) -> String { attributeAnchors[index] }

    /// The nodes in the order in which the report shows them.
    var order: [Int] { hierarchy.preorder }

    /// Whether anybody denies anything, so that the report must explain how denials are shown.
    var hasDenials: Bool { frequencies.rows.contains { $0.denied.count > 0 } }

    /// A section with its heading.
    func section(
        _ anchor: String, _ heading: String, into markup: inout Markup, _ content: (inout Markup) -> Void
    ) {
        markup.newline()
        markup.element("section", ["id": anchor]) { section in
            section.newline()
            section.element("h2", heading)
            section.newline()
            content(&section)
        }
        markup.newline()
    }

    /// A table that scrolls sideways where the page is narrower.
    func scrolling(_ label: String, into markup: inout Markup, _ content: (inout Markup) -> Void) {
        markup.element("div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label], content)
        markup.newline()
    }

    /// A paragraph.
    func paragraph(_ words: String, class style: String? = nil, into markup: inout Markup) {
        markup.element("p", ["class": style], words)
        markup.newline()
    }
}
