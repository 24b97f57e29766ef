import VerbatimModel

/// The speech of a main line of CHAT, without the signs of the format.
///
/// What was said stays, said twice or not: `<I want> [//] I need` is `I want I need`. Sounds and laughter become marks in square
/// brackets, unfinished words get their rest (`(be)cause`), and fragments, omitted words and pauses go.
struct CHATUtterance {
    /// The speech; empty where there is none.
    private(set) var text = ""
    /// The start in milliseconds, as written in the first time mark.
    private(set) var milliseconds: String?
    /// The language that the line names for itself.
    private(set) var language: Language?

    /// The longest note in brackets, in scalars.
    private static let longestNote = 400

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var hasSpeech = false

    /// Reads the content of a main line, in UTF-8.
    init(_ content: [UInt8]) {
        let bullets: Set<Unicode.Scalar> = ["\u{15}", "\u{0C}", "•"]
        scalars = String(decoding: content, as: UTF8.self).unicodeScalars.map { bullets.contains($0) ? " " : $0 }
        while index < scalars.count {
            if scalars[index].isSpace {
                index += 1
            } else if scalars[index] == "[" {
                readBrackets()
            } else if scalars[index] == "(", readParentheses() {
                continue
            } else {
                readWord()
            }
        }
        if !hasSpeech { text = "" }
    }

    // MARK: - Brackets

    /// `[//]`, `[: going to]`, `[=! laughs]`, `[- spa]`: notes of the format, of which a sound stays as a mark.
    private mutating func readBrackets() {
        let start = index + 1
        index = start
        // A bracket that is never closed is no note.
        guard let end = scalars[start..<min(scalars.count, start + Self.longestNote)].firstIndex(of: "]") else {
            return
        }
        let note = string(start..<end).trimmingSpaces
        index = end + 1
        if note.hasPrefix("=!") {
            addMark(note.dropFirst(2).trimmingSpaces)
        } else if note.hasPrefix("- ") {
            language = LanguageNames.language(of: String(note.dropFirst(2)))
        } else if note.unicodeScalars.prefix(2).count == 2, note.unicodeScalars.prefix(2).allSatisfy(\.isAlphabetic) {
            addMark(note)
        }
    }

    /// Round brackets around whole words, or a pause; `false` where they stand within a word.
    private mutating func readParentheses() -> Bool {
        var depth = 0
        var end = index
        let limit = min(scalars.count, index + Self.longestNote)
        while end < limit {
            if scalars[end] == "(" { depth += 1 }
            if scalars[end] == ")" { depth -= 1 }
            if depth == 0 { break }
            end += 1
        }
        guard end < limit else { return false }
        if end + 1 < scalars.count, scalars[end + 1].isAlphabetic || scalars[end + 1] == "(" { return false }
        let content = scalars[(index + 1)..<end]
        let isPause = content.allSatisfy { $0 == "." || $0 == ":" || ("0"..."9").contains($0) }
        if !isPause { add(string(index..<end + 1)) }
        index = end + 1
        return true
    }

    // MARK: - Words

    private mutating func readWord() {
        let start = index
        while index < scalars.count, !scalars[index].isSpace, scalars[index] != "[" || index == start { index += 1 }
        var word = string(start..<index)
        if let sign = Self.terminators[word] {
            attach(sign)
            return
        }
        if word.hasPrefix("+"), word.unicodeScalars.dropFirst().first.map({ !$0.isAlphabetic }) ?? true { return }
        word.unicodeScalars.removeAll { Self.signs.contains($0) }
        if word.hasPrefix("&") {
            readSound(word)
        } else if word.hasPrefix("%") || word.hasPrefix("#") || isTime(word) {
            readTime(word)
        } else if word.hasPrefix("0"), word.unicodeScalars.dropFirst().first.map(\.isAlphabetic) ?? true {
            // An omitted word, or an action without speech.
        } else if ["xxx", "yyy", "www"].contains(word) {
            add("xxx")
        } else {
            readSpoken(word)
        }
    }

    /// `&=laughs`, `&-uh`, `&*MOT:yes`, `&+fr`.
    private mutating func readSound(_ word: String) {
        let rest = word.dropFirst(2)
        switch word.unicodeScalars.dropFirst().first {
        case "=":
            addMark(String(rest.unicodeScalars.map { $0 == ":" || $0 == "_" ? " " : Character($0) }))
        case "-": readSpoken(String(rest))
        case "*":
            // Another speaker's word within this one's speech.
            if let colon = rest.firstIndex(of: ":") { addMark(String(rest[rest.index(after: colon)...])) }
        case nil: add("&")
        default: break
        }
    }

    private func isTime(_ word: String) -> Bool {
        let parts = word.split(separator: "_", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// `0_7168`, or `%snd:"talk"_0_7168` of old files.
    private mutating func readTime(_ word: String) {
        let parts = word.split(separator: "_")
        guard milliseconds == nil, parts.count >= 2, isTime(parts.suffix(2).joined(separator: "_")) else { return }
        milliseconds = String(parts[parts.count - 2])
    }

    private mutating func readSpoken(_ word: String) {
        var spoken = String.UnicodeScalarView()
        let letters = Array(word.unicodeScalars)
        for (place, scalar) in letters.enumerated() {
            let isAfterLetter = place > 0 && letters[place - 1].isAlphabetic
            switch scalar {
            // A suffix names the kind of word: `doggie@c`.
            case "@" where isAfterLetter:
                let rest = letters[place...].filter { ",.?!;".unicodeScalars.contains($0) }
                spoken.append(contentsOf: rest)
                addSpoken(String(spoken))
                return
            case "(", ")": break
            // A long sound, or a break within a word.
            case ":" where isAfterLetter, "^" where isAfterLetter: break
            case "_", "+": if isAfterLetter, place + 1 < letters.count { spoken.append(" ") }
            default: spoken.append(scalar)
            }
        }
        addSpoken(String(spoken))
    }

    private mutating func addSpoken(_ word: String) {
        if word == "‡" || word == "„" {
            attach(",")
        } else if word.unicodeScalars.allSatisfy({ ",.;:?!".unicodeScalars.contains($0) }) {
            attach(word)
        } else {
            add(word)
        }
    }

    // MARK: - Text

    private mutating func add(_ word: String) {
        if !text.isEmpty { text.append(" ") }
        text.append(word)
        hasSpeech = true
    }

    private mutating func addMark(_ note: String) {
        let mark = note.filter { $0 != "[" && $0 != "]" }.trimmingSpaces
        if !mark.isEmpty { add("[\(mark)]") }
    }

    /// Adds a sign to the word before it.
    private mutating func attach(_ sign: String) {
        if !text.isEmpty { text.append(sign) }
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    private static let terminators = [
        "+...": "…", "+..?": "…?", "+/.": "—", "+//.": "—", "+/?": "—?", "+//?": "—?", "+!?": "!?", "+\".": ".",
        "+\"/.": ":", "+.": ".",
    ]

    /// Signs for overlap, stress, pitch and the like, which are no letters.
    private static let signs = Set("<>ˈˌ↑↓⇗↗→↘⇘⌈⌉⌊⌋∆∇°▁▔☺♋∬∲↫‹›≠≈≋∞≡⁇⤇§∾↻".unicodeScalars)
}
