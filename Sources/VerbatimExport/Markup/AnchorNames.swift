/// Gives each thing on a page a name of its own that links can point to: lower-case ASCII letters, digits and hyphens.
struct AnchorNames {
    private var taken: Set<String> = []

    /// The name of `id` behind `prefix`: `code` and `protection.shelter` give `code-protection-shelter`.
    ///
    /// A name that is taken gets a number: the same things in the same order get the same names.
    mutating func name(_ prefix: String, _ id: String) -> String {
        var name = prefix
        var needsHyphen = true
        for scalar in id.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9":
                if needsHyphen { name.append("-") }
                name.unicodeScalars.append(scalar)
                needsHyphen = false
            default: needsHyphen = true
            }
        }
        var unique = name
        var number = 2
        while !taken.insert(unique).inserted {
            unique = "\(name)-\(number)"
            number += 1
        }
        return unique
    }
}
