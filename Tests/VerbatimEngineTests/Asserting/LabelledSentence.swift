import Foundation
import VerbatimModel
import VerbatimTestSupport

/// A sentence of `Fixtures/Assertion`, with what a careful reader says of its marked words.
struct LabelledSentence: Sendable {
    /// A file that is not as its header says.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// The number of the line in its file, from 1 for the first below the header.
    var number: Int
    /// The sentence, without the brackets.
    var text: String
    /// The UTF-8 ranges of the marked words in ``text``, in order; of a separable verb there are two.
    var marked: [ByteRange]
    /// How the marked words are asserted.
    var assertion: Assertion
    /// What makes the sentence worth having.
    var note: String

    /// Whether the sentence is only measured, and was never looked at while the packs were written: every third line.
    var isHeldOut: Bool { number.isMultiple(of: 3) }

    /// The marked words, run by run.
    var markedWords: [String] {
        let bytes = Array(text.utf8)
        return marked.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// The sentences of one language, in the order of the file.
    static func all(in language: Language) throws -> [LabelledSentence] {
        let name = "Tests/VerbatimEngineTests/Fixtures/Assertion/\(language.code).tsv"
        let lines = try String(contentsOf: RepositoryFiles.url(name), encoding: .utf8).split(separator: "\n")
        guard lines.first == "sentence\tpolarity\tmodality\tholder\tnote" else {
            throw Fault(description: "\(name) has no header, or another one")
        }
        return try lines.dropFirst().enumerated().map { index, line in
            guard let sentence = LabelledSentence(String(line), number: index + 1) else {
                throw Fault(description: "\(name):\(index + 2): no sentence with marked words and three labels")
            }
            return sentence
        }
    }

    private init?(_ line: String, number: Int) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let polarity = Polarity(rawValue: fields[1]),
            let modality = Modality(rawValue: fields[2]), let holder = Holder(rawValue: fields[3])
        else { return nil }
        self.number = number
        assertion = Assertion(polarity: polarity, modality: modality, holder: holder)
        note = fields[4]
        text = ""
        marked = []
        for (index, piece) in fields[0].components(separatedBy: "[[").enumerated() {
            if index == 0 {
                text += piece
                continue
            }
            let parts = piece.components(separatedBy: "]]")
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            let start = text.utf8.count
            text += parts[0]
            marked.append(start..<text.utf8.count)
            text += parts[1]
        }
        if marked.isEmpty { return nil }
    }
}
