import Foundation
import Testing
import VerbatimTestSupport

@Suite struct SourceRulesTests {
    @Test func sourcesAreShortDocumentedAndWithoutTraps() throws {
        let files = try RepositoryText.swiftFiles(under: "Sources")
        #expect(files.count > 20)
        for file in files {
            #expect(SourceRules.faults(path: file.path, text: file.text) == [])
        }
    }

    @Test func everyScriptCanBeRun() throws {
        let scripts = try RepositoryText.paths(under: "Scripts") + [".ci/run"]
        for script in scripts {
            #expect(FileManager.default.isExecutableFile(atPath: RepositoryFiles.url(script).path), "\(script)")
        }
        let names = Set(scripts)
        for name in ["Scripts/quickstart", "Scripts/test", "Scripts/check"] { #expect(names.contains(name)) }
    }

    // MARK: The check itself can fail

    @Test(arguments: [
        "package func undocumented() {}", "    public var bare: Int", "@inlinable package static func bare() {}",
        "/// Not directly above.\n\npublic struct Bare {}", "let a = try! b()", "fatalError(\"no\")",
        "// TODO: later", "let a = b as! C", "public private(set) var bare = 1", "public indirect enum Bare {",
        String(repeating: "\n", count: 601),
    ])
    func aFaultIsFound(source: String) {
        #expect(SourceRules.faults(path: "A.swift", text: source).count == 1)
    }

    @Test(arguments: [
        "/// Documented.\npackage func documented() {}", "/// Documented.\n@discardableResult\npublic func f() {}",
        "package import VerbatimModel", "public extension Int {", "let packages = 1", "entry!.x",
    ])
    func whatIsInOrderIsNot(source: String) {
        #expect(SourceRules.faults(path: "A.swift", text: source) == [])
    }

    @Test func generatedSourcesMayBeLong() {
        let text = String(repeating: "\n", count: 5_000)
        #expect(SourceRules.faults(path: "Tables+Generated.swift", text: text) == [])
    }
}
