/// A regular expression as a nondeterministic automaton, after Thompson ("Regular expression search algorithm", CACM
/// 11, 1968): the size of the tree with its repetitions written out, and run in time proportional to that size times
/// the length of the text.
struct RegexProgram: Sendable {
    /// The most instructions that a program may have.
    static let largest = 10_000

    enum Instruction: Sendable {
        /// Takes one scalar of a set, by its number in ``sets``.
        case take(set: Int, next: Int)
        /// Goes on at both places.
        case split(Int, Int)
        /// The text is accepted if it ends here.
        case accept
    }

    private(set) var instructions: [Instruction] = [.accept]
    private(set) var sets: [ScalarSet] = []
    private(set) var start = 0
    private var setNumbers: [ScalarSet: Int] = [:]

    /// The program of a tree whose size is at most ``largest``.
    init(_ node: RegexNode) {
        start = add(node, before: 0)
    }

    /// Adds the instructions of a node that go on at `next`; returns where they begin.
    private mutating func add(_ node: RegexNode, before next: Int) -> Int {
        switch node {
        case .empty:
            return next
        case .set(let set):
            let number = setNumbers[set] ?? sets.count
            if setNumbers.updateValue(number, forKey: set) == nil { sets.append(set) }
            return add(.take(set: number, next: next))
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() { next = add(part, before: next) }
            return next
        case .alternatives(let parts):
            var first = add(parts[parts.count - 1], before: next)
            for part in parts.dropLast().reversed() {
                let choice = add(part, before: next)
                first = add(.split(choice, first))
            }
            return first
        case .repetition(let part, let minimum, let maximum):
            var first = next
            if let maximum {
                for _ in minimum..<maximum {
                    let once = add(part, before: first)
                    first = add(.split(once, next))
                }
            } else {
                first = add(.split(next, next))
                instructions[first] = .split(add(part, before: first), next)
            }
            for _ in 0..<minimum { first = add(part, before: first) }
            return first
        }
    }

    private mutating func add(_ instruction: Instruction) -> Int {
        instructions.append(instruction)
        return instructions.count - 1
    }

    // MARK: Running

    /// The places that a run can be at, without those that it passes at once.
    struct Places {
        /// The instructions that take a scalar, in the order of discovery.
        var takes: [Int] = []
        /// Whether the text is accepted if it ends here.
        var accepts = false
        fileprivate var marks: [Bool]
        fileprivate var marked: [Int] = []
        fileprivate var open: [Int] = []

        init(count: Int) {
            marks = Array(repeating: false, count: count)
        }

        mutating func removeAll() {
            takes.removeAll(keepingCapacity: true)
            accepts = false
            for place in marked { marks[place] = false }
            marked.removeAll(keepingCapacity: true)
        }
    }

    /// Adds a place and all that can be reached from it without taking a scalar.
    func enter(_ place: Int, _ places: inout Places) {
        places.open.append(place)
        while let place = places.open.popLast() {
            if places.marks[place] { continue }
            places.marks[place] = true
            places.marked.append(place)
            switch instructions[place] {
            case .take: places.takes.append(place)
            case .accept: places.accepts = true
            case .split(let first, let second):
                places.open.append(second)
                places.open.append(first)
            }
        }
    }

    /// Puts the places behind `places` for a scalar of a letter class into `next`.
    func step(_ places: Places, _ alphabet: RegexAlphabet, class letter: Int, into next: inout Places) {
        next.removeAll()
        for place in places.takes {
            if case .take(let set, let following) = instructions[place], alphabet.isMember(letter, of: set) {
                enter(following, &next)
            }
        }
    }
}
