import Foundation

/// Where a command writes: results on standard output, words on standard error.
enum Console {
    /// Writes a result to standard output, as it is.
    static func output(_ text: String) {
        write(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// Writes words to standard error, and a newline.
    static func error(_ text: String) {
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes words to standard error as they are: for a line that is drawn again.
    static func status(_ text: String) {
        write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Whether standard error is a terminal, on which progress can be drawn.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

    /// Whether words on standard error may be coloured: on a terminal, unless `NO_COLOR` is set.
    static var errorHasColor: Bool { errorIsTerminal && (environment("NO_COLOR") ?? "").isEmpty }

    /// A number of things in words, such as `1 transcript` and `2 transcripts`.
    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                // The reader has gone, and with it the use of the rest.
                exit(errno == EPIPE ? ExitStatus.done.rawValue : ExitStatus.findings.rawValue)
            }
        }
    }
}
