import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim explain`: why a coding is there.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a coding is there: rules, words, cues.",
        discussion: """
            Shows the segment with its evidence in [[...]], and for each rule that hit its line in the codebook, its \
            expression as a tree with the words and offsets that satisfied each part, the list items used, the \
            distances found, and the cues that decided the assertion; then what people decided about it. These are \
            respondents' words.

            For example: verbatim explain 3fa9c1 Results/study.verbatim

            Exit status: 0 done; 2 no such coding or study.
            """)

    @Argument(help: ArgumentHelp("The coding's id, or at least 4 digits of its beginning.", valueName: "coding"))
    var coding: String

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @OptionGroup var output: ExplanationOptions

    func run() throws {
        let explainer = try StudyExplainer(of: study)
        Console.output(output.text(of: try explainer.explanations(of: explainer.codings(named: coding))))
    }
}

/// How an explanation is printed on standard output.
struct ExplanationOptions: ParsableArguments {
    /// The forms an explanation can take.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// An indented tree, for people.
        case text
        /// One JSON object on a line, for programs.
        case json
    }

    @Option(help: "How to print: text, or json (one object on a line, with the same tree).")
    var format: Format = .text

    /// Explanations in the form that was asked for.
    func text(of explanations: [Explanation]) -> String {
        switch format {
        case .text: String(decoding: ExplanationText().bytes(of: explanations), as: UTF8.self)
        case .json: String(decoding: ExplanationJSON().bytes(of: explanations), as: UTF8.self)
        }
    }
}
