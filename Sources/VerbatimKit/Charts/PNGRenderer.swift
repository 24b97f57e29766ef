import Foundation
import VerbatimModel

/// Makes PNG of SVG by the program `rsvg-convert` of librsvg, where it is installed.
///
/// Nothing else of Verbatim needs it. It is started without a shell, reads the document from standard input and writes
/// to standard output, and is given no file and no address to look at.
struct PNGRenderer {
    private static let program = "rsvg-convert"
    /// The bytes that every PNG begins with (ISO/IEC 15948, section 5.2).
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private let executable: URL

    /// The program, as it is found in the folders of `PATH`.
    /// - Throws: `[no-png-renderer]`.
    static func found(
        path: String? = ProcessInfo.processInfo.environment["PATH"]
    ) throws(DiagnosticsError) -> PNGRenderer {
        for folder in (path ?? "").split(separator: ":") where folder.hasPrefix("/") {
            let candidate = URL(fileURLWithPath: String(folder), isDirectory: true).appendingPathComponent(program)
            if isExecutableFile(candidate) { return PNGRenderer(executable: candidate) }
        }
        throw DiagnosticsError([
            Diagnostic(
                .error, "no-png-renderer",
                "PNG is made by the program '\(program)', which is not installed. Install librsvg2-bin (Debian, Ubuntu) or "
                    + "librsvg (Homebrew), or write SVG, which needs no other program, with '--format svg'.")
        ])
    }

    /// The PNG of an SVG document, so many pixels wide.
    /// - Throws: `[failed-png-renderer]`, with the program's exit status.
    func png(of svg: [UInt8], width: Int) throws(DiagnosticsError) -> [UInt8] {
        let (png, status): ([UInt8], Int32)
        do {
            (png, status) = try Self.run(
                executable, ["--format=png", "--width=\(width)", "--keep-aspect-ratio", "--background-color=white"],
                input: svg)
        } catch {
            throw failure("cannot be started")
        }
        guard status == 0 else { throw failure("ended with the status \(status)") }
        guard png.starts(with: Self.signature) else { throw failure("wrote something that is no PNG") }
        return png
    }

    private func failure(_ what: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "failed-png-renderer",
                "The program that makes PNG \(what), so no chart was written. Try another '--width', or write SVG with "
                    + "'--format svg'.", path: executable.path)
        ])
    }

    /// Runs a program, and gives what it wrote and its exit status; 128 and the signal's number where one ended it.
    ///
    /// Files stand for its streams: a pipe that nobody reads would stop it, and one that it does not read would stop us.
    private static func run(
        _ executable: URL, _ arguments: [String], input: [UInt8]
    ) throws -> (output: [UInt8], status: Int32) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-\(UUID().uuidString)")
        // The names of codes are in the document, and nobody else's business.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            let result = try run(executable, arguments, input: input, folder: folder)
            try FileManager.default.removeItem(at: folder)
            return result
        } catch {
            try FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    private static func run(
        _ executable: URL, _ arguments: [String], input: [UInt8], folder: URL
    ) throws -> (output: [UInt8], status: Int32) {
        let (source, result) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        try Data(input).write(to: source)
        try Data().write(to: result)
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: result)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return ([UInt8](try Data(contentsOf: result)), process.terminationStatus + signal)
    }

    private static func isExecutableFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return false }
        return !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
    }
}
