/// Numbers with their nouns, and lists, in words.
enum CountPhrase {
    /// `1 transcript`, `15 transcripts`; the plural is the noun with an `s` where none is given.
    static func of(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(NumberFormat.grouped(number))\u{A0}\(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// `English, Arabic and French`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) and \(last)"
    }
}
