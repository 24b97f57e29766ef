import VerbatimTestSupport

/// Writes codebooks that mean something in layouts that nobody would choose.
struct RandomLayout {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func codebook() -> String {
        var text = trivia(indented: false) + "codebook" + space() + "s" + gap() + "\"A \\\"study\\\"\"" + end()
        text += property("languages", ["en", "nl", "fr", "ckb"])
        text += property("define", words(12, prose: true))
        for number in 0..<Int.random(in: 0...2, using: &generator) {
            text += trivia(indented: false) + "list" + space() + "@l\(number)" + end()
            for language in ["", "en:", "nl:"].shuffled(using: &generator).prefix(2) {
                text += indent(2) + language + " " + items() + end()
            }
        }
        for number in 0..<Int.random(in: 0...2, using: &generator) {
            text += trivia(indented: false) + "cue" + space() + ["stop", "negation before/4"][number % 2] + space()
            text += "en" + gap() + ":" + gap() + items() + end()
        }
        for number in 0..<Int.random(in: 1...4, using: &generator) {
            text += trivia(indented: false) + "code" + space() + "c\(number)" + gap() + "\"Name # \(number)\"" + end()
            for _ in 0..<Int.random(in: 0...7, using: &generator) { text += codeProperty() }
        }
        return text + trivia(indented: false)
    }

    private mutating func codeProperty() -> String {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: property("define", words(30, prose: true))
        case 1: property("use when", words(8, prose: true))
        case 2: property("memo", words(4, prose: true))
        case 3: property("anchor", ["\"We", "left", "#4", "\\\"so\\\"\""])
        case 4: property("color", ["#4477aa"])
        case 5:
            property(
                ["+", "-", "+fr", "+ckb"].randomElement(using: &generator) ?? "+",
                ["as", "interviewer", "\"We", "[[left]]", "#4", "home.\""])
        default:
            property(
                ["rule:", "rule a\(Int.random(in: 0..<99, using: &generator)) en:", "rule fr :", "rule ckb:"]
                    .randomElement(using: &generator) ?? "rule:", rule())
        }
    }

    private mutating func rule() -> [String] {
        var parts: [String] = []
        for _ in 0..<Int.random(in: 1...14, using: &generator) {
            if !parts.isEmpty { parts.append("or") }
            parts.append(
                ["home", "hous*", "~return", "=Iraq", "/ab[c]d/", "(a near/3 b)", "@l0"]
                    .randomElement(using: &generator) ?? "home")
            if Bool.random(using: &generator) { parts += ["or", "\"go", "...", "(a|b", "c)", "# \\\\ back\""] }
        }
        return parts
    }

    private mutating func words(_ count: Int, prose: Bool) -> [String] {
        (0..<Int.random(in: 1...count, using: &generator)).map { _ in
            [
                "shelter", "it's", "\"quoted\"", "5\"", "“x”", "été", "rule", "+", "code", "🙂", "a:b", "\"#1\"",
                "don\u{A0}t",
            ]
            .randomElement(using: &generator) ?? "x"
        }
    }

    private mutating func items() -> String {
        ["home, \"my country\"", "a,b , c", "thuis,\n      \"mijn land\"", "x, #c note\n    y"].randomElement(
            using: &generator) ?? "x"
    }

    /// A property whose parts stand on one or several lines.
    private mutating func property(_ keyword: String, _ parts: [String]) -> String {
        let depth = [1, 2, 3, 5].randomElement(using: &generator) ?? 2
        var text = trivia(indented: true) + indent(2) + keyword
        var isColor = keyword == "color"
        for part in parts {
            if !isColor, Int.random(in: 0..<9, using: &generator) == 0 {
                text += (Bool.random(using: &generator) ? " #c\(depth)" : "") + "\n"
                if Int.random(in: 0..<4, using: &generator) == 0 { text += "    #c inside\n" }
                if Int.random(in: 0..<4, using: &generator) == 0 { text += "\n" }
                text += indent(2 + depth) + part
            } else {
                text += space() + part
            }
            isColor = false
        }
        return text + (keyword == "color" ? "\n" : end())
    }

    private mutating func trivia(indented: Bool) -> String {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: "\n"
        case 1: "\n\n \n"
        case 2: (indented ? "  " : "") + "#c note\n"
        case 3: "#c one\n\n  #c two\n"
        default: ""
        }
    }

    private func indent(_ width: Int) -> String { String(repeating: " ", count: width) }

    private mutating func space() -> String {
        [" ", " ", "  ", "\t"].randomElement(using: &generator) ?? " "
    }

    private mutating func gap() -> String { ["", " ", "   "].randomElement(using: &generator) ?? "" }

    private mutating func end() -> String {
        ["\n", "\n", "  \n", " #c end\n", "\r\n"].randomElement(using: &generator) ?? "\n"
    }
}
