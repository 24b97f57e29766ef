import Foundation

/// A TextMate grammar, with as much of an editor's tokenizer as `Editors/verbatim-codebook.tmLanguage.json` needs.
///
/// At each place the earliest match wins, and among equals the pattern named first; the end of the innermost open rule
/// comes before its patterns. The format is that of TextMate's manual, "Language Grammars".
struct TextMateGrammar: Decodable {
    /// A capture group: a scope's name, or patterns for its text.
    struct Capture: Decodable {
        var name: String?
        var patterns: [Pattern]?
    }

    /// One rule of the grammar.
    final class Pattern: Decodable {
        let include: String?
        let name: String?
        let contentName: String?
        let match: String?
        let begin: String?
        let end: String?
        let captures: [String: Capture]?
        let beginCaptures: [String: Capture]?
        let endCaptures: [String: Capture]?
        let patterns: [Pattern]?
    }

    /// A run of characters with the scopes it is given, from the outermost, without the grammar's own ending.
    struct Token: Equatable {
        var text: String
        var scopes: [String]
    }

    /// A rule that is open, and the pattern that ends it.
    private struct Open {
        var pattern: Pattern
        var end: NSRegularExpression
    }

    let name: String
    let scopeName: String
    let fileTypes: [String]
    let patterns: [Pattern]
    let repository: [String: Pattern]

    /// The patterns that stand for a pattern: itself, or those that an `include` or a group names.
    func resolved(_ pattern: Pattern) -> [Pattern] {
        if let include = pattern.include {
            return repository[String(include.dropFirst())].map(resolved) ?? []
        }
        if pattern.match == nil, pattern.begin == nil { return (pattern.patterns ?? []).flatMap(resolved) }
        return [pattern]
    }

    /// All patterns, at any depth.
    var all: [Pattern] {
        var found: [Pattern] = []
        var rest = patterns + repository.values
        while let next = rest.popLast() {
            found.append(next)
            rest += next.patterns ?? []
            for captures in [next.captures, next.beginCaptures, next.endCaptures] {
                rest += (captures ?? [:]).values.flatMap { $0.patterns ?? [] }
            }
        }
        return found
    }

    /// The tokens of a text, line by line, white space left out.
    /// - Throws: What the system says of a pattern that is no regular expression.
    func tokens(of text: String) throws -> [Token] {
        var stack: [Open] = []
        var tokens: [Token] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            try tokenize(String(line), from: 0, to: line.utf16.count, patterns, &stack, [], &tokens)
        }
        return tokens
    }

    private func tokenize(
        _ line: String, from start: Int, to limit: Int, _ top: [Pattern], _ stack: inout [Open], _ outer: [String],
        _ tokens: inout [Token]
    ) throws {
        var position = start
        var lastPushOrPop: (position: Int, depth: Int)?
        while true {
            let scopes = outer + stack.flatMap { [$0.pattern.name, $0.pattern.contentName].compactMap(\.self) }
            var best: (result: NSTextCheckingResult, pattern: Pattern?)?
            if let open = stack.last, let result = first(open.end, line, position, limit) { best = (result, nil) }
            for pattern in (stack.last.map { $0.pattern.patterns ?? [] } ?? top).flatMap(resolved) {
                guard let source = pattern.match ?? pattern.begin else { continue }
                let expression = try NSRegularExpression(pattern: source)
                guard let result = first(expression, line, position, limit) else { continue }
                if best == nil || result.range.location < best?.result.range.location ?? 0 { best = (result, pattern) }
            }
            guard let (result, pattern) = best else {
                append(line, position..<limit, scopes, &tokens)
                return
            }
            append(line, position..<result.range.location, scopes, &tokens)
            position = result.range.upperBound
            if let pattern {
                let inner = scopes + [pattern.name].compactMap(\.self)
                try capture(line, result, pattern.captures ?? pattern.beginCaptures, inner, &tokens)
                if pattern.begin != nil, let end = pattern.end {
                    stack.append(Open(pattern: pattern, end: try Self.end(end, line, result)))
                }
            } else if let closed = stack.popLast() {
                let inner = outer + stack.flatMap { [$0.pattern.name, $0.pattern.contentName].compactMap(\.self) }
                try capture(
                    line, result, closed.pattern.endCaptures, inner + [closed.pattern.name].compactMap(\.self), &tokens)
            }
            if result.range.length == 0 {
                if position >= limit, stack.isEmpty || pattern != nil { return }
                // Two changes at one place without a step would go on for ever.
                if let last = lastPushOrPop, last.position == position, last.depth == stack.count { return }
                lastPushOrPop = (position, stack.count)
            }
        }
    }

    private func first(
        _ expression: NSRegularExpression, _ line: String, _ position: Int, _ limit: Int
    ) -> NSTextCheckingResult? {
        expression.firstMatch(
            in: line, options: [.withTransparentBounds, .withoutAnchoringBounds],
            range: NSRange(location: position, length: limit - position))
    }

    /// The end of an open rule, with `\1` as the text that the beginning captured.
    private static func end(
        _ source: String, _ line: String, _ begin: NSTextCheckingResult
    ) throws -> NSRegularExpression {
        var source = source
        if begin.numberOfRanges > 1, let range = Range(begin.range(at: 1), in: line) {
            source = source.replacing("\\1", with: NSRegularExpression.escapedPattern(for: String(line[range])))
        }
        return try NSRegularExpression(pattern: source)
    }

    private func capture(
        _ line: String, _ result: NSTextCheckingResult, _ captures: [String: Capture]?, _ scopes: [String],
        _ tokens: inout [Token]
    ) throws {
        var position = result.range.location
        for index in 0..<result.numberOfRanges {
            let range = result.range(at: index)
            guard let capture = captures?[String(index)], range.location != NSNotFound, range.location >= position
            else { continue }
            append(line, position..<range.location, scopes, &tokens)
            let inner = scopes + [capture.name].compactMap(\.self)
            if let patterns = capture.patterns {
                var stack: [Open] = []
                try tokenize(line, from: range.location, to: range.upperBound, patterns, &stack, inner, &tokens)
            } else {
                append(line, range.location..<range.upperBound, inner, &tokens)
            }
            position = range.upperBound
        }
        append(line, position..<result.range.upperBound, scopes, &tokens)
    }

    private func append(_ line: String, _ range: Range<Int>, _ scopes: [String], _ tokens: inout [Token]) {
        guard !range.isEmpty,
            let text = Range(NSRange(location: range.lowerBound, length: range.count), in: line).map({ line[$0] }),
            text.contains(where: { !$0.isWhitespace })
        else { return }
        let suffix = ".verbatim-codebook"
        let trimmed = text.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        tokens.append(
            Token(
                text: end.map { String(trimmed[...$0]) } ?? "",
                scopes: scopes.map { $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : $0 }))
    }
}
