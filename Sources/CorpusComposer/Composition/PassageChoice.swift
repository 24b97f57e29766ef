/// Chooses what a respondent talks of, and in which passages; one for a thread, so that its lists are used again.
struct PassageChoice {
    private let passages: [Passage]
    private var isUsed: [Bool]
    private var used: [Int] = []
    private var codes: [Int] = []
    private var candidates: [Int] = []

    init(_ passages: [Passage]) {
        self.passages = passages
        isUsed = passages.map { _ in false }
    }

    /// Forgets what was said: a new session, in which every passage may stand once.
    mutating func begin() {
        for index in used { isUsed[index] = false }
        used.removeAll(keepingCapacity: true)
    }

    /// The passages of a respondent, coded first.
    ///
    /// Each code is drawn by its share. A passage is taken for a code if all its codes were drawn, so that the shares
    /// hold. Where the bank has none such, every second time one with further codes is taken, and else the code is not
    /// spoken of: so errors of both directions are about the same.
    /// - Parameters:
    ///   - profile: Who speaks.
    ///   - pool: The passages that can be theirs.
    ///   - inGroup: Whether the talk is shared with others.
    ///   - neutralWords: About how many words neutral passages add; at most three quarters of them are taken.
    ///   - random: The numbers of the session.
    /// - Returns: Places in the bank, none twice.
    mutating func passages(
        of profile: RespondentProfile, pool: PassagePool, inGroup: Bool, neutralWords: Int, random: inout SplitMix64
    ) -> [Int] {
        var drawn: UInt64 = 0
        var possible: UInt64 = 0
        codes.removeAll(keepingCapacity: true)
        for code in StudyCodes.all.indices {
            let share = StudyCodes.perMille(code, country: profile.country, group: profile.group, inGroup: inGroup)
            if share > 0 { possible |= 1 << UInt64(code) }
            if random.happens(perMille: share) {
                drawn |= 1 << UInt64(code)
                codes.append(code)
            }
        }
        random.shuffle(&codes)
        var chosen: [Int] = []
        var covered: UInt64 = 0
        for code in codes {
            // What has been said already is at times said again in another way.
            if covered & 1 << UInt64(code) != 0, !random.happens(perMille: inGroup ? 100 : 300) { continue }
            let stance = Self.stance(&random)
            let index =
                passage(of: code, in: pool, allowed: drawn, stance: stance, random: &random)
                ?? (random.happens(perMille: 500)
                    ? passage(of: code, in: pool, allowed: possible, stance: stance, random: &random) : nil)
            if let index {
                covered |= passages[index].codes
                take(index, &chosen)
            }
        }
        for _ in 0..<(inGroup ? random.below(2) : 1 + random.below(2)) {
            takeOne(of: pool.uncoded, &chosen, random: &random)
        }
        var words = 0
        for _ in 0..<(pool.neutral.count * 3 / 4) where words < neutralWords {
            guard let index = takeOne(of: pool.neutral, &chosen, random: &random) else { break }
            words += passages[index].answer.words + passages[index].question.words
        }
        return chosen
    }

    private mutating func passage(
        of code: Int, in pool: PassagePool, allowed: UInt64, stance: Stance, random: inout SplitMix64
    ) -> Int? {
        candidates.removeAll(keepingCapacity: true)
        var alike = 0
        for index in pool.byCode[code] where !isUsed[index] && passages[index].codes & ~allowed == 0 {
            candidates.append(index)
            if passages[index].marks.contains(where: { $0.code == code && !$0.stance.isDisjoint(with: stance) }) {
                candidates.swapAt(alike, candidates.count - 1)
                alike += 1
            }
        }
        guard !candidates.isEmpty else { return nil }
        return candidates[random.below(alike > 0 ? alike : candidates.count)]
    }

    @discardableResult
    private mutating func takeOne(of list: [Int], _ chosen: inout [Int], random: inout SplitMix64) -> Int? {
        guard !list.isEmpty else { return nil }
        // From a random place on, the first that was not said.
        let start = random.below(list.count)
        for step in list.indices {
            let index = list[(start + step) % list.count]
            if !isUsed[index] {
                take(index, &chosen)
                return index
            }
        }
        return nil
    }

    private mutating func take(_ index: Int, _ chosen: inout [Int]) {
        isUsed[index] = true
        used.append(index)
        chosen.append(index)
    }

    /// How a person speaks of a matter: mostly that it is so.
    private static func stance(_ random: inout SplitMix64) -> Stance {
        random.choice(
            .affirmed,
            of: [
                (.affirmed, 58), (.negated, 15), (.hedged, 7), (.conditional, 9), (Stance([.other, .reported]), 11),
            ])
    }
}
