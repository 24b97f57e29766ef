/// What no source of ours may hold, whatever it does.
enum SourceRules {
    /// The longest a source may be, in lines; generated sources (`*+Generated.swift`) are exempt.
    static let longest = 600

    /// What is wrong with a source, one sentence a fault.
    static func faults(path: String, text: String) -> [String] {
        var faults: [String] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count > longest, !path.hasSuffix("+Generated.swift") {
            faults.append("\(path): \(lines.count) lines; split it (at most \(longest))")
        }
        for trap in text.matches(of: /fatalError\(|\btry!| as!|\bTODO\b|\bFIXME\b/) {
            let line = text[..<trap.range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
            faults.append("\(path):\(line): '\(trap.output)' is not for sources: throw, or finish it")
        }
        for (index, line) in lines.enumerated() where isSharedDeclaration(line) && !isDocumented(lines[..<index]) {
            faults.append("\(path):\(index + 1): a shared declaration needs a doc comment")
        }
        return faults
    }

    /// Whether a line declares something that other targets can use.
    private static func isSharedDeclaration(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("public") || text.hasPrefix("package") || text.hasPrefix("@") else { return false }
        let declaration =
            /^(?:@\w+(?:\([^)]*\))?\s+)*(?:public|package)\s+(?!import\b|extension\b)(?:[a-z]+(?:\(set\))?\s+)*(?:actor|associatedtype|case|class|enum|func|init|let|operator|protocol|struct|subscript|typealias|var)\b/
        return text.firstMatch(of: declaration) != nil
    }

    /// Whether the lines above a declaration end in a doc comment, attributes aside.
    private static func isDocumented(_ above: ArraySlice<Substring>) -> Bool {
        let last = above.last { line in
            let text = line.drop(while: \.isWhitespace)
            return !(text.hasPrefix("@") && !text.contains(" func "))
        }
        return last?.drop(while: \.isWhitespace).hasPrefix("///") ?? false
    }
}
