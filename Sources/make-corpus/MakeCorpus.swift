import ArgumentParser
import CorpusComposer
import Foundation
import VerbatimModel

@main
struct MakeCorpus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make-corpus",
        abstract: "Composes the study's corpus of invented transcripts, with its truth, from the bank of passages.",
        discussion: "The same bank, respondents, half and seed give the same bytes on every machine.")

    @Option(help: "How many respondents.")
    var respondents = 420

    @Option(help: "The folder to write.")
    var output: String

    @Option(help: "The folder of the bank.")
    var bank = "Corpus/Bank"

    @Option(help: "The part of the bank: development, held-out or both.")
    var half = "both"

    @Option(help: "The seed of all draws.")
    var seed: UInt64 = 1

    @Option(help: "The folder for truth.csv and truth-segments.csv (default: the folder to write).")
    var truth: String?

    @Flag(help: "Remove the transcripts of an earlier corpus from the folder first.")
    var replace = false

    @Flag(help: "Use one thread.")
    var serial = false

    func validate() throws {
        guard PassageBank.Half(rawValue: half) != nil else {
            throw ValidationError("'--half' is one of 'development', 'held-out' and 'both', not '\(half)'.")
        }
        guard (1...10_000_000).contains(respondents) else {
            throw ValidationError("'--respondents' is a number from 1 to 10000000.")
        }
    }

    func run() throws {
        do throws(DiagnosticsError) {
            let bank = try PassageBank(folder: bank, half: PassageBank.Half(rawValue: half) ?? .both)
            try clear()
            let corpus = Corpus(bank: bank, respondents: respondents, seed: seed)
            let summary = try corpus.write(to: output, truthFolder: truth, isSerial: serial)
            print(
                "\(summary.transcripts) transcripts of \(summary.respondents) respondents, \(summary.words) words, "
                    + "\(summary.bytes) bytes in \(output)")
        } catch {
            FileHandle.standardError.write(Data(error.diagnostics.map { $0.rendered + "\n" }.joined().utf8))
            throw ExitCode(2)
        }
    }

    /// Makes sure that no transcript of another corpus stays among the new ones.
    private func clear() throws(DiagnosticsError) {
        for name in ["interviews", "focus-groups"] {
            let path = "\(output)/\(name)"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            guard replace else {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "output-not-empty",
                        "There are transcripts in this folder. Name a new one, or add '--replace' to remove them.",
                        path: path)
                ])
            }
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "unwritable-file",
                        "The folder cannot be removed: \(error.localizedDescription). Name a new one.", path: path)
                ])
            }
        }
    }
}
