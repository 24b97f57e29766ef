import Foundation

/// Runs the built `verbatim` command in a folder of its own, as a user would.
public struct CommandRunner: Sendable {
    /// What a finished command left.
    public struct Result: Sendable, Hashable {
        /// What it printed on standard output.
        public var output: String
        /// What it printed on standard error.
        public var errors: String
        /// Its exit status; 128 and the signal's number where a signal ended it, as in a shell.
        public var status: Int32
    }

    /// The command has not been built, or cannot be found beside the tests.
    public struct MissingCommand: Error, CustomStringConvertible {
        /// The paths at which it was looked for.
        public var tried: [String]
        /// What is wrong and what to do about it.
        public var description: String {
            "the `verbatim` command is not built (looked for \(tried.joined(separator: ", "))); run `swift build`"
        }
    }

    /// The folder that commands run in, and that is removed when the last reference to it goes.
    public let folder: TemporaryFolder
    private let executable: URL

    /// A runner with a new, empty folder.
    /// - Throws: ``MissingCommand``, or what the file system says.
    public init() throws {
        executable = try Self.builtCommand()
        folder = try TemporaryFolder()
    }

    /// Runs `verbatim` with the given arguments in ``folder`` and waits for its end.
    /// - Parameters:
    ///   - arguments: What follows the command's name.
    ///   - input: What it reads from standard input.
    ///   - environment: Variables on top of those of the tests.
    /// - Returns: What it printed, and its exit status.
    /// - Throws: What the system says when the command cannot be started.
    public func callAsFunction(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Result {
        try run(arguments, input: input, environment: environment)
    }

    /// Runs `verbatim` with the given arguments in ``folder`` and waits for its end.
    /// - Parameters:
    ///   - arguments: What follows the command's name.
    ///   - input: What it reads from standard input.
    ///   - environment: Variables on top of those of the tests.
    /// - Returns: What it printed, and its exit status.
    /// - Throws: What the system says when the command cannot be started.
    public func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> Result {
        // Files, not pipes: a full pipe that nobody reads would stop the command for ever.
        let streams = try TemporaryFolder()
        try streams.write(input, to: "in")
        try streams.write("", to: "out")
        try streams.write("", to: "err")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: streams.url.appendingPathComponent("in"))
        process.standardOutput = try FileHandle(forWritingTo: streams.url.appendingPathComponent("out"))
        process.standardError = try FileHandle(forWritingTo: streams.url.appendingPathComponent("err"))
        try process.run()
        process.waitUntilExit()
        let signal = process.terminationReason == .uncaughtSignal
        return Result(
            output: try streams.text(of: "out"), errors: try streams.text(of: "err"),
            status: process.terminationStatus + (signal ? 128 : 0))
    }

    /// The command in the folder of build products that the tests were built into.
    private static func builtCommand() throws -> URL {
        var folders = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
        folders += [URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
        // On macOS tests run inside a bundle, `verbatimPackageTests.xctest`, in the folder of products.
        folders += Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
            .map { $0.bundleURL.deletingLastPathComponent() }
        let candidates = folders.map { $0.appendingPathComponent("verbatim") }
        if let found = candidates.first(where: { isExecutableFile($0) }) { return found }
        throw MissingCommand(tried: candidates.map(\.path))
    }

    private static func isExecutableFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return false }
        return !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
    }
}
