/// A regular expression as a deterministic automaton: one step for each scalar of the text.
///
/// Made ahead of time, for programs whose automaton stays small, by the subset construction (Rabin and Scott, "Finite
/// automata and their decision problems", IBM Journal 3, 1959).
struct RegexAutomaton: Sendable {
    /// The state that nothing leads out of.
    static let dead = 0
    /// The state to begin in.
    static let start = 1
    /// The most entries in the table.
    private static let largest = 1 << 14
    /// The most instructions of a program for which it is tried, so that trying takes little time.
    private static let largestProgram = 500

    /// For each state and each class of letters the next state.
    private let next: [UInt16]
    private let accepts: [Bool]
    private let width: Int

    /// The automaton of a program; `nil` where it would not be small.
    init?(_ program: RegexProgram, _ alphabet: RegexAlphabet) {
        guard program.instructions.count <= Self.largestProgram else { return nil }
        let width = alphabet.count
        var next = [UInt16](repeating: 0, count: width)
        var accepts = [false]
        var numbers: [[Int]: UInt16] = [:]
        var open: [RegexProgram.Places] = []

        func number(of places: RegexProgram.Places) -> UInt16 {
            if places.takes.isEmpty, !places.accepts { return UInt16(Self.dead) }
            // -1 stands for the end of the text.
            let key = places.takes.sorted() + (places.accepts ? [-1] : [])
            if let known = numbers[key] { return known }
            let number = UInt16(accepts.count)
            numbers[key] = number
            accepts.append(places.accepts)
            next.append(contentsOf: repeatElement(0, count: width))
            open.append(places)
            return number
        }

        var places = RegexProgram.Places(count: program.instructions.count)
        program.enter(program.start, &places)
        _ = number(of: places)
        var done = 0
        var following = RegexProgram.Places(count: program.instructions.count)
        while done < open.count {
            for letter in 0..<width {
                program.step(open[done], alphabet, class: letter, into: &following)
                let target = number(of: following)
                guard next.count <= Self.largest else { return nil }
                next[(done + 1) * width + letter] = target
            }
            done += 1
        }
        self.next = next
        self.accepts = accepts
        self.width = width
    }

    /// The state behind `state` for a scalar of a class of letters.
    @inline(__always)
    func next(_ state: Int, class letter: Int) -> Int { Int(next[state * width + letter]) }

    /// Whether a text that ends in this state is accepted.
    func accepts(_ state: Int) -> Bool { accepts[state] }
}
