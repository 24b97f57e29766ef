import VerbatimAnalysis
import VerbatimModel

/// The codes that coders chose from: those of a codebook, or without one those that they used.
struct CodeFrame {
    /// The ids, in order.
    private(set) var ids: [Code.ID]
    /// The places of codes that can be given.
    private(set) var codable: Set<Int>
    private let resolver: CodeResolver?
    private var numbers: [String: Int] = [:]

    /// The codes of a codebook.
    init(_ resolver: CodeResolver, _ codebook: Codebook) {
        self.resolver = resolver
        ids = codebook.codes.map(\.id)
        codable = Set(codebook.codes.indices.filter { codebook.codes[$0].isCodable })
    }

    /// The codes that were used, in the order of the alphabet.
    init(used paths: some Sequence<[String]>) {
        resolver = nil
        ids = Set(paths.filter { !$0.isEmpty }.map { $0.joined(separator: " > ") }).sorted()
        codable = Set(ids.indices)
        for (number, id) in ids.enumerated() { numbers[id] = number }
    }

    /// The place of a code; `nil` where there is none.
    func index(of path: [String]) -> Int? {
        resolver.map { $0.index(of: path) } ?? numbers[path.joined(separator: " > ")]
    }

    /// The code and those above it: all that a coding counts for.
    func lineage(of node: Int) -> [Int] { resolver?.hierarchy.lineage(of: node) ?? [node] }

    /// The id that was probably meant.
    func suggestion(for path: [String]) -> String? {
        NearNames.nearest(to: path.joined(separator: " > "), in: ids)
    }
}
