import Foundation
import Testing
import VerbatimTestSupport

@Suite struct ImportDirectionTests {
    @Test func importsGoDownOnly() throws {
        let files = try RepositoryText.swiftFiles(under: "Sources")
        #expect(files.count > 20)
        for file in files {
            for module in ImportDirection.imports(in: file.text) {
                let fault = ImportDirection.fault(target: file.target, module: module)
                #expect(fault == nil, "\(file.path)")
            }
        }
    }

    @Test func theManifestDeclaresNoOtherDirection() throws {
        let manifest = try RepositoryText.text(of: "Package.swift")
        for (target, module) in ImportDirection.dependencies(in: manifest) {
            #expect(ImportDirection.fault(target: target, module: module) == nil)
        }
    }

    @Test func everyTargetHasALevelAndEveryLevelItsTargets() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: RepositoryFiles.url("Sources").path)
        #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == ImportDirection.levels.flatMap(\.self).sorted())
    }

    // MARK: The check itself can fail

    @Test(arguments: [
        ("VerbatimModel", "VerbatimText"), ("VerbatimText", "VerbatimEngine"), ("VerbatimEngine", "VerbatimCodebook"),
        ("VerbatimStore", "VerbatimExport"), ("VerbatimExport", "VerbatimKit"), ("VerbatimKit", "VerbatimCLI"),
        ("VerbatimEngine", "GRDB"), ("VerbatimKit", "CLibXML2"), ("VerbatimEngine", "Foundation"),
        ("VerbatimUnknown", "VerbatimModel"),
    ])
    func anUpwardOrSidewaysImportIsFound(target: String, module: String) {
        #expect(ImportDirection.fault(target: target, module: module) != nil)
    }

    @Test(arguments: [
        ("VerbatimText", "VerbatimModel"), ("VerbatimIngest", "CLibXML2"), ("VerbatimStore", "GRDB"),
        ("VerbatimExport", "VerbatimAnalysis"), ("VerbatimCLI", "VerbatimModel"), ("VerbatimStore", "Foundation"),
    ])
    func aDownwardImportIsAllowed(target: String, module: String) {
        #expect(ImportDirection.fault(target: target, module: module) == nil)
    }

    @Test(arguments: [
        "import VerbatimKit", "package import VerbatimKit", "public import VerbatimKit",
        "  @testable import VerbatimKit", "@preconcurrency package import VerbatimKit",
        "import struct VerbatimKit.CodingPipeline", "@_spi(Tests) import VerbatimKit // for the tests",
        "/// Text.\r\nimport VerbatimKit\r\n",
    ])
    func everyFormOfImportIsSeen(line: String) {
        #expect(ImportDirection.imports(in: "\(line)\nstruct A { let important = 1 }") == ["VerbatimKit"])
    }

    @Test func anUpwardDependencyInAManifestIsFound() {
        let manifest = """
            library("VerbatimModel"),
            library("VerbatimEngine", imports: [
                "VerbatimModel", "VerbatimKit", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
            tests(of: "VerbatimEngine", imports: ["VerbatimCLI"]),
            .executableTarget(name: "verbatim", dependencies: ["VerbatimCLI"]),
            """
        let pairs = ImportDirection.dependencies(in: manifest)
        #expect(pairs.map(\.target) == ["VerbatimEngine", "VerbatimEngine", "VerbatimEngine", "verbatim"])
        #expect(pairs.map(\.module) == ["VerbatimModel", "VerbatimKit", "GRDB", "VerbatimCLI"])
        #expect(pairs.filter { ImportDirection.fault(target: $0.target, module: $0.module) != nil }.count == 2)
    }
}
