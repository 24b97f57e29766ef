/// Of whom a corrected share speaks; to be printed beside it, always.
package enum InferenceTarget: String, Hashable, Sendable, CaseIterable {
    /// These respondents and nobody else: what is uncertain is only what nobody has read. The default.
    case respondents
    /// The population that the respondents are a probability sample of.
    ///
    /// Respondents who were chosen on purpose do not support it.
    case population

    /// The target in words, for people.
    package var explanation: String {
        switch self {
        case .respondents: "the share among these respondents; the interval is for what was not read"
        case .population:
            "the share in the population; valid only if the respondents are a probability sample of it"
        }
    }
}
