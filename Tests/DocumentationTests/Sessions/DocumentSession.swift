import Foundation
import VerbatimTestSupport

/// The commands that a document shows, run in order in one folder, as a reader would.
///
/// A block ```` ```console ```` holds lines that begin with `$ `, each with what the command prints below it. A block
/// with a file's name behind its language (```` ```codebook my.codebook ````) is that file from there on. `Transcripts`
/// and `Codebooks` are copies of the repository's.
struct DocumentSession {
    /// A command whose output is not what the document shows.
    struct Difference {
        /// The command.
        var command: String
        /// What the document shows.
        var shown: String
        /// What the command printed.
        var printed: String
    }

    /// A command that is shown, with its output.
    struct Step: Equatable {
        /// The command, on one line.
        var command: String
        /// The lines as they stand in the document.
        var written: String
        /// What it prints, as shown.
        var output: String
    }

    /// A line that stands for any lines of output.
    static let ellipsis = "[...]"

    /// Runs the commands of a document.
    ///
    /// - Parameter path: The document, below the repository's top folder.
    /// - Returns: What differs, and the document with the outputs that were printed.
    /// - Throws: What the system says when a file cannot be written or the command not be started.
    static func run(_ path: String) throws -> (differences: [Difference], recorded: String) {
        let command = try CommandRunner()
        for folder in ["Transcripts", "Codebooks"] {
            try FileManager.default.copyItem(
                at: RepositoryFiles.url(folder).resolvingSymlinksInPath(),
                to: command.folder.url.appendingPathComponent(folder))
        }
        let text = try RepositoryText.text(of: path)
        var recorded = text
        var differences: [Difference] = []
        for block in MarkdownDocument(text).blocks {
            if let name = block.name {
                try command.folder.write(block.text, to: name)
                continue
            }
            guard block.language == "console" else { continue }
            var lines = ""
            for step in steps(of: block.text) {
                let result = try command.run(
                    Array(words(of: step.command).dropFirst()),
                    environment: ["COLUMNS": "100", "NO_COLOR": "1", "LINES": "40"])
                let printed = withoutTrailingSpaces(result.output + result.errors)
                let isShown = matches(printed, shown: step.output)
                if !isShown {
                    differences.append(Difference(command: step.command, shown: step.output, printed: printed))
                }
                lines += step.written + (isShown ? step.output : printed)
            }
            recorded = recorded.replacing("```console\n\(block.text)```", with: "```console\n\(lines)```")
        }
        return (differences, recorded)
    }

    /// The commands of a block, with what is shown below each.
    ///
    /// A command may go on over lines that end in `\`.
    static func steps(of block: String) -> [Step] {
        var steps: [Step] = []
        var isOpen = false
        for line in block.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if isOpen || line.hasPrefix("$ ") {
                if !isOpen { steps.append(Step(command: "", written: "", output: "")) }
                let continues = line.hasSuffix("\\")
                let part = (isOpen ? line : line.dropFirst(2)).dropLast(continues ? 1 : 0)
                steps[steps.count - 1].command += part
                steps[steps.count - 1].written += line + "\n"
                isOpen = continues
            } else if !steps.isEmpty {
                steps[steps.count - 1].output += line + "\n"
            }
        }
        return steps
    }

    /// The words of a command line, as a shell tells them apart: quotation marks of either kind hold a word together.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character == " " {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    /// Whether lines are those shown, where ``ellipsis`` stands for any number of lines.
    static func matches(_ printed: String, shown: String) -> Bool {
        let parts = shown.split(separator: "\n", omittingEmptySubsequences: false)
            .split(separator: Substring(ellipsis), omittingEmptySubsequences: false).map(Array.init)
        var rest = printed.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard let first = parts.first, let last = parts.last, rest.starts(with: first) else { return false }
        if parts.count == 1 { return rest.count == first.count }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() {
            guard let start = rest.indices.first(where: { rest[$0...].starts(with: part) }) else { return false }
            rest = rest[(start + part.count)...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func withoutTrailingSpaces(_ text: String) -> String {
        text.replacing(#/ +\n/#, with: "\n")
    }
}
