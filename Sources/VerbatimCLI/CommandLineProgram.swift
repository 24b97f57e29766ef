import ArgumentParser
import Foundation
import VerbatimModel

/// The program as a whole: parses the arguments, runs the command, and ends with the status that the manual promises.
package enum CommandLineProgram {
    /// Runs the command that the arguments name, and ends the process.
    ///
    /// Status 0: done. 1: done, with findings. 2: wrong use or wrong codebook, nothing written.
    package static func run(_ arguments: [String]) -> Never {
        // A reader that closes the pipe early (`| head`) is no fault: writing then fails, and the console ends quietly.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try VerbatimCommand.parseAsRoot(arguments)
            try command.run()
            exit(ExitStatus.done.rawValue)
        } catch let status as ExitStatus {
            exit(status.rawValue)
        } catch let error as DiagnosticsError {
            DiagnosticPrinter().print(error.diagnostics)
            exit(ExitStatus.wrongUse.rawValue)
        } catch let error as Diagnostic {
            DiagnosticPrinter().print([error])
            exit(ExitStatus.wrongUse.rawValue)
        } catch {
            let message = VerbatimCommand.fullMessage(for: error)
            guard VerbatimCommand.exitCode(for: error).isSuccess else {
                Console.error(message)
                exit(ExitStatus.wrongUse.rawValue)
            }
            // Help and version are results, asked for.
            Console.output(message.hasSuffix("\n") ? message : message + "\n")
            exit(ExitStatus.done.rawValue)
        }
    }
}
