/// A string as a key that tells apart what SQLite tells apart: its scalars, not what looks the same.
///
/// Swift's `==` takes a composed and a decomposed accent for one; two files can bear names that differ in that only.
struct ExactKey: Hashable {
    /// The string.
    let string: String

    init(_ string: String) {
        self.string = string
    }

    static func == (left: ExactKey, right: ExactKey) -> Bool {
        left.string.unicodeScalars.elementsEqual(right.string.unicodeScalars)
    }

    func hash(into hasher: inout Hasher) {
        for scalar in string.unicodeScalars { hasher.combine(scalar) }
    }
}
