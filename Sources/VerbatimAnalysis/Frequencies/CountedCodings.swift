import VerbatimModel

/// The codings of a study that count, with small numbers in place of their ids.
///
/// Tables count over the same codings again and again; comparing numbers takes a fraction of what hashing ids does.
struct CountedCodings {
    /// What a coding says of its respondent.
    struct Marks: OptionSet {
        let rawValue: UInt8

        /// Has a coding.
        static let mentioned = Marks(rawValue: 1)
        /// Has an affirmed hit.
        static let affirmed = Marks(rawValue: 2)
        /// Has a negated hit.
        static let negated = Marks(rawValue: 4)
        /// Has a conditional hit.
        static let conditional = Marks(rawValue: 8)
        /// Upholds the finding.
        static let upheld = Marks(rawValue: 16)
        /// Denies the finding.
        static let denied = Marks(rawValue: 32)
    }

    /// A coding.
    struct Entry {
        /// The index of its code in the codebook.
        var node: Int
        /// The number of its respondent; `nil` where the words are the group's or nobody's.
        var respondent: Int?
        /// The number of its transcript, in the order in which transcripts are first met.
        var transcript: Int
        /// The number of its turn: first in the transcript, then, once entries are in order, in the study.
        var turn: Int
        /// What it says of its respondent.
        var marks: Marks
        /// The number of its id, where other codings have the same id; `nil` where it is the only one.
        var sharedID: Int?
    }

    /// The codings, by transcript and turn, so that what lies in one turn stands together.
    private(set) var entries: [Entry] = []
    /// The respondents by their number: those who spoke, then strangers that codings name.
    private(set) var respondents: [Respondent.ID] = []
    /// How many of ``respondents`` spoke; they are the first.
    let speaking: Int
    /// The number of each respondent.
    private(set) var numbers: [Respondent.ID: Int] = [:]

    /// The codings of a study that count and whose code the codebook holds.
    /// - Complexity: O(codings + respondents), and O(codings x log(codings)) where they are not in order.
    init(_ study: CodedStudy, hierarchy: CodeHierarchy) {
        for respondent in study.respondents { _ = Self.number(of: respondent.id, in: &numbers, adding: &respondents) }
        speaking = respondents.count
        read(study.codings, hierarchy: hierarchy)
        putInOrder()
    }

    private mutating func read(_ codings: [Coding], hierarchy: CodeHierarchy) {
        var transcripts: [Transcript.ID: Int] = [:]
        var transcript = (id: "", number: -1)
        var respondent = (id: "", number: -1)
        var ids = CodingIDs(capacity: codings.count)
        entries.reserveCapacity(codings.count)
        // By index: taking the elements one by one would copy each whole.
        for index in codings.indices where codings[index].status.counts {
            guard let node = hierarchy.index(of: codings[index].code) else { continue }
            // Codings of one transcript and of one respondent stand together as a rule.
            if transcript.number < 0 || transcript.id != codings[index].transcript {
                transcript.id = codings[index].transcript
                transcript.number = transcripts[transcript.id] ?? transcripts.count
                transcripts[transcript.id] = transcript.number
            }
            var entry = Entry(
                node: node, respondent: nil, transcript: transcript.number, turn: codings[index].turn,
                marks: Self.marks(codings[index].assertionKinds, isBound: hierarchy.isAssertionBound(node)),
                sharedID: nil)
            if let id = codings[index].respondent {
                if respondent.number < 0 || respondent.id != id {
                    respondent = (id, Self.number(of: id, in: &numbers, adding: &respondents))
                }
                entry.respondent = respondent.number
            }
            if let other = ids.note(codings[index].id, at: entries.count) {
                entry.sharedID = entries[other].sharedID ?? other
                entries[other].sharedID = entry.sharedID
            }
            entries.append(entry)
        }
    }

    private static func number(
        of id: Respondent.ID, in numbers: inout [Respondent.ID: Int], adding respondents: inout [Respondent.ID]
    ) -> Int {
        if let known = numbers[id] { return known }
        numbers[id] = respondents.count
        respondents.append(id)
        return respondents.count - 1
    }

    private static func marks(_ kinds: [AssertionKind], isBound: Bool) -> Marks {
        var marks: Marks = isBound ? [.mentioned, .upheld] : .mentioned
        for kind in kinds {
            switch kind {
            case .affirmed: marks.formUnion([.affirmed, .upheld])
            case .negated: marks.formUnion(isBound ? .negated : [.negated, .denied])
            case .conditional: marks.insert(.conditional)
            case .hedged, .question, .reported: break
            }
        }
        return marks
    }

    /// Sorts the entries, and numbers the turns through all transcripts.
    private mutating func putInOrder() {
        func precedes(_ left: Entry, _ right: Entry) -> Bool {
            (left.transcript, left.turn) < (right.transcript, right.turn)
        }
        let isInOrder = zip(entries, entries.dropFirst()).allSatisfy { !precedes($1, $0) }
        if !isInOrder { entries.sort(by: precedes) }
        var number = 0
        var last = (transcript: -1, turn: 0)
        for index in entries.indices {
            if (entries[index].transcript, entries[index].turn) != last {
                last = (entries[index].transcript, entries[index].turn)
                number += 1
            }
            entries[index].turn = number
        }
    }
}

/// Where each coding's id was met last.
private struct CodingIDs {
    private var places: [UInt64: Int]
    private var otherPlaces: [Coding.ID: Int] = [:]

    init(capacity: Int) {
        places = Dictionary(minimumCapacity: capacity)
    }

    /// Remembers where an id stands, and gives the place where it was met before; `nil` where it is new.
    mutating func note(_ id: Coding.ID, at place: Int) -> Int? {
        guard let number = Self.number(id) else { return otherPlaces.updateValue(place, forKey: id) }
        return places.updateValue(place, forKey: number)
    }

    /// The number that an id of 16 lower-case hexadecimal digits is, as all ids are that the program gives.
    private static func number(_ id: Coding.ID) -> UInt64? {
        var id = id
        return id.withUTF8 { digits in
            guard digits.count == 16 else { return nil }
            var number: UInt64 = 0
            for byte in digits {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(byte - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
                default: return nil
                }
            }
            return number
        }
    }
}
