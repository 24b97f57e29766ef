import VerbatimModel

/// Cuts the paragraphs of a transcript out of its canonical text.
struct ParagraphText {
    private let utf8: [UInt8]

    init(_ transcript: Transcript) { utf8 = Array(transcript.text.utf8) }

    /// The words of a paragraph; wrapped lines are joined.
    func words(of paragraph: Paragraph) -> String {
        let text = String(decoding: utf8[paragraph.range], as: UTF8.self)
        return text.split { $0 == "\n" || $0 == "\t" || $0 == " " }.joined(separator: " ")
    }
}
