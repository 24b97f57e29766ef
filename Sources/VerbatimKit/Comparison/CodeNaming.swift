import VerbatimAnalysis
import VerbatimModel

/// The codes and themes of two versions of a codebook under one name each: the new one, where there is one.
struct CodeNaming {
    /// The ids of the new codebook, each followed by those under it, and then those that only the old one has.
    let ids: [Code.ID]
    private let newIDs: [Code.ID: Code.ID]
    private let codes: [Code.ID: Code]
    private let belowOld: [Code.ID: [Code.ID]]
    private let belowNew: [Code.ID: [Code.ID]]

    init(old: Codebook, new: Codebook) {
        let newForest = CodeHierarchy(new)
        let oldForest = CodeHierarchy(old)
        var ids = newForest.preorder.map { new.codes[$0].id }
        var codes = Dictionary(new.codes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var newIDs: [Code.ID: Code.ID] = [:]
        for index in oldForest.preorder {
            let code = old.codes[index]
            let id = newForest.index(of: code.id).map { new.codes[$0].id } ?? code.id
            newIDs[code.id] = id
            if codes[id] == nil {
                codes[id] = code
                ids.append(id)
            }
        }
        var belowNew: [Code.ID: [Code.ID]] = [:]
        for index in new.codes.indices {
            for node in newForest.lineage(of: index) {
                belowNew[new.codes[node].id, default: []].append(new.codes[index].id)
            }
        }
        var belowOld: [Code.ID: [Code.ID]] = [:]
        for index in old.codes.indices {
            let id = newIDs[old.codes[index].id] ?? old.codes[index].id
            for node in oldForest.lineage(of: index) {
                belowOld[newIDs[old.codes[node].id] ?? old.codes[node].id, default: []].append(id)
            }
        }
        self.ids = ids
        self.codes = codes
        self.newIDs = newIDs
        self.belowOld = belowOld
        self.belowNew = belowNew
    }

    /// The name under which a code of the old codebook stands.
    func newID(ofOld id: Code.ID) -> Code.ID { newIDs[id] ?? id }

    /// The node itself and those under it in the old codebook; none where that does not have it.
    ///
    /// A code that was moved counts where it stood for what it had, and where it stands for what it has.
    func old(below id: Code.ID) -> [Code.ID] { belowOld[id] ?? [] }

    /// The node itself and those under it in the new codebook; none where that does not have it.
    func new(below id: Code.ID) -> [Code.ID] { belowNew[id] ?? [] }

    /// The name for people.
    func name(of id: Code.ID) -> String { codes[id]?.name ?? id }

    /// Whether the node only groups.
    func isTheme(_ id: Code.ID) -> Bool { codes[id]?.isCodable == false }
}
