/// One respondent of a study, or one segment, as correction and audit see it: read or not.
///
/// All units of the study are given, those that nobody read too: the rules' answer is known for all of them.
package struct ReviewedUnit: Hashable, Sendable {
    /// The number of the stratum that it was in when the sample was drawn, from 0.
    package var stratum: Int
    /// Whether the rules find the code in it **now**, which need not be what they found when the sample was drawn.
    package var isCoded: Bool
    /// The number of its transcript, from 0: respondents of one focus group have the same.
    package var transcript: Int
    /// What a person found; `nil` where nobody read it, or the person was unsure.
    package var judgement: Bool?

    /// A unit of a study.
    package init(stratum: Int, isCoded: Bool, transcript: Int, judgement: Bool?) {
        self.stratum = stratum
        self.isCoded = isCoded
        self.transcript = transcript
        self.judgement = judgement
    }
}
