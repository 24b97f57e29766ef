/// The word for a share of respondents: "few", "some", "most".
///
/// One definition for every table, report and export, so that a word always stands for the same shares. Readers give
/// such words numbers that differ from reader to reader, hence the fixed bands, to be printed with the words.
///
/// | word | share |
/// |---|---|
/// | none | 0 % |
/// | few | above 0 %, below 15 % |
/// | some | from 15 %, below 40 % |
/// | about half | from 40 % to 60 % |
/// | most | above 60 %, up to 90 % |
/// | nearly all | above 90 %, below 100 % |
/// | all | 100 % |
///
/// Our bands, after the practice described by M. Sandelowski, "Real qualitative researchers do count", Research in Nursing
/// & Health 24 (2001), and Y. Chang and others, "Transforming verbal counts in reports of qualitative descriptive studies
/// into numbers", Western Journal of Nursing Research 31 (2009).
package enum WordingBand: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nobody.
    case none
    /// Below 15 %.
    case few
    /// From 15 % and below 40 %.
    case some
    /// From 40 % to 60 %.
    case aboutHalf = "about half"
    /// Above 60 % up to 90 %.
    case most
    /// Above 90 %, and not everybody.
    case nearlyAll = "nearly all"
    /// Everybody.
    case all

    /// The word for `count` of `total`; undefined (`noUnits`) where the total is not above zero.
    ///
    /// Whole numbers are compared, so that exactly 15 % is never taken for less.
    package static func of(_ count: Int, of total: Int) -> Estimate<WordingBand> {
        guard total > 0 else { return .undefined(.noUnits) }
        let (hundredfold, base) = (100 * min(max(count, 0), total), total)
        if hundredfold == 0 { return .value(.none) }
        if hundredfold == 100 * base { return .value(.all) }
        if hundredfold < 15 * base { return .value(.few) }
        if hundredfold < 40 * base { return .value(.some) }
        if hundredfold <= 60 * base { return .value(.aboutHalf) }
        return .value(hundredfold <= 90 * base ? .most : .nearlyAll)
    }

    /// The word for a share that is an estimate, such as a corrected share.
    ///
    /// Of an estimate neither "none" nor "all" is known: shares of 0 and 1 are "few" and "nearly all".
    package static func ofEstimate(_ share: Double) -> WordingBand {
        switch share {
        case ..<0.15: .few
        case ..<0.4: .some
        case ...0.6: .aboutHalf
        case ...0.9: .most
        default: .nearlyAll
        }
    }

    /// The shares that the word stands for, for the legend of a table.
    package var meaning: String {
        switch self {
        case .none: "0 %"
        case .few: "below 15 %"
        case .some: "15 % to below 40 %"
        case .aboutHalf: "40 % to 60 %"
        case .most: "above 60 % to 90 %"
        case .nearlyAll: "above 90 %"
        case .all: "100 %"
        }
    }

    /// Orders by share.
    package static func < (left: WordingBand, right: WordingBand) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
