import ArgumentParser
import Foundation

/// How many threads work at once.
struct ThreadOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many threads to use; the results are the same with any number.", valueName: "n"))
    var threads: Int?

    /// The number to use: as many as there are processors where nothing is said.
    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("'--threads' takes a number from 1 to 1024.")
        }
    }
}
