import Foundation
import Testing
import VerbatimTestSupport

/// Compares the whole of an output with a file in `Snapshots/`.
///
/// Snapshots are recorded on purpose: with `RECORD_SNAPSHOTS` set the file is written and the test fails, so that a
/// recording is never taken for a pass.
func expectSnapshot(_ bytes: [UInt8], named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = RepositoryFiles.url("Tests/VerbatimExportTests/Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        try Data(bytes).write(to: url)
        Issue.record("Recorded new baseline \(name). Read it, then run again without RECORD_SNAPSHOTS.")
        return
    }
    guard let expected = try? Data(contentsOf: url) else {
        Issue.record("There is no snapshot \(name). Run with RECORD_SNAPSHOTS=1.", sourceLocation: sourceLocation)
        return
    }
    guard Data(bytes) != expected else { return }
    let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let old = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(new, old).prefix { $0 == $1 }.count
    let was = line < old.count ? String(old[line].prefix(300)) : "(end of file)"
    let isNow = line < new.count ? String(new[line].prefix(300)) : "(end of output)"
    Issue.record("\(name) differs in line \(line + 1)\nwas: \(was)\nis:  \(isNow)", sourceLocation: sourceLocation)
}
