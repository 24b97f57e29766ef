/// What was found of the labels of one transcript.
///
/// A talk between two has the same two labels on every line, so each is looked at once.
struct LabelJudgements {
    private var known: [String: (label: String, key: String?)] = [:]

    /// The key of a label; `nil` if the text can be no label at all.
    mutating func key(ofPlausible label: String) -> String? {
        // Equal strings can differ in their scalars, and keys keep the scalars.
        if let judged = known[label], judged.label.utf8.elementsEqual(label.utf8) { return judged.key }
        let key = LabelledLine.isPlausible(label) ? SpeakerLabel.key(label) : nil
        known[label] = (label, key)
        return key
    }
}
