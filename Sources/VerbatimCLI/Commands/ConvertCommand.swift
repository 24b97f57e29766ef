import ArgumentParser
import VerbatimKit
import VerbatimModel

/// `verbatim convert`: transcripts in another form.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write transcripts of any format as JSON, Verbatim's XML, TEI or plain text.",
        discussion: """
            Prints to standard output, or writes a file for each transcript into the folder that '--output' names. \
            JSON has one line for each transcript; positions in it are Unicode-scalar offsets into its 'text'.

              verbatim convert Transcripts --to json
              verbatim convert recording.vtt --to text
              verbatim convert Transcripts --to xml --output Converted
            """)

    @Argument(help: ArgumentHelp("Folders with transcripts, or transcripts.", valueName: "path"))
    var paths: [String]

    @Option(name: .customLong("to"), help: "The form: json, xml (Verbatim's own), tei or text.")
    var form: TranscriptConversion.Form

    @Flag(help: "In JSON, also tell where sentences and word tokens stand.")
    var tokens = false

    @Option(help: ArgumentHelp("The folder to write a file for each transcript into.", valueName: "folder"))
    var output: String?

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if tokens, form != .json { throw ValidationError("'--tokens' goes with '--to json'.") }
    }

    func run() throws {
        let conversion = TranscriptConversion(to: form, withTokens: tokens)
        var count = 0
        let diagnostics = try TranscriptInspection.read(
            paths, options: input.reading, threads: threads.count
        ) { transcript throws(DiagnosticsError) in
            count += 1
            if let output {
                try conversion.write([transcript], into: output)
            } else {
                guard form == .json || count == 1 else { throw Self.severalTranscripts }
                Console.output(String(decoding: conversion.bytes(of: transcript), as: UTF8.self))
            }
        }
        DiagnosticPrinter().print(diagnostics)
        if let output { Console.error("\(count) \(count == 1 ? "file" : "files") written into \(output).\n") }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }

    private static let severalTranscripts = DiagnosticsError([
        Diagnostic(
            .error, "several-transcripts",
            "There are several transcripts; one was printed. Name a folder for all of them with '--output'.")
    ])
}

extension TranscriptConversion.Form: ExpressibleByArgument {}
