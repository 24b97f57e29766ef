/// When each utterance begins, at two and a half words a second.
struct SessionClock {
    private var tenths = 40

    /// Hours, minutes and seconds of now.
    var time: String {
        let seconds = seconds
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
    }

    /// The whole seconds until now.
    var seconds: Int { tenths / 10 }

    /// Lets an utterance pass.
    mutating func pass(_ utterance: Session.Utterance) {
        tenths += 10 + 4 * utterance.lines.reduce(0) { $0 + $1.words }
    }
}
