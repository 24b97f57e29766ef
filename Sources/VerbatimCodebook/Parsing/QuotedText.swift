/// What stands between quotation marks, where it is text and no phrase.
enum QuotedText {
    /// The text of a range, in which `\"` stands for a quotation mark and `\\` for a backslash, and the offset in
    /// `text` of each of its scalars.
    static func unescaped(_ text: SourceText, _ range: Range<Int>) -> (string: String, offsets: [Int]) {
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let next = index + 1 < range.upperBound ? text.scalars[index + 1] : nil
            if text.scalars[index] == "\\", let next, QuoteMark.opens(next) || next == "\\" { index += 1 }
            scalars.append(text.scalars[index])
            offsets.append(index)
            index += 1
        }
        return (String(scalars: scalars), offsets)
    }
}
