import VerbatimCLI

@main
enum Verbatim {
    static func main() {
        CommandLineProgram.run(Array(CommandLine.arguments.dropFirst()))
    }
}
