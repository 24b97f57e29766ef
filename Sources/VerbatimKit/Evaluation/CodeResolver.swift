import VerbatimAnalysis
import VerbatimModel

/// Finds the code of a codebook that people meant: by its id, an id it had before, its name, or its path of names.
struct CodeResolver {
    /// The forest of the codebook.
    let hierarchy: CodeHierarchy
    private let codebook: Codebook
    private var paths: [String: Int] = [:]
    private var named: [String: [Int]] = [:]

    /// The names of a codebook.
    init(_ codebook: Codebook) {
        self.codebook = codebook
        hierarchy = CodeHierarchy(codebook)
        for (index, code) in codebook.codes.enumerated() {
            let path = hierarchy.lineage(of: index).reversed().map { codebook.codes[$0].name }
            if paths[Self.key(path)] == nil { paths[Self.key(path)] = index }
            named[Self.key([code.name]), default: []].append(index)
        }
    }

    /// The place in the codebook of what is written: an id, or names from the outermost in; `nil` where nothing fits.
    func index(of path: [String]) -> Int? {
        guard let last = path.last else { return nil }
        if path.count == 1, last.contains(" > ") {
            return index(of: last.split(separator: ">").map { String($0).trimmingSpaces })
        }
        if let found = hierarchy.index(of: path.joined(separator: ".")) ?? hierarchy.index(of: last) { return found }
        if let found = paths[Self.key(path)] { return found }
        // A name that two codes have names neither.
        let candidates = named[Self.key([last])] ?? []
        return candidates.count == 1 ? candidates[0] : nil
    }

    /// The id that was probably meant.
    func suggestion(for path: [String]) -> String? {
        NearNames.nearest(to: path.joined(separator: "."), in: codebook.codes.map(\.id))
    }

    private static func key(_ names: [String]) -> String {
        names.map { $0.lowercased() }.joined(separator: "\u{1F}")
    }
}

extension String {
    /// The text without white space at either end.
    var trimmingSpaces: String {
        var scalars = Substring(self).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
