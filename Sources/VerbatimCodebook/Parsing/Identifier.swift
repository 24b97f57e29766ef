/// Ids of codes and names of lists: dotted paths of names made of `[a-z0-9-]`.
enum Identifier {
    /// Whether `text` is a dotted path of names.
    static func isValid(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { name in
                !name.isEmpty && name.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit || $0 == "-" }
            }
    }

    /// A valid id near to one that is not: lower case, hyphens for other characters; `nil` where none is left.
    static func repaired(_ text: String) -> String? {
        let names = text.lowercased().unicodeScalars.split { $0 == "." || $0 == "/" }.map { name in
            String(
                scalars: name.map { $0.isASCIILowercase || $0.isASCIIDigit || $0 == "-" ? $0 : Unicode.Scalar("-") })
        }
        let repaired = names.joined(separator: ".")
        return isValid(repaired) && repaired != text ? repaired : nil
    }

    /// The ids above one, the nearest first: of `a.b.c`, `a.b` and `a`.
    static func parents(of id: String) -> [String] {
        var parents: [String] = []
        var path = id[...]
        while let dot = path.lastIndex(of: ".") {
            path = path[..<dot]
            parents.append(String(path))
        }
        return parents
    }

    /// Whether `text` is a language as rules and items write it: two or three letters from a to z.
    static func isLanguage(_ text: some StringProtocol) -> Bool {
        (2...3).contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(\.isASCIILowercase)
    }
}
