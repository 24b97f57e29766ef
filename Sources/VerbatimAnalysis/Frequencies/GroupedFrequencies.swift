package import VerbatimModel

/// The frequencies of a study for each value of an attribute of its respondents.
///
/// Each group has its own denominator: its respondents who spoke. Transcripts, turns and codings are those of the
/// group's respondents, so that codings without a respondent are in no group, and a transcript with respondents of two
/// groups can be in both.
package struct GroupedFrequencies: Hashable, Sendable {
    /// The respondents who share a value, and their frequencies.
    package struct Group: Hashable, Sendable {
        /// The value they share; `nil` for those of whom none is known.
        package let value: String?
        /// The frequencies among them.
        package let table: FrequencyTable

        /// The value for people.
        package var label: String { value ?? "(not known)" }
    }

    /// The name of the attribute.
    package let attribute: String
    /// One group for each value in sorted order; those of whom none is known stand last.
    package let groups: [Group]

    /// The frequencies of a study by an attribute of its respondents; an empty value counts as not known.
    ///
    /// - Parameters:
    ///   - study: The coded study.
    ///   - attribute: The name of the attribute.
    ///   - asked: See ``FrequencyTable/init(_:asked:)``.
    /// - Complexity: O(codings x depth of the codebook + codes x respondents).
    package init(_ study: CodedStudy, by attribute: String, asked: ((Code.ID) -> Set<Respondent.ID>)? = nil) {
        let hierarchy = CodeHierarchy(study.codebook)
        let counted = CountedCodings(study, hierarchy: hierarchy)
        let asked = asked ?? AskedRespondents(study).map { $0.respondents(of:) }
        let members = Self.members(of: study, by: attribute)
        let values = members.keys.sorted { left, right in
            guard let left else { return false }
            guard let right else { return true }
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        }
        // Each respondent's groups, with the number they have in it.
        var seats: [[(group: Int, number: Int)]] = Array(repeating: [], count: counted.respondents.count)
        for (group, value) in values.enumerated() {
            for (number, id) in (members[value] ?? []).enumerated() {
                if let respondent = counted.numbers[id] { seats[respondent].append((group, number)) }
            }
        }
        var entries: [[CountedCodings.Entry]] = Array(repeating: [], count: values.count)
        for var entry in counted.entries {
            guard let respondent = entry.respondent else { continue }
            for seat in seats[respondent] {
                entry.respondent = seat.number
                entries[seat.group].append(entry)
            }
        }
        self.attribute = attribute
        groups = zip(values, entries).map { value, entries in
            let people = members[value] ?? []
            return Group(
                value: value,
                table: FrequencyTable(
                    entries, among: people, speaking: people.count, codes: study.codebook.codes, hierarchy: hierarchy,
                    asked: asked))
        }
    }

    /// The respondents of each value, each once; an empty value is none.
    private static func members(of study: CodedStudy, by attribute: String) -> [String?: [Respondent.ID]] {
        var members: [String?: [Respondent.ID]] = [:]
        var seen: [String?: Set<Respondent.ID>] = [:]
        for respondent in study.respondents {
            let value = respondent.attributes[attribute].flatMap { $0.isEmpty ? nil : $0 }
            guard seen[value, default: []].insert(respondent.id).inserted else { continue }
            members[value, default: []].append(respondent.id)
        }
        return members
    }
}
