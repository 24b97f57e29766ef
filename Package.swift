// swift-tools-version: 6.1
import PackageDescription

/// Settings that every Swift target shares.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library target that imports only targets of lower levels (see `Documentation/Architecture.md`).
func library(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target, with the shared test support.
func tests(
    of name: String, imports dependencies: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "VerbatimTestSupport"] + dependencies,
        exclude: files,
        swiftSettings: settings
    )
}

let package = Package(
    name: "verbatim",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "VerbatimKit", targets: ["VerbatimKit"]),
        .executable(name: "verbatim", targets: ["verbatim"]),
        .executable(name: "make-corpus", targets: ["make-corpus"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // Level 0
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(
            name: "CLibZip", pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
        ),
        .systemLibrary(
            name: "CStemmer",
            providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]
        ),
        library("VerbatimModel"),
        // Level 1
        library("VerbatimText", imports: ["VerbatimModel", "CStemmer"]),
        library("VerbatimFiles", imports: ["VerbatimModel", "CLibXML2", "CLibZip"]),
        // Level 2
        library("VerbatimCodebook", imports: ["VerbatimModel", "VerbatimText"]),
        library("VerbatimEngine", imports: ["VerbatimModel", "VerbatimText"]),
        library("VerbatimIngest", imports: ["VerbatimModel", "VerbatimText", "VerbatimFiles", "CLibXML2"]),
        library("VerbatimAnalysis", imports: ["VerbatimModel"]),
        library("VerbatimStore", imports: ["VerbatimModel", .product(name: "GRDB", package: "GRDB.swift")]),
        library("CorpusComposer", imports: ["VerbatimModel"]),
        // Level 3
        library("VerbatimExport", imports: ["VerbatimModel", "VerbatimFiles", "VerbatimAnalysis"]),
        library(
            "VerbatimInterchange",
            imports: [
                "VerbatimModel", "VerbatimText", "VerbatimFiles", "VerbatimCodebook",
                .product(name: "Yams", package: "Yams"),
            ]),
        // Level 4
        library(
            "VerbatimKit",
            imports: [
                "VerbatimModel", "VerbatimText", "VerbatimFiles", "VerbatimCodebook", "VerbatimEngine",
                "VerbatimIngest",
                "VerbatimAnalysis", "VerbatimStore", "VerbatimExport", "VerbatimInterchange",
            ]),
        // Level 5
        library(
            "VerbatimCLI",
            imports: [
                "VerbatimKit", "VerbatimInterchange", "VerbatimExport", "VerbatimCodebook", "VerbatimModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Level 6
        .executableTarget(name: "verbatim", dependencies: ["VerbatimCLI"], swiftSettings: settings),

        .executableTarget(
            name: "make-corpus",
            dependencies: [
                "CorpusComposer", "VerbatimModel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "coverage-simulation", dependencies: ["VerbatimAnalysis", "VerbatimFiles", "VerbatimModel"],
            path: "Benchmarks/coverage",
            exclude: ["README.md"], swiftSettings: settings),
        .executableTarget(
            name: "measures-benchmark", dependencies: ["VerbatimAnalysis", "VerbatimModel"],
            path: "Benchmarks/measures", swiftSettings: settings),

        // Tests
        .target(
            name: "VerbatimTestSupport", dependencies: ["VerbatimModel"], path: "Tests/VerbatimTestSupport",
            swiftSettings: settings),
        // The system's ICU, which the tests of VerbatimText compare with; opened when they run, not linked.
        .target(name: "CTextOracle", path: "Tests/CTextOracle"),
        tests(of: "VerbatimModel"),
        tests(of: "VerbatimText", imports: ["VerbatimModel", "CTextOracle"]),
        tests(of: "VerbatimCodebook", imports: ["VerbatimModel"]),
        tests(
            of: "VerbatimEngine", imports: ["VerbatimModel", "VerbatimText", "VerbatimCodebook"],
            excluding: ["Fixtures"]),
        tests(of: "VerbatimFiles", imports: ["VerbatimModel"]),
        tests(of: "VerbatimIngest", imports: ["VerbatimModel", "VerbatimFiles"], excluding: ["Fixtures"]),
        tests(of: "CorpusComposer", imports: ["VerbatimModel", "VerbatimIngest"]),
        tests(of: "VerbatimAnalysis", imports: ["VerbatimModel"]),
        tests(of: "VerbatimStore", imports: ["VerbatimModel", .product(name: "GRDB", package: "GRDB.swift")]),
        tests(of: "VerbatimExport", imports: ["VerbatimModel", "VerbatimAnalysis"], excluding: ["Snapshots"]),
        tests(of: "VerbatimInterchange", imports: ["VerbatimModel", "VerbatimCodebook"]),
        tests(of: "VerbatimKit", imports: ["VerbatimModel", "VerbatimAnalysis", "VerbatimExport"]),
        tests(of: "VerbatimCLI", imports: ["VerbatimModel"]),
        .testTarget(name: "DocumentationTests", dependencies: ["VerbatimTestSupport"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzz targets need the compiler's sanitizers for every module, so they are built apart (`Scripts/fuzz`).
if Context.environment["VERBATIM_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz-ingest", dependencies: ["VerbatimIngest", "VerbatimFiles", "VerbatimModel"],
            path: "Fuzz/Sources", swiftSettings: settings))
}
