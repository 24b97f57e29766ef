/// The levels of our targets, and which imports they allow: only of a lower level.
///
/// This is the one place that says so; `Documentation/Architecture.md` explains it.
enum ImportDirection {
    /// The targets, by level from 0.
    ///
    /// Targets of one level do not know each other.
    static let levels: [[String]] = [
        ["CLibXML2", "CLibZip", "CStemmer", "VerbatimModel"],
        ["VerbatimFiles", "VerbatimText"],
        [
            "CorpusComposer", "VerbatimAnalysis", "VerbatimCodebook", "VerbatimEngine", "VerbatimIngest",
            "VerbatimStore",
        ],
        ["VerbatimExport", "VerbatimInterchange"],
        ["VerbatimKit"],
        ["VerbatimCLI"],
        ["make-corpus", "verbatim"],
    ]

    /// Modules from outside that only some targets may import.
    static let reserved: [String: Set<String>] = [
        "ArgumentParser": ["VerbatimCLI", "make-corpus", "verbatim"],
        "CLibXML2": ["VerbatimFiles", "VerbatimIngest"],
        "CLibZip": ["VerbatimFiles"],
        "CStemmer": ["VerbatimFiles", "VerbatimText"],
        "GRDB": ["VerbatimStore"],
        "Yams": ["VerbatimInterchange"],
    ]

    /// The targets that know no file and no clock, and so do without Foundation.
    static let pure: Set<String> = [
        "VerbatimModel", "VerbatimText", "VerbatimCodebook", "VerbatimEngine", "VerbatimAnalysis",
    ]

    /// The level of a target; `nil` for a module that is not ours.
    static func level(of target: String) -> Int? {
        levels.firstIndex { $0.contains(target) }
    }

    /// What is wrong with an import of `module` by `target`; `nil` where nothing is.
    static func fault(target: String, module: String) -> String? {
        if let allowed = reserved[module], !allowed.contains(target) {
            return "\(target) must not import \(module): only \(allowed.sorted().joined(separator: ", ")) may"
        }
        if pure.contains(target), module.hasPrefix("Foundation") {
            return "\(target) must not import \(module): it knows no file and no clock"
        }
        guard let own = level(of: target) else { return "\(target) has no level: add it to ImportDirection.levels" }
        guard let other = level(of: module), module != target, other >= own else { return nil }
        return "\(target) (level \(own)) must not import \(module) (level \(other)): imports go down only"
    }

    /// The modules that a Swift source imports, in order.
    static func imports(in source: String) -> [String] {
        let statement =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|actor|protocol|typealias|func|let|var)\s+)?(\w+)/
        return source.split(whereSeparator: \.isNewline).compactMap { line in
            line.firstMatch(of: statement).map { String($0.output.1) }
        }
    }

    /// The dependencies among our targets that a package manifest declares, as pairs of a target and a module.
    static func dependencies(in manifest: String) -> [(target: String, module: String)] {
        let opening =
            /(?:library|tests|\.target|\.testTarget|\.executableTarget|\.systemLibrary)\(\s*(?:name:\s*|of:\s*)?"/
        // Products stand before the targets and are declared with the same words.
        let products = manifest.firstRange(of: "\n    targets: [\n")
        let manifest = manifest[(products?.upperBound ?? manifest.startIndex)...]
        let starts = manifest.ranges(of: opening).map(\.lowerBound)
        var pairs: [(target: String, module: String)] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : manifest.endIndex
            let declaration = manifest[start..<end]
            // Tests may import whatever they test with.
            if declaration.hasPrefix("tests") || declaration.hasPrefix(".testTarget") { continue }
            let names = declaration.matches(of: /"([\w-]+)"/).map { String($0.output.1) }
            guard let target = names.first, level(of: target) != nil else { continue }
            pairs += names.dropFirst().filter { level(of: $0) != nil || reserved[$0] != nil }.map { (target, $0) }
        }
        return pairs
    }
}
