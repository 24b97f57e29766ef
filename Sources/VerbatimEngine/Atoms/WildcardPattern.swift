import VerbatimText

/// A pattern of one token: `*` is any run of characters, also none, and `?` exactly one.
///
/// It is compared with the folded form of a token, and a character is a Unicode scalar of that form.
struct WildcardPattern: Hashable, Sendable {
    /// The part before the first `*` or `?`, folded, in UTF-8.
    let prefix: [UInt8]
    /// What follows, folded, with `*` and `?` as themselves: a token holds neither.
    let rest: [UInt8]

    /// The pattern as written in a rule.
    init(_ text: String) {
        var folded: [UInt8] = []
        var literal = ""
        var prefixCount: Int?
        func flush() {
            folded += Array(Folding.fold(literal).utf8)
            literal = ""
        }
        for scalar in text.unicodeScalars {
            if scalar == "*" || scalar == "?" {
                flush()
                if prefixCount == nil { prefixCount = folded.count }
                folded.append(UInt8(ascii: scalar == "*" ? "*" : "?"))
            } else {
                literal.unicodeScalars.append(scalar)
            }
        }
        flush()
        let count = prefixCount ?? folded.count
        prefix = Array(folded[..<count])
        rest = Array(folded[count...])
    }

    /// Whether the pattern asks for at least one letter or digit of its own, so that it does not fit every token.
    var hasLiteral: Bool {
        !prefix.isEmpty || rest.contains { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") }
    }

    /// Whether a folded token that begins with ``prefix`` fits.
    /// - Complexity: O(length x number of `*`).
    func fits(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        rest.withUnsafeBufferPointer { pattern in
            var position = prefix.count
            var index = 0
            // Where to go on after the last star: it may take one character more each time.
            var starIndex = -1
            var starPosition = 0
            while position < token.count {
                if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
                    starIndex = index
                    starPosition = position
                    index += 1
                } else if index < pattern.count, pattern[index] == UInt8(ascii: "?") {
                    index += 1
                    position = Self.next(after: position, in: token)
                } else if index < pattern.count, pattern[index] == token[position] {
                    index += 1
                    position += 1
                } else if starIndex >= 0 {
                    starPosition = Self.next(after: starPosition, in: token)
                    position = starPosition
                    index = starIndex + 1
                } else {
                    return false
                }
            }
            while index < pattern.count, pattern[index] == UInt8(ascii: "*") { index += 1 }
            return index == pattern.count
        }
    }

    private static func next(after position: Int, in token: UnsafeBufferPointer<UInt8>) -> Int {
        var next = position + 1
        while next < token.count, token[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
