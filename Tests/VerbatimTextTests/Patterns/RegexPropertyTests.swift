import Testing
import VerbatimTestSupport

@testable import VerbatimText

/// Random small patterns give the answers of Swift's own `Regex` and of a naive matcher.
@Suite struct RegexPropertyTests {
    /// A pattern, and what it means in the plainest way.
    private indirect enum Part {
        case letters(String, negated: Bool)
        case sequence([Part])
        case choice([Part])
        case times(Part, Int, Int?)

        /// As written.
        var text: String {
            switch self {
            case .letters(let letters, let negated):
                letters.count == 1 && !negated ? letters : "[\(negated ? "^" : "")\(letters)]"
            case .sequence(let parts): parts.map(\.text).joined()
            case .choice(let parts): "(" + parts.map(\.text).joined(separator: "|") + ")"
            case .times(let part, 0, nil): "(?:\(part.text))*"
            case .times(let part, 1, nil): "(?:\(part.text))+"
            case .times(let part, 0, 1): "(\(part.text))?"
            case .times(let part, let low, let high) where low == high: "(?:\(part.text)){\(low)}"
            case .times(let part, let low, let high):
                "(?:\(part.text)){\(low),\(high.map { String($0) } ?? "")}"
            }
        }

        /// Where a match that begins at `start` can end.
        func ends(_ text: [Character], _ start: Int) -> Set<Int> {
            switch self {
            case .letters(let letters, let negated):
                return start < text.count && letters.contains(text[start]) != negated ? [start + 1] : []
            case .sequence(let parts):
                return parts.reduce([start]) { starts, part in
                    Set(starts.flatMap { part.ends(text, $0) })
                }
            case .choice(let parts):
                return Set(parts.flatMap { $0.ends(text, start) })
            case .times(let part, let low, let high):
                var reached: Set<Int> = [start]
                for _ in 0..<low { reached = Set(reached.flatMap { part.ends(text, $0) }) }
                var all = reached
                for _ in 0..<(high.map { $0 - low } ?? text.count + 1) {
                    reached = Set(reached.flatMap { part.ends(text, $0) })
                    all.formUnion(reached)
                }
                return all
            }
        }
    }

    private func part(depth: Int, _ generator: inout SeededGenerator) -> Part {
        let kinds = depth == 0 ? 2 : 8
        switch Int.random(in: 0..<kinds, using: &generator) {
        case 0: return .letters(["a", "b", "c"][Int.random(in: 0..<3, using: &generator)], negated: false)
        case 1:
            return .letters(
                ["ab", "bc", "abc", "c"][Int.random(in: 0..<4, using: &generator)],
                negated: Int.random(in: 0..<3, using: &generator) == 0)
        case 2, 3, 4:
            return .sequence(
                (0..<Int.random(in: 1...3, using: &generator)).map { _ in part(depth: depth - 1, &generator) })
        case 5:
            return .choice(
                (0..<Int.random(in: 2...3, using: &generator)).map { _ in part(depth: depth - 1, &generator) })
        default:
            let low = Int.random(in: 0...2, using: &generator)
            let high: Int? = Bool.random(using: &generator) ? nil : low + Int.random(in: 0...2, using: &generator)
            return .times(part(depth: depth - 1, &generator), low, high == 0 ? 1 : high)
        }
    }

    @Test(arguments: 0..<8)
    func answersAreThoseOfOtherMatchers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var matches = 0
        for _ in 0..<400 {
            let part = part(depth: 3, &generator)
            let fast = try RegexPattern(part.text)
            let slow = try RegexPattern(part.text, deterministic: false)
            let other = try Regex(part.text)
            for _ in 0..<12 {
                let text = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
                    Array("abcd")[Int.random(in: 0..<4, using: &generator)]
                }
                let word = String(text)
                let expected = part.ends(text, 0).contains(text.count)
                #expect(fast.matches(word) == expected, "\(part.text) on \(word)")
                #expect(slow.matches(word) == expected, "\(part.text) on \(word)")
                #expect((word.wholeMatch(of: other) != nil) == expected, "\(part.text) on \(word)")
                if expected {
                    matches += 1
                    if let first = word.utf8.first { #expect(fast.mayBegin(with: first)) }
                }
            }
        }
        #expect(matches > 100)
    }

    /// Nothing that can be typed crashes the parser or the matcher, and a fault lies within the pattern.
    @Test func anyTextIsAPatternOrAFault() {
        var generator = SeededGenerator(seed: 11)
        let signs = Array("ab()[]{}|*+?.^$\\-,12wd:=!<éßı\u{301}ع'").flatMap(\.unicodeScalars)
        var patterns = 0
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                text.append(signs[Int.random(in: 0..<signs.count, using: &generator)])
            }
            do throws(RegexFault) {
                let regex = try RegexPattern(String(text))
                patterns += 1
                let slow = try RegexPattern(String(text), deterministic: false)
                for word in ["a", "ab", "12", "ess", "e'", "عود", "aaaa", "i1"] {
                    #expect(regex.matches(word) == slow.matches(word))
                    if let first = word.utf8.first, regex.matches(word) { #expect(regex.mayBegin(with: first)) }
                }
            } catch {
                #expect(error.offset >= 0 && error.offset < max(1, text.count), "\(String(text))")
                #expect(error.offset + error.length <= text.count, "\(String(text))")
            }
        }
        #expect(patterns > 2_000)
    }
}
