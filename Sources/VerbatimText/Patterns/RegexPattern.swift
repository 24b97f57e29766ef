/// A regular expression for a whole token: `/regex/` of the codebook language, section 3.
///
/// Case and marks never count, since pattern and token are compared in folded form: `dön\w*` and `DON\w*` are one
/// pattern. `.` is one scalar of that form; `\w` a letter, digit or `_`; `\d` a digit. What would need more than
/// linear time (references back, looking ahead or behind) is no part of the syntax, so that no pattern can be slow.
///
/// ```swift
/// let pattern = try RegexPattern("(dön|git)(me|ma)\\w*")
/// pattern.matches("donmeyecegim")   // true
/// ```
package struct RegexPattern: Hashable, Sendable {
    /// The pattern as written, without the slashes.
    package let text: String
    /// Whether every token matches, as it does for `.*`.
    package let matchesEverything: Bool
    private let matcher: Matcher

    /// Immutable and shared, so that a copy of the pattern costs one reference count.
    private final class Matcher: Sendable {
        let program: RegexProgram
        let alphabet: RegexAlphabet
        let automaton: RegexAutomaton?
        /// By the first byte of a token: whether the token may match.
        let firstBytes: [Bool]

        init(_ node: RegexNode, deterministic: Bool) {
            program = RegexProgram(node)
            alphabet = RegexAlphabet(program.sets)
            automaton = deterministic ? RegexAutomaton(program, alphabet) : nil
            firstBytes = RegexPattern.firstBytes(of: program, alphabet)
        }
    }

    /// Compiles a pattern.
    /// - Parameter text: The pattern as written between the slashes; `\/` stands for a slash.
    /// - Throws: The first fault: what is not supported or not complete, or a pattern that grows too large.
    package init(_ text: String) throws(RegexFault) {
        try self.init(text, deterministic: true)
    }

    /// Compiles a pattern, for the tests also without its deterministic automaton.
    init(_ text: String, deterministic: Bool) throws(RegexFault) {
        let node = try RegexParser.parse(text)
        guard node.size <= RegexProgram.largest else {
            throw .tooLarge(
                "the expression is too large with its repetitions written out; use smaller numbers, or '+' and '*'",
                at: 0, length: text.unicodeScalars.count)
        }
        self.text = text
        matchesEverything = node.matchesEverything
        matcher = Matcher(node, deterministic: deterministic)
    }

    /// Whether a folded token, in valid UTF-8, matches as a whole.
    /// - Complexity: O(length of the token), or for patterns with many states O(length x size of the pattern).
    package func matches(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        if let automaton = matcher.automaton { return matches(folded, automaton) }
        let program = matcher.program
        var places = RegexProgram.Places(count: program.instructions.count)
        var next = places
        program.enter(program.start, &places)
        var offset = 0
        while offset < folded.count, !places.takes.isEmpty {
            let letter = matcher.alphabet.letterClass(of: Self.scalar(at: &offset, of: folded))
            program.step(places, matcher.alphabet, class: letter, into: &next)
            swap(&places, &next)
        }
        return offset == folded.count && places.accepts
    }

    private func matches(_ folded: UnsafeBufferPointer<UInt8>, _ automaton: RegexAutomaton) -> Bool {
        var state = RegexAutomaton.start
        var offset = 0
        while offset < folded.count, state != RegexAutomaton.dead {
            let letter = matcher.alphabet.letterClass(of: Self.scalar(at: &offset, of: folded))
            state = automaton.next(state, class: letter)
        }
        return automaton.accepts(state)
    }

    /// Whether a folded token matches as a whole.
    package func matches(_ folded: String) -> Bool {
        var folded = folded
        return folded.withUTF8 { matches($0) }
    }

    /// Whether a folded token that begins with this byte may match: a cheap test before ``matches(_:)``.
    package func mayBegin(with byte: UInt8) -> Bool { matcher.firstBytes[Int(byte)] }

    /// Equal where they are written alike.
    package static func == (left: RegexPattern, right: RegexPattern) -> Bool { left.text == right.text }

    /// Hashes what is written.
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The scalar at an offset of valid UTF-8, which is moved behind it.
    @inline(__always)
    private static func scalar(at offset: inout Int, of utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let first = utf8[offset]
        if first < 0x80 {
            offset += 1
            return UInt32(first)
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard offset + length <= utf8.count else {
            // Not UTF-8: one scalar that nothing else is.
            offset += 1
            return 0xFFFD
        }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { scalar = scalar << 6 | UInt32(utf8[offset + index] & 0x3F) }
        offset += length
        return min(scalar, 0x10_FFFF)
    }

    private static func firstBytes(of program: RegexProgram, _ alphabet: RegexAlphabet) -> [Bool] {
        var places = RegexProgram.Places(count: program.instructions.count)
        program.enter(program.start, &places)
        var found = [Bool](repeating: false, count: 256)
        for place in places.takes {
            guard case .take(let number, _) = program.instructions[place] else { continue }
            let set = program.sets[number]
            for scalar in 0..<UInt32(0x80) where alphabet.isMember(alphabet.letterClass(of: scalar), of: number) {
                found[Int(scalar)] = true
            }
            let beyond: [ClosedRange<UInt32>] = set.isNegated || set.kinds != 0 ? [0x80...0x10_FFFF] : set.ranges
            for range in beyond where range.upperBound >= 0x80 {
                let first = leadByte(of: max(range.lowerBound, 0x80))
                for byte in first...leadByte(of: range.upperBound) { found[Int(byte)] = true }
            }
        }
        return found
    }

    /// The first byte of a scalar beyond ASCII in UTF-8.
    private static func leadByte(of scalar: UInt32) -> UInt8 {
        switch scalar {
        case ..<0x800: UInt8(0xC0 | scalar >> 6)
        case ..<0x1_0000: UInt8(0xE0 | scalar >> 12)
        default: UInt8(0xF0 | scalar >> 18)
        }
    }
}
