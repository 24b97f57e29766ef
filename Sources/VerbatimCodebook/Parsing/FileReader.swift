import VerbatimModel

/// Reads a codebook file and the files it includes, statement by statement, into one draft.
struct FileReader {
    private(set) var draft = Draft()
    private(set) var sources = SourceTable()
    private(set) var faults: [Fault] = []
    /// The files that are being read, outermost first, by normal path.
    private var openPaths: [String] = []
    /// All files that were read, by normal path.
    private var readPaths: Set<String> = []
    private let load: (String) throws -> String

    /// A reader that reads included files with `load`.
    init(load: @escaping (String) throws -> String) {
        self.load = load
    }

    /// Reads the file at `path`, which has the given text.
    mutating func read(path: String, text: String) {
        let file = SourceFile(path: path, text: text)
        sources.add(file)
        let layout = StatementLayout(of: file)
        faults += layout.faults
        let isIncluded = !openPaths.isEmpty
        let normalPath = FilePath.normalised(path)
        openPaths.append(normalPath)
        readPaths.insert(normalPath)
        defer { openPaths.removeLast() }
        checkHead(of: layout, file, isIncluded: isIncluded)
        for statement in layout.statements { read(statement, isIncluded: isIncluded) }
    }

    /// Reads the codebook's own statement before all others, which depend on its languages.
    private mutating func checkHead(of layout: StatementLayout, _ file: SourceFile, isIncluded: Bool) {
        let start = SourceRange(path: file.path, start: SourcePosition(line: 1, column: 1))
        let heads = layout.statements.filter { $0.keyword == .codebook }
        guard let first = heads.first else {
            if isIncluded { return }
            if layout.statements.isEmpty, layout.faults.isEmpty {
                faults.error(
                    "empty-codebook",
                    "the file holds no codebook: begin with codebook ID \"Title\", then write codes below it",
                    at: start)
            } else {
                faults.error(
                    "missing-codebook",
                    "the file does not say what codebook it is: begin with codebook ID \"Title\"", at: start)
            }
            return
        }
        // An included file's head is only checked; the codebook that includes it has its own.
        let head = CodebookStatement.parse(first, faults: &faults)
        if !isIncluded { draft.head = head }
        for other in heads.dropFirst() {
            faults.error(
                "duplicate-codebook",
                "a file holds one codebook, which begins in line \(first.head.source(at: 0).start.line): leave this out",
                at: other.head.source(0..<Statement.Keyword.codebook.rawValue.utf8.count))
        }
    }

    private mutating func read(_ statement: Statement, isIncluded: Bool) {
        switch statement.keyword {
        case .codebook: break
        case .list:
            if let entry = ListStatement.parse(statement, isIncluded: isIncluded, faults: &faults) {
                draft.lists.append(entry)
            }
        case .theme, .code:
            let languages = draft.head?.languages ?? []
            if let entry = CodeStatement.parse(statement, languages: languages, faults: &faults) {
                draft.codes.append(entry)
            }
        case .cue: draft.cues += CueStatement.parse(statement, faults: &faults)
        case .include: include(statement)
        }
    }

    private mutating func include(_ statement: Statement) {
        for property in statement.properties {
            faults.error(
                "unexpected-text", "an include has no properties: leave this out, or begin the statement it belongs to",
                at: property.source(property.all))
        }
        var scanner = TextScanner(statement.head)
        let keyword = scanner.word() ?? 0..<0
        let quoted = scanner.quoted()
        scanner.expectEnd()
        faults += scanner.faults
        guard let quoted, !quoted.isEmpty else {
            if scanner.faults.isEmpty {
                faults.error(
                    "missing-path", "the path of a file must stand behind 'include' in quotes",
                    at: statement.head.source(keyword))
            }
            return
        }
        let source = statement.head.source(quoted)
        let written = QuotedText.unescaped(statement.head, quoted).string
        let path = FilePath.resolve(written, in: openPaths.last ?? "")
        if let start = openPaths.firstIndex(of: path) {
            let cycle = (openPaths[start...] + [path]).joined(separator: " includes ")
            faults.error("include-cycle", "files include each other: \(cycle); leave one of them out", at: source)
            return
        }
        // A file that two files include is read once.
        guard !readPaths.contains(path) else { return }
        do {
            read(path: path, text: try load(path))
        } catch {
            let reason = (error as? Diagnostic).map { ": \($0.message)" } ?? ""
            faults.error(
                "unreadable-include",
                "the file '\(path)' cannot be read\(reason): check the path, which is relative to this file", at: source
            )
        }
    }
}
