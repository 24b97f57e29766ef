/// Reads CSV in the plainest way that can be right, to check what the program writes: quotes, commas, LF.
public enum NaiveCSV {
    /// The rows of a file with a header, each as name and value.
    public static func rows(_ text: String) -> [[String: String]] {
        let records = records(text)
        guard let header = records.first else { return [] }
        return records.dropFirst().map { record in
            Dictionary(zip(header, record), uniquingKeysWith: { first, _ in first })
        }
    }

    /// The names in the header, in order.
    public static func header(_ text: String) -> [String] {
        records(text).first ?? []
    }

    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where scalars.first == "\"":
                field.unicodeScalars.append("\"")
                scalars.removeFirst()
            case ("\"", _):
                isQuoted.toggle()
            case (",", false):
                record.append(field)
                field = ""
            case ("\n", false):
                records.append(record + [field])
                record = []
                field = ""
            default:
                field.unicodeScalars.append(scalar)
            }
        }
        return records
    }
}
