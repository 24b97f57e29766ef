import Synchronization

/// A line on standard error that shows how far long work has come; silent when it is no terminal or `--quiet` is given.
final class ProgressBar: Sendable {
    private struct State {
        var stage = ""
        var total = 0
        var done = 0
        var drawnTenths = -1
    }

    private let isShown: Bool
    private let state = Mutex(State())

    /// A bar that is drawn only on a terminal, and not when `isQuiet`.
    init(isQuiet: Bool) {
        isShown = !isQuiet && Console.errorIsTerminal
    }

    /// Shows how many steps of a stage are done.
    ///
    /// May be called from any thread; steps that arrive out of order never move the bar back.
    func update(stage: String, done: Int, total: Int) {
        guard isShown, total > 0 else { return }
        state.withLock { state in
            if state.stage != stage || state.total != total {
                state = State(stage: stage, total: total)
            }
            state.done = max(state.done, done)
            let tenths = state.done * 1000 / total
            guard tenths != state.drawnTenths else { return }
            state.drawnTenths = tenths
            let width = 24
            let filled = width * state.done / total
            let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled)
            Console.status("\r\u{1B}[K\(stage) [\(bar)] \(state.done)/\(total)")
        }
    }

    /// Takes the line away.
    func finish() {
        guard isShown else { return }
        Console.status("\r\u{1B}[K")
    }
}
