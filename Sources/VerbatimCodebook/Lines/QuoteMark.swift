/// The marks that open and close a quotation in a codebook: straight ones, and the curly ones that editors put instead.
enum QuoteMark {
    /// Whether a scalar opens a quotation.
    static func opens(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}"
    }

    /// Whether `scalar` closes a quotation that `opening` opened.
    ///
    /// A straight mark is closed by a straight one only, so
    /// that a text between straight marks can hold curly ones.
    static func closes(_ scalar: Unicode.Scalar, openedBy opening: Unicode.Scalar) -> Bool {
        if opening == "\"" { return scalar == "\"" }
        return scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}"
    }

    /// Where the quotation that opens at `start` closes; `nil` where it does not before `end`.
    ///
    /// A backslash takes away the meaning of the scalar behind it.
    /// - Complexity: O(length of the range).
    static func closing(in scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Int? {
        var index = start + 1
        while index < end {
            if scalars[index] == "\\" {
                index += 2
                continue
            }
            if closes(scalars[index], openedBy: scalars[start]) { return index }
            index += 1
        }
        return nil
    }
}
