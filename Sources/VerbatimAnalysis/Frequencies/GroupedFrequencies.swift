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
    /// - Complexity: O(values x codings x depth of the codebook).
    package init(_ study: CodedStudy, by attribute: String, asked: ((Code.ID) -> Set<Respondent.ID>)? = nil) {
        var members: [String?: Set<Respondent.ID>] = [:]
        for respondent in study.respondents {
            let value = respondent.attributes[attribute].flatMap { $0.isEmpty ? nil : $0 }
            members[value, default: []].insert(respondent.id)
        }
        let values = members.keys.sorted { left, right in
            guard let left else { return false }
            guard let right else { return true }
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        }
        let hierarchy = CodeHierarchy(study.codebook)
        self.attribute = attribute
        groups = values.map { value in
            Group(
                value: value,
                table: FrequencyTable(study, hierarchy: hierarchy, group: members[value] ?? [], asked: asked))
        }
    }
}
