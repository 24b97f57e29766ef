/// How the interval of a share in one stratum of a reviewed sample is made.
package enum ReviewInterval: String, Hashable, Sendable, CaseIterable {
    /// Wilson's interval, which knows that the stratum ends.
    ///
    /// The sample of n from N counts for n(N − 1)/(N − n): the more of the stratum was read, the less is unknown, and
    /// nothing where all of it was. Sources: E. B. Wilson, JASA 22 (1927); for the finite population W. G. Cochran,
    /// Sampling Techniques (1977), chapters 2 and 3.
    case wilson
    /// Clopper and Pearson's interval, which never covers less than it claims, within what has been read for certain.
    ///
    /// Of N units of which n were read and y are true, at least y and at most y + N − n are true. Source: C. J. Clopper
    /// and E. S. Pearson, Biometrika 26 (1934).
    case clopperPearson = "clopper-pearson"
}
