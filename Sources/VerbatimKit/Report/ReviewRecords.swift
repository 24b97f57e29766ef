import VerbatimModel
import VerbatimStore

/// What people recorded in a study file: decisions, samples and codings of their own.
struct ReviewRecords: Sendable {
    /// What people decided, in order.
    var decisions: [Decision] = []
    /// The samples that were drawn for review, in order.
    var samples: [SampleDraw] = []
    /// What people coded by hand, in order.
    var handCodings: [HandCoding] = []

    /// Whether any person coded or decided.
    var hasCoders: Bool { !decisions.isEmpty || !handCodings.isEmpty }

    /// Adds hand codings that are not there yet, as a study file does when they are recorded.
    mutating func add(_ codings: [HandCoding]) {
        var known = Set(handCodings.map(\.identity))
        for coding in codings where known.insert(coding.identity).inserted { handCodings.append(coding) }
    }

    /// What people recorded of respondents, or of text.
    func only(ofRespondents isOfRespondents: Bool) -> ReviewRecords {
        var records = self
        records.decisions.removeAll { ($0.subject.respondent != nil) != isOfRespondents }
        records.handCodings.removeAll { ($0.subject.respondent != nil) != isOfRespondents }
        return records
    }

    /// How many people coded or decided.
    var people: Int { Set(decisions.map(\.coder) + handCodings.map(\.coder)).count }

    /// Who coded by hand, by name.
    var handCoders: [String] { Set(handCodings.map(\.coder)).sorted() }

    /// The codes and themes that people decided about; empty for all codes, where people coded by hand as well.
    func comparedCodes(_ codebook: Codebook) -> [Code.ID] {
        guard handCodings.isEmpty else { return [] }
        let decided = Set(decisions.map(\.code))
        return codebook.codes.map(\.id).filter(decided.contains)
    }
}

extension ReviewRecords {
    /// The records of an open study.
    /// - Throws: `StudyError`: locked or damaged.
    init(_ store: StudyStore) throws(StudyError) {
        decisions = try store.decisions()
        samples = try store.samples()
        handCodings = try store.handCodings()
    }

    /// The records of the study file at `path`; none where there is no file yet.
    /// - Throws: what makes the file unreadable.
    static func read(at path: String) throws(DiagnosticsError) -> ReviewRecords {
        do {
            let store = try StudyStore.open(at: path)
            let records = try ReviewRecords(store)
            try store.close()
            return records
        } catch {
            if error.code == .notFound { return ReviewRecords() }
            throw DiagnosticsError([error.diagnostic])
        }
    }
}

extension HandCoding {
    /// What makes it the same coding as another: everything but the file that it came from and what stands around it.
    fileprivate var identity: HandCoding {
        var identity = self
        identity.source = ""
        if case .segment(var place) = subject {
            (place.before, place.after) = ("", "")
            identity.subject = .segment(place)
        }
        return identity
    }
}
