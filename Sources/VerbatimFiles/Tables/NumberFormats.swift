/// Which number formats of a workbook show dates, times or durations.
///
/// Source: ECMA-376, part 1, sections 18.8.30 (`numFmt`, with the built-in formats) and 18.8.31 (format codes).
struct NumberFormats: Sendable {
    /// What a format shows.
    enum Kind: Sendable {
        /// A day, perhaps with a time.
        case date
        /// A time of day.
        case time
        /// Hours that may be more than 24.
        case duration
    }

    /// The kinds of the cell styles, by their index; `nil` for numbers.
    private var kinds: [Kind?] = []

    /// No formats: all numbers are numbers.
    init() {}

    /// The formats of the root element of `styles.xml`.
    init(_ styles: XMLTree) {
        var codes: [Int: String] = [:]
        for format in styles.child("numFmts")?.children("numFmt") ?? [] {
            guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
            codes[id] = format.attributes["formatCode"]
        }
        kinds = (styles.child("cellXfs")?.children("xf") ?? []).map { style in
            guard let id = style.attributes["numFmtId"].flatMap({ Int($0) }) else { return nil }
            return codes[id].map(Self.kind(ofCode:)) ?? Self.kind(ofBuiltIn: id)
        }
    }

    /// What the style with an index shows; `nil` for a number.
    func kind(ofStyle index: Int) -> Kind? { kinds.indices.contains(index) ? kinds[index] : nil }

    private static func kind(ofBuiltIn id: Int) -> Kind? {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...58: .date
        case 18...21, 32, 33, 45, 47: .time
        case 46: .duration
        default: nil
        }
    }

    /// What the first section of a format code shows: quoted text, colours and escaped signs are not looked at.
    static func kind(ofCode code: String) -> Kind? {
        var letters: Set<Character> = []
        var rest = code.lowercased()[...]
        while let sign = rest.popFirst() {
            switch sign {
            case ";": rest = ""
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    return .duration
                }
            case "g" where rest.hasPrefix("eneral"): return nil
            case "0", "#", "?": letters.insert("0")
            default: letters.insert(sign)
            }
        }
        if letters.contains("y") || letters.contains("d") { return .date }
        if letters.contains("h") || letters.contains("s") { return .time }
        return letters.contains("m") && !letters.contains("0") ? .date : nil
    }
}

/// A date as a spreadsheet counts it: in days, with the time as a fraction.
///
/// Source: ECMA-376, part 1, section 18.17.4.1. The count from 1900 takes that year for a leap year.
struct SerialDate {
    private let serial: Double
    private let countsFrom1904: Bool

    init(_ serial: Double, countsFrom1904: Bool) {
        self.serial = serial
        self.countsFrom1904 = countsFrom1904
    }

    /// The date in the form of ISO 8601, without a time that is midnight; `nil` for what is no date.
    func text(_ kind: NumberFormats.Kind) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (days, rest) = (seconds / 86_400, seconds % 86_400)
        switch kind {
        case .duration: return clock(seconds)
        case .time where days == 0: return clock(rest)
        case .time, .date: break
        }
        guard let day = day(days) else { return nil }
        return rest == 0 && kind == .date ? day : "\(day)T\(clock(rest))"
    }

    private func clock(_ seconds: Int) -> String {
        "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    /// The day with the given number; `nil` for day 0 and for the 29 February 1900, which never were.
    private func day(_ number: Int) -> String? {
        let sinceMarch0: Int
        if countsFrom1904 {
            sinceMarch0 = number + 695_361
        } else {
            guard number > 0, number != 60 else { return nil }
            sinceMarch0 = number + (number < 60 ? 693_900 : 693_899)
        }
        // Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): days from 1 March of the year 0.
        let era = sinceMarch0 / 146_097
        let dayOfEra = sinceMarch0 % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let digits = String(year)
        let filled = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(filled)-\(padded(month < 10 ? month + 3 : month - 9))-\(padded(day))"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
