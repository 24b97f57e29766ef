import VerbatimText

/// Makes ids of codes and names of lists from what other programs allow as names, each once.
struct CodeIdentifiers {
    private var used: Set<String> = []

    /// No id is taken yet.
    init() {}

    /// Takes an id as it is; `false` where it is taken.
    mutating func take(_ id: String) -> Bool { used.insert(id).inserted }

    /// A new id for a name, under the id of its parent: lower-case Latin letters and digits without marks, hyphens for
    /// all else, a number behind it where the id is taken already.
    mutating func id(for name: String, under parent: String? = nil, fallback: String = "code") -> String {
        let slug = Self.slug(name)
        let base = (parent.map { $0 + "." } ?? "") + (slug.isEmpty ? fallback : slug)
        var id = base
        var number = 2
        while !used.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }

    /// A name as one part of an id; empty where no letter or digit of it can be kept.
    static func slug(_ name: String) -> String {
        var slug = ""
        for scalar in Folding.fold(name).unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                slug.unicodeScalars.append(scalar)
            } else if scalar != "'", !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }

    /// Whether a text is an id as the language has them: dotted parts of `[a-z0-9-]`.
    static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                    }
            }
    }
}
