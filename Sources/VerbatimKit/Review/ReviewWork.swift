/// What one reviewer was given.
package struct ReviewWork: Hashable, Sendable {
    /// The reviewer's name.
    package let reviewer: String
    /// How many rows are to be judged.
    package let rows: Int
    /// How many respondents they are about; 0 for segments.
    package let respondents: Int
    /// How many words of these respondents are to be read, each once; 0 for segments.
    package let words: Int
}
