import VerbatimModel

/// The words in a cell of a table.
enum TableText {
    /// The paragraphs: each line of the cell is one, its character references resolved.
    static func blocks(_ cell: String, language: Language?) -> [TEIText.Block] {
        CharacterReferences.resolve(Array(cell.utf8)).split { $0 == 0x0A || $0 == 0x0D }
            .filter { $0.contains { $0 > 0x20 } }
            .map { TEIText.Block(content: Array($0), language: language) }
    }

    /// Whether a cell holds no letter and no digit, as `-` where there is no answer.
    static func isEmpty(_ cell: String) -> Bool {
        !cell.unicodeScalars.contains { $0.isAlphabetic || ("0"..."9").contains($0) || $0.value > 0x2E80 }
    }
}
