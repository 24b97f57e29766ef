/// A place in a file that a person edits.
public struct SourcePosition: Hashable, Sendable, Codable, Comparable {
    /// The 1-based line.
    public var line: Int
    /// The 1-based column, in Unicode scalars.
    public var column: Int

    /// The place at a 1-based line and a 1-based column in Unicode scalars.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders by line, then by column.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A run of a file that a person edits: where a rule, a term or a fault stands.
public struct SourceRange: Hashable, Sendable, Codable {
    /// The path of the file, as the user gave it.
    public var path: String
    /// The place of the first character.
    public var start: SourcePosition
    /// The number of Unicode scalars, at least 1; a run never leaves its line.
    public var length: Int

    /// The run of `length` Unicode scalars from `start` in the file at `path`.
    public init(path: String, start: SourcePosition, length: Int = 1) {
        self.path = path
        self.start = start
        self.length = length
    }
}
