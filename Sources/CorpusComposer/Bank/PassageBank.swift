import Foundation
package import VerbatimModel

/// The passages that sessions are composed of.
package struct PassageBank: Sendable {
    /// Which part of the bank is used: rules are tuned on the development half alone.
    package enum Half: String, Sendable, CaseIterable {
        /// The passages that rules may be tuned on.
        case development
        /// The passages that no rule may be tuned on.
        case heldOut = "held-out"
        /// All passages.
        case both
    }

    /// All passages, by language, then in the order of the files.
    let passages: [Passage]

    /// Reads a bank: `development/XX.txt`, `development/XX-neutral.txt` and the same under `held-out`, XX being `en`,
    /// `nl`, `fr`, `ar` and `tr`; without those folders, the files stand in the folder itself.
    /// - Throws: `bank-missing` where a file cannot be read, `bank-syntax`, `bank-code` and `bank-duplicate` for each
    ///   passage that is wrong.
    /// - Complexity: O(bytes of the bank).
    package init(folder: String, half: Half = .both) throws(DiagnosticsError) {
        let names = half == .both ? [Half.development.rawValue, Half.heldOut.rawValue] : [half.rawValue]
        let isFlat = !names.contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
        try self.init(folders: isFlat ? [folder] : names.map { "\(folder)/\($0)" })
    }

    private init(folders: [String]) throws(DiagnosticsError) {
        var passages: [Passage] = []
        var faults: [Diagnostic] = []
        for language in StudyLanguage.allCases {
            for isNeutral in [false, true] {
                for folder in folders {
                    let path = "\(folder)/\(language.rawValue)\(isNeutral ? "-neutral" : "").txt"
                    guard let data = FileManager.default.contents(atPath: path) else {
                        faults.append(
                            Diagnostic(
                                .error, "bank-missing",
                                "The bank has no file '\(path)'. Name the bank's folder with '--bank'.", path: path))
                        continue
                    }
                    var parser = PassageParser(path: path, language: language, isNeutral: isNeutral)
                    parser.read(String(decoding: data, as: UTF8.self))
                    passages += parser.passages
                    faults += parser.faults
                }
            }
        }
        var ids: Set<String> = []
        for passage in passages where !ids.insert(passage.id).inserted {
            faults.append(
                Diagnostic(
                    .error, "bank-duplicate", "The bank has two passages '\(passage.id)'. Give one another id."))
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        self.passages = passages
    }
}
