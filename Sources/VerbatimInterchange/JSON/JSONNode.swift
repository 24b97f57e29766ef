import VerbatimModel

/// A JSON value (RFC 8259) as it stands in a file: members in their order, each value with its place.
struct JSONNode {
    /// What the value is.
    enum Value {
        case null
        case bool(Bool)
        /// A number, as written.
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    var value: Value
    var position: SourcePosition

    /// The words of a string; `nil` for any other value.
    var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// What the value is, as messages call it.
    var kind: String {
        switch value {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Reads JSON strictly, with the place of the first fault.
struct JSONReader {
    private let scalars: [Unicode.Scalar]
    private let path: String
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private var depth = 0

    /// Values nested deeper than this are refused: no codebook has them.
    private static let maximalDepth = 32

    /// The value of a whole text.
    /// - Throws: `malformed-json` with line and column.
    /// - Complexity: O(length of the text).
    static func read(_ text: String, path: String) throws(DiagnosticsError) -> JSONNode {
        var reader = JSONReader(text, path: path)
        reader.skipSpace()
        let node = try reader.value()
        reader.skipSpace()
        guard reader.index == reader.scalars.count else {
            throw reader.fault("something stands behind the end of the value: leave it out")
        }
        return node
    }

    private init(_ text: String, path: String) {
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        self.scalars = scalars
        self.path = path
    }

    private var position: SourcePosition { SourcePosition(line: line, column: index - lineStart + 1) }
    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func fault(_ message: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(.error, "malformed-json", "This is not JSON: \(message).", path: path, position: position)
        ])
    }

    private mutating func skipSpace() {
        while let scalar = next, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
            index += 1
            if scalar == "\n" {
                line += 1
                lineStart = index
            }
        }
    }

    private mutating func value() throws(DiagnosticsError) -> JSONNode {
        let start = position
        switch next {
        case "{": return JSONNode(value: .object(try members()), position: start)
        case "[": return JSONNode(value: .array(try elements()), position: start)
        case "\"": return JSONNode(value: .string(try string()), position: start)
        case nil: throw fault("a value is missing at its end")
        default: break
        }
        var word: [Unicode.Scalar] = []
        let first = index
        while let scalar = next, !" \t\r\n,]}:\"[{".unicodeScalars.contains(scalar) {
            word.append(scalar)
            index += 1
        }
        let text = String(String.UnicodeScalarView(word))
        switch text {
        case "null": return JSONNode(value: .null, position: start)
        case "true": return JSONNode(value: .bool(true), position: start)
        case "false": return JSONNode(value: .bool(false), position: start)
        default: break
        }
        guard let lead = word.first, lead == "-" || ("0"..."9").contains(lead), Double(text) != nil,
            word.allSatisfy({ ("0"..."9").contains($0) || "+-.eE".unicodeScalars.contains($0) })
        else {
            index = first
            throw fault("a value must stand here: a text in double quotes, a number, [ or {")
        }
        return JSONNode(value: .number(text), position: start)
    }

    private mutating func open() throws(DiagnosticsError) {
        depth += 1
        guard depth <= Self.maximalDepth else { throw fault("it is nested too deeply") }
        index += 1
        skipSpace()
    }

    private mutating func elements() throws(DiagnosticsError) -> [JSONNode] {
        try open()
        defer { depth -= 1 }
        var elements: [JSONNode] = []
        while next != "]" {
            if !elements.isEmpty { try comma() }
            elements.append(try value())
            skipSpace()
        }
        index += 1
        return elements
    }

    private mutating func members() throws(DiagnosticsError) -> [(key: String, value: JSONNode)] {
        try open()
        defer { depth -= 1 }
        var members: [(key: String, value: JSONNode)] = []
        var seen: Set<String> = []
        while next != "}" {
            if !members.isEmpty { try comma() }
            guard next == "\"" else { throw fault("a name in double quotes must stand here") }
            let start = index
            let key = try string()
            guard seen.insert(key).inserted else {
                index = start
                throw fault("the name \"\(key)\" stands twice in one object")
            }
            skipSpace()
            guard next == ":" else { throw fault("a colon must stand behind a name") }
            index += 1
            skipSpace()
            members.append((key, try value()))
            skipSpace()
        }
        index += 1
        return members
    }

    private mutating func comma() throws(DiagnosticsError) {
        guard next == "," else { throw fault("a comma must stand here, or the end of the list or object") }
        index += 1
        skipSpace()
    }

    private mutating func string() throws(DiagnosticsError) -> String {
        index += 1
        var text = String.UnicodeScalarView()
        while let scalar = next {
            index += 1
            switch scalar {
            case "\"": return String(text)
            case "\\": text.append(try escape())
            case "\u{0}"..."\u{1F}":
                index -= 1
                throw fault("a text goes on over its line: write a line end as \\n")
            default: text.append(scalar)
            }
        }
        throw fault("a text is never closed: put a double quote at its end")
    }

    private mutating func escape() throws(DiagnosticsError) -> Unicode.Scalar {
        guard let scalar = next else { throw fault("a text is never closed: put a double quote at its end") }
        index += 1
        switch scalar {
        case "\"", "\\", "/": return scalar
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": break
        default:
            index -= 1
            throw fault("a backslash cannot stand before this: write \\\\ for a backslash")
        }
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // A character beyond U+FFFF is two escapes, a high surrogate and a low one.
        guard unit < 0xDC00, next == "\\", index + 1 < scalars.count, scalars[index + 1] == "u" else {
            throw fault("half of a surrogate pair stands alone")
        }
        index += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else { throw fault("half of a surrogate pair stands alone") }
        return scalar
    }

    private mutating func hexadecimal() throws(DiagnosticsError) -> UInt32 {
        guard index + 4 <= scalars.count,
            scalars[index..<index + 4].allSatisfy({ $0.properties.isASCIIHexDigit }),
            let unit = UInt32(String(String.UnicodeScalarView(scalars[index..<index + 4])), radix: 16)
        else { throw fault("four hexadecimal digits must stand behind \\u") }
        index += 4
        return unit
    }
}
